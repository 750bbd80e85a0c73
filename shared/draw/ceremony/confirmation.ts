import { ok, problem } from '../../problem.ts';
import { type Commit, commitSchema } from '../commitment.ts';
import { digestHex, sha256Suite } from '../hash.ts';
import { act, type Decide } from './decision.ts';
import type { DrawCase } from './drawCase.ts';
import { revealDeadline, sourceTerms } from './lastSource.ts';
import { COMMIT_MARGIN_MS } from './margins.ts';

/** A second supervisor confirms what the first has opened; after this the commitment is public. */
export const confirm: Decide<undefined> = (draw, _input, moment) => {
  if (moment.actor.userId === draw.opened.by) return problem('ceremony.four_eyes');
  if (draw.witnesses.some((seat) => seat.userId === moment.actor.userId))
    return problem('ceremony.confirm.witness');
  const { lastSource } = draw.plan;
  // A rehearsal may be short, but its reveals still need some time.
  const margin = draw.kind === 'rehearsal' ? 0 : COMMIT_MARGIN_MS;
  const deadline = revealDeadline(lastSource);
  if (deadline !== undefined && Date.parse(moment.at) + margin >= Date.parse(deadline)) {
    return problem('ceremony.margin', { deadline });
  }
  return ok({ to: 'confirmed', state: { ...draw, confirmed: act(moment) } });
};

/** The commitment of a frozen draw whose witnesses have all committed (DR-1 §1.4). */
function commitmentOf(draw: DrawCase): Commit {
  const { frozen } = draw;
  if (frozen === undefined) throw new Error('a draw that is not frozen has no commitment');
  return commitSchema.parse({
    v: 'dr1/commit',
    draw: draw.number,
    plan: frozen.planDigest,
    pools: Object.fromEntries(
      Object.entries(frozen.pools).map(([name, { n, root, k }]) => [
        name,
        { n, root, ...(k === undefined ? {} : { k }) },
      ]),
    ),
    sources: [
      ...draw.witnesses.map(({ id, c }) => {
        if (c === undefined) throw new Error(`witness ${id} has not committed`);
        return { type: 'witness' as const, id, c };
      }),
      { type: 'lottery' as const, ...sourceTerms(draw.plan.lastSource, draw.number) },
    ],
  });
}

/** Publishes the commitment: irreversible. */
export const publishCommitment: Decide<undefined> = (draw, _input, { at }) => {
  const { lastSource } = draw.plan;
  if (lastSource.type === 'lottery' && Date.parse(at) >= Date.parse(lastSource.at)) {
    return problem('ceremony.commitment.late');
  }
  const commit = commitmentOf(draw);
  const commitDigest = digestHex(sha256Suite, commit);
  return ok({
    to: 'revealing',
    state: {
      ...draw,
      commit,
      commitDigest,
      committedAt: at,
      source: sourceTerms(draw.plan.lastSource, draw.number),
    },
    log: [{ type: 'commit', body: { ...commit } }],
    seal: { commit: commitDigest },
  });
};
