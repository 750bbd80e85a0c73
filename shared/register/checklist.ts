import * as z from 'zod';
import { line } from './field.ts';
import { codesOf, type Term } from './vocabulary.ts';

/** One answer to a question of a checklist, and what it means for the result of the item. */
export type AnswerTerm = Term & {
  /** The answer is a problem that the visit has found. */
  readonly problem: boolean;
  /** False: the question does not concern this agency, so that it counts neither way. */
  readonly applicable: boolean;
};

/** A closed set of answers. Its own words are the answers in their order, as people write them: `符合/不符合/不适用`. */
export type AnswerVocabulary<Code extends string = string> = Term<Code> & {
  readonly answers: readonly AnswerTerm[];
};

const NOT_APPLICABLE = {
  code: 'not-applicable',
  zh: '不适用',
  en: 'Not applicable',
  problem: false,
  applicable: false,
} as const satisfies AnswerTerm;

/** How questions are answered; there is no other way, so that answers can be counted across visits. */
export const answerVocabularies = [
  {
    code: 'conform',
    zh: '符合/不符合/不适用',
    en: 'Conforms / does not conform / not applicable',
    alias: ['符合', '符合/不符合', 'Conforms'],
    answers: [
      { code: 'conforms', zh: '符合', en: 'Conforms', problem: false, applicable: true },
      { code: 'not-conforming', zh: '不符合', en: 'Does not conform', problem: true, applicable: true },
      NOT_APPLICABLE,
    ],
  },
  {
    code: 'found',
    zh: '未发现/发现/不适用',
    en: 'None found / found / not applicable',
    alias: ['发现', '未发现', '未发现/发现', 'None found'],
    answers: [
      { code: 'none-found', zh: '未发现', en: 'None found', problem: false, applicable: true },
      { code: 'found', zh: '发现', en: 'Found', problem: true, applicable: true },
      NOT_APPLICABLE,
    ],
  },
  {
    code: 'consistent',
    zh: '一致/不一致/不适用',
    en: 'Consistent / not consistent / not applicable',
    alias: ['一致', '一致/不一致', 'Consistent'],
    answers: [
      { code: 'consistent', zh: '一致', en: 'Consistent', problem: false, applicable: true },
      { code: 'inconsistent', zh: '不一致', en: 'Not consistent', problem: true, applicable: true },
      NOT_APPLICABLE,
    ],
  },
] as const satisfies readonly AnswerVocabulary[];
export type AnswerVocabularyCode = (typeof answerVocabularies)[number]['code'];

/** The answers that a question of this vocabulary can have, in their order. */
export function answersOf(code: AnswerVocabularyCode): readonly AnswerTerm[] {
  return answerVocabularies.find((vocabulary) => vocabulary.code === code)?.answers ?? [];
}

/** One answer by its code, or undefined when the vocabulary does not have it. */
export function answerOf(vocabulary: AnswerVocabularyCode, answer: string): AnswerTerm | undefined {
  return answersOf(vocabulary).find(({ code }) => code === answer);
}

/** A published version has at least one question. */
export const MAX_QUESTIONS = 40;

/**
 * One question that the inspectors answer on a visit. What is asked is public: an agency can prepare for it, and
 * nobody is asked anything else (国办发〔2015〕58号 二(一): what is not on the published list is not inspected).
 */
export const questionSchema = z
  .object({
    /** Unique within the version of the item, such as `1` or `2.1`; answers refer to it. */
    code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,9}$/, { error: 'register.questions.code' }),
    text: line(200),
    /** How to check: whom to ask, which paper to look at, what to compare. */
    method: line(300),
    /** The article that the question comes from; an unverified one says so in its words (未核实). */
    law: line(200),
    answers: codesOf<AnswerVocabularyCode>(answerVocabularies),
    /** What is to be taken along as evidence. */
    evidence: line(200).exactOptional(),
    /** Without the evidence the answer cannot be recorded. */
    evidenceRequired: z.boolean(),
  })
  .refine(({ evidence, evidenceRequired }) => !evidenceRequired || evidence !== undefined, {
    error: 'register.questions.evidence',
    path: ['evidence'],
  });
export type Question = z.infer<typeof questionSchema>;

/** The questions of one version of an item, in the order in which they are asked. */
export const questionsSchema = z
  .array(questionSchema)
  .max(MAX_QUESTIONS, { error: 'register.questions.number' })
  .refine((questions) => new Set(questions.map(({ code }) => code)).size === questions.length, {
    error: 'register.questions.repeated',
  });
