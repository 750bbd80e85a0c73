import type * as z from 'zod';
import { ok, type Problem, type Result, refuse } from '../problem.ts';
import { EXCEL_CELL_LENGTH } from '../spreadsheet/limits.ts';
import { type CellCodec, halfWidth, linesOf, termCell, tidy, yesNoCell } from './cellCodec.ts';
import { answerVocabularies, MAX_QUESTIONS, type Question, questionSchema } from './checklist.ts';

/**
 * A checklist in one cell, or in one textarea: one question per line, its parts separated by `|` (or the
 * full-width `｜` that Chinese keyboards give). A sign that belongs to a text is written `\|`, a backslash `\\`;
 * a line break cannot belong to a text, because no field of a question has one.
 */
const PARTS = [
  { key: 'code', zh: '编号', en: 'number' },
  { key: 'text', zh: '问题', en: 'question' },
  { key: 'method', zh: '方法', en: 'how to check' },
  { key: 'law', zh: '依据', en: 'basis' },
  { key: 'answers', zh: '答案类型', en: 'answers' },
  { key: 'evidence', zh: '需取证据', en: 'evidence' },
  { key: 'evidenceRequired', zh: '必须', en: 'required' },
] as const;
/** Evidence and whether it is required may be left out at the end of a line. */
const NEEDED_PARTS = 5;

const answerWords = termCell(answerVocabularies);

/** Splits at the separators that no backslash precedes. */
function splitParts(line: string): string[] {
  const parts = [''];
  for (const [sign] of line.matchAll(/\\[\\|｜]|[\s\S]/gu)) {
    if (sign === '|' || sign === '｜') parts.push('');
    else
      parts.push((parts.pop() ?? '') + (sign.length === 2 && sign.startsWith('\\') ? sign.slice(1) : sign));
  }
  return parts.map(tidy);
}

function escapePart(text: string): string {
  return text.replace(/[\\|｜]/g, '\\$&');
}

function formatQuestion(question: Question): string {
  return [
    question.code,
    escapePart(question.text),
    escapePart(question.method),
    escapePart(question.law),
    answerWords.format(question.answers),
    escapePart(question.evidence ?? ''),
    yesNoCell.format(question.evidenceRequired),
  ].join('|');
}

/** What is wrong with a line, in the words of its parts; every problem names the line. */
function lineProblem(issue: z.core.$ZodIssue | undefined, line: number, parts: readonly string[]): Problem {
  const index = PARTS.findIndex(({ key }) => key === issue?.path[0]);
  const { zh, en } = PARTS[index] ?? PARTS[0];
  const params = { line, part: zh, partEn: en };
  if (issue?.code === 'too_big') {
    return { code: 'register.questions.too_long', params: { ...params, limit: Number(issue.maximum) } };
  }
  switch (issue?.message) {
    case 'register.questions.code':
      return parts[index] === ''
        ? { code: 'register.questions.required', params }
        : { code: 'register.questions.code', params: { line, value: parts[index] ?? '' } };
    case 'register.questions.evidence':
      return { code: 'register.questions.evidence', params: { line } };
    case 'register.required':
      return { code: 'register.questions.required', params };
    default:
      return { code: 'register.questions.text', params };
  }
}

function readLine(line: number, written: string): Result<Question> {
  const parts = splitParts(written);
  if (parts.length < NEEDED_PARTS || parts.length > PARTS.length) {
    return refuse({ code: 'register.questions.parts', params: { line, count: parts.length } });
  }
  const [code = '', text = '', method = '', law = '', answers = '', evidence = '', required = ''] = parts;
  if (answers === '') {
    const { zh, en } = PARTS[4];
    return refuse({ code: 'register.questions.required', params: { line, part: zh, partEn: en } });
  }
  const vocabulary = answerWords.parse(answers);
  if (!vocabulary.ok) {
    const allowed = answerVocabularies.map(({ zh }) => zh).join('、');
    return refuse({ code: 'register.questions.answers', params: { line, value: answers, allowed } });
  }
  const asked = required === '' ? ok(false) : yesNoCell.parse(required);
  if (!asked.ok) return refuse({ code: 'register.questions.yes_no', params: { line, value: required } });
  const read = questionSchema.safeParse({
    code: halfWidth(code),
    text,
    method,
    law,
    answers: vocabulary.value,
    ...(evidence === '' ? {} : { evidence }),
    evidenceRequired: asked.value,
  });
  return read.success ? ok(read.data) : refuse(lineProblem(read.error.issues[0], line, parts));
}

function readQuestions(cell: string): Result<Question[]> {
  const questions: Question[] = [];
  const problems: Problem[] = [];
  const lineOf = new Map<string, number>();
  linesOf(cell).forEach((written, index) => {
    // Counted as a person sees them, empty lines included.
    const line = index + 1;
    if (tidy(written) === '') return;
    const read = readLine(line, written);
    if (!read.ok) {
      problems.push(...read.problems);
      return;
    }
    const { code } = read.value;
    const first = lineOf.get(code);
    if (first !== undefined) {
      problems.push({ code: 'register.questions.duplicate', params: { line, first, value: code } });
    }
    lineOf.set(code, first ?? line);
    questions.push(read.value);
  });
  if (problems.length > 0) return refuse(...problems);
  if (questions.length > MAX_QUESTIONS) {
    const params = { count: questions.length, limit: MAX_QUESTIONS };
    return refuse({ code: 'register.questions.many', params });
  }
  const length = questionsCell.format(questions).length;
  // What is longer could be entered, but its export could not be opened.
  if (length > EXCEL_CELL_LENGTH) {
    return refuse({ code: 'register.questions.whole', params: { length, limit: EXCEL_CELL_LENGTH } });
  }
  return ok(questions);
}

/** The questions of an item: `编号|问题|方法|依据|答案类型|需取证据|必须`, one per line. */
export const questionsCell: CellCodec = {
  lines: true,
  empty: [],
  parse: readQuestions,
  format: (value) => (Array.isArray(value) ? (value as Question[]).map(formatQuestion).join('\n') : ''),
};
