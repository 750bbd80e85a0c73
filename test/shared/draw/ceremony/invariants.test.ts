import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Transition } from '../../../../shared/case/transition.ts';
import { fromHex } from '../../../../shared/draw/bytes.ts';
import { confirm, publishCommitment } from '../../../../shared/draw/ceremony/confirmation.ts';
import { type Actor, type Decide, SYSTEM } from '../../../../shared/draw/ceremony/decision.ts';
import type { DrawCase, DrawStatus } from '../../../../shared/draw/ceremony/drawCase.ts';
import { confirmSource, enterSource, rejectSource } from '../../../../shared/draw/ceremony/lastSource.ts';
import { endObjections, object, refreeze } from '../../../../shared/draw/ceremony/objections.ts';
import { commitSecret, reveal, unseal } from '../../../../shared/draw/ceremony/secrets.ts';
import { type DrawCommand, drawTransitions } from '../../../../shared/draw/ceremony/transitions.ts';
import {
  confirmVoid,
  requestVoid,
  voidByItself,
  withdrawVoid,
} from '../../../../shared/draw/ceremony/voiding.ts';
import { witnessCommitment } from '../../../../shared/draw/commitment.ts';
import { sha256Suite } from '../../../../shared/draw/hash.ts';
import { DICE, people, testPlan, witnessSeats } from '../../../fixtures/drawWorld.ts';

const NUMBER = 'BJIPO-2026-0001';
const LOTTERY = '03,08,12,19,25,31|07';
const start = Date.parse('2026-12-01T00:00:00Z');
const lottery = { type: 'lottery', game: 'ssq', issue: '2026139', at: '2026-12-03T13:15:00Z' } as const;

const both: Actor = { ...people.supervisor, roles: ['supervisor', 'approver'] };
const actors: readonly Actor[] = [
  ...Object.values(people),
  both,
  SYSTEM,
  { userId: 'l', name: '', roles: ['link'] },
];

/** One try: a command with one of a few inputs, by anybody, some hours after the one before. */
interface Try {
  readonly command: DrawCommand;
  readonly decide: Decide<never>;
  readonly input: unknown;
  /** Given by the system alone, or by people alone. */
  readonly by?: 'system' | 'people';
}

const secretsOf = witnessSeats.map(({ r }) => r);
const commitmentsOf = witnessSeats.map(({ id, r }) => witnessCommitment(sha256Suite, NUMBER, id, fromHex(r)));
const void_ = { ground: 'ceremony-disturbed', reason: '停电' };

const tries: readonly Try[] = [
  { command: 'object', decide: object as Decide<never>, input: { digest: 'ab'.repeat(32) } },
  { command: 'end-objections', decide: endObjections as Decide<never>, input: undefined },
  { command: 'refreeze', decide: refreeze as Decide<never>, input: { reason: '更正' } },
  ...commitmentsOf.map(
    (c): Try => ({ command: 'commit-secret', decide: commitSecret as Decide<never>, input: { c } }),
  ),
  { command: 'confirm', decide: confirm as Decide<never>, input: undefined },
  { command: 'publish-commitment', decide: publishCommitment as Decide<never>, input: undefined },
  ...secretsOf.map((r): Try => ({ command: 'reveal', decide: reveal as Decide<never>, input: { r } })),
  { command: 'unseal', decide: unseal as Decide<never>, input: { id: 'official-b', r: secretsOf[1] } },
  ...[DICE, LOTTERY].flatMap((value): Try[] => [
    { command: 'enter-source', decide: enterSource as Decide<never>, input: { value } },
    { command: 'confirm-source', decide: confirmSource as Decide<never>, input: { value } },
  ]),
  { command: 'reject-source', decide: rejectSource as Decide<never>, input: undefined },
  { command: 'request-void', decide: requestVoid as Decide<never>, input: void_ },
  { command: 'withdraw-void', decide: withdrawVoid as Decide<never>, input: undefined },
  { command: 'void', decide: confirmVoid as Decide<never>, input: undefined, by: 'people' },
  {
    command: 'void',
    decide: voidByItself as Decide<never>,
    input: { ground: 'reveal-missing' },
    by: 'system',
  },
];

function frozenDraw(source: DrawCase['plan']['lastSource']): DrawCase {
  const pool = { n: 3, root: 'aa'.repeat(32), file: 'f', k: 'bb'.repeat(32) };
  return {
    number: NUMBER,
    kind: 'draw',
    task: '2026-12',
    plan: testPlan({ lastSource: source }),
    opened: { by: people.supervisor.userId, name: '', at: '2026-12-01T00:00:00Z' },
    snapshot: 1,
    objections: 0,
    witnesses: witnessSeats.map(({ id, who }) => ({ id, userId: who.userId, name: who.name })),
    frozen: {
      at: '2026-12-01T00:00:00Z',
      home: NUMBER,
      planDigest: 'cc'.repeat(32),
      planFile: 'p',
      pools: { agency: pool, inspector: pool, relation: pool },
      blinded: true,
    },
    window: { until: '2026-12-01T12:00:00Z', lastDay: '2026-12-01', provisional: false },
    log: { n: 0, head: '' },
  };
}

/** Commands that bring a draw forward; everything else holds it up or takes it back. */
const forward: readonly DrawCommand[] = [
  'end-objections',
  'commit-secret',
  'confirm',
  'publish-commitment',
  'reveal',
  'enter-source',
  'confirm-source',
];

interface Standing {
  readonly status: DrawStatus;
  readonly draw: DrawCase;
}

/** The draw after a try; undefined when the table or the decision refuses it. */
function tryOut(now: Standing, attempt: Try, actor: Actor, at: string): Standing | undefined {
  const line = lineOf(attempt.command);
  if (!line.from.includes(now.status)) return undefined;
  if (!line.by.some((role) => actor.roles.includes(role))) return undefined;
  if (attempt.by !== undefined && (attempt.by === 'system') !== (actor === SYSTEM)) return undefined;
  const decided = attempt.decide(now.draw, attempt.input as never, { actor, at, status: now.status });
  return decided.ok ? { status: decided.value.to, draw: decided.value.state } : undefined;
}

/** The first person and input that bring the draw forward, if anybody can. */
function helpful(now: Standing, at: string): { attempt: Try; actor: Actor } | undefined {
  for (const attempt of tries.filter(({ command }) => forward.includes(command))) {
    const actor = actors.find((one) => one !== both && tryOut(now, attempt, one, at) !== undefined);
    if (actor !== undefined) return { attempt, actor };
  }
  return undefined;
}

const lineOf = (command: DrawCommand) =>
  drawTransitions.find((line) => line.command === command) as Transition<DrawStatus, DrawCommand>;

/** What must be true of every step, whoever does whatever in whatever order. */
function checkStep(before: Standing, after: Standing, { command }: Try, actor: Actor) {
  const line = lineOf(command);
  expect(line.to === 'same' ? [before.status] : line.to).toContain(after.status);
  if (before.draw.commitDigest !== undefined) {
    expect(after.draw.commitDigest).toBe(before.draw.commitDigest);
    expect(after.draw.frozen).toEqual(before.draw.frozen);
    expect(after.draw.witnesses.map(({ c }) => c)).toEqual(before.draw.witnesses.map(({ c }) => c));
  }
  for (const seat of after.draw.witnesses) {
    if (seat.r === undefined) continue;
    expect(witnessCommitment(sha256Suite, NUMBER, seat.id, fromHex(seat.r))).toBe(seat.c);
  }
  if (command === 'confirm') expect(actor.userId).not.toBe(after.draw.opened.by);
  if (after.status === 'voided') {
    if (actor !== SYSTEM) expect(after.draw.voided?.request.by).not.toBe(actor.userId);
  }
  if (after.status === 'sealed') {
    const { entered, confirmed } = after.draw.source ?? {};
    expect(entered?.by).not.toBe(confirmed?.by);
    expect(after.draw.witnesses.every(({ r }) => r !== undefined)).toBe(true);
  }
}

/** The outcome can be known once only the dice are awaited, or from the hour of the lottery on. */
function outcomeKnown({ status, draw }: Standing, at: string): boolean {
  if (draw.plan.lastSource.type === 'dice') return status === 'sourcing';
  return draw.commitDigest !== undefined && at >= lottery.at;
}

describe('whatever people do in whatever order', () => {
  it('never breaks what the draw promises', () => {
    const step = fc.record({
      attempt: fc.constantFrom(...tries),
      actor: fc.constantFrom(...actors),
      hours: fc.integer({ min: 0, max: 6 }),
      forwards: fc.boolean(),
    });
    const reached = new Set<DrawStatus>();
    fc.assert(
      fc.property(
        fc.constantFrom({ type: 'dice' } as const, lottery),
        fc.array(step, { minLength: 40, maxLength: 160, size: 'max' }),
        (source, steps) => {
          let now: Standing = { status: 'objection', draw: frozenDraw(source) };
          let clock = start;
          let seen = false;
          for (const { forwards, hours, ...random } of steps) {
            clock += hours * 3_600_000;
            const at = `${new Date(clock).toISOString().slice(0, 19)}Z`;
            const { attempt, actor } = (forwards ? helpful(now, at) : undefined) ?? random;
            const next = tryOut(now, attempt, actor, at);
            if (next === undefined) continue;
            checkStep(now, next, attempt, actor);
            seen ||= outcomeKnown(next, at);
            if (next.status === 'voided') expect(seen).toBe(false);
            now = next;
            reached.add(now.status);
          }
        },
      ),
      { numRuns: 1_500, seed: 20261201 },
    );
    // The walk is worth something only if it gets everywhere that people can bring a draw.
    expect([...reached].sort()).toEqual(
      [
        'confirmed',
        'confirming',
        'objection',
        'planned',
        'revealing',
        'sealed',
        'sourcing',
        'voided',
        'witnessing',
      ].sort(),
    );
  });
});
