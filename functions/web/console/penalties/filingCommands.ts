import * as z from 'zod';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { notFiledGrounds } from '../../../../shared/law/intakeGrounds.ts';
import { filingConditions } from '../../../../shared/law/penaltyProcedure.ts';
import {
  askExtension,
  assignPenalty,
  decideExtension,
  decideFiling,
  nameOfficers,
  proposeFiling,
} from '../../../../shared/penalty/filing.ts';
import { addNote, recordInquiry, resume, suspend } from '../../../../shared/penalty/investigating.ts';
import { openSuspension } from '../../../../shared/penalty/penaltyCase.ts';
import { ok, type Problem, problem, type Result, refuse } from '../../../../shared/problem.ts';
import { certificateCovers, type Inspector } from '../../../../shared/register/inspector.ts';
import { listOf, readForm } from '../../kit/http/readForm.ts';
import { allValues, firstValue } from '../../kit/links.ts';
import { clockStopsByHand } from './clockStops.ts';
import {
  both,
  type CommandRow,
  dayIn,
  type Given,
  giveAnyway,
  giveRead,
  mine,
  named,
  officerOf,
  optionalDayIn,
  textIn,
} from './commandGiven.ts';
import {
  agreement,
  codesOf,
  filingOutcomes,
  lineOptional,
  oneOf,
  reasonForm,
  told,
  toldOptional,
} from './formSchemas.ts';
import { waitingExtension, waitingFiling } from './offers.ts';

/** Commands from the lead to the end of the investigation. */

/** Everything that is asked when a case is to be filed, or not; what belongs to another outcome counts for nothing. */
function filingInput(given: Given) {
  const schema = z.object({
    outcome: oneOf(filingOutcomes),
    conditions: listOf(z.enum(codesOf(filingConditions), 'kit.form.unreadable')),
    graveHarm: z.enum(['yes'], 'kit.form.unreadable').optional(),
    ground: z.union([z.literal(''), z.enum(codesOf(notFiledGrounds))], 'penaltyPage.choose').default(''),
    to: lineOptional,
    reason: told,
  });
  const read = readForm(schema, given.form);
  const actOn = optionalDayIn(given, 'actOn');
  if (!read.ok || !actOn.ok) return refuse(...[read, actOn].flatMap((one) => (one.ok ? [] : one.problems)));
  const { outcome, conditions, graveHarm, ground, to, reason } = read.value;
  const filed = outcome === 'filed';
  return ok({
    outcome,
    conditions: filed ? conditions : [],
    reason,
    ...(filed && graveHarm === 'yes' ? { graveHarm: true } : {}),
    ...(outcome === 'not-filed' && ground !== '' ? { ground } : {}),
    ...(outcome === 'transferred' ? { to } : {}),
    ...(filed && actOn.value !== undefined ? { actOn: actOn.value } : {}),
  });
}

/** The inspectors that were chosen, each still in office and with a certificate that is valid today. */
function officersIn({ form, inspectors, now }: Given): Result<{ officers: ReturnType<typeof officerOf>[] }> {
  const chosen = allValues(form, 'officers').map((id) => inspectors.find((one) => one.id === id));
  const found = chosen.filter((one): one is Inspector => one !== undefined);
  if (found.length < chosen.length) return problem('penaltyPage.choose', undefined, 'officers');
  const today = shanghaiDate(now);
  const wrong = found.filter((one) => one.status !== 'active' || !certificateCovers(one, today));
  if (wrong.length > 0)
    return refuse(
      ...wrong.map(
        ({ name }): Problem => ({
          code: 'penalty.officers.certificate',
          params: { name },
          field: 'officers',
        }),
      ),
    );
  return ok({ officers: found.map(officerOf) });
}

export const filingCommands = {
  assign: {
    give: async (one) => {
      const user = one.users.find(({ userId }) => userId === firstValue(one.form, 'handler'));
      if (user === undefined || user.disabledAt !== undefined || !user.roles.includes('supervisor'))
        return problem('penaltyPage.assign.missing', undefined, 'handler');
      const desk = { desk: one.deps.numberDesk, officeCode: one.deps.office.code };
      return giveRead(one, 'assign', assignPenalty(desk), ok({ userId: user.userId, name: user.name }));
    },
    done: ({ seen, form }) => seen.state.handler?.userId === firstValue(form, 'handler'),
  },
  'name-officers': {
    give: (one) => giveRead(one, 'name-officers', nameOfficers, officersIn(one)),
    done: ({ seen, form }) => {
      const chosen = [...allValues(form, 'officers')].sort();
      const named = seen.state.officers.map(({ inspectorId }) => inspectorId).sort();
      return named.length > 0 && named.join() === chosen.join();
    },
  },
  'propose-filing': {
    give: (one) => giveRead(one, 'propose-filing', proposeFiling, filingInput(one)),
    done: (one) => {
      const waiting = waitingFiling(one.seen.state);
      return (
        mine(one, waiting?.proposed) &&
        waiting?.outcome === firstValue(one.form, 'outcome') &&
        waiting.reason === textIn(one, 'reason')
      );
    },
  },
  'decide-filing': {
    give: (one) => giveRead(one, 'decide-filing', decideFiling, readForm(agreement, one.form)),
    done: (one) =>
      firstValue(one.form, 'agrees') === 'yes'
        ? mine(one, one.seen.state.filing?.decided)
        : one.seen.state.filing === undefined,
  },
  'ask-extension': {
    give: (one) => giveRead(one, 'ask-extension', askExtension, readForm(reasonForm, one.form)),
    done: (one) => mine(one, waitingExtension(one.seen.state)?.asked),
  },
  'decide-extension': {
    give: (one) => {
      const input = readForm(z.object({ outcome: oneOf(['approved', 'rejected']) }), one.form);
      return giveRead(one, 'decide-extension', decideExtension, input);
    },
    done: (one) => {
      const decided = one.seen.state.extensions.at(-1)?.decided;
      return mine(one, decided) && decided?.outcome === firstValue(one.form, 'outcome');
    },
  },
  suspend: {
    give: (one) => {
      const schema = z.object({ reason: oneOf(codesOf(clockStopsByHand)), note: toldOptional });
      const input = both(readForm(schema, one.form), named('from', dayIn(one, 'from')));
      return giveRead(one, 'suspend', suspend, input);
    },
    done: (one) => {
      const open = openSuspension(one.seen.state);
      return mine(one, open?.begun) && open?.reason === firstValue(one.form, 'reason');
    },
  },
  resume: {
    give: (one) => giveRead(one, 'resume', resume, named('to', dayIn(one, 'to'))),
    done: (one) => {
      const to = dayIn(one, 'to');
      const last = one.seen.state.suspensions.at(-1);
      return mine(one, last?.ended) && to.ok && last?.to === to.value;
    },
  },
  'record-inquiry': {
    give: (one) => {
      const schema = z.object({ text: told, officers: listOf(z.string()) });
      const input = both(readForm(schema, one.form), named('on', dayIn(one, 'on')));
      return giveRead(one, 'record-inquiry', recordInquiry, input);
    },
    done: (one) => {
      const last = one.seen.state.inquiries.at(-1);
      return mine(one, last) && last?.text === textIn(one, 'text');
    },
  },
  note: {
    give: (one) => giveAnyway(one, 'note', addNote, readForm(z.object({ text: told }), one.form)),
    done: (one) => {
      const last = one.seen.state.notes.at(-1);
      return mine(one, last) && last?.text === textIn(one, 'text');
    },
  },
} as const satisfies Readonly<Record<string, CommandRow>>;
