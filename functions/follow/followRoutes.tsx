import { opensCases } from '../../shared/complaint/followed.ts';
import { readReceiptCode, receiptHash } from '../../shared/complaint/receiptCode.ts';
import type { Problem } from '../../shared/problem.ts';
import { page, redirect, tooMany } from '../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../web/kit/http/route.ts';
import { firstValue } from '../web/kit/links.ts';
import { CASES_PATH, ENTER_PATH } from './casePaths.ts';
import { caseRoutes } from './caseRoutes.tsx';
import { confirmRoutes } from './confirmRoutes.tsx';
import { EnterPage } from './enterPages.tsx';
import { fileRoutes } from './fileRoutes.tsx';
import type { FollowDeps } from './followDeps.ts';
import { lostRoutes } from './lostRoutes.tsx';
import type { FollowRequest } from './opened.ts';
import { noReceiptCookie, receiptCookie } from './receiptCookie.ts';

function show({ deps }: FollowRequest): WebResponse {
  return page(<EnterPage publicityUrl={deps.publicityUrl} />);
}

function refused({ deps, form }: FollowRequest, problems: readonly Problem[]): WebResponse {
  return page(<EnterPage publicityUrl={deps.publicityUrl} values={form} problems={problems} />, {
    status: 422,
  });
}

/**
 * A slip of the pen is told at once: the check digits need no look-up, so that it is not counted as a guess either.
 * Every other code is counted and looked up, and takes the same reads whether there is such a receipt or not.
 */
async function enter(request: FollowRequest): Promise<WebResponse> {
  const { deps, form, now, sourceIp } = request;
  const code = readReceiptCode(firstValue(form, 'code').slice(0, 200));
  if (!code.ok) return refused(request, code.problems);
  const wait = await deps.overLimit('receipt', sourceIp, now);
  if (wait !== undefined) return tooMany(wait);
  const { receiptPepper, cookieKey } = await deps.keys();
  const hash = receiptHash(receiptPepper, code.value);
  const opens = await opensCases({ cases: deps.complaints.cases, lists: deps.lists }, hash);
  return opens
    ? redirect(CASES_PATH, undefined, [receiptCookie(hash, cookieKey, now)])
    : refused(request, [{ code: 'receipt.code.unknown', field: 'code' }]);
}

function leave(): WebResponse {
  return redirect(ENTER_PATH, { code: 'follow.left' }, [noReceiptCookie()]);
}

export const followRoutes: readonly Route<FollowDeps>[] = [
  publicRoute({ method: 'GET', path: ENTER_PATH, handle: show }),
  publicRoute({ method: 'POST', path: ENTER_PATH, handle: enter }),
  publicRoute({ method: 'POST', path: '/follow/leave', handle: leave }),
  ...lostRoutes,
  ...confirmRoutes,
  ...caseRoutes,
  ...fileRoutes,
];
