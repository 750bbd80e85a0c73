import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { Actor } from '../../../../shared/draw/ceremony/decision.ts';
import { giveListing } from '../../../../shared/listing/command.ts';
import { decideListing } from '../../../../shared/listing/deciding.ts';
import { endListing, proposeRemoval, refuseRemoval } from '../../../../shared/listing/ending.ts';
import type { ListingStatus } from '../../../../shared/listing/listingCase.ts';
import { followDecision, type LookDeps } from '../../../../shared/listing/looking.ts';
import { notifyAgency, recordService, recordStatement } from '../../../../shared/listing/noticing.ts';
import type { StoredListing } from '../../../../shared/listing/ports.ts';
import { completeListing } from '../../../../shared/listing/proposing.ts';
import type { ListingCommand } from '../../../../shared/listing/transitions.ts';
import { ok, type Result } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { chargeIn, dayIn, decisionIn, textIn } from './forms.ts';

/** The forms of the page of an entry. `remove` and `annul` are two ways to end it. */
export const listingForms = [
  'complete',
  'notify',
  'record-service',
  'record-statement',
  'decide',
  'propose-removal',
  'refuse-removal',
  'remove',
  'annul',
] as const;
export type ListingFormName = (typeof listingForms)[number];

export interface Given {
  readonly deps: LookDeps;
  readonly id: string;
  readonly form: Values;
  readonly actor: Actor;
}

interface Row {
  readonly command: ListingCommand;
  /** Statuses in which the case stands after it: a second press finds it there. */
  readonly to: readonly ListingStatus[];
  readonly give: (given: Given) => Promise<Result<StoredListing>>;
}

export const listingCommands: Readonly<Record<ListingFormName, Row>> = {
  complete: {
    command: 'complete',
    to: [],
    give: async ({ deps, id, form, actor }) => {
      const charge = chargeIn(form);
      return charge.ok ? giveListing(deps, id, 'complete', completeListing, charge.value, actor) : charge;
    },
  },
  notify: {
    command: 'notify',
    to: ['notified'],
    give: ({ deps, id, actor }) => giveListing(deps, id, 'notify', notifyAgency, undefined, actor),
  },
  'record-service': {
    command: 'record-service',
    to: [],
    give: async ({ deps, id, form, actor }) => {
      const on = dayIn(form, 'on');
      return on.ok ? giveListing(deps, id, 'record-service', recordService, { on: on.value }, actor) : on;
    },
  },
  'record-statement': {
    command: 'record-statement',
    to: [],
    give: async ({ deps, id, form, actor }) => {
      const on = dayIn(form, 'on');
      const text = textIn(form, 'text');
      return on.ok
        ? giveListing(deps, id, 'record-statement', recordStatement, { on: on.value, text }, actor)
        : on;
    },
  },
  decide: {
    command: 'decide',
    to: ['listed', 'rejected'],
    give: async ({ deps, id, form, actor }) => {
      const input = decisionIn(form);
      if (!input.ok) return input;
      return followed(deps, await giveListing(deps, id, 'decide', decideListing(deps), input.value, actor));
    },
  },
  'propose-removal': {
    command: 'propose-removal',
    to: ['removal-proposed'],
    give: async ({ deps, id, form, actor }) => {
      const curedOn = dayIn(form, 'curedOn');
      if (!curedOn.ok) return curedOn;
      const input = { curedOn: curedOn.value, reason: textIn(form, 'reason') };
      return giveListing(deps, id, 'propose-removal', proposeRemoval, input, actor);
    },
  },
  'refuse-removal': {
    command: 'refuse-removal',
    to: ['listed'],
    give: ({ deps, id, form, actor }) =>
      giveListing(deps, id, 'refuse-removal', refuseRemoval, { reason: textIn(form, 'reason') }, actor),
  },
  remove: {
    command: 'end',
    to: ['removed'],
    give: ({ deps, id, actor }) => ended({ deps, id, actor }, 'cured'),
  },
  annul: {
    command: 'end',
    to: ['annulled'],
    give: ({ deps, id, actor }) => ended({ deps, id, actor }, 'annulled'),
  },
};

function ended({ deps, id, actor }: Omit<Given, 'form'>, reason: 'cured' | 'annulled') {
  return endListing(deps, id, { reason, on: shanghaiDate(deps.now()) }, actor);
}

/** What follows from a decision at once: the inspection on site is ordered. */
async function followed(deps: LookDeps, given: Result<StoredListing>): Promise<Result<StoredListing>> {
  if (given.ok) await followDecision(deps, given.value.state.id);
  return given;
}

export interface Together {
  readonly decided: number;
  /** Names of agencies whose entry could not be decided now, with the code of why. */
  readonly left: readonly { readonly name: string; readonly code: string }[];
}

/** Most entries that are decided with one press: each is a transaction of its own. */
export const MOST_TOGETHER = 100;

/** Decides on proposals from CNIPA's list together: its system has listed these agencies already. */
export async function decideTogether(
  deps: LookDeps,
  proposals: readonly StoredListing[],
  reason: string,
  actor: Actor,
): Promise<Result<Together>> {
  const left: { name: string; code: string }[] = [];
  let decided = 0;
  for (const { state } of proposals.slice(0, MOST_TOGETHER)) {
    const input = { outcome: 'listed', reason, gate: false } as const;
    const given = await giveListing(deps, state.id, 'decide', decideListing(deps), input, actor);
    if (given.ok) {
      decided += 1;
      continue;
    }
    const { code = '', field } = given.problems[0] ?? {};
    // What is wrong with the form is wrong for all.
    if (field !== undefined) return given;
    left.push({ name: state.agency.name, code });
  }
  return ok({ decided, left });
}
