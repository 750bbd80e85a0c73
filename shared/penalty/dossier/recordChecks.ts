import { startOfShanghaiDay } from '../../calendar/localDate.ts';
import { type Check, compared, holds, unproblematic } from '../../draw/check.ts';
import { casePaperId } from '../../notice/casePaper.ts';
import { assessed } from '../drafting.ts';
import { hearingOccasion } from '../hearing.ts';
import { neverHeavier } from '../measures.ts';
import { currentNotice, type PenaltyCase } from '../penaltyCase.ts';
import { penaltyCaseId } from '../penaltyRows.ts';
import { publicityOf } from '../publicityOf.ts';
import type { PenaltyDossier } from './dossier.ts';

/** What the record itself shows: whether the steps of the law were taken, by different people, within its ranges. */
export function recordChecks(dossier: PenaltyDossier): readonly Check[] {
  const { state } = dossier;
  return [
    ...evidenceChecks(state),
    ...paperChecks(dossier),
    ...eyesChecks(state),
    ...decisionChecks(state),
    ...publicityChecks(state),
  ];
}

/** One check that holds, or those that do not. */
function allOf(name: string, faults: readonly string[]): readonly Check[] {
  return faults.length === 0 ? [holds(name, true)] : faults.map((subject) => holds(name, false, subject));
}

const SHA256 = /^[0-9a-f]{64}$/;

const twice = (list: readonly string[]) => list.filter((one, i) => list.indexOf(one) !== i);

function evidenceChecks({ evidence, statements }: PenaltyCase): readonly Check[] {
  const ids = evidence.map(({ id }) => id);
  const named = statements.flatMap(({ files }) => files);
  return [
    ...allOf(
      'evidence.hash',
      evidence.filter(({ sha256 }) => !SHA256.test(sha256)).map(({ id }) => id),
    ),
    ...allOf('evidence.named', [...named.filter((id) => !ids.includes(id)), ...twice(ids)]),
  ];
}

/** Each paper has a number of its own, which is the one that it shows. */
function paperChecks({ papers, state }: PenaltyDossier): readonly Check[] {
  const numbers = papers.map(({ number }) => number);
  const other = papers.filter(({ paper, number }) => paper.number !== number).map(({ number }) => number);
  return allOf('paper.own', [...other, ...twice(numbers), ...unserved({ papers, state })]);
}

/** What the state says was served is a paper that was served, or sent into the mail system of who has signed for that. */
function unserved({ papers, state }: Pick<PenaltyDossier, 'papers' | 'state'>): readonly string[] {
  const { notices, hearing, decision, id } = state;
  const said = [
    ...notices.filter(({ served }) => served !== undefined).map(({ no }) => `prior-notice-${no}`),
    ...(hearing?.noticeServed === undefined || hearing.fixed === undefined
      ? []
      : [hearingOccasion(hearing.fixed)]),
    ...(decision?.served === undefined ? [] : ['decision']),
  ];
  const reached = papers.filter(({ served, sentAt }) => served !== undefined || sentAt !== undefined);
  return said.filter((occasion) => {
    const paper = casePaperId(penaltyCaseId(id), occasion, 'party');
    return !reached.some((one) => one.id === paper);
  });
}

/** Wherever the law asks for a second person, there was one. */
function eyesChecks(state: PenaltyCase): readonly Check[] {
  const { filing, draft, consideration, decision, annulment, reviews } = state;
  // Whoever takes the case over later handled nothing of it before.
  const handled = state.handler !== undefined && state.handler.since <= (decision?.decided.at ?? '');
  const handler = handled ? state.handler?.userId : undefined;
  const pairs: readonly (readonly [what: string, first: string | undefined, second: string | undefined])[] = [
    ['filing', filing?.proposed.by, filing?.decided?.by],
    ...state.extensions.map((one) => ['extension', one.asked.by, one.decided?.by] as const),
    // An earlier draft, which is gone, may have been the reviewer's own by now.
    ...reviews
      .filter(({ at }) => draft !== undefined && at >= draft.at)
      .map(({ by }) => ['review', draft?.by, by] as const),
    ...[draft?.by, consideration?.by, handler, reviews.at(-1)?.by].map(
      (first) => ['decision', first, decision?.decided.by] as const,
    ),
    ['annulment', annulment?.proposed.by, annulment?.decided?.by],
  ];
  return allOf('penalty.eyes', [
    ...new Set(
      pairs.filter(([, first, second]) => first !== undefined && first === second).map(([what]) => what),
    ),
  ]);
}

/** A penalty rests on its notice, both reviews and a consideration, is no heavier than was told, and within its articles. */
function decisionChecks(state: PenaltyCase): readonly Check[] {
  const { decision, draft } = state;
  if (decision?.outcome !== 'penalty' || draft === undefined) return [];
  const notice = currentNotice(state);
  const passed = (stage: 'notice' | 'decision') =>
    state.reviews.some((one) => one.stage === stage && one.outcome === 'passed');
  const heavier = neverHeavier(notice?.charges ?? [], draft.charges);
  const lawful = assessed(state, 'penalty', draft.charges, startOfShanghaiDay(decision.on));
  const sums = lawful.ok ? lawful.value : undefined;
  return [
    ...allOf('penalty.steps', [
      ...(notice?.served === undefined ? ['notice'] : []),
      ...(passed('notice') ? [] : ['review notice']),
      ...(passed('decision') ? [] : ['review decision']),
      ...(state.consideration === undefined ? ['consideration'] : []),
    ]),
    ...unproblematic('penalty.heavier', heavier.ok ? [] : heavier.problems),
    ...unproblematic('penalty.law', lawful.ok ? [] : lawful.problems),
    compared('penalty.sums', String(sums?.fine ?? ''), String(decision.fine), 'fine'),
    compared('penalty.sums', String(sums?.confiscated ?? ''), String(decision.confiscated), 'confiscation'),
  ];
}

/** What is published follows from what was decided, and from when. */
function publicityChecks({ publicity, draft, decision, party }: PenaltyCase): readonly Check[] {
  if (publicity === undefined || draft === undefined || decision === undefined) return [];
  const term = publicityOf(draft.charges, party, decision.on);
  return [
    compared('penalty.publicity', term.class, publicity.class, 'class'),
    compared('penalty.publicity', term.until, publicity.until, 'until'),
    compared('penalty.publicity', term.earliest ?? '', publicity.earliest ?? '', 'earliest'),
  ];
}
