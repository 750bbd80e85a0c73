import * as z from 'zod';
import { shanghaiDate } from '../../shared/calendar/localDate.ts';
import { confirm, linkedUp, propose, reject } from '../../shared/complaint/erasing.ts';
import type { StoredComplaint } from '../../shared/complaint/ports.ts';
import { type DueErasure, dueForErasure } from '../../shared/complaint/retention.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { confidentialReaders, confirmers, editors } from '../web/console/access.ts';
import { listOf, readForm } from '../web/kit/http/readForm.ts';
import { page, redirect } from '../web/kit/http/respond.ts';
import { type Route, staffRoute, type WebResponse } from '../web/kit/http/route.ts';
import { isCaseId } from './caseOf.ts';
import { ERASURE_BATCH, ErasurePage } from './erasurePage.tsx';
import { actorOf, type IdentityDeps, type IdentityRequest } from './identityDeps.ts';

const PATH = '/complaints/erasure';

const batch = z.object({
  case: listOf(z.string().refine(isCaseId, 'kit.form.unreadable'))
    .refine((ids) => ids.length > 0, 'erasurePage.choose.none')
    .refine((ids) => ids.length <= ERASURE_BATCH, 'kit.form.unreadable'),
});
const decision = batch.extend({ outcome: z.enum(['confirmed', 'rejected'], 'kit.form.unreadable') });

async function due({ deps, now }: IdentityRequest): Promise<readonly DueErasure[]> {
  const today = shanghaiDate(now);
  const cases = await deps.lists.erasableBy(today);
  return dueForErasure(await Promise.all(cases.map(({ state }) => linkedUp(deps.complaints, state))), today);
}

async function show(request: IdentityRequest, problems: readonly Problem[] = []): Promise<WebResponse> {
  return page(
    <ErasurePage
      due={await due(request)}
      user={request.user}
      // The choices stand in a table, which is no field.
      problems={problems.map(({ field: _field, ...problem }) => problem)}
    />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

/** Gives one command to each chosen case; those it cannot be given to stay on the list, where it says why. */
async function each(
  request: IdentityRequest,
  ids: readonly string[],
  code: string,
  give: (id: string) => Promise<Result<StoredComplaint>>,
): Promise<WebResponse> {
  const problems = new Map<string, Problem>();
  let done = 0;
  for (const id of ids) {
    const given = await give(id);
    if (given.ok) done += 1;
    else for (const problem of given.problems) problems.set(problem.code, problem);
  }
  if (done === 0) return show(request, [...problems.values()]);
  return redirect(PATH, { code, params: { done, left: ids.length - done } });
}

async function proposing(request: IdentityRequest): Promise<WebResponse> {
  const { deps, user, form } = request;
  const read = readForm(batch, form);
  if (!read.ok) return show(request, read.problems);
  return each(request, read.value.case, 'erasurePage.done.proposed', (id) =>
    propose(deps.complaints, id, actorOf(user)),
  );
}

async function deciding(request: IdentityRequest): Promise<WebResponse> {
  const { deps, user, form } = request;
  const read = readForm(decision, form);
  if (!read.ok) return show(request, read.problems);
  const { outcome } = read.value;
  return each(request, read.value.case, `erasurePage.done.${outcome}`, (id) =>
    (outcome === 'confirmed' ? confirm : reject)(deps.complaints, id, actorOf(user)),
  );
}

/** Erasing what is over its period: a batch proposed by one person and confirmed by another. */
export const erasureRoutes: readonly Route<IdentityDeps>[] = [
  staffRoute<IdentityDeps>({
    method: 'GET',
    path: PATH,
    access: confidentialReaders,
    handle: (request) => show(request),
  }),
  staffRoute<IdentityDeps>({
    method: 'POST',
    path: `${PATH}/propose`,
    access: editors,
    handle: proposing,
  }),
  staffRoute<IdentityDeps>({
    method: 'POST',
    path: `${PATH}/decide`,
    access: confirmers,
    handle: deciding,
  }),
];
