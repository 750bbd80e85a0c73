import { requireSecondPerson } from '../access/fourEyes.ts';
import { transitionOf } from '../case/transition.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { ok, problem, type Result, refuse } from '../problem.ts';
import { type CreditItem, wireId } from './creditItem.ts';
import { itemChange, type LedgerChange, type StoredLedger } from './ledger.ts';
import type { MappingContext } from './mapping/fieldRow.ts';
import { wordingFields } from './mapping/wireTypes.ts';
import { orderOf } from './order.ts';
import { type CreditCommand, creditTransitions } from './transitions.ts';
import { wireRecord } from './wireRecord.ts';

/** What a person decides about an entry: pure, on the ledger as it is. */

export interface Moment {
  readonly actor: Actor;
  readonly at: string;
  readonly office: MappingContext['office'];
}

/** What is written with a ledger; who and when are the runner's. */
export type Change = Pick<LedgerChange, 'uscc' | 'agency' | 'items' | 'rows' | 'seal' | 'command' | 'ground'>;

export interface Book {
  readonly ledger: StoredLedger | undefined;
  readonly items: readonly CreditItem[];
}

export type DecideItem<Input> = (
  book: Book,
  item: CreditItem,
  input: Input,
  moment: Moment,
) => Result<Change>;

export const MOST_REASON = 500;

const actOf = ({ actor, at }: Moment) => ({ by: actor.userId, name: actor.name, at });

/** Problems: `credit.role`, `credit.status`. */
function permitted(command: CreditCommand, item: CreditItem, { actor }: Moment): Result<undefined> {
  const line = transitionOf(creditTransitions, command);
  if (!line.by.some((role) => actor.roles.includes(role))) return problem('credit.role');
  return line.from.includes(item.status) ? ok(undefined) : problem('credit.status');
}

export function readReason(given: string): Result<string> {
  const reason = given.trim();
  if (reason === '') return problem('credit.reason.missing', undefined, 'reason');
  if (reason.length > MOST_REASON) return problem('credit.reason.long', { most: MOST_REASON }, 'reason');
  return ok(reason);
}

function changed(
  book: Book,
  item: CreditItem,
  after: CreditItem,
  command: CreditCommand,
  seal: Readonly<Record<string, unknown>> = {},
): Result<Change> {
  const change = itemChange(item, after, book.items);
  return ok({ ...change, command, seal: { ...change.seal, ...seal } });
}

/** Back into the queue, to be sent at once. */
function queuedAgain(item: CreditItem, amendment: number): CreditItem {
  const { nextAt: _, proposal: _proposal, ...rest } = item;
  return { ...rest, status: 'queued', failures: 0, amendment };
}

/** What the other side has under this very name, in other words: only another name can replace it. */
const isTaken = ({ said }: CreditItem) => {
  const last = said.at(-1)?.outcome;
  return last === 'other-content' || last === 'newer-there';
};

/** Takes the next entry of an agency out of the queue, so that a person decides. */
export const stop: DecideItem<undefined> = (book, item, _input, moment) => {
  const may = permitted('stop', item, moment);
  if (!may.ok) return may;
  if (orderOf(book.items).next !== item) return problem('credit.not_first');
  const { nextAt: _, ...rest } = item;
  const said = [...item.said, { at: moment.at, outcome: 'stopped' as const }];
  return changed(book, item, { ...rest, status: 'rejected', said }, 'stop');
};

/** Sends it again as it is: the cause lies on the other side and is gone. */
export const retry: DecideItem<undefined> = (book, item, _input, moment) => {
  const may = permitted('retry', item, moment);
  if (!may.ok) return may;
  return changed(book, item, queuedAgain(item, item.amendment + (isTaken(item) ? 1 : 0)), 'retry');
};

/**
 * Sends it in other words. Only what is worded can be: a number, a date or an amount that is wrong is put right where it
 * was decided.
 */
export const correct: DecideItem<Readonly<Record<string, string>>> = (book, item, given, moment) => {
  const may = permitted('correct', item, moment);
  if (!may.ok) return may;
  const allowed = ['subject', ...wordingFields(item.entry).map(({ field }) => field)];
  const fields = Object.fromEntries(
    Object.entries(given).flatMap(([field, words]) =>
      allowed.includes(field) && words.trim() !== '' ? [[field, words.trim()] as const] : [],
    ),
  );
  const after: CreditItem = {
    ...queuedAgain(item, item.amendment + 1),
    amended: { fields, by: actOf(moment) },
  };
  const record = wireRecord(after, moment.office);
  if (!record.ok) return record;
  if (record.value.digest === item.digest) return problem('credit.correct.same');
  return changed(book, item, after, 'correct');
};

export const proposeGiveUp: DecideItem<{ readonly reason: string }> = (book, item, input, moment) => {
  const may = permitted('propose-give-up', item, moment);
  if (!may.ok) return may;
  if (item.proposal !== undefined) return problem('credit.proposed');
  const reason = readReason(input.reason);
  if (!reason.ok) return reason;
  const proposal = { ...actOf(moment), reason: reason.value };
  return changed(book, item, { ...item, proposal }, 'propose-give-up', { reason: reason.value });
};

export const withdrawGiveUp: DecideItem<undefined> = (book, item, _input, moment) => {
  const may = permitted('withdraw-give-up', item, moment);
  if (!may.ok) return may;
  if (item.proposal === undefined) return problem('credit.not_proposed');
  const { proposal: _, ...rest } = item;
  return changed(book, item, rest, 'withdraw-give-up');
};

/** Two people: it is never sent. What comes after it goes on. */
export const giveUp: DecideItem<undefined> = (book, item, _input, moment) => {
  const may = permitted('give-up', item, moment);
  if (!may.ok) return may;
  const { proposal, ...rest } = item;
  if (proposal === undefined) return problem('credit.not_proposed');
  const two = requireSecondPerson(proposal.by, moment.actor.userId);
  if (!two.ok) return two;
  const givenUp = { ...actOf(moment), proposed: proposal };
  return changed(book, item, { ...rest, status: 'given-up', givenUp }, 'give-up', {
    reason: proposal.reason,
  });
};

/** Sends what was acknowledged once more, under a new name: the other side has lost it or shows it differently. */
export const resend: DecideItem<undefined> = (book, item, _input, moment) => {
  const may = permitted('resend', item, moment);
  if (!may.ok) return may;
  const newer = book.items.some(
    ({ entry }) => entry.key === item.entry.key && entry.version > item.entry.version,
  );
  return newer
    ? problem('credit.newer')
    : changed(book, item, queuedAgain(item, item.amendment + 1), 'resend');
};

/** The entry of an address. */
export function findItem(items: readonly CreditItem[], id: string): Result<CreditItem> {
  const item = items.find((one) => wireId({ entry: one.entry, amendment: 0 }) === id);
  return item === undefined ? refuse({ code: 'credit.unknown' }) : ok(item);
}
