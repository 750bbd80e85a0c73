import type { LastSource } from '../../plan/monthPlan.ts';
import { ok, problem } from '../../problem.ts';
import { DICE_FORM, fitsLotteryForm } from '../lottery.ts';
import { type Actor, act, type Decide } from './decision.ts';
import type { DrawCase } from './drawCase.ts';
import { REVEAL_MARGIN_MS } from './margins.ts';

/** The lotteries with at least 2^24 outcomes (DR-1 §1.5, §1.11.15), and the highest ball of each colour. */
const LOTTERIES = {
  ssq: { form: 'red,red,red,red,red,red|blue', highest: [33, 16] },
  dlt: { form: 'red,red,red,red,red|blue,blue', highest: [35, 12] },
} as const;

/** Id and text form of the last source, fixed in the commitment. */
export function sourceTerms(
  source: LastSource,
  draw: string,
): { readonly id: string; readonly form: string } {
  return source.type === 'dice'
    ? { id: `dice/${draw}`, form: DICE_FORM }
    : { id: `${source.game}/${source.issue}`, form: LOTTERIES[source.game].form };
}

/** Whether the text is an outcome of the source: written in the committed form, every ball in its range. */
function isOutcome(source: LastSource, form: string, value: string): boolean {
  if (!fitsLotteryForm(form, value)) return false;
  if (source.type === 'dice') return true;
  const { highest } = LOTTERIES[source.game];
  return value
    .split('|')
    .every((group, g) =>
      group.split(',').every((ball) => Number(ball) >= 1 && Number(ball) <= (highest[g] ?? 0)),
    );
}

/** Instant after which no reveal is taken; dice are thrown after the last reveal and need none. */
export function revealDeadline(source: LastSource): string | undefined {
  if (source.type === 'dice') return undefined;
  return `${new Date(Date.parse(source.at) - REVEAL_MARGIN_MS).toISOString().slice(0, 19)}Z`;
}

/**
 * From here on the outcome of a committed draw is fixed, or can be known before it is typed in, and nothing can
 * be voided: a lottery from its own hour on, dice from the last reveal on, because whoever throws them then can
 * compute the result before anybody else sees them.
 */
export function lastSourceExists(draw: DrawCase, at: string): boolean {
  if (draw.commitDigest === undefined) return false;
  const { lastSource } = draw.plan;
  if (lastSource.type === 'dice') return draw.witnesses.every(({ r }) => r !== undefined);
  return Date.parse(at) >= Date.parse(lastSource.at);
}

/** Whether someone with these roles may be the second person for this draw's last source. */
export function mayConfirmSource(draw: DrawCase, roles: Actor['roles']): boolean {
  return draw.plan.lastSource.type === 'lottery' || roles.includes('notary');
}

/** A supervisor types what the lottery or the dice showed. */
export const enterSource: Decide<{ readonly value: string }> = (draw, input, moment) => {
  const { source, plan } = draw;
  if (source === undefined) throw new Error('a committed draw without its last source');
  if (source.entered !== undefined) return problem('ceremony.source.entered');
  if (plan.lastSource.type === 'lottery' && Date.parse(moment.at) < Date.parse(plan.lastSource.at)) {
    return problem('ceremony.source.early', { at: plan.lastSource.at });
  }
  const value = input.value.trim();
  if (!isOutcome(plan.lastSource, source.form, value)) {
    return problem('ceremony.source.form', { form: source.form }, 'value');
  }
  return ok({
    to: 'sourcing',
    state: { ...draw, source: { ...source, entered: { ...act(moment), value } } },
    seal: { value },
  });
};

/** The second person saw something else: the entry is taken back, and stays in public view with both names. */
export const rejectSource: Decide<undefined> = (draw, _input, moment) => {
  const { source } = draw;
  if (source?.entered === undefined) return problem('ceremony.source.missing');
  const { entered, rejected = [], ...rest } = source;
  return ok({
    to: 'sourcing',
    state: {
      ...draw,
      source: { ...rest, rejected: [...rejected, { ...entered, rejectedBy: act(moment) }] },
    },
    seal: { rejected: entered.value },
  });
};

/**
 * The second person types the value again; only equal values seal the draw. A lottery anybody can look up; of
 * dice there is no other witness than the room, so the notary has to be that person.
 */
export const confirmSource: Decide<{ readonly value: string }> = (draw, input, moment) => {
  const { source } = draw;
  if (source?.entered === undefined) return problem('ceremony.source.missing');
  if (!mayConfirmSource(draw, moment.actor.roles)) return problem('ceremony.source.notary');
  if (source.entered.by === moment.actor.userId) return problem('ceremony.four_eyes');
  if (input.value.trim() !== source.entered.value)
    return problem('ceremony.source.differs', undefined, 'value');
  return ok({
    to: 'sealed',
    state: { ...draw, source: { ...source, confirmed: act(moment) } },
    log: [{ type: 'beacon', body: { id: source.id, value: source.entered.value } }],
    seal: { value: source.entered.value },
  });
};
