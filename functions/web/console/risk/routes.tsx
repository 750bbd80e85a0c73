import { monthOf, shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { formulaAt } from '../../../../shared/law/riskFormula.ts';
import type { Problem, Result } from '../../../../shared/problem.ts';
import { searchAgencies } from '../../../../shared/register/commands/agencySearch.ts';
import { giveRisk } from '../../../../shared/risk/command.ts';
import type { RiskLedger } from '../../../../shared/risk/ledger.ts';
import type { RiskDeps } from '../../../../shared/risk/ports.ts';
import { askReview, decideReview } from '../../../../shared/risk/reviewing.ts';
import { riskCaseId } from '../../../../shared/risk/riskRows.ts';
import type { Values } from '../../kit/context.tsx';
import { conflict, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { confidentialReaders, editors, readers } from '../access.ts';
import { actorOf, type ConsoleDeps, registerDeps } from '../consoleDeps.ts';
import { RiskAgencyPage } from './agencyPage.tsx';
import { RiskListPage } from './listPage.tsx';
import { RISK_PATH, riskPath } from './paths.ts';

type Request = SignedInRequest<ConsoleDeps>;

/** Agencies that a search shows at most. */
const MOST_FOUND = 20;

const riskDeps = (deps: ConsoleDeps): RiskDeps => ({
  ...registerDeps(deps),
  register: deps.register,
  plans: deps.plans,
});

async function list({ deps, query, now }: Request): Promise<WebResponse> {
  const today = shanghaiDate(now);
  const [agencies, reviews] = await Promise.all([deps.register.agencies(), deps.riskLists.reviews()]);
  const asked = firstValue(query, 'agency').trim();
  return page(
    <RiskListPage
      month={monthOf(today)}
      agencies={agencies}
      found={asked === '' ? undefined : searchAgencies(agencies, { text: asked }, { size: MOST_FOUND }).rows}
      reviews={reviews}
      formula={formulaAt(today)}
    />,
  );
}

async function show(
  { deps, params, user, now }: Request,
  refused?: { readonly values: Values; readonly problems: readonly Problem[] },
): Promise<WebResponse> {
  const uscc = params['uscc'] ?? '';
  const [kept, ledger] = await Promise.all([
    deps.register.agency(uscc),
    deps.draws.cases.load<RiskLedger>(riskCaseId(uscc)),
  ]);
  if (kept === undefined) return notFound();
  return page(
    <RiskAgencyPage
      agency={kept.value}
      ledger={ledger}
      month={monthOf(shanghaiDate(now))}
      user={user}
      {...(refused === undefined ? {} : refused)}
    />,
    refused === undefined ? {} : { status: 422 },
  );
}

/** What a command answers: back to the page, the form again with what is wrong, or that somebody was faster. */
function answered(
  request: Request,
  command: 'ask-review' | 'decide-review',
  given: Result<unknown>,
): Promise<WebResponse> | WebResponse {
  const path = riskPath(request.params['uscc'] ?? '');
  if (given.ok) return redirect(path, { code: `riskPage.done.${command}` });
  const codes = given.problems.map(({ code }) => code);
  if (codes.includes('risk.unknown')) return notFound();
  // Somebody has asked or decided meanwhile.
  if (codes.includes('risk.review.none') || codes.includes('risk.review.open')) return conflict(path);
  return show(request, { values: request.form, problems: given.problems });
}

async function ask(request: Request): Promise<WebResponse> {
  const { deps, params, form, user } = request;
  const input = { fact: firstValue(form, 'fact'), reason: firstValue(form, 'reason') };
  const uscc = params['uscc'] ?? '';
  const given = await giveRisk(riskDeps(deps), uscc, 'ask-review', askReview, input, actorOf(user));
  return answered(request, 'ask-review', given);
}

async function decide(request: Request): Promise<WebResponse> {
  const { deps, params, form, user } = request;
  const input = { agrees: firstValue(form, 'outcome') === 'agree' };
  const uscc = params['uscc'] ?? '';
  const given = await giveRisk(riskDeps(deps), uscc, 'decide-review', decideReview, input, actorOf(user));
  return answered(request, 'decide-review', given);
}

export const riskRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute({ method: 'GET', path: RISK_PATH, access: readers, handle: list }),
  staffRoute({
    method: 'GET',
    path: `${RISK_PATH}/{uscc}`,
    access: readers,
    handle: (request) => show(request),
  }),
  staffRoute({ method: 'POST', path: `${RISK_PATH}/{uscc}/ask-review`, access: editors, handle: ask }),
  staffRoute({
    method: 'POST',
    path: `${RISK_PATH}/{uscc}/decide-review`,
    access: confidentialReaders,
    handle: decide,
  }),
];
