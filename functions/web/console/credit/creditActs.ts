import type { Role } from '../../../../shared/access/roles.ts';
import type { CreditEntry } from '../../../../shared/credit/creditEntry.ts';
import {
  correct,
  giveUp,
  proposeGiveUp,
  retry,
  stop,
  withdrawGiveUp,
} from '../../../../shared/credit/decisions.ts';
import {
  confirmRemedy,
  declineRemedy,
  proposeRemedy,
  resendOurs,
} from '../../../../shared/credit/differenceDecisions.ts';
import { type CreditDeps, giveDifference, giveItem } from '../../../../shared/credit/giveCredit.ts';
import { wordingFields } from '../../../../shared/credit/mapping/wireTypes.ts';
import type { Actor } from '../../../../shared/draw/ceremony/decision.ts';
import type { Result } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { firstValue } from '../../kit/links.ts';

/** What people do about entries and differences, by the last part of the form's address. */

interface Ordered {
  readonly uscc: string;
  readonly seen: number;
  readonly actor: Actor;
  /** Id of the entry, or key of the difference. */
  readonly about: string;
}

type Give = (deps: CreditDeps, order: Ordered, form: Values) => Promise<Result<unknown>>;

const supervisors: readonly Role[] = ['supervisor'];
const approvers: readonly Role[] = ['approver'];
const both: readonly Role[] = ['supervisor', 'approver'];

const reasonIn = (form: Values) => ({ reason: firstValue(form, 'reason') });

/** Forms about an entry, with who comes to them. */
export const entryActs = {
  retry: {
    access: both,
    give: (deps, order) => giveItem(deps, { ...order, id: order.about }, retry, undefined),
  },
  correct: {
    access: supervisors,
    give: (deps, order, form) =>
      giveItem(
        deps,
        { ...order, id: order.about },
        (book, item, _input, moment) => correct(book, item, wordsIn(form, item.entry), moment),
        undefined,
      ),
  },
  'propose-give-up': {
    access: supervisors,
    give: (deps, order, form) => giveItem(deps, { ...order, id: order.about }, proposeGiveUp, reasonIn(form)),
  },
  'withdraw-give-up': {
    access: both,
    give: (deps, order) => giveItem(deps, { ...order, id: order.about }, withdrawGiveUp, undefined),
  },
  'give-up': {
    access: approvers,
    give: (deps, order) => giveItem(deps, { ...order, id: order.about }, giveUp, undefined),
  },
  stop: {
    access: both,
    give: (deps, order) => giveItem(deps, { ...order, id: order.about }, stop, undefined),
  },
} as const satisfies Readonly<Record<string, { readonly access: readonly Role[]; readonly give: Give }>>;

/** Forms about a difference. */
export const differenceActs = {
  resend: {
    access: both,
    give: (deps, order) => giveDifference(deps, { ...order, key: order.about }, resendOurs, undefined),
  },
  propose: {
    access: supervisors,
    give: (deps, order, form) =>
      giveDifference(deps, { ...order, key: order.about }, proposeRemedy, {
        remedy: firstValue(form, 'remedy'),
        ...reasonIn(form),
      }),
  },
  confirm: {
    access: approvers,
    give: (deps, order) => giveDifference(deps, { ...order, key: order.about }, confirmRemedy, undefined),
  },
  decline: {
    access: both,
    give: (deps, order) => giveDifference(deps, { ...order, key: order.about }, declineRemedy, undefined),
  },
} as const satisfies Readonly<Record<string, { readonly access: readonly Role[]; readonly give: Give }>>;

export type EntryAct = keyof typeof entryActs;
export type DifferenceAct = keyof typeof differenceActs;

/** The words that were entered; the names of the fields are those of the other side. */
function wordsIn(form: Values, entry: CreditEntry): Readonly<Record<string, string>> {
  const fields = ['subject', ...wordingFields(entry).map(({ field }) => field)];
  return Object.fromEntries(fields.map((field) => [field, firstValue(form, field)]));
}

/** Each form has fields of its own: several stand on one page. */
export const formName = (act: string, position: number): string => `${act}-${position}`;
