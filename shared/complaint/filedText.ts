import * as z from 'zod';
import { parseUscc } from '../register/uscc.ts';

/**
 * What citizens type, made harmless without losing a word of it: it is stored as it was meant, shown as text, and
 * what could turn a page or a log around is taken out.
 */

/** Controls, and the marks that reverse or hide text (bidirectional overrides and isolates, byte order mark). */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** Lone surrogates have no character: they become the replacement character, as a decoder would have it. */
export function wellFormed(text: string): string {
  return text.toWellFormed();
}

/** A text of several lines; line ends become `\n`, three empty lines in a row one. */
export function cleanText(text: string): string {
  return wellFormed(text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(HIDDEN, '')
    .replaceAll(/\n{4,}/g, '\n\n\n')
    .trim();
}

/** A text of one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/[\s\u2028\u2029]+/g, ' ');
}

/** Characters as people count them: an emoji is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}

const bounded = (clean: (text: string) => string, most: number) =>
  z
    .string({ error: 'filing.required' })
    .transform(clean)
    .refine((text) => text !== '', { error: 'filing.required' })
    .refine((text) => lengthOf(text) <= most, { error: `filing.long` });

export const citizenLine = (most: number) => bounded(cleanLine, most);
export const citizenText = (most: number) => bounded(cleanText, most);

/** 统一社会信用代码, its check character verified. */
export const uscc18 = z
  .string()
  .refine((text) => parseUscc(text).ok, { error: 'filing.uscc' })
  .transform((text) => {
    const parsed = parseUscc(text);
    return parsed.ok ? parsed.value : text;
  });
