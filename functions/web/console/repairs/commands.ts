import * as z from 'zod';
import { type LocalDate, parseLocalDate } from '../../../../shared/calendar/localDate.ts';
import { cleanText } from '../../../../shared/complaint/filedText.ts';
import type { Actor } from '../../../../shared/draw/ceremony/decision.ts';
import { repairMaterials } from '../../../../shared/law/repairRules.ts';
import { ok, problem, type Result } from '../../../../shared/problem.ts';
import { accept, askCompletion, askExtension, decideExtension } from '../../../../shared/repair/accepting.ts';
import { apply, complete, withdraw } from '../../../../shared/repair/applying.ts';
import { cancelRepair, proposeCancellation } from '../../../../shared/repair/cancelling.ts';
import { confirmStopped, decideRepair } from '../../../../shared/repair/carryingOut.ts';
import { type DecideRepair, type DecideRepairLater, giveRepair } from '../../../../shared/repair/command.ts';
import { note, propose } from '../../../../shared/repair/deciding.ts';
import type { RepairDeps, StoredRepair } from '../../../../shared/repair/ports.ts';
import type { Values } from '../../kit/context.tsx';
import { listOf, readDate, readForm } from '../../kit/http/readForm.ts';
import type { OfferedCommand } from './offers.ts';

/** A form of the page of an application. */
export interface Given {
  readonly deps: RepairDeps;
  readonly id: string;
  readonly actor: Actor;
  readonly form: Values;
}

type Give = (given: Given) => Promise<Result<StoredRepair>>;

/** A text whose length and presence the command judges, in its own words. */
const told = z.string('kit.form.unreadable').transform(cleanText).default('');
const codes = repairMaterials.map(({ rule }) => rule);
const reasonForm = z.object({ reason: told });
const agreement = z
  .object({ agrees: z.enum(['yes', 'no'], 'repairPage.choose'), reason: told })
  .transform(({ agrees, reason }) => ({ agrees: agrees === 'yes', reason }));
const proposalForm = z
  .object({ outcome: z.enum(['granted', 'refused'], 'repairPage.choose'), ground: told, reason: told })
  .transform(({ outcome, ground, reason }) =>
    // A ground that was chosen before is hidden on the page and counts for nothing.
    outcome === 'granted' ? { outcome, reason } : { outcome, ground, reason },
  );
const completionForm = z.object({ materials: listOf(z.enum(codes, 'repairPage.choose')), text: told });

function dayIn(form: Values, name: string): Result<LocalDate> {
  const read = readDate(form, name);
  if (!read.ok) return read;
  const day = parseLocalDate(read.value);
  return day === undefined ? problem('repairPage.day.missing', undefined, name) : ok(day);
}

async function giveRead<Input>(
  { deps, id, actor }: Given,
  command: OfferedCommand,
  decide: DecideRepair<Input> | DecideRepairLater<Input>,
  input: Result<Input>,
): Promise<Result<StoredRepair>> {
  return input.ok ? giveRepair(deps, id, command, decide, input.value, actor) : input;
}

const onDay = (given: Given): Result<{ readonly on: LocalDate }> => {
  const on = dayIn(given.form, 'on');
  return on.ok ? ok({ on: on.value }) : on;
};

/** How the form of each command is read and given. */
export const formCommands: Readonly<Record<OfferedCommand, Give>> = {
  apply: (given) => {
    const read = onDay(given);
    const input = read.ok ? ok({ ...read.value, channel: 'counter' as const }) : read;
    return giveRead(given, 'apply', apply(given.deps), input);
  },
  complete: (given) => giveRead(given, 'complete', complete, onDay(given)),
  accept: (given) => giveRead(given, 'accept', accept, ok(undefined)),
  'ask-completion': (given) => {
    const read = readForm(completionForm, given.form);
    const until = dayIn(given.form, 'until');
    if (!read.ok || !until.ok)
      return Promise.resolve({
        ok: false,
        problems: [...(read.ok ? [] : read.problems), ...(until.ok ? [] : until.problems)],
      });
    return giveRead(given, 'ask-completion', askCompletion, ok({ ...read.value, until: until.value }));
  },
  propose: (given) => giveRead(given, 'propose', propose(given.deps), readForm(proposalForm, given.form)),
  async decide(given) {
    const read = readForm(agreement, given.form);
    return read.ok ? decideRepair(given.deps, given.id, read.value, given.actor) : read;
  },
  'ask-extension': (given) =>
    giveRead(given, 'ask-extension', askExtension, readForm(reasonForm, given.form)),
  'decide-extension': (given) =>
    giveRead(given, 'decide-extension', decideExtension, readForm(agreement, given.form)),
  'confirm-stopped': (given) => giveRead(given, 'confirm-stopped', confirmStopped, onDay(given)),
  'propose-cancellation': (given) =>
    giveRead(given, 'propose-cancellation', proposeCancellation, readForm(reasonForm, given.form)),
  async cancel(given) {
    const read = readForm(agreement, given.form);
    return read.ok ? cancelRepair(given.deps, given.id, read.value, given.actor) : read;
  },
  withdraw: (given) => giveRead(given, 'withdraw', withdraw, readForm(reasonForm, given.form)),
  note: (given) => giveRead(given, 'note', note, readForm(z.object({ text: told }), given.form)),
};
