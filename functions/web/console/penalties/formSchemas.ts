import * as z from 'zod';
import { writtenLine, writtenText } from '../../../../shared/writtenText.ts';

/** Closed lists of the forms, limits of their texts, and the parts that several commands share. */

/** Characters of one line: a place, a number, a name of an authority. */
export const lineLimit = 200;
/** Characters of a reason, a note, a record. */
export const textLimit = 4000;

/** A text that has to be there. */
export const told = z
  .string('kit.form.unreadable')
  .default('')
  .pipe(writtenText(textLimit, 'penaltyPage.text.missing'));
/** A text that may be left open, or whose absence the command judges. */
export const toldOptional = z
  .string('kit.form.unreadable')
  .default('')
  .pipe(writtenText(textLimit, 'penaltyPage.text.long', { optional: true }));
export const line = z
  .string('kit.form.unreadable')
  .default('')
  .pipe(writtenLine(lineLimit, 'penaltyPage.line.missing'));
export const lineOptional = z
  .string('kit.form.unreadable')
  .default('')
  .pipe(writtenLine(lineLimit, 'penaltyPage.text.long', { optional: true }));

/** One of a closed list; nothing chosen is said in words. */
export const oneOf = <const Codes extends readonly string[]>(codes: Codes) =>
  z.enum(codes, 'penaltyPage.choose');

export const codesOf = <Rule extends string>(table: readonly { readonly rule: Rule }[]) =>
  table.map(({ rule }) => rule);

export const reasonForm = z.object({ reason: told });
export const agreement = z
  .object({ agrees: oneOf(['yes', 'no']) })
  .transform(({ agrees }) => ({ agrees: agrees === 'yes' }));
export const filingOutcomes = ['filed', 'not-filed', 'transferred'] as const;
