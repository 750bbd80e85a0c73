import * as z from 'zod';
import type { ResultInput } from '../../../../shared/inspection/visitResults.ts';
import { ok, problem, type Result, refuse } from '../../../../shared/problem.ts';
import { normaliseUscc } from '../../../../shared/register/uscc.ts';
import { writtenLine, writtenText } from '../../../../shared/writtenText.ts';
import type { Values } from '../../kit/context.tsx';
import { readDate, readForm } from '../../kit/http/readForm.ts';
import { allValues, firstValue } from '../../kit/links.ts';

/** The forms of the visit page, read at the edge. The names of the fields are those of the page. */

/** Made on the device or by the page: the same answer sent twice is one. */
export const answerId = z.string().regex(/^[\w-]{16,64}$/, 'kit.form.unreadable');
/** `ZL-01@1/3`; whether the checklist has it is decided by the command. */
export const questionKey = z.string().regex(/^[\w.-]{1,40}@\d{1,6}\/[\w.-]{1,10}$/, 'kit.form.unreadable');
export const answerNote = writtenText(1000, 'inspection.answer.note', { optional: true });
const resultNote = writtenText(1000, 'inspection.result.note', { optional: true });
const statement = writtenText(2000, 'visitPage.statement.wrong', { optional: true });

const arrivalForm = z.object({
  uscc: z
    .string('inspection.arrive.uscc')
    .transform(normaliseUscc)
    .pipe(z.string().regex(/^[0-9A-Z]{18}$/, 'inspection.arrive.uscc')),
  how: z.enum(['typed', 'scanned'], 'kit.form.unreadable'),
});

export const readArrival = (form: Values) => readForm(arrivalForm, form);

const answerForm = z.object({ key: questionKey, answerId, checklists: z.string() });

/** One answer of the form of its question. Its problems stand beside the question. */
export function readAnswer(form: Values) {
  const fixed = readForm(answerForm, form);
  if (!fixed.ok) return fixed;
  const { key, answerId: id, checklists } = fixed.value;
  const note = answerNote.safeParse(firstValue(form, `note.${key}`));
  if (!note.success) return problem('inspection.answer.note', undefined, `note.${key}`);
  const given = { id, key, value: firstValue(form, key), note: note.data };
  return ok({ checklists: checklists.split(','), given });
}

const letterForm = z.object({
  no: z.coerce.number('kit.form.unreadable').int('kit.form.unreadable').min(0, 'kit.form.unreadable'),
});
const outcomes = z.enum(['under-way', 'unsigned', 'signed']);

/** A new letter (`no` 0), or what became of one. Its fields carry the number of the letter. */
export function readLetter(form: Values) {
  const fixed = readForm(letterForm, form);
  if (!fixed.ok) return fixed;
  const { no } = fixed.value;
  const dates = [readDate(form, `sentOn.${no}`), readDate(form, `outcomeOn.${no}`)] as const;
  const [sentOn, outcomeOn] = dates;
  if (!sentOn.ok || !outcomeOn.ok) return refuse(...dates.flatMap((one) => (one.ok ? [] : one.problems)));
  const outcome = outcomes.safeParse(firstValue(form, `outcome.${no}`));
  if (!outcome.success) return problem('kit.form.unreadable', undefined, `outcome.${no}`);
  return ok({
    no,
    sentOn: sentOn.value,
    tracking: firstValue(form, `tracking.${no}`).trim(),
    outcome: outcome.data,
    outcomeOn: outcomeOn.value,
  });
}

/** The result of one item. */
export function readResult(form: Values): Result<ResultInput> {
  const item = firstValue(form, 'item');
  const note = resultNote.safeParse(firstValue(form, `resultNote.${item}`));
  if (!note.success) return problem('inspection.result.note', undefined, `resultNote.${item}`);
  return ok({
    item,
    results: allValues(form, `results.${item}`),
    obstruction: firstValue(form, `obstruction.${item}`),
    unreachable: firstValue(form, `unreachable.${item}`),
    note: note.data,
  });
}

export const readStatement = (form: Values) => readForm(z.object({ statement }), form);

const signedForm = z.object({
  signer: writtenLine(60, 'inspection.signature.signer'),
  capacity: writtenLine(60, 'inspection.signature.capacity'),
  evidence: z.string('inspection.signature.evidence').min(1, 'inspection.signature.evidence'),
});
const unsignedForm = z.object({
  reason: z.string('inspection.signature.reason').min(1, 'inspection.signature.reason'),
  witness: writtenLine(60, 'inspection.signature.witness', { optional: true }),
});

/** The agency's signature, or why there is none. */
export function readAgencySignature(form: Values) {
  switch (firstValue(form, 'signature')) {
    case 'signed': {
      const read = readForm(signedForm, form);
      return read.ok ? ok({ type: 'signed' as const, ...read.value }) : read;
    }
    case 'none': {
      const read = readForm(unsignedForm, form);
      return read.ok ? ok({ type: 'none' as const, ...read.value }) : read;
    }
    default:
      return problem('inspection.signature.missing', undefined, 'signature');
  }
}
