import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { isOverdue, withDeadline, withoutDeadline } from '../calendar/storedDeadline.ts';
import { ok, problem } from '../problem.ts';
import { actOf, type DecidePenalty, type DecidePenaltyLater, type PenaltyMoment } from './command.ts';
import { allRecounted, deadlineOf } from './deadlines.ts';
import { withoutRest } from './investigating.ts';
import type { Hearing, PenaltyCase, StoredDeadline } from './penaltyCase.ts';
import { type ServiceDeps, type ServiceInput, servedPaper } from './service.ts';

/** The hearing with its own dates (行政处罚法 art. 64; 听证办法 arts. 11, 18–22, 29). */

const hearingKinds = ['chair', 'fixHearing', 'hearingNotice', 'hearingReport'] as const;

function withHearing(penalty: PenaltyCase, next: Partial<Hearing>): PenaltyCase {
  if (penalty.hearing === undefined) throw new Error(`${penalty.id} has no hearing`);
  return { ...penalty, hearing: { ...penalty.hearing, ...next } };
}

/** The date of a kind instead of the one before it. */
function followedBy(
  penalty: PenaltyCase,
  done: (typeof hearingKinds)[number],
  next: StoredDeadline | undefined,
): readonly StoredDeadline[] {
  const rest = withoutDeadline(penalty.deadlines, done);
  return next === undefined ? rest : withDeadline(rest, next);
}

/** Somebody who could chair a hearing, with the inspector of the register whom they are. */
export interface Chair {
  readonly userId: string;
  readonly name: string;
  readonly inspectorId?: string | undefined;
}

/** Whether somebody may chair: nobody who handled, drafted or investigated the case (听证办法 art. 11). */
export function mayChair(
  penalty: Pick<PenaltyCase, 'handler' | 'draft' | 'officers'>,
  chair: Pick<Chair, 'userId' | 'inspectorId'>,
): boolean {
  return !(
    penalty.handler?.userId === chair.userId ||
    penalty.draft?.by === chair.userId ||
    penalty.officers.some(({ inspectorId }) => inspectorId === chair.inspectorId)
  );
}

export const nameChair: DecidePenalty<Chair> = (penalty, chair, moment) => {
  if (penalty.hearing?.chair?.userId === chair.userId) return ok({ to: moment.status, state: penalty });
  if (!mayChair(penalty, chair)) return problem('penalty.hearing.own', undefined, 'chair');
  const named = withHearing(penalty, {
    chair: { ...actOf(moment), userId: chair.userId, chair: chair.name },
  });
  const next = deadlineOf('fixHearing', shanghaiDate(moment.at), penalty, moment.calendar);
  return ok({ to: moment.status, state: { ...named, deadlines: followedBy(named, 'chair', next) } });
};

/** Fixes day and place. The party is to have the notice at least seven working days before. */
export const fixHearing: DecidePenalty<{
  readonly on: LocalDate;
  readonly place: string;
  readonly public: boolean;
}> = (penalty, { on, place, public: open }, moment) => {
  if (penalty.hearing?.chair === undefined) return problem('penalty.hearing.chair');
  const notice = deadlineOf('hearingNotice', on, penalty, moment.calendar);
  if (notice.deadline.dueLegal < shanghaiDate(moment.at))
    return problem('penalty.hearing.short', { due: notice.deadline.dueLegal }, 'on');
  const { noticeServed: _served, ...rest } = penalty.hearing;
  const no = (rest.fixed?.no ?? 0) + 1;
  const fixed = { ...actOf(moment), no, on, place, public: open };
  const state: PenaltyCase = { ...penalty, hearing: { ...rest, fixed } };
  return ok({
    to: moment.status,
    state: { ...state, deadlines: followedBy(state, 'fixHearing', notice) },
    papers: [
      {
        key: hearingOccasion(fixed),
        order: { type: 'form', form: 'hearing-notice', id: String(no) },
      },
    ],
    ground: open ? 'public' : 'closed',
  });
};

/** A hearing that is fixed anew gets another paper, also when only its place is another. */
export const hearingOccasion = ({ on, no }: Pick<NonNullable<Hearing['fixed']>, 'on' | 'no'>) =>
  no === 1 ? `hearing-notice-${on}` : `hearing-notice-${on}-${no}`;

/** Records that the notice of the hearing has reached the party in time. */
export const serveHearing =
  (deps: ServiceDeps): DecidePenaltyLater<ServiceInput> =>
  async (penalty, input, moment) => {
    const fixed = penalty.hearing?.fixed;
    if (fixed === undefined) return problem('penalty.hearing.unfixed');
    const served = await servedPaper(deps, penalty, hearingOccasion(fixed), input, moment);
    if (!served.ok) return served;
    const { service, linked } = served.value;
    const notice = deadlineOf('hearingNotice', fixed.on, penalty, moment.calendar);
    if (service.on > notice.deadline.dueLegal)
      return problem('penalty.hearing.short', { due: notice.deadline.dueLegal }, 'on');
    const state = withHearing(penalty, { noticeServed: service });
    return ok({
      to: moment.status,
      state: { ...state, deadlines: withoutDeadline(state.deadlines, 'hearingNotice') },
      ground: service.method,
      linked,
    });
  };

export const holdHearing: DecidePenalty<{ readonly attended: boolean }> = (penalty, { attended }, moment) => {
  const { hearing } = penalty;
  if (hearing?.fixed === undefined) return problem('penalty.hearing.unfixed');
  if (hearing.noticeServed === undefined) return problem('penalty.hearing.unserved');
  if (shanghaiDate(moment.at) < hearing.fixed.on)
    return problem('penalty.hearing.early', { on: hearing.fixed.on });
  const { on } = hearing.fixed;
  const state = withHearing(penalty, { held: { ...actOf(moment), on, attended } });
  const report = deadlineOf('hearingReport', on, penalty, moment.calendar);
  return ok({
    to: moment.status,
    state: { ...state, deadlines: withDeadline(state.deadlines, report) },
    ground: attended ? 'attended' : 'absent',
  });
};

/** The chair's report ends the hearing, and the 90 days run on. */
export const reportHearing: DecidePenalty<{ readonly text: string }> = (penalty, { text }, moment) => {
  if (penalty.hearing?.held === undefined) return problem('penalty.hearing.unheld');
  const state = withHearing(penalty, { report: { ...actOf(moment), text } });
  return ok({ to: 'considering', state: ended(state, moment), seal: { text } });
};

/** The party takes its request back. What is left of its days it keeps: it may still state its case. */
export const withdrawHearing: DecidePenalty<{ readonly reason: string }> = (penalty, { reason }, moment) => {
  if (penalty.hearing?.held !== undefined) return problem('penalty.hearing.held');
  const state = withHearing(penalty, { withdrawn: { ...actOf(moment), reason } });
  const defence = penalty.deadlines.find(({ kind }) => kind === 'defence');
  if (defence === undefined || isOverdue(defence, moment.at))
    return ok({ to: 'considering', state: ended(state, moment), seal: { reason } });
  const rested = ended(state, moment);
  return ok({
    to: 'defending',
    state: { ...rested, deadlines: withDeadline(rested.deadlines, defence) },
    seal: { reason },
  });
};

function ended(penalty: PenaltyCase, moment: PenaltyMoment): PenaltyCase {
  const rested = withoutRest(penalty, shanghaiDate(moment.at), moment);
  const deadlines = rested.deadlines.filter(
    ({ kind }) => kind !== 'defence' && !hearingKinds.some((one) => one === kind),
  );
  return allRecounted({ ...rested, deadlines }, moment.calendar);
}
