import * as z from 'zod';
import { accept, refuseComplaint } from '../../../../shared/complaint/accepting.ts';
import { disputeOutcomes, openDispute, openSuspension } from '../../../../shared/complaint/complaintCase.ts';
import { dispute, settleDispute } from '../../../../shared/complaint/disputing.ts';
import {
  addNote,
  assignComplaint,
  receiveMaterial,
  requestMaterial,
} from '../../../../shared/complaint/handling.ts';
import { attachRepeat } from '../../../../shared/complaint/linking.ts';
import {
  endMediation,
  recordSitting,
  resume,
  suspend,
  tell,
  withdraw,
} from '../../../../shared/complaint/mediating.ts';
import { read, write } from '../../../../shared/complaint/messaging.ts';
import {
  confirmTransfer,
  takeBack,
  transfer,
  waitingTransfer,
} from '../../../../shared/complaint/transferring.ts';
import {
  askExtension,
  decideExtension,
  decideReport,
  proposeDecision,
  verify,
} from '../../../../shared/complaint/verifying.ts';
import {
  mediationEnds,
  refusalGrounds,
  suspensionReasons,
  transferKinds,
} from '../../../../shared/law/intakeGrounds.ts';
import { ok, problem } from '../../../../shared/problem.ts';
import { readForm } from '../../kit/http/readForm.ts';
import { firstValue } from '../../kit/links.ts';
import {
  asSeen,
  both,
  type CommandRow,
  dayIn,
  giveRead,
  isFresh,
  mine,
  named,
  oneOf,
  textIn,
  told,
} from './commandGiven.ts';
import {
  agreement,
  codesOf,
  consents,
  decisionForm,
  grounded,
  reasonForm,
  tellingHow,
  tellingTo,
} from './formSchemas.ts';
import { type FormCommand, waitingDecision, waitingExtension } from './offers.ts';

const nothing = ok(undefined);

/** One line per command: how its form is read and given, and when it has been done already. */
export const formCommands: Readonly<Record<FormCommand, CommandRow>> = {
  assign: {
    give: async ({ deps, seen, actor, handlers, form }) => {
      const handler = handlers.find(({ userId }) => userId === firstValue(form, 'handler'));
      if (handler === undefined) return problem('complaintPage.assign.missing', undefined, 'handler');
      const desk = { ...deps.complaints, desk: deps.numberDesk, officeCode: deps.office.code };
      return assignComplaint(desk, seen.state.id, handler, actor);
    },
    done: ({ seen, form }) => seen.state.handler?.userId === firstValue(form, 'handler'),
  },
  accept: {
    give: (one) => giveRead(one, 'accept', asSeen(one, accept), nothing),
    done: (one) => mine(one, one.seen.state.accepted),
  },
  refuse: {
    give: (one) => {
      const input = readForm(grounded(codesOf(refusalGrounds)), one.form);
      return giveRead(one, 'refuse', asSeen(one, refuseComplaint), input);
    },
    done: (one) =>
      mine(one, one.seen.state.refusal) && one.seen.state.refusal?.ground === firstValue(one.form, 'ground'),
  },
  verify: {
    give: (one) => giveRead(one, 'verify', asSeen(one, verify), nothing),
    done: ({ seen }) => seen.status === 'verifying',
  },
  'request-material': {
    give: (one) => {
      const schema = z.object({ what: oneOf(['identity', 'documents']), text: told });
      const input = both(readForm(schema, one.form), named('until', dayIn(one, 'until')));
      return giveRead(one, 'request-material', asSeen(one, requestMaterial), input);
    },
    done: (one) => {
      const last = one.seen.state.requests.at(-1);
      return mine(one, last?.asked) && last?.text === textIn(one, 'text');
    },
  },
  'receive-material': {
    give: (one) => {
      const schema = z.object({ no: z.coerce.number('complaintPage.choose').int('complaintPage.choose') });
      return giveRead(one, 'receive-material', asSeen(one, receiveMaterial), readForm(schema, one.form));
    },
    done: ({ seen, form }) =>
      seen.state.requests.some(
        ({ no, answered }) => String(no) === firstValue(form, 'no') && answered !== undefined,
      ),
  },
  suspend: {
    give: (one) => {
      const schema = z.object({ reason: oneOf(codesOf(suspensionReasons)), note: told });
      const input = both(readForm(schema, one.form), named('from', dayIn(one, 'from')));
      return giveRead(one, 'suspend', asSeen(one, suspend), input);
    },
    done: (one) => {
      const open = openSuspension(one.seen.state);
      return mine(one, open?.begun) && open?.reason === firstValue(one.form, 'reason');
    },
  },
  resume: {
    give: (one) => giveRead(one, 'resume', asSeen(one, resume), named('to', dayIn(one, 'to'))),
    done: (one) => {
      const to = dayIn(one, 'to');
      const last = one.seen.state.suspensions.at(-1);
      return mine(one, last?.ended) && to.ok && last?.to === to.value;
    },
  },
  'ask-extension': {
    give: (one) => giveRead(one, 'ask-extension', asSeen(one, askExtension), readForm(reasonForm, one.form)),
    done: (one) => mine(one, waitingExtension(one.seen.state)?.asked),
  },
  'decide-extension': {
    give: (one) => {
      const input = readForm(z.object({ outcome: oneOf(['approved', 'rejected']) }), one.form);
      return giveRead(one, 'decide-extension', asSeen(one, decideExtension), input);
    },
    done: (one) => {
      const decided = one.seen.state.extensions.at(-1)?.decided;
      return mine(one, decided) && decided?.outcome === firstValue(one.form, 'outcome');
    },
  },
  'record-sitting': {
    give: (one) => {
      const schema = z.object({ consent: oneOf(consents), text: told });
      const input = both(readForm(schema, one.form), named('on', dayIn(one, 'on')));
      return giveRead(one, 'record-sitting', asSeen(one, recordSitting), input);
    },
    done: (one) => {
      const last = one.seen.state.sittings.at(-1);
      return mine(one, last) && last?.text === textIn(one, 'text');
    },
  },
  'end-mediation': {
    give: (one) => {
      const input = readForm(grounded(codesOf(mediationEnds)), one.form);
      return giveRead(one, 'end-mediation', asSeen(one, endMediation), input);
    },
    done: (one) => {
      const { mediationEnd } = one.seen.state;
      return mine(one, mediationEnd) && mediationEnd?.ground === firstValue(one.form, 'ground');
    },
  },
  tell: {
    give: (one) => {
      const input = readForm(z.object({ to: oneOf(tellingTo), how: oneOf(tellingHow) }), one.form);
      return giveRead(one, 'tell', asSeen(one, tell), input);
    },
    done: (one) => {
      const last = one.seen.state.tellings.at(-1);
      return (
        mine(one, last) && last?.to === firstValue(one.form, 'to') && last.how === firstValue(one.form, 'how')
      );
    },
  },
  'propose-decision': {
    give: (one) =>
      giveRead(one, 'propose-decision', asSeen(one, proposeDecision), readForm(decisionForm, one.form)),
    done: (one) => {
      const waiting = waitingDecision(one.seen.state);
      return (
        mine(one, waiting?.proposed) &&
        waiting?.outcome === firstValue(one.form, 'outcome') &&
        waiting.reason === textIn(one, 'reason')
      );
    },
  },
  decide: {
    give: (one) => giveRead(one, 'decide', asSeen(one, decideReport), readForm(agreement, one.form)),
    done: (one) => {
      const { decision } = one.seen.state;
      return firstValue(one.form, 'agrees') === 'yes'
        ? mine(one, decision?.decided)
        : decision === undefined && one.seen.status === 'verifying';
    },
  },
  transfer: {
    give: (one) => {
      const schema = z.object({ kind: oneOf(codesOf(transferKinds)), to: told, reason: told });
      return giveRead(one, 'transfer', asSeen(one, transfer), readForm(schema, one.form));
    },
    done: (one) => {
      const last = one.seen.state.transfers.at(-1);
      return mine(one, last) && last?.returned === undefined && last?.to === textIn(one, 'to');
    },
  },
  'confirm-transfer': {
    give: (one) =>
      giveRead(one, 'confirm-transfer', asSeen(one, confirmTransfer), readForm(agreement, one.form)),
    done: (one) =>
      firstValue(one.form, 'agrees') === 'yes'
        ? mine(one, one.seen.state.transfers.at(-1)?.confirmed)
        : waitingTransfer(one.seen.state) === undefined,
  },
  return: {
    give: (one) => giveRead(one, 'return', asSeen(one, takeBack), readForm(reasonForm, one.form)),
    done: (one) => mine(one, one.seen.state.transfers.at(-1)?.returned),
  },
  dispute: {
    give: (one) =>
      giveRead(
        one,
        'dispute',
        asSeen(one, dispute),
        readForm(z.object({ with: told, reason: told }), one.form),
      ),
    done: (one) => {
      const open = openDispute(one.seen.state);
      return mine(one, open) && open?.with === textIn(one, 'with');
    },
  },
  'settle-dispute': {
    give: (one) => {
      const input = readForm(z.object({ outcome: oneOf(disputeOutcomes) }), one.form);
      return giveRead(one, 'settle-dispute', asSeen(one, settleDispute), input);
    },
    done: (one) => {
      const settled = one.seen.state.disputes?.at(-1)?.settled;
      return mine(one, settled) && settled?.outcome === firstValue(one.form, 'outcome');
    },
  },
  withdraw: {
    give: (one) => giveRead(one, 'withdraw', asSeen(one, withdraw), readForm(reasonForm, one.form)),
    done: (one) => one.seen.status === 'withdrawn' || mine(one, one.seen.state.mediationEnd),
  },
  attach: {
    give: async (one) => {
      const schema = z.object({ to: told, facts: oneOf(['same', 'new']) });
      const input = readForm(schema, one.form);
      if (!input.ok) return input;
      const { to, facts } = input.value;
      if (!one.attachable.some(({ state }) => state.id === to))
        return problem('complaintPage.choose', undefined, 'to');
      if (!isFresh(one)) return problem('complaintPage.stale');
      return attachRepeat(
        one.deps.complaints,
        one.seen.state.id,
        { to, newFacts: facts === 'new' },
        one.actor,
      );
    },
    done: ({ seen, form }) =>
      seen.status === 'attached' && seen.state.links.some(({ id }) => id === firstValue(form, 'to')),
  },
  read: {
    give: (one) => giveRead(one, 'read', read, nothing),
    done: ({ seen }) => seen.state.messages.unreadByOffice === 0,
  },
  write: {
    give: (one) =>
      giveRead(
        one,
        'write',
        write,
        readForm(
          z.object({ message: told }).transform(({ message }) => ({ text: message })),
          one.form,
        ),
      ),
    done: async (one) => {
      const last = (await one.deps.complaintLists.messages(one.seen.state.id)).at(-1);
      return last?.from === 'office' && last.text === textIn(one, 'message');
    },
  },
  note: {
    give: (one) =>
      giveRead(
        one,
        'note',
        addNote,
        readForm(
          z.object({ note: told }).transform(({ note }) => ({ text: note })),
          one.form,
        ),
      ),
    done: (one) => {
      const last = one.seen.state.notes.at(-1);
      return mine(one, last) && last?.text === textIn(one, 'note');
    },
  },
};
