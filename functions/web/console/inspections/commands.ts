import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { cancel, requestCancel, withdrawCancel } from '../../../../shared/inspection/cancelling.ts';
import {
  type DecideInspection,
  giveInspection,
  type InspectionActor,
} from '../../../../shared/inspection/command.ts';
import {
  proposeCorrection,
  raiseCorrection,
  settleCorrection,
} from '../../../../shared/inspection/correcting.ts';
import { currentRound, type InspectionCase } from '../../../../shared/inspection/inspectionCase.ts';
import { join } from '../../../../shared/inspection/joint.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import { answerRectification, confirmRecheck, recheck } from '../../../../shared/inspection/rectifying.ts';
import { approve, sendBack } from '../../../../shared/inspection/reviewing.ts';
import {
  applyRecusal,
  decideRecusal,
  decideStaffing,
  requestStaffing,
} from '../../../../shared/inspection/staffing.ts';
import { ok, problem, type Result } from '../../../../shared/problem.ts';
import { writtenText } from '../../../../shared/writtenText.ts';
import type { Values } from '../../kit/context.tsx';
import { formFields, plainDigits, readForm } from '../../kit/http/readForm.ts';
import { firstValue } from '../../kit/links.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { correctionOf } from './correctionForm.ts';
import type { FormCommand } from './offers.ts';

export interface Given {
  readonly deps: Pick<ConsoleDeps, 'inspections'>;
  /** The inspection as it was loaded for this request. */
  readonly seen: StoredInspection;
  readonly joinable: readonly StoredInspection[];
  readonly actor: InspectionActor;
  readonly form: Values;
}

interface Row {
  readonly give: (given: Given) => Promise<Result<StoredInspection>>;
  /** Whether the case already is as this form would leave it: a second press is no fault. */
  readonly done?: (given: Given) => boolean;
}

const mine = (given: Given, act: { readonly by: string } | undefined) => act?.by === given.actor.userId;
const keyOf = ({ form }: Given) => firstValue(form, 'idempotencyKey');

/** A choice without an answer is the command's to refuse, in its own words. */
const choice = z.string('kit.form.unreadable').max(60, 'kit.form.unreadable').default('');
/** A field that the page leaves out where nothing can be entered. */
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => value ?? '', schema);
/** A number of days; what is none is refused by the command, which knows the bounds. */
const days = optional(
  z
    .string('kit.form.unreadable')
    .transform((text) => plainDigits(text.trim()))
    .transform((text) => (/^\d{1,3}$/.test(text) ? Number(text) : Number.NaN)),
);
async function given<Input>(
  { deps, seen, actor }: Given,
  command: FormCommand,
  decide: DecideInspection<Input>,
  input: Result<Input>,
): Promise<Result<StoredInspection>> {
  if (!input.ok) return input;
  return giveInspection(deps.inspections, seen.state.number, command, decide, input.value, actor);
}

/** Decides only on what the person had before their eyes: else the page comes back with what is new. */
function asSeen<Input>({ seen, form }: Given, decide: DecideInspection<Input>): DecideInspection<Input> {
  const shown = firstValue(form, 'expectedVersion') === String(seen.version);
  return (inspection, input, moment) =>
    shown && isDeepStrictEqual(inspection, seen.state)
      ? decide(inspection, input, moment)
      : problem('inspectionPage.stale');
}

/** The key of the form names what it makes, so that the same form sent twice makes one. */
function readNew<Schema extends z.ZodType<object>>(schema: Schema, form: Values) {
  const key = readForm(formFields, form);
  if (!key.ok) return key;
  const rest = readForm(schema, form);
  return rest.ok ? ok({ ...rest.value, id: key.value.idempotencyKey }) : rest;
}

const nothing = { ok: true, value: undefined } as const;
const staffingForm = z.object({
  inspectorId: choice,
  reason: choice,
  text: optional(writtenText(500, 'inspection.recusal.text', { optional: true })),
});
const recusalForm = z.object({ tid: choice, text: writtenText(500, 'inspection.recusal.text') });
const approveForm = z.object({
  comment: optional(writtenText(1000, 'inspection.review.comment', { optional: true })),
  rectify: z.preprocess((value) => value === 'yes', z.boolean()),
  rectifyDays: days,
  rectifyText: optional(writtenText(2000, 'inspection.approve.text', { optional: true })),
  handOver: z.enum(['', 'penalty', 'listing'], 'kit.form.unreadable').default(''),
  handOverReason: optional(writtenText(1000, 'inspection.approve.reason', { optional: true })),
});
const settleForm = z.discriminatedUnion(
  'decision',
  [
    z
      .object({ decision: z.literal('keep'), reason: writtenText(1000, 'inspection.correction.keep') })
      .transform(({ reason }) => ({ keep: true as const, reason })),
    z.object({ decision: z.literal('follow') }).transform(() => ({ keep: false as const })),
  ],
  'inspectionPage.settle.missing',
);

/** One line per command: how its form is read and given, and when it has been done already. */
export const formCommands: Readonly<Record<FormCommand, Row>> = {
  'request-staffing': {
    give: (one) => given(one, 'request-staffing', requestStaffing, readNew(staffingForm, one.form)),
    done: (one) => one.seen.state.staffing.some(({ id }) => id === keyOf(one)),
  },
  'decide-staffing': {
    give: async (one) => {
      const schema = z.object({
        id: choice,
        outcome: z.enum(['confirmed', 'refused'], 'kit.form.unreadable'),
      });
      const decided = await given(one, 'decide-staffing', decideStaffing, readForm(schema, one.form));
      if (decided.ok) await one.deps.inspections.kick.replace();
      return decided;
    },
    done: (one) => {
      const request = one.seen.state.staffing.find(({ id }) => id === firstValue(one.form, 'id'));
      return mine(one, request?.decided) && request?.decided?.outcome === firstValue(one.form, 'outcome');
    },
  },
  'apply-recusal': {
    give: (one) => given(one, 'apply-recusal', applyRecusal, readNew(recusalForm, one.form)),
    done: (one) => one.seen.state.recusals.some(({ id }) => id === keyOf(one)),
  },
  'decide-recusal': {
    give: async (one) => {
      const schema = z.object({
        id: choice,
        outcome: z.enum(['granted', 'rejected'], 'inspectionPage.recusal.outcome.missing'),
        reason: writtenText(1000, 'inspection.recusal.reason'),
      });
      const decided = await given(one, 'decide-recusal', decideRecusal, readForm(schema, one.form));
      if (decided.ok) await one.deps.inspections.kick.replace();
      return decided;
    },
    done: (one) => {
      const found = one.seen.state.recusals.find(({ id }) => id === firstValue(one.form, 'id'));
      return mine(one, found?.decided) && found?.decided?.outcome === firstValue(one.form, 'outcome');
    },
  },
  'request-cancel': {
    give: (one) => {
      const schema = z.object({ ground: choice, reason: writtenText(500, 'inspection.cancel.reason') });
      return given(one, 'request-cancel', requestCancel, readForm(schema, one.form));
    },
    done: (one) => {
      const request = one.seen.state.cancelRequest;
      return mine(one, request) && request?.ground === firstValue(one.form, 'ground');
    },
  },
  'withdraw-cancel': {
    give: (one) => given(one, 'withdraw-cancel', withdrawCancel, nothing),
    done: ({ seen }) => seen.state.cancelRequest === undefined && seen.state.cancelled === undefined,
  },
  cancel: {
    give: async (one) => {
      const ended = await given(one, 'cancel', asSeen(one, cancel), nothing);
      if (ended.ok) await one.deps.inspections.kick.replace();
      return ended;
    },
    done: (one) => mine(one, one.seen.state.cancelled?.confirmed),
  },
  join: {
    give: async (one) => {
      const lead = one.joinable.find(({ state }) => state.number === firstValue(one.form, 'lead'));
      if (lead === undefined) return problem('inspection.join.other', undefined, 'lead');
      const value = { lead: lead.state, leadStatus: lead.status };
      return given(one, 'join', asSeen(one, join), { ok: true, value });
    },
    done: ({ seen, form }) => seen.state.lead !== undefined && seen.state.lead === firstValue(form, 'lead'),
  },
  return: {
    give: (one) => {
      const schema = z.object({ reason: writtenText(1000, 'inspection.review.reason') });
      return given(one, 'return', asSeen(one, sendBack), readForm(schema, one.form));
    },
    done: (one) => one.seen.status === 'returned' && mine(one, one.seen.state.reviews.at(-1)),
  },
  approve: {
    give: (one) => given(one, 'approve', asSeen(one, approve), readForm(approveForm, one.form)),
    done: (one) => {
      const review = one.seen.state.reviews.at(-1);
      return review?.outcome === 'approved' && mine(one, review);
    },
  },
  recheck: {
    give: (one) => {
      const schema = z.object({ outcome: choice, note: writtenText(1000, 'inspection.recheck.note') });
      return given(one, 'recheck', recheck, readForm(schema, one.form));
    },
  },
  'confirm-recheck': {
    give: (one) => {
      const input = readForm(z.object({ days }), one.form);
      return given(one, 'confirm-recheck', asSeen(one, confirmRecheck), input);
    },
    done: (one) =>
      one.seen.status !== 'rechecking' &&
      one.seen.state.rectification.some((round) => mine(one, round.recheck?.confirmed)),
  },
  'answer-rectification': {
    give: (one) => {
      const schema = z.object({ text: writtenText(2000, 'inspection.rectify.text') });
      return given(one, 'answer-rectification', answerRectification, readForm(schema, one.form));
    },
    done: ({ seen, form }) => {
      const text = currentRound(seen.state)?.answer?.text;
      return seen.status === 'rechecking' && text !== undefined && text === plain(form, 'text');
    },
  },
  'raise-correction': {
    give: (one) => {
      const schema = z.object({ text: writtenText(500, 'inspection.correction.text') });
      return given(one, 'raise-correction', raiseCorrection, readForm(schema, one.form));
    },
    done: (one) => {
      const last = one.seen.state.corrections.at(-1);
      return mine(one, last?.raised) && last?.settled === undefined && last?.text === plain(one.form, 'text');
    },
  },
  'propose-correction': {
    give: (one) =>
      given(
        one,
        'propose-correction',
        asSeen(one, proposeCorrection),
        correctionOf(one.seen.state, one.form),
      ),
  },
  'settle-correction': {
    give: (one) => {
      return given(one, 'settle-correction', asSeen(one, settleCorrection), readForm(settleForm, one.form));
    },
    done: (one) => lastSettledBy(one.seen.state, one.actor.userId),
  },
};

/** A text as `writtenText` leaves it, to compare with what is stored. */
function plain(form: Values, name: string): string {
  return firstValue(form, name).replaceAll('\r\n', '\n').normalize('NFC').trim();
}

function lastSettledBy(inspection: InspectionCase, userId: string): boolean {
  return inspection.corrections.at(-1)?.settled?.by === userId;
}
