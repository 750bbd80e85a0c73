import { shanghaiDate } from '../../shared/calendar/localDate.ts';
import { giveComplaint } from '../../shared/complaint/command.ts';
import { cleanText } from '../../shared/complaint/filedText.ts';
import { roomForFiles } from '../../shared/complaint/filerFiles.ts';
import { receiveMaterial } from '../../shared/complaint/handling.ts';
import { withdraw } from '../../shared/complaint/mediating.ts';
import { read, write } from '../../shared/complaint/messaging.ts';
import { formForFiler, formsForFiler } from '../../shared/complaint/papers/formsForFiler.ts';
import { FILER } from '../../shared/complaint/sendFiling.ts';
import { newEvidenceUpload } from '../../shared/evidence/receiveEvidence.ts';
import type { Problem } from '../../shared/problem.ts';
import { conflict, notFound, page, redirect } from '../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../web/kit/http/route.ts';
import { firstValue } from '../web/kit/links.ts';
import { CasePage } from './casePage.tsx';
import { CASES_PATH, casePath } from './casePaths.ts';
import { CasesPage } from './casesPage.tsx';
import { mayWithdraw, takesFiles } from './doable.ts';
import type { FollowDeps } from './followDeps.ts';
import { type FollowRequest, type Opened, type OpenedCase, opened, openedCase } from './opened.ts';
import { FilerPaperPage } from './papersPart.tsx';
import { WithdrawPage } from './withdrawPage.tsx';

async function shownFor({ deps, now }: FollowRequest) {
  const calendar = await deps.complaints.calendar();
  return { today: shanghaiDate(now), now, calendar, publicityUrl: deps.publicityUrl };
}

async function showCases({ request, cases }: Opened): Promise<WebResponse> {
  return page(<CasesPage cases={cases} {...(await shownFor(request))} />);
}

async function casePage(
  { request, followed }: OpenedCase,
  refused?: readonly Problem[],
): Promise<WebResponse> {
  const { deps, now, form, sourceIp } = request;
  const { complaint } = followed;
  const asks = takesFiles(followed) && roomForFiles(complaint) > 0;
  const paused = asks ? await deps.overLimit('upload', sourceIp, now) : undefined;
  const [shown, messages, papers, upload] = await Promise.all([
    shownFor(request),
    deps.lists.messages(complaint.id),
    formsForFiler(deps, complaint.id),
    asks && paused === undefined
      ? newEvidenceUpload(deps.evidence, {
          caseNumber: complaint.id,
          now,
          // The store learns the ids of the case and of the file; neither opens anything without the receipt.
          redirect: `${deps.publicUrl}${casePath(complaint.id, '/files/{id}')}`,
        })
      : undefined,
  ]);
  const props = { followed, messages, papers, upload: paused ?? upload?.form, ...shown };
  return refused === undefined
    ? page(<CasePage {...props} />)
    : page(<CasePage {...props} values={form} problems={refused} />, { status: 422 });
}

async function showCase(one: OpenedCase): Promise<WebResponse> {
  const { request, followed } = one;
  const { id, messages } = followed.complaint;
  // What the page shows has been read; that this could not be noted is no reason not to show it.
  if (messages.unreadByFiler > 0)
    await giveComplaint(request.deps.complaints, id, 'read', read, undefined, FILER);
  return casePage(one);
}

async function showPaper({ request, followed }: OpenedCase): Promise<WebResponse> {
  const { id } = followed.complaint;
  const paper = await formForFiler(request.deps, id, request.params['key'] ?? '');
  return paper === undefined ? notFound() : page(<FilerPaperPage id={id} paper={paper} />);
}

const isMoved = (problems: readonly Problem[]) =>
  problems.some(({ code }) => code === 'complaint.status' || code === 'complaint.kind');

async function writeMessage(one: OpenedCase): Promise<WebResponse> {
  const { request, followed } = one;
  const { id } = followed.complaint;
  const text = firstValue(request.form, 'message');
  const given = await giveComplaint(request.deps.complaints, id, 'write', write, { text }, FILER);
  if (!given.ok) return casePage(one, given.problems);
  return redirect(casePath(id), { code: 'followCase.message.sent' });
}

async function answerRequest({ request, followed }: OpenedCase): Promise<WebResponse> {
  const { id } = followed.complaint;
  const no = Number(request.params['no']);
  const given = await giveComplaint(
    request.deps.complaints,
    id,
    'receive-material',
    receiveMaterial,
    { no },
    FILER,
  );
  return given.ok ? redirect(casePath(id), { code: 'followCase.asked.taken' }) : conflict(casePath(id));
}

function withdrawPage(one: OpenedCase, refused?: readonly Problem[]): WebResponse {
  const { request, cases, followed } = one;
  const report = cases.some(({ complaint }) => complaint.kind === 'report');
  const props = { followed, report, publicityUrl: request.deps.publicityUrl };
  return refused === undefined
    ? page(<WithdrawPage {...props} />)
    : page(<WithdrawPage {...props} values={request.form} problems={refused} />, { status: 422 });
}

function askWithdraw(one: OpenedCase): WebResponse {
  return mayWithdraw(one.followed) ? withdrawPage(one) : conflict(casePath(one.followed.complaint.id));
}

async function takeBack(one: OpenedCase): Promise<WebResponse> {
  const { request, followed } = one;
  const { id } = followed.complaint;
  const reason = cleanText(firstValue(request.form, 'reason'));
  if (!mayWithdraw(followed)) return conflict(casePath(id));
  const given = await giveComplaint(request.deps.complaints, id, 'withdraw', withdraw, { reason }, FILER);
  if (given.ok) return redirect(casePath(id), { code: 'followCase.withdraw.done' });
  return isMoved(given.problems) ? conflict(casePath(id)) : withdrawPage(one, given.problems);
}

/** The pages of a receipt that the browser has shown. */
export const caseRoutes: readonly Route<FollowDeps>[] = [
  publicRoute({ method: 'GET', path: CASES_PATH, handle: opened(showCases) }),
  publicRoute({ method: 'GET', path: casePath('{id}'), handle: openedCase(showCase) }),
  publicRoute({ method: 'GET', path: casePath('{id}', '/papers/{key}'), handle: openedCase(showPaper) }),
  publicRoute({ method: 'POST', path: casePath('{id}', '/messages'), handle: openedCase(writeMessage) }),
  publicRoute({
    method: 'POST',
    path: casePath('{id}', '/requests/{no}'),
    handle: openedCase(answerRequest),
  }),
  publicRoute({ method: 'GET', path: casePath('{id}', '/withdraw'), handle: openedCase(askWithdraw) }),
  publicRoute({ method: 'POST', path: casePath('{id}', '/withdraw'), handle: openedCase(takeBack) }),
];
