import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../shared/messages/catalogue.ts';
import { answerOf, answersOf, answerVocabularies } from '../../../shared/register/checklist.ts';
import { questionsCell } from '../../../shared/register/questionsCell.ts';
import { testQuestion } from '../../fixtures/questions.ts';
import { anyQuestions } from './anyQuestions.ts';

function refusals(cell: string): string[] {
  const read = questionsCell.parse(cell);
  if (read.ok) return [];
  return read.problems.map((found) => {
    const words = catalogue.problemText('zh', found);
    expect(words).not.toMatch(/[{}]/);
    expect(catalogue.problemText('en', found)).not.toMatch(/[{}]/);
    return `${found.params?.['line'] ?? ''} ${found.code}`;
  });
}

describe('the cell of a checklist', () => {
  it('gives back every checklist, whatever signs its texts hold', () => {
    fc.assert(
      fc.property(anyQuestions, (questions) => {
        const cell = questionsCell.format(questions);
        expect(cell.split('\n')).toHaveLength(questions.length);
        expect(questionsCell.parse(cell)).toEqual({ ok: true, value: questions });
      }),
      { numRuns: 1000 },
    );
  });

  it('is written as people write it', () => {
    const cell = [
      '1|许可证是否一致？|查看原件|专利代理管理办法第十八条|一致/不一致/不适用|照片|是',
      '２｜有无出借？｜询问 A\\|B｜办法第五十一条｜未发现',
      '',
      ' 2.1 | 是否专职？ | 核对社保 | 办法第十三条 | CONFORM ||否 ',
    ].join('\r\n');
    expect(questionsCell.parse(cell)).toEqual({
      ok: true,
      value: [
        testQuestion('1', {
          text: '许可证是否一致？',
          method: '查看原件',
          evidence: '照片',
          law: '专利代理管理办法第十八条',
        }),
        {
          code: '2',
          text: '有无出借？',
          method: '询问 A|B',
          law: '办法第五十一条',
          answers: 'found',
          evidenceRequired: false,
        },
        {
          code: '2.1',
          text: '是否专职？',
          method: '核对社保',
          law: '办法第十三条',
          answers: 'conform',
          evidenceRequired: false,
        },
      ],
    });
  });

  it.each([
    ['one text without separators', '是否有许可证', '1 register.questions.parts'],
    ['a part too many', '1|a|b|c|符合|d|是|e', '1 register.questions.parts'],
    ['a separator that was not escaped', '1|a|b|c|d|符合|e|是', '1 register.questions.parts'],
    ['no number', '|a|b|c|符合', '1 register.questions.required'],
    ['a number that no key can hold', '1/2|a|b|c|符合', '1 register.questions.code'],
    ['no question', '1||b|c|符合', '1 register.questions.required'],
    ['no way to check', '1|a||c|符合', '1 register.questions.required'],
    ['no basis', '1|a|b||符合', '1 register.questions.required'],
    ['no answers', '1|a|b|c|', '1 register.questions.required'],
    ['other answers', '1|a|b|c|好/坏', '1 register.questions.answers'],
    ['neither yes nor no', '1|a|b|c|符合|d|也许', '1 register.questions.yes_no'],
    ['evidence that is required but not named', '1|a|b|c|符合||是', '1 register.questions.evidence'],
    ['a question that is too long', `1|${'长'.repeat(201)}|b|c|符合`, '1 register.questions.too_long'],
    ['control characters', '1|a\u0001b|b|c|符合', '1 register.questions.text'],
    ['a number twice', '1|a|b|c|符合\n\n1|d|e|f|符合', '3 register.questions.duplicate'],
  ])('refuses %s, with the line', (_, cell, refused) => {
    expect(refusals(cell)).toEqual([refused]);
  });

  it('finds the fault of every line at once', () => {
    expect(refusals('1|a|b|c|好\n2|a|b|c|符合\n3')).toEqual([
      '1 register.questions.answers',
      '3 register.questions.parts',
    ]);
  });

  it('refuses what is more than a checklist, and what no spreadsheet could keep', () => {
    const lines = (count: number, text: string) =>
      Array.from({ length: count }, (_, n) => `${n + 1}|${text}|b|c|符合`).join('\n');
    expect(refusals(lines(40, 'a'))).toEqual([]);
    expect(refusals(lines(41, 'a'))).toEqual([' register.questions.many']);
    const long = Array.from(
      { length: 40 },
      (_, n) =>
        `${n + 1}|${'a'.repeat(200)}|${'b'.repeat(300)}|${'c'.repeat(200)}|符合|${'d'.repeat(200)}|是`,
    ).join('\n');
    expect(refusals(long)).toEqual([' register.questions.whole']);
  });
});

describe('the answers', () => {
  it('name one problem and one way not to apply, each code once', () => {
    for (const { code } of answerVocabularies) {
      const answers = answersOf(code);
      expect(answers.filter(({ problem }) => problem)).toHaveLength(1);
      expect(answers.filter(({ applicable }) => !applicable)).toHaveLength(1);
      expect(answers.some(({ problem, applicable }) => problem && !applicable)).toBe(false);
      expect(new Set(answers.map((answer) => answer.code)).size).toBe(answers.length);
    }
    expect(answerOf('found', 'found')?.problem).toBe(true);
    expect(answerOf('found', 'conforms')).toBeUndefined();
  });

  it('are called by their own words in the vocabulary', () => {
    for (const { code, zh } of answerVocabularies) {
      expect(zh).toBe(
        answersOf(code)
          .map((answer) => answer.zh)
          .join('/'),
      );
    }
  });
});
