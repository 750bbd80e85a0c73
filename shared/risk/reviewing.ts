import { requireSecondPerson } from '../access/fourEyes.ts';
import { ok, problem } from '../problem.ts';
import type { DecideRisk } from './command.ts';
import { type FactReview, openReview } from './ledger.ts';
import { factsOf } from './riskFact.ts';

/** Longest reason that a person writes, in characters. */
export const MOST_REASON = 500;

/**
 * Somebody of the office says that a fact is wrong: the case it comes from knows nothing of it, or was about somebody
 * else. A second person decides; a class itself is set by nobody.
 */
export const askReview: DecideRisk<{ readonly fact: string; readonly reason: string }> = (
  ledger,
  input,
  { actor, at },
) => {
  const fact = factsOf(ledger.events).find(({ id }) => id === input.fact);
  if (fact === undefined) return problem('risk.review.fact', undefined, 'fact');
  if (fact.retracted !== undefined) return problem('risk.review.retracted', undefined, 'fact');
  if (openReview(ledger) !== undefined) return problem('risk.review.open');
  const reason = input.reason.trim();
  if (reason === '') return problem('risk.review.reason', undefined, 'reason');
  if (reason.length > MOST_REASON) return problem('risk.review.long', { most: MOST_REASON }, 'reason');
  const review: FactReview = {
    fact: fact.id,
    reason,
    asked: { by: actor.userId, name: actor.name, at },
  };
  return ok({
    ledger: { ...ledger, reviews: [...ledger.reviews, review] },
    ground: 'asked',
    seal: { reason },
    facts: 'same',
  });
};

export const decideReview: DecideRisk<{ readonly agrees: boolean }> = (
  ledger,
  { agrees },
  { actor, at, day },
) => {
  const open = openReview(ledger);
  if (open === undefined) return problem('risk.review.none');
  const eyes = requireSecondPerson(open.asked.by, actor.userId);
  if (!eyes.ok) return eyes;
  const outcome = agrees ? ('retracted' as const) : ('kept' as const);
  const decided = { by: actor.userId, name: actor.name, at, outcome };
  const reviews = ledger.reviews.map((one) => (one === open ? { ...one, decided } : one));
  if (!agrees) return ok({ ledger: { ...ledger, reviews }, ground: outcome, facts: 'same' });
  const { uscc } = ledger;
  const retracted = { type: 'retracted', id: open.fact, uscc, on: day } as const;
  return ok({
    ledger: { ...ledger, reviews, events: [...ledger.events, retracted] },
    ground: outcome,
  });
};
