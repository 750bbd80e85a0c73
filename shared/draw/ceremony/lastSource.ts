import type { LastSource } from '../../plan/monthPlan.ts';
import { ok, problem } from '../../problem.ts';
import { DICE_FORM, fitsLotteryForm } from '../lottery.ts';
import { act, type Decide } from './decision.ts';
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
 * From here on the outcome of a committed draw is fixed, whether anyone has typed it in or not, and nothing
 * can be voided. Dice exist from the first entry on, even when that entry is taken back as a slip.
 */
export function lastSourceExists(draw: DrawCase, at: string): boolean {
  if (draw.source === undefined) return false;
  if (draw.source.seenAt !== undefined) return true;
  const { lastSource } = draw.plan;
  return lastSource.type === 'lottery' && Date.parse(at) >= Date.parse(lastSource.at);
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
    state: { ...draw, source: { seenAt: moment.at, ...source, entered: { ...act(moment), value } } },
    seal: { value },
  });
};

/** The second person saw something else: the entry is taken back. */
export const rejectSource: Decide<undefined> = (draw) => {
  const { source } = draw;
  if (source?.entered === undefined) return problem('ceremony.source.missing');
  const { entered, ...rest } = source;
  return ok({ to: 'sourcing', state: { ...draw, source: rest }, seal: { rejected: entered.value } });
};

/** The second person types the value again; only equal values seal the draw. */
export const confirmSource: Decide<{ readonly value: string }> = (draw, input, moment) => {
  const { source } = draw;
  if (source?.entered === undefined) return problem('ceremony.source.missing');
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
