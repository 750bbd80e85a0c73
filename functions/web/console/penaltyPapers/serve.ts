import { localDate } from '../../../../shared/calendar/localDate.ts';
import type { StoredCasePaper } from '../../../../shared/notice/casePaper.ts';
import { type DecidePenaltyLater, givePenalty } from '../../../../shared/penalty/command.ts';
import { serveNotice } from '../../../../shared/penalty/defending.ts';
import { hearingOccasion, serveHearing } from '../../../../shared/penalty/hearing.ts';
import { currentNotice, type PenaltyCase } from '../../../../shared/penalty/penaltyCase.ts';
import { PENALTY_PREFIX, penaltyCaseId } from '../../../../shared/penalty/penaltyRows.ts';
import { readService, type ServiceDeps, type ServiceInput } from '../../../../shared/penalty/service.ts';
import { serveDecision } from '../../../../shared/penalty/serving.ts';
import type { PenaltyCommand } from '../../../../shared/penalty/transitions.ts';
import { problem, type Result, refuse } from '../../../../shared/problem.ts';
import { readDate } from '../../kit/http/readForm.ts';
import { firstValue } from '../../kit/links.ts';
import type { PaperRequest } from '../casePapers/paperRoutes.tsx';
import { inspectionActorOf } from '../consoleDeps.ts';
import { noticeCommandDeps } from '../notices/routes.tsx';

interface Serving {
  readonly command: PenaltyCommand;
  readonly serve: (deps: ServiceDeps) => DecidePenaltyLater<ServiceInput>;
  /** Whether the case waits for the service of this very paper. */
  readonly waits: (penalty: PenaltyCase, status: string, occasion: string) => boolean;
}

const servings: Readonly<Record<string, Serving>> = {
  'prior-notice': {
    command: 'serve-notice',
    serve: serveNotice,
    waits: (penalty, status, occasion) =>
      status === 'noticing' && occasion === `prior-notice-${currentNotice(penalty)?.no}`,
  },
  'hearing-notice': {
    command: 'serve-hearing',
    serve: serveHearing,
    waits: ({ hearing }, status, occasion) =>
      status === 'hearing' && hearing?.fixed !== undefined && hearingOccasion(hearing.fixed) === occasion,
  },
  decision: {
    command: 'serve-decision',
    serve: serveDecision,
    waits: (_penalty, status) => status === 'serving',
  },
};

/** Service of a paper that moves its case: paper and case together, so that no clock is forgotten. */
export function serveInCase(
  request: PaperRequest,
  { state: paper }: StoredCasePaper,
): Promise<Result<unknown>> | undefined {
  const serving = servings[paper.form];
  return serving === undefined
    ? undefined
    : give(request, serving, paper.case.slice(PENALTY_PREFIX.length), paper.occasion);
}

async function give(
  request: PaperRequest,
  { command, serve, waits }: Serving,
  id: string,
  occasion: string,
): Promise<Result<unknown>> {
  const { deps, form, user } = request;
  const { cases } = deps.penalties;
  const stored = await cases.load<PenaltyCase>(penaltyCaseId(id));
  if (stored === undefined || !waits(stored.state, stored.status, occasion)) return problem('notice.state');
  const on = readDate(form, 'on');
  if (!on.ok) return on;
  if (on.value === '') return problem('notice.served.date', undefined, 'on');
  const way = readService(firstValue(form, 'method'), firstValue(form, 'note'));
  if (way === undefined)
    return refuse(
      { code: 'notice.served.method', field: 'method' },
      { code: 'notice.served.note', field: 'note' },
    );
  const { digest } = await noticeCommandDeps(request);
  return givePenalty(
    deps.penalties,
    id,
    command,
    serve({ cases, digest: async () => digest }),
    { on: localDate(on.value), ...way },
    inspectionActorOf(user),
  );
}
