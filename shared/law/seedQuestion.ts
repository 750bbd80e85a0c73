import type { AnswerVocabularyCode, Question } from '../register/checklist.ts';
import { type Citation, citedText } from './lawTable.ts';

/** A proposed question of a checklist, with how far the cited text was read. */
export type SeedQuestion = Omit<Question, 'law'> & { readonly citation: Citation };

/** A line of a list of questions; its code is its position. */
export type SeedLine = {
  readonly text: string;
  readonly method: string;
  /** A citation read in full, or one with its verification. */
  readonly law: string | Citation;
  readonly answers: AnswerVocabularyCode;
  readonly evidence?: string;
  readonly required?: true;
};

/** Numbers the questions of one item from 1. */
export function questionList(lines: readonly SeedLine[]): readonly SeedQuestion[] {
  return lines.map(({ text, method, law, answers, evidence, required }, index) => ({
    code: String(index + 1),
    text,
    method,
    citation: typeof law === 'string' ? { text: law, verification: 'V' } : law,
    answers,
    ...(evidence === undefined ? {} : { evidence }),
    evidenceRequired: required === true,
  }));
}

/** The question as the register keeps it: what was not read in full carries the mark 未核实 in its citation. */
export function registerQuestion({ citation, ...question }: SeedQuestion): Question {
  return { ...question, law: citedText(citation) };
}
