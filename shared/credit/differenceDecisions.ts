import { requireSecondPerson } from '../access/fourEyes.ts';
import { transitionOf } from '../case/transition.ts';
import { ok, problem, type Result } from '../problem.ts';
import { creditRow } from './creditEntry.ts';
import { type Book, type Change, type Moment, readReason, resend } from './decisions.ts';
import {
  type CreditDifference,
  type DifferenceCommand,
  differenceRow,
  differenceTransitions,
  remedies,
} from './differences.ts';

/** What people decide about a difference between the two sides. */

export type DecideDifference<Input> = (
  book: Book,
  difference: CreditDifference,
  input: Input,
  moment: Moment,
) => Result<Change>;

function permitted(
  command: DifferenceCommand,
  { status }: CreditDifference,
  { actor }: Moment,
): Result<undefined> {
  const line = transitionOf(differenceTransitions, command);
  if (!line.by.some((role) => actor.roles.includes(role))) return problem('credit.role');
  return line.from.includes(status) ? ok(undefined) : problem('credit.status');
}

function changed(
  book: Book,
  before: CreditDifference,
  change: Partial<CreditDifference>,
  command: DifferenceCommand,
  seal: Readonly<Record<string, unknown>> = {},
): Change {
  const { proposal: _, ...rest } = before;
  const after = { ...rest, ...change, revision: before.revision + 1 };
  return {
    uscc: before.uscc,
    agency: book.ledger?.state.agency ?? before.agency,
    items: book.items,
    rows: [differenceRow(after, before)],
    command,
    ground: before.kind,
    seal: { difference: after, ...seal },
  };
}

/** Sends ours again, so that the other side has it as it is here. */
export const resendOurs: DecideDifference<undefined> = (book, difference, _input, moment) => {
  if (difference.status === 'settled') return problem('credit.status');
  const item = book.items
    .filter(({ entry, status }) => entry.key === difference.key && status === 'acknowledged')
    .toSorted((a, b) => a.entry.version - b.entry.version)
    .at(-1);
  if (item === undefined) return problem('credit.nothing_ours');
  const sent = resend(book, item, undefined, moment);
  if (!sent.ok) return sent;
  const { proposal: _, ...rest } = difference;
  const by = { by: moment.actor.userId, name: moment.actor.name, at: moment.at };
  const after: CreditDifference = {
    ...rest,
    status: 'settled',
    revision: difference.revision + 1,
    settled: { at: moment.at, how: 'resent', by },
  };
  return ok({ ...sent.value, rows: [...sent.value.rows, differenceRow(after, difference)] });
};

export const proposeRemedy: DecideDifference<{ readonly remedy: string; readonly reason: string }> = (
  book,
  difference,
  input,
  moment,
) => {
  const may = permitted('difference-propose', difference, moment);
  if (!may.ok) return may;
  const remedy = remedies.find((one) => one === input.remedy);
  if (remedy === undefined) return problem('credit.remedy.missing', undefined, 'remedy');
  if (remedy === 'withdraw-there' && difference.kind !== 'unknown-here')
    return problem('credit.remedy.ours', undefined, 'remedy');
  const reason = readReason(input.reason);
  if (!reason.ok) return reason;
  const { actor, at } = moment;
  const proposal = { by: actor.userId, name: actor.name, at, remedy, reason: reason.value };
  return ok(
    changed(book, difference, { status: 'proposed', proposal }, 'difference-propose', {
      reason: reason.value,
    }),
  );
};

export const declineRemedy: DecideDifference<undefined> = (book, difference, _input, moment) => {
  const may = permitted('difference-decline', difference, moment);
  return may.ok ? ok(changed(book, difference, { status: 'open' }, 'difference-decline')) : may;
};

/** A second person: it stays as it is, or the other side is told to take back what nobody here knows. */
export const confirmRemedy: DecideDifference<undefined> = (book, difference, _input, moment) => {
  const may = permitted('difference-confirm', difference, moment);
  if (!may.ok) return may;
  const { proposal, theirs, key, uscc } = difference;
  if (proposal === undefined) return problem('credit.not_proposed');
  const { actor, at } = moment;
  const two = requireSecondPerson(proposal.by, actor.userId);
  if (!two.ok) return two;
  const settled = { at, how: proposal.remedy, by: { by: actor.userId, name: actor.name, at } };
  const change = changed(book, difference, { status: 'settled', settled }, 'difference-confirm', {
    reason: proposal.reason,
  });
  if (proposal.remedy === 'accept' || theirs === undefined) return ok(change);
  const entry = {
    key,
    uscc,
    agency: difference.agency,
    version: theirs.version + 1,
    operation: 'withdraw',
    reason: 'unknown',
    at,
  } as const;
  return ok({ ...change, rows: [...change.rows, creditRow(entry)] });
};
