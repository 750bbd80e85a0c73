import { describe, expect, it } from 'vitest';
import { isUnverified } from '../../../shared/law/lawTable.ts';
import { seedInspectionItems } from '../../../shared/law/seedInspectionItems.ts';
import { registerQuestion } from '../../../shared/law/seedQuestion.ts';
import { answerVocabularies, questionsSchema } from '../../../shared/register/checklist.ts';
import { questionsCell } from '../../../shared/register/questionsCell.ts';

describe.each(seedInspectionItems)('the proposed checklist of $rule', ({ rule, questions, kinds }) => {
  const kept = questions.map(registerQuestion);

  it('has three to seven questions that the register takes', () => {
    expect(questions.length).toBeGreaterThanOrEqual(3);
    expect(questions.length).toBeLessThanOrEqual(7);
    expect(questionsSchema.safeParse(kept).error?.issues ?? []).toEqual([]);
    expect(questionsCell.parse(questionsCell.format(kept))).toEqual({ ok: true, value: kept });
  });

  it('asks nothing twice, says how to check, and ends every question as one', () => {
    expect(new Set(kept.map(({ text }) => text)).size).toBe(kept.length);
    for (const { text, method } of kept) {
      expect(text).toMatch(/？$/);
      expect(method.length).toBeGreaterThan(10);
    }
  });

  it('cites articles of the rules of its kind, and marks what was not read in full', () => {
    const rules = kinds.includes('patent') ? /专利代理(条例|管理办法)第/ : /商标代理监督管理规定第/;
    questions.forEach((question, index) => {
      const { citation } = question;
      expect(kept[index]?.law.endsWith('（未核实）')).toBe(isUnverified(question));
      if (isUnverified(question)) expect(citation.note, `${rule}/${question.code}`).toBeTruthy();
      else expect(citation.text, `${rule}/${question.code}`).toMatch(rules);
      // Article numbers as the rules print them.
      expect(citation.text).not.toMatch(/第\d+条/);
    });
  });
});

it('the seven cases of art. 37 are asked one by one, in its order', () => {
  const list = seedInspectionItems.find(({ rule }) => rule === 'ZL-04');
  const cited = list?.questions.map(({ citation }) => /第三十七条第（(.)）项/.exec(citation.text)?.[1]);
  expect(cited).toEqual([...'一二三四五六七']);
});

it('every vocabulary of answers is used', () => {
  const used = new Set(
    seedInspectionItems.flatMap(({ questions }) => questions.map(({ answers }) => answers)),
  );
  expect([...used].sort()).toEqual(answerVocabularies.map(({ code }) => code).sort());
});
