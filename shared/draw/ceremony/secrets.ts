import { ok, problem, type Result } from '../../problem.ts';
import { fromHex } from '../bytes.ts';
import { witnessCommitment } from '../commitment.ts';
import { sha256Suite } from '../hash.ts';
import { act, type Decide, type Decision } from './decision.ts';
import type { Act, DrawCase, DrawStatus, WitnessSeat } from './drawCase.ts';
import { revealDeadline } from './lastSource.ts';

const HEX_32 = /^[0-9a-f]{64}$/;

function seatOf(draw: DrawCase, userId: string): WitnessSeat | undefined {
  return draw.witnesses.find((seat) => seat.userId === userId);
}

function withSeat(draw: DrawCase, seat: WitnessSeat): DrawCase {
  return { ...draw, witnesses: draw.witnesses.map((other) => (other.id === seat.id ? seat : other)) };
}

/** People write hashes down in groups; spaces and capitals are no mistake. */
function readHex(text: string): string {
  return text.replace(/[\s-]/g, '').toLowerCase();
}

/** A witness hands in the commitment to a secret that only the witness knows (DR-1 §1.4). */
export const commitSecret: Decide<{ readonly c: string }> = (draw, input, { actor, at }) => {
  const seat = seatOf(draw, actor.userId);
  if (seat === undefined) return problem('ceremony.witness.none');
  if (seat.c !== undefined) return problem('ceremony.witness.committed');
  const c = readHex(input.c);
  if (!HEX_32.test(c)) return problem('ceremony.commitment.form', undefined, 'c');
  if (draw.witnesses.some((other) => other.c === c))
    return problem('ceremony.commitment.copied', undefined, 'c');
  const state = withSeat(draw, { ...seat, c, committedAt: at });
  const complete = state.witnesses.every((other) => other.c !== undefined);
  return ok({ to: complete ? 'confirming' : 'witnessing', state, seal: { witness: seat.id, c } });
};

function open(
  draw: DrawCase,
  seat: WitnessSeat,
  text: string,
  at: string,
  unsealedBy?: Act,
): Result<Decision> {
  if (seat.r !== undefined) return problem('ceremony.witness.revealed');
  const r = readHex(text);
  if (!HEX_32.test(r)) return problem('ceremony.reveal.form', undefined, 'r');
  const expected = witnessCommitment(sha256Suite, draw.number, seat.id, fromHex(r));
  if (expected !== seat.c) return problem('ceremony.reveal.mismatch', undefined, 'r');
  const state = withSeat(draw, {
    ...seat,
    r,
    revealedAt: at,
    ...(unsealedBy === undefined ? {} : { unsealedBy }),
  });
  const complete = state.witnesses.every((other) => other.r !== undefined);
  const to: DrawStatus = complete ? 'sourcing' : 'revealing';
  return ok({ to, state, log: [{ type: 'reveal', body: { id: seat.id, r } }], seal: { witness: seat.id } });
}

/** A witness reveals the secret; it must fit the published commitment. */
export const reveal: Decide<{ readonly r: string }> = (draw, input, { actor, at }) => {
  const seat = seatOf(draw, actor.userId);
  if (seat === undefined) return problem('ceremony.witness.none');
  const deadline = revealDeadline(draw.plan.lastSource);
  if (deadline !== undefined && at >= deadline) return problem('ceremony.reveal.late', { deadline });
  return open(draw, seat, input.r, at);
};

/**
 * The notary opens the sealed copy of a witness who did not come (DR-1 §1.5, withholding). There is no
 * deadline: the sealed value was fixed by the commitment and is not the notary's to choose.
 */
export const unseal: Decide<{ readonly id: string; readonly r: string }> = (draw, input, moment) => {
  const seat = draw.witnesses.find((other) => other.id === input.id);
  if (seat === undefined) return problem('ceremony.witness.unknown', undefined, 'id');
  return open(draw, seat, input.r, moment.at, act(moment));
};
