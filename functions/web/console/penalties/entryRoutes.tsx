import { ulid } from 'ulid';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { openPenalty } from '../../../../shared/penalty/opening.ts';
import type { PenaltyCase } from '../../../../shared/penalty/penaltyCase.ts';
import { penaltyCaseId } from '../../../../shared/penalty/penaltyRows.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { actorOf, type ConsoleDeps } from '../consoleDeps.ts';
import { penaltyPath } from '../penaltyPaths.ts';
import { readOpening, rowsMeant } from './entryForm.ts';
import { EntryPage } from './entryPage.tsx';
import { penaltyEditors } from './penaltyAccess.ts';

type Request = SignedInRequest<ConsoleDeps>;

async function form(
  { deps, now }: Request,
  values: Values = {},
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  return page(
    <EntryPage
      values={values}
      problems={problems}
      meant={await rowsMeant(deps.register, values)}
      id={firstValue(values, 'id') || ulid(now.getTime())}
      today={shanghaiDate(now)}
    />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

async function send(request: Request): Promise<WebResponse> {
  const { deps, form: values, user, now } = request;
  // Only the party was looked up: the page comes back with what the register has, and nothing is judged yet.
  if (firstValue(values, 'look') === 'yes') return form(request, values);
  const opening = await readOpening(values, deps.register, shanghaiDate(now));
  if (!opening.ok) return form(request, values, opening.problems);
  const { id } = opening.value;
  const done = redirect(penaltyPath(id), { code: 'penaltyPage.done.open' });
  // The same form pressed twice has opened its case.
  if ((await deps.penalties.cases.load<PenaltyCase>(penaltyCaseId(id))) !== undefined) return done;
  const opened = await openPenalty(deps.penalties, opening.value, actorOf(user));
  return opened.ok ? done : form(request, values, opened.problems);
}

/** Opening a case by hand. */
export const entryRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/penalties/new',
    access: penaltyEditors,
    handle: (request) => form(request),
  }),
  staffRoute<ConsoleDeps>({ method: 'POST', path: '/penalties/new', access: penaltyEditors, handle: send }),
];
