import * as z from 'zod';
import { annulmentReasons } from '../../../../shared/law/penaltyProcedure.ts';
import { MOST_FEN, readYuan } from '../../../../shared/money.ts';
import { annul, proposeAnnulment } from '../../../../shared/penalty/annulling.ts';
import { reopen } from '../../../../shared/penalty/considering.ts';
import { decide } from '../../../../shared/penalty/deciding.ts';
import {
  askCourt,
  close,
  recordCorrection,
  recordPayment,
  remindPayment,
} from '../../../../shared/penalty/performing.ts';
import { review } from '../../../../shared/penalty/reviewing.ts';
import { serveDecision } from '../../../../shared/penalty/serving.ts';
import { ok, problem, type Result } from '../../../../shared/problem.ts';
import { readForm } from '../../kit/http/readForm.ts';
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
import { agreement, codesOf, line, oneOf, reasonForm, told, toldOptional } from './formSchemas.ts';
import { waitingAnnulment } from './offers.ts';

/** Commands from the review to the end of the file. */

function amountIn({ form }: Given): Result<number> {
  const fen = readYuan(firstValue(form, 'amount'));
  return fen === undefined || fen > MOST_FEN ? problem('penalty.amount', undefined, 'amount') : ok(fen);
}

export const decidingCommands = {
  review: {
    give: (one) => {
      const schema = z.object({ outcome: oneOf(['passed', 'returned']), note: toldOptional });
      return giveRead(one, 'review', review, readForm(schema, one.form));
    },
    done: (one) => {
      const last = one.seen.state.reviews.at(-1);
      return (
        one.seen.status !== 'reviewing' &&
        mine(one, last) &&
        last?.outcome === firstValue(one.form, 'outcome')
      );
    },
  },
  reopen: {
    give: (one) => giveRead(one, 'reopen', reopen, readForm(reasonForm, one.form)),
    done: (one) =>
      one.seen.status === 'investigating' && mine(one, one.seen.state.notices.at(-1)?.superseded),
  },
  decide: {
    give: (one) => {
      const schema = z
        .object({ agrees: oneOf(['yes', 'no']), reason: toldOptional })
        .transform(({ agrees, reason }) => ({ agrees: agrees === 'yes', reason }));
      const { penalties, numberDesk, office } = one.deps;
      const deps = { ...penalties, desk: numberDesk, penaltyPrefix: office.penaltyPrefix };
      return giveRead(one, 'decide', decide(deps), readForm(schema, one.form));
    },
    done: (one) => {
      const { decision, notes } = one.seen.state;
      if (firstValue(one.form, 'agrees') === 'yes') return mine(one, decision?.decided);
      const last = notes.at(-1);
      return one.seen.status !== 'deciding' && mine(one, last) && last?.text === textIn(one, 'reason');
    },
  },
  'serve-decision': {
    give: async (one) =>
      giveRead(one, 'serve-decision', serveDecision(await serviceDeps(one)), serviceIn(one)),
    done: (one) => mine(one, one.seen.state.decision?.served),
  },
  'record-payment': {
    give: (one) => {
      const input = both(
        readForm(z.object({ receipt: line }), one.form),
        both(named('on', dayIn(one, 'on')), named('amount', amountIn(one))),
      );
      return giveRead(one, 'record-payment', recordPayment, input);
    },
    done: (one) => one.seen.state.payments.some(({ receipt }) => receipt === textIn(one, 'receipt')),
  },
  'record-correction': {
    give: (one) => giveRead(one, 'record-correction', recordCorrection, named('on', dayIn(one, 'on'))),
    done: ({ seen }) => seen.state.corrected !== undefined,
  },
  'remind-payment': {
    give: (one) => giveRead(one, 'remind-payment', remindPayment, ok(undefined)),
    done: (one) => {
      const last = one.seen.state.enforcement.at(-1);
      return last?.step === 'reminder' && mine(one, last);
    },
  },
  'ask-court': {
    give: (one) => giveRead(one, 'ask-court', askCourt, named('on', dayIn(one, 'on'))),
    done: (one) => {
      const last = one.seen.state.enforcement.at(-1);
      return last?.step === 'court' && mine(one, last);
    },
  },
  close: {
    give: (one) => giveRead(one, 'close', close, readForm(z.object({ reason: toldOptional }), one.form)),
    done: ({ seen }) => seen.status === 'closed',
  },
  'propose-annulment': {
    give: (one) => {
      const schema = z.object({ ground: oneOf(codesOf(annulmentReasons)), reference: line, reason: told });
      const input = both(readForm(schema, one.form), named('on', dayIn(one, 'on')));
      return giveRead(one, 'propose-annulment', proposeAnnulment, input);
    },
    done: (one) => {
      const waiting = waitingAnnulment(one.seen.state);
      return mine(one, waiting?.proposed) && waiting?.reference === textIn(one, 'reference');
    },
  },
  annul: {
    give: (one) => giveRead(one, 'annul', annul(one.deps.penalties), readForm(agreement, one.form)),
    done: (one) =>
      firstValue(one.form, 'agrees') === 'yes'
        ? mine(one, one.seen.state.annulment?.decided)
        : one.seen.state.annulment === undefined,
  },
} as const satisfies Readonly<Record<string, CommandRow>>;
