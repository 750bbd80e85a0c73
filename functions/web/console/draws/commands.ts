import * as z from 'zod';
import type { Role } from '../../../../shared/access/roles.ts';
import { giveCommand, type StoredDraw } from '../../../../shared/draw/ceremony/command.ts';
import { confirm } from '../../../../shared/draw/ceremony/confirmation.ts';
import type { Actor } from '../../../../shared/draw/ceremony/decision.ts';
import { voidGrounds } from '../../../../shared/draw/ceremony/drawCase.ts';
import { confirmSource, enterSource, rejectSource } from '../../../../shared/draw/ceremony/lastSource.ts';
import { endObjections, refreeze } from '../../../../shared/draw/ceremony/objections.ts';
import type { DrawDeps } from '../../../../shared/draw/ceremony/ports.ts';
import { commitSecret, reveal, unseal } from '../../../../shared/draw/ceremony/secrets.ts';
import { type DrawCommand, drawTransitions } from '../../../../shared/draw/ceremony/transitions.ts';
import { confirmVoid, requestVoid, withdrawVoid } from '../../../../shared/draw/ceremony/voiding.ts';
import type { Result } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { readForm } from '../../kit/http/readForm.ts';

type Give = (deps: DrawDeps, number: string, actor: Actor, form: Values) => Promise<Result<StoredDraw>>;

/** A command without entries. */
const plain =
  (command: DrawCommand, decide: typeof confirm): Give =>
  (deps, number, actor) =>
    giveCommand(deps, number, command, decide, undefined, actor);

const text = z.string('kit.form.unreadable').max(2000, 'kit.form.unreadable');
const value = z.object({ value: text });
const secret = z.object({ r: text });
const reason = z.object({ reason: text.max(500, 'kit.form.unreadable') });

/** What people can do to a draw by a form: one line per command, its entries parsed here. */
export const formCommands = {
  'end-objections': plain('end-objections', endObjections),
  refreeze: async (deps, number, actor, form) => {
    const input = readForm(reason, form);
    return input.ok ? giveCommand(deps, number, 'refreeze', refreeze, input.value, actor) : input;
  },
  'commit-secret': async (deps, number, actor, form) => {
    const input = readForm(z.object({ c: text }), form);
    return input.ok ? giveCommand(deps, number, 'commit-secret', commitSecret, input.value, actor) : input;
  },
  confirm: plain('confirm', confirm),
  reveal: async (deps, number, actor, form) => {
    const input = readForm(secret, form);
    return input.ok ? giveCommand(deps, number, 'reveal', reveal, input.value, actor) : input;
  },
  unseal: async (deps, number, actor, form) => {
    const input = readForm(secret.extend({ id: z.string('ceremony.witness.unknown') }), form);
    return input.ok ? giveCommand(deps, number, 'unseal', unseal, input.value, actor) : input;
  },
  'enter-source': async (deps, number, actor, form) => {
    const input = readForm(value, form);
    return input.ok ? giveCommand(deps, number, 'enter-source', enterSource, input.value, actor) : input;
  },
  'confirm-source': async (deps, number, actor, form) => {
    const input = readForm(value, form);
    return input.ok ? giveCommand(deps, number, 'confirm-source', confirmSource, input.value, actor) : input;
  },
  'reject-source': plain('reject-source', rejectSource),
  'request-void': async (deps, number, actor, form) => {
    const input = readForm(reason.extend({ ground: z.enum(voidGrounds, 'ceremony.ground.missing') }), form);
    return input.ok ? giveCommand(deps, number, 'request-void', requestVoid, input.value, actor) : input;
  },
  'withdraw-void': plain('withdraw-void', withdrawVoid),
  void: plain('void', confirmVoid),
} satisfies Partial<Record<DrawCommand, Give>>;

export type FormCommand = keyof typeof formCommands;

/** People (not the system, not links) that the transition table lets give a command. */
export function rolesFor(command: DrawCommand): readonly Role[] {
  const line = drawTransitions.find((transition) => transition.command === command);
  return (line?.by ?? []).filter((role): role is Role => role !== 'system' && role !== 'link');
}
