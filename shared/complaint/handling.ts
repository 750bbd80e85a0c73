import { type LocalDate, shanghaiDate, yearOf } from '../calendar/localDate.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { counterPut } from '../draw/ceremony/drawRows.ts';
import { ok, problem, type Result } from '../problem.ts';
import { actOf, type DecideComplaint, type DecideComplaintLater, giveComplaint } from './command.ts';
import type { ComplaintCase, MaterialRequest } from './complaintCase.ts';
import { type FormKind, numberSequence } from './complaintRows.ts';
import { textLimits } from './filing.ts';
import type { ComplaintDeps, StoredComplaint } from './ports.ts';

/** What is done with a case whatever its kind: a number and a handler, notes, requests for material. */

const ATTEMPTS = 8;

/** The last number of a sequence that was given out. */
export interface NumberDesk {
  counter(sequence: string): Promise<number>;
}

/** Letters in official numbers: 投 for a complaint, 举 for a report. */
const letters = { complaint: 'TS', report: 'JB' } as const;

/** Refuses a text that is missing or too long, at its field. */
export function textOf(text: string, field: string, most: number = textLimits.request): Result<string> {
  const trimmed = text.trim();
  if (trimmed === '') return problem('complaint.text.missing', undefined, field);
  return [...trimmed].length > most ? problem('complaint.text.long', { most }, field) : ok(trimmed);
}

export interface AssignDeps extends ComplaintDeps {
  readonly desk: NumberDesk;
  readonly officeCode: string;
}

/**
 * Puts somebody in charge. The first time the case gets its official number: numbers are given by people, so that
 * nothing on the way in waits for a counter, and nobody outside can count what comes in. The number and the counter
 * are written together, so none is left out and none is given twice.
 */
export async function assignComplaint(
  deps: AssignDeps,
  id: string,
  handler: Handler,
  actor: Actor,
): Promise<Result<StoredComplaint>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const given = await giveComplaint(deps, id, 'assign', assigned(deps), handler, actor);
    // Many numbers are being given at once.
    const busy = !given.ok && given.problems.some(({ code }) => code === 'complaint.busy');
    if (!busy) return given;
  }
  return problem('complaint.busy');
}

type Handler = Readonly<Pick<NonNullable<ComplaintCase['handler']>, 'userId' | 'name'>>;

const assigned =
  ({ desk, officeCode }: Pick<AssignDeps, 'desk' | 'officeCode'>): DecideComplaintLater<Handler> =>
  async (complaint, handler, { at, status }) => {
    if (complaint.handler?.userId === handler.userId) return ok({ to: status, state: complaint });
    const state: ComplaintCase = { ...complaint, handler: { ...handler, since: at } };
    if (complaint.number !== undefined) return ok({ to: status, state });
    const year = yearOf(complaint.received.on);
    const sequence = numberSequence(complaint.kind, year);
    const last = await desk.counter(sequence);
    const number = `${officeCode}-${year}-${letters[complaint.kind]}${String(last + 1).padStart(5, '0')}`;
    const form: FormKind = complaint.kind === 'complaint' ? 'complaint-register' : 'report-register';
    return ok({
      to: status,
      state: { ...state, number },
      rows: [counterPut(sequence, last, 1)],
      papers: [{ key: 'register', order: { type: 'form', form, id: '1' } }],
    });
  };

/**
 * Most bytes of a case with what people write into it at length; the database takes 400 KB in all, and whatever is to
 * be decided still has to fit.
 */
const MOST_BYTES = 200_000;

/** Whether no more long texts go into the case. */
export function isFull(complaint: ComplaintCase): boolean {
  return new TextEncoder().encode(JSON.stringify(complaint)).length > MOST_BYTES;
}

/** A note for the office alone: it is in no paper, no mail and on no page of anybody else. */
export const addNote: DecideComplaint<{ readonly text: string }> = (complaint, input, moment) => {
  const text = textOf(input.text, 'note', textLimits.message);
  if (!text.ok) return text;
  if (complaint.notes.length >= MOST_NOTES)
    return problem('complaint.notes.many', { most: MOST_NOTES }, 'note');
  if (isFull(complaint)) return problem('complaint.full', undefined, 'note');
  const notes = [...complaint.notes, { ...actOf(moment), text: text.value }];
  return ok({ to: moment.status, state: { ...complaint, notes }, seal: { note: text.value } });
};
const MOST_NOTES = 100;

/** Asks the person for proof of identity or for documents; the office's own clock runs on meanwhile. */
export const requestMaterial: DecideComplaint<{
  readonly what: MaterialRequest['what'];
  readonly text: string;
  readonly until: LocalDate;
}> = (complaint, input, moment) => {
  if (complaint.filer.anonymous && input.what === 'identity')
    return problem('complaint.anonymous', undefined, 'what');
  const text = textOf(input.text, 'text');
  if (!text.ok) return text;
  if (input.until <= shanghaiDate(moment.at)) return problem('complaint.until.past', undefined, 'until');
  const no = complaint.requests.length + 1;
  if (no > MOST_REQUESTS) return problem('complaint.requests.many', { most: MOST_REQUESTS });
  const request: MaterialRequest = {
    no,
    what: input.what,
    text: text.value,
    until: input.until,
    asked: actOf(moment),
  };
  return ok({
    to: moment.status,
    state: { ...complaint, requests: [...complaint.requests, request] },
    seal: { text: text.value },
    ground: input.what,
    papers: [
      { key: `identity-request-${no}`, order: { type: 'form', form: 'identity-request', id: String(no) } },
    ],
  });
};
const MOST_REQUESTS = 10;

/** What was asked for has come, from the person or over the counter. */
export const receiveMaterial: DecideComplaint<{ readonly no: number }> = (
  complaint,
  { no },
  { at, status, actor },
) => {
  const asked = complaint.requests.find((one) => one.no === no);
  if (asked === undefined) return problem('complaint.request.unknown');
  if (asked.answered !== undefined) return ok({ to: status, state: complaint });
  const by = actor.roles.includes('link') ? ('filer' as const) : ('office' as const);
  const requests = complaint.requests.map((one) => (one.no === no ? { ...one, answered: { at, by } } : one));
  return ok({ to: status, state: { ...complaint, requests } });
};
