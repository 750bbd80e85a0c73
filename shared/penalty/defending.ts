import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { isOverdue, withDeadline, withoutDeadline } from '../calendar/storedDeadline.ts';
import { ok, problem, type Result } from '../problem.ts';
import { actOf, type DecidePenalty, type DecidePenaltyLater, type PenaltyMoment } from './command.ts';
import { deadlineOf } from './deadlines.ts';
import { withRest } from './investigating.ts';
import { currentNotice, type PenaltyCase, type PriorNotice, type Statement } from './penaltyCase.ts';
import { type ServiceDeps, type ServiceInput, servedPaper } from './service.ts';

/** The prior notice is served, and for five working days the party may speak (行政处罚法 arts. 44, 45, 62–64). */

const MOST_STATEMENTS = 20;

/** Records that the prior notice has reached the party: from that day its five working days count. */
export const serveNotice =
  (deps: ServiceDeps): DecidePenaltyLater<ServiceInput> =>
  async (penalty, input, moment) => {
    const notice = currentNotice(penalty);
    if (notice === undefined) return problem('penalty.notice.none');
    const served = await servedPaper(deps, penalty, `prior-notice-${notice.no}`, input, moment);
    if (!served.ok) return served;
    const { service, linked } = served.value;
    const state: PenaltyCase = {
      ...penalty,
      notices: replaced(penalty.notices, { ...notice, served: service }),
      // The days of an announcement do not count towards the decision (令2号 art. 64).
      suspensions:
        service.method === 'announced' && input.on < service.on
          ? [
              ...penalty.suspensions,
              {
                reason: 'announcement',
                note: '',
                from: input.on,
                to: service.on,
                begun: actOf(moment),
                ended: actOf(moment),
              },
            ]
          : penalty.suspensions,
    };
    const defence = deadlineOf('defence', service.on, state, moment.calendar);
    const decide = penalty.deadlines.find(({ kind }) => kind === 'decide');
    const recounted =
      decide === undefined
        ? state.deadlines
        : withDeadline(state.deadlines, deadlineOf('decide', decide.deadline.event, state, moment.calendar));
    return ok({
      to: 'defending',
      state: { ...state, deadlines: withDeadline(recounted, defence) },
      ground: service.method,
      linked,
    });
  };

function replaced(notices: readonly PriorNotice[], next: PriorNotice): readonly PriorNotice[] {
  return notices.map((one) => (one.no === next.no ? next : one));
}

export interface StatementInput {
  readonly text: string;
  /** Day on which it reached the office: today by the link, or the day on a paper that is entered. */
  readonly on: LocalDate;
  readonly files: readonly string[];
}

/** What a paper that was entered may say of its day. */
function dayProblem(penalty: PenaltyCase, on: LocalDate, moment: PenaltyMoment): Result<never> | undefined {
  if (on > shanghaiDate(moment.at)) return problem('penalty.day.future', undefined, 'on');
  const served = currentNotice(penalty)?.served?.on;
  return served !== undefined && on < served ? problem('penalty.day.early', undefined, 'on') : undefined;
}

function said(
  penalty: PenaltyCase,
  kind: Statement['kind'],
  { text, on, files }: StatementInput,
  moment: PenaltyMoment,
): PenaltyCase {
  return {
    ...penalty,
    statements: [...penalty.statements, { ...actOf(moment), kind, text, on, files }],
  };
}

/** Takes a statement or defence. The office hears it as long as nothing is decided; the five days only bar a waiver. */
export const state: DecidePenalty<StatementInput> = (penalty, input, moment) => {
  const wrong = dayProblem(penalty, input.on, moment);
  if (wrong !== undefined) return wrong;
  if (penalty.statements.length >= MOST_STATEMENTS)
    return problem('penalty.many', { most: MOST_STATEMENTS }, 'text');
  return ok({
    to: moment.status,
    state: said(penalty, 'statement', input, moment),
    seal: { text: input.text },
  });
};

/**
 * Takes the request for a hearing: within the five working days, and only where the law gives one. The days of the
 * hearing do not count towards the decision.
 */
export const askHearing: DecidePenalty<StatementInput> = (penalty, input, moment) => {
  const notice = currentNotice(penalty);
  if (notice?.served === undefined) return problem('penalty.notice.none');
  if (!notice.hearing) return problem('penalty.hearing.not_due');
  const wrong = dayProblem(penalty, input.on, moment);
  if (wrong !== undefined) return wrong;
  const defence = penalty.deadlines.find(({ kind }) => kind === 'defence');
  if (defence !== undefined && input.on > defence.deadline.dueLegal)
    return problem('penalty.hearing.late', { due: defence.deadline.dueLegal }, 'on');
  const asked = { ...actOf(moment), on: input.on };
  const heard = withRest(said(penalty, 'hearing', input, moment), {
    reason: 'hearing',
    note: '',
    from: input.on,
    begun: actOf(moment),
  });
  const chair = deadlineOf('chair', input.on, penalty, moment.calendar);
  return ok({
    to: 'hearing',
    state: { ...heard, hearing: { asked }, deadlines: withDeadline(heard.deadlines, chair) },
    seal: { text: input.text },
  });
};

/** The party says that it has nothing (more) to say: the days need not be waited for. */
export const waive: DecidePenalty<StatementInput> = (penalty, input, moment) => {
  const wrong = dayProblem(penalty, input.on, moment);
  if (wrong !== undefined) return wrong;
  const told = said(penalty, 'waiver', input, moment);
  return ok({
    to: 'considering',
    state: { ...told, deadlines: withoutDeadline(told.deadlines, 'defence') },
    seal: { text: input.text },
  });
};

/** Whether the days of the party are over. */
export function windowOver({ deadlines }: Pick<PenaltyCase, 'deadlines'>, at: string): boolean {
  const defence = deadlines.find(({ kind }) => kind === 'defence');
  return defence === undefined || isOverdue(defence, at);
}

/** The days are over: who has not spoken has waived it (令2号 art. 57). Before, nobody can end them but the party. */
export const endWindow: DecidePenalty<undefined> = (penalty, _input, moment) => {
  const defence = penalty.deadlines.find(({ kind }) => kind === 'defence');
  if (defence !== undefined && !isOverdue(defence, moment.at))
    return problem('penalty.window.open', { due: defence.deadline.dueLegal });
  return ok({
    to: 'considering',
    state: penalty,
    ground: penalty.statements.length === 0 ? 'waived' : 'heard',
  });
};
