import type { Role } from '../../../../shared/access/roles.ts';
import { mayDecide } from '../../../../shared/penalty/deciding.ts';
import { mayReview } from '../../../../shared/penalty/reviewing.ts';
import type { ActionProps } from './actForm.tsx';
import { waitingAnnulment, waitingExtension, waitingFiling } from './offers.ts';
import { words } from './penaltyWords.ts';
import { statusOf } from './waiting.ts';

/**
 * Why a step that belongs here is not this person's, said before anybody presses: who has asked may not decide, who
 * drafted may not review, and what is still missing before the next form appears.
 */
export function whyNot(props: ActionProps): readonly string[] {
  return [...missing(props), ...secondPerson(props), ...samePerson(props)];
}

function missing({ lang, stored, user }: ActionProps): readonly string[] {
  const { state } = stored;
  const status = statusOf(stored);
  if (!user.roles.includes('supervisor')) return [];
  if (status === 'lead' && state.handler === undefined) return [words(lang, 'penaltyPage.why.handler')];
  if ((status === 'lead' || status === 'investigating') && state.officers.length < 2)
    return [words(lang, 'penaltyPage.why.officers')];
  if (status === 'investigating' && state.inquiries.length === 0)
    return [words(lang, 'penaltyPage.why.inquiry')];
  return [];
}

/** What waits for a second person, for whoever is not that person. */
function secondPerson({ lang, stored, user }: ActionProps): readonly string[] {
  const { state } = stored;
  const waiting = [
    { code: 'penaltyPage.why.filing', act: waitingFiling(state)?.proposed },
    { code: 'penaltyPage.why.extension', act: waitingExtension(state)?.asked },
    { code: 'penaltyPage.why.annulment', act: waitingAnnulment(state)?.proposed },
  ] as const;
  return waiting.flatMap(({ code, act }) =>
    act === undefined || (user.roles.includes('approver') && act.by !== user.userId)
      ? []
      : [words(lang, code, { name: act.name })],
  );
}

/** Who may not review or decide this case, by name: those who handled, drafted, considered or reviewed it. */
function samePerson({ lang, stored, user }: ActionProps): readonly string[] {
  const { state } = stored;
  const status = statusOf(stored);
  const holds = (role: Role) => user.roles.includes(role);
  const named = (names: readonly (string | undefined)[]) =>
    [...new Set(names.filter((name) => name !== undefined))].join(lang === 'zh' ? '、' : ', ');
  const { handler, draft, consideration, officers, reviews } = state;
  if (status === 'reviewing') {
    const names = named([
      handler?.name,
      draft?.name,
      consideration?.name,
      ...officers.map(({ name }) => name),
    ]);
    const own = holds('legalReviewer') && !mayReview(state, user).ok;
    return [words(lang, own ? 'penaltyPage.why.review.own' : 'penaltyPage.why.review', { names })];
  }
  if (status !== 'deciding') return [];
  const names = named([handler?.name, draft?.name, consideration?.name, reviews.at(-1)?.name]);
  const own = holds('approver') && !mayDecide(state, user).ok;
  return [words(lang, own ? 'penaltyPage.why.decide.own' : 'penaltyPage.why.decide', { names })];
}
