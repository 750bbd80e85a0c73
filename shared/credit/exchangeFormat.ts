import * as z from 'zod';
import type { OutcomeCode } from './outcomes.ts';
import { wireStates } from './wireRecord.ts';

/** What the other side writes, over HTTP and in files alike. It is not ours: every text is cut and cleaned. */

export const LONGEST_TEXT = 200;

const short = z
  .string()
  .transform((text) => text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, LONGEST_TEXT));

/** `0` is the success of nearly every system of the kind; any other code is an error of the whole request. */
export const headSchema = z.object({
  code: z.union([z.string(), z.number()]).transform(String),
  message: short.optional(),
});

export const resultSchema = z.object({
  id: z.string().max(LONGEST_TEXT),
  code: z.string().max(40),
  message: short.optional(),
  receipt: short.optional(),
});
export type WireResult = z.infer<typeof resultSchema>;

export const queriedSchema = z.object({
  id: z.string().max(LONGEST_TEXT),
  held: z.boolean(),
  digest: z.string().max(64).optional(),
  receipt: short.optional(),
});

export const heldSchema = z.object({
  key: z.string().min(1).max(LONGEST_TEXT),
  version: z.int().min(0),
  amendment: z.int().min(0),
  uscc: z.string().regex(/^[0-9A-Z]{18}$/),
  name: short,
  state: z.enum(wireStates),
  digest: z.string().max(64),
});

const words: Readonly<Record<string, OutcomeCode>> = {
  accepted: 'accepted',
  same: 'same',
  conflict: 'other-content',
  stale: 'newer-there',
  absent: 'nothing-there',
  refused: 'refused',
};

/** What the other side's word for one record means; a word that we do not know is a refusal that a person reads. */
export function outcomeOfWord(code: string): OutcomeCode {
  return words[code] ?? 'refused';
}
