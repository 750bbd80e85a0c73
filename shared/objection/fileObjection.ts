import { giveCommand } from '../draw/ceremony/command.ts';
import type { Actor, Decide } from '../draw/ceremony/decision.ts';
import { drawCaseId, OBJECTION_PREFIX } from '../draw/ceremony/drawRows.ts';
import { object } from '../draw/ceremony/objections.ts';
import type { DrawDeps } from '../draw/ceremony/ports.ts';
import { digestHex, sha256Suite } from '../draw/hash.ts';
import { ok, problem, type Result } from '../problem.ts';
import { MOST_OBJECTIONS, type Objection } from './objection.ts';

/**
 * Files an objection: the text is kept beside the draw in the same transaction that puts its digest into the
 * published log. A form that is sent twice files once. Refuses what the command `object` refuses, and
 * `objection.many` when the row has filed `MOST_OBJECTIONS`.
 *
 * @returns the digest that stands in the log: the receipt
 */
export async function fileObjection(deps: DrawDeps, objection: Objection): Promise<Result<string>> {
  const { at: _, ...content } = objection;
  const digest = digestHex(sha256Suite, content);
  const filed = (await deps.desk.log(objection.draw)).some((entry) => isObjection(entry, digest));
  if (filed) return ok(digest);
  const before = (await deps.desk.objections(objection.draw)).filter(({ tid }) => tid === objection.tid);
  if (before.length >= MOST_OBJECTIONS) return problem('objection.many', { most: MOST_OBJECTIONS });
  const row = {
    row: { pk: drawCaseId(objection.draw), sk: `${OBJECTION_PREFIX}${digest}`, objection },
    expect: 'absent' as const,
  };
  const decide: Decide<undefined> = (draw, _input, moment) => {
    const decision = object(draw, { digest }, moment);
    return decision.ok ? ok({ ...decision.value, rows: [...(decision.value.rows ?? []), row] }) : decision;
  };
  const actor: Actor = { userId: `link:${objection.tid}`, name: '', roles: ['link'] };
  const given = await giveCommand(deps, objection.draw, 'object', decide, undefined, actor);
  return given.ok ? ok(digest) : given;
}

function isObjection(entry: unknown, digest: string): boolean {
  if (typeof entry !== 'object' || entry === null || !('type' in entry) || !('body' in entry)) return false;
  const { type, body } = entry;
  return (
    type === 'objection' && typeof body === 'object' && body !== null && 'd' in body && body.d === digest
  );
}
