import * as z from 'zod';
import {
  askHearing,
  endWindow,
  state as say,
  serveNotice,
  waive,
} from '../../../../shared/penalty/defending.ts';
import {
  fixHearing,
  holdHearing,
  nameChair,
  reportHearing,
  serveHearing,
  withdrawHearing,
} from '../../../../shared/penalty/hearing.ts';
import { currentNotice } from '../../../../shared/penalty/penaltyCase.ts';
import { ok, problem } from '../../../../shared/problem.ts';
import { listOf, readForm } from '../../kit/http/readForm.ts';
import { firstValue } from '../../kit/links.ts';
import {
  both,
  type CommandRow,
  dayIn,
  type Given,
  giveRead,
  mine,
  named,
  serviceDeps,
  serviceIn,
  textIn,
} from './commandGiven.ts';
import { line, oneOf, reasonForm, told, toldOptional } from './formSchemas.ts';
import { chairsOf } from './officePeople.ts';

/** Commands about what the party is told and what it says: notice, statement, hearing. */

/** What a paper of the party says, with the checked files of the case that belong to it. */
function statementIn(one: Given, text: typeof told | typeof toldOptional) {
  const known = one.seen.state.evidence.map(({ id }) => id);
  const schema = z.object({
    text,
    files: listOf(z.string().refine((id) => known.includes(id), { error: 'penaltyPage.choose' })),
  });
  return both(readForm(schema, one.form), named('on', dayIn(one, 'on')));
}

/** Pressed twice: the last thing the party is said to have said is this. */
const saidLast = (one: Given, kind: 'statement' | 'hearing' | 'waiver') => {
  const last = one.seen.state.statements.findLast((said) => said.kind === kind);
  return mine(one, last) && last?.text === textIn(one, 'text');
};

export const partyCommands = {
  'serve-notice': {
    give: async (one) => giveRead(one, 'serve-notice', serveNotice(await serviceDeps(one)), serviceIn(one)),
    done: (one) => mine(one, currentNotice(one.seen.state)?.served),
  },
  state: {
    give: (one) => giveRead(one, 'state', say, statementIn(one, told)),
    done: (one) => saidLast(one, 'statement'),
  },
  'ask-hearing': {
    give: (one) => giveRead(one, 'ask-hearing', askHearing, statementIn(one, toldOptional)),
    done: (one) => mine(one, one.seen.state.hearing?.asked),
  },
  waive: {
    give: (one) => giveRead(one, 'waive', waive, statementIn(one, toldOptional)),
    done: (one) => one.seen.status === 'considering' && saidLast(one, 'waiver'),
  },
  'end-window': {
    give: (one) => giveRead(one, 'end-window', endWindow, ok(undefined)),
    done: ({ seen }) => seen.status === 'considering',
  },
  'name-chair': {
    give: async (one) => {
      const chair = chairsOf(one.users).find(({ userId }) => userId === firstValue(one.form, 'chair'));
      if (chair === undefined) return problem('penaltyPage.choose', undefined, 'chair');
      return giveRead(one, 'name-chair', nameChair, ok(chair));
    },
    done: ({ seen, form }) => seen.state.hearing?.chair?.userId === firstValue(form, 'chair'),
  },
  'fix-hearing': {
    give: (one) => {
      const schema = z
        .object({ place: line, public: oneOf(['yes', 'no']) })
        .transform(({ place, public: open }) => ({ place, public: open === 'yes' }));
      const input = both(readForm(schema, one.form), named('on', dayIn(one, 'on')));
      return giveRead(one, 'fix-hearing', fixHearing, input);
    },
    done: (one) => {
      const fixed = one.seen.state.hearing?.fixed;
      const on = dayIn(one, 'on');
      return mine(one, fixed) && on.ok && fixed?.on === on.value && fixed.place === textIn(one, 'place');
    },
  },
  'serve-hearing': {
    give: async (one) => giveRead(one, 'serve-hearing', serveHearing(await serviceDeps(one)), serviceIn(one)),
    done: (one) => mine(one, one.seen.state.hearing?.noticeServed),
  },
  'hold-hearing': {
    give: (one) => {
      const schema = z
        .object({ attended: oneOf(['yes', 'no']) })
        .transform(({ attended }) => ({ attended: attended === 'yes' }));
      return giveRead(one, 'hold-hearing', holdHearing, readForm(schema, one.form));
    },
    done: (one) => mine(one, one.seen.state.hearing?.held),
  },
  'report-hearing': {
    give: (one) =>
      giveRead(one, 'report-hearing', reportHearing, readForm(z.object({ text: told }), one.form)),
    done: (one) => mine(one, one.seen.state.hearing?.report),
  },
  'withdraw-hearing': {
    give: (one) => giveRead(one, 'withdraw-hearing', withdrawHearing, readForm(reasonForm, one.form)),
    done: (one) => mine(one, one.seen.state.hearing?.withdrawn),
  },
} as const satisfies Readonly<Record<string, CommandRow>>;
