import { shanghaiDate } from '../../shared/calendar/localDate.ts';
import { confirmReceipt } from '../../shared/notice/noticeCommands.ts';
import { objectionSchema } from '../../shared/objection/objection.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Values } from '../web/kit/context.tsx';
import { readForm } from '../web/kit/http/readForm.ts';
import { conflict, download, notFound, page, redirect } from '../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../web/kit/http/route.ts';
import { firstValue } from '../web/kit/links.ts';
import { frontRoutes } from './frontPage.tsx';
import { inspectionRoutes } from './inspections/inspectionRoutes.ts';
import { leftTeams, ownInspections } from './inspections/ownInspections.ts';
import type { LinkDeps, OpenedLink } from './linkDeps.ts';
import { instant, linked, type LinkRequest as Request } from './linked.ts';
import { LinkPage, LinkPaperPage } from './linkPages.tsx';
import { noticeName, ownNotices } from './ownNotices.ts';
import { ownOverview } from './ownOverview.tsx';
import { ownRisk } from './ownRisk.ts';
import { OwnRiskPage } from './ownRiskPage.tsx';
import { ownRow } from './ownRow.ts';
import { ownRowRoutes } from './ownRowRoutes.tsx';
import { ownPenalties } from './penalties/ownPenalties.ts';
import { partyRoutes } from './penalties/partyRoutes.tsx';
import { agencyOfLink } from './repairs/ownAgency.ts';
import { repairRoutes } from './repairs/repairRoutes.tsx';

function objectionsOpen({ status, draw }: OpenedLink, now: Date): boolean {
  return status === 'objection' && draw.window !== undefined && instant(now) < draw.window.until;
}

async function linkPage(
  { deps, now }: Request,
  token: string,
  link: OpenedLink,
  refused?: { readonly values: Values; readonly problems: readonly Problem[] },
): Promise<WebResponse> {
  const own = await ownRow(
    deps.rows,
    link.recipient,
    { status: link.status, state: link.draw },
    shanghaiDate(now),
  );
  const agency = await agencyOfLink(deps, token, link);
  const shown = {
    token,
    link,
    own,
    notices: await ownNotices(deps, link),
    inspections: await ownInspections(deps, link),
    left: await leftTeams(deps, link),
    penalties: await ownPenalties(deps, link, shanghaiDate(now)),
    ...(agency === undefined ? {} : { overview: await ownOverview(deps, agency, now) }),
    objections: own.type !== 'none' && objectionsOpen(link, now),
    publicityUrl: deps.publicityUrl,
  };
  return refused === undefined
    ? page(<LinkPage {...shown} />)
    : page(<LinkPage {...shown} values={refused.values} problems={refused.problems} />, { status: 422 });
}

async function proof({ deps, now }: Request, _token: string, link: OpenedLink): Promise<WebResponse> {
  const own = await ownRow(
    deps.rows,
    link.recipient,
    { status: link.status, state: link.draw },
    shanghaiDate(now),
  );
  if (own.type !== 'agency' || own.outcome.type !== 'known') return notFound();
  return download({
    name: `proof-${link.recipient.draw}.json`,
    contentType: 'application/json; charset=utf-8',
    body: `${JSON.stringify(own.outcome.proof, null, 2)}\n`,
  });
}

/** An agency's own class; an inspector has none. */
async function risk({ deps, now }: Request, token: string, { recipient }: OpenedLink): Promise<WebResponse> {
  const today = shanghaiDate(now);
  const own = recipient.type === 'agency' ? await ownRisk(deps.risk, recipient.id, today) : undefined;
  if (own === undefined) return notFound();
  return page(
    <OwnRiskPage
      token={token}
      own={own}
      today={today}
      contact={deps.ownRow.contact}
      publicityUrl={deps.publicityUrl}
    />,
  );
}

async function noticeOf(deps: LinkDeps, link: OpenedLink, name: string | undefined) {
  return (await ownNotices(deps, link)).find(({ state }) => noticeName(state) === name);
}

async function paper({ deps, params }: Request, token: string, link: OpenedLink): Promise<WebResponse> {
  const notice = await noticeOf(deps, link, params['name']);
  return notice === undefined ? notFound() : page(<LinkPaperPage token={token} notice={notice.state} />);
}

async function receipt(
  { deps, params, now }: Request,
  token: string,
  link: OpenedLink,
): Promise<WebResponse> {
  const notice = await noticeOf(deps, link, params['name']);
  if (notice === undefined) return notFound();
  const actor = { id: `link:${notice.state.recipient.tid}`, roles: ['link'] as const };
  const command = { store: deps.cases, digest: await deps.digest(), actor, at: instant(now) };
  const done = await confirmReceipt(command, notice.caseId);
  // Pressed twice: the receipt stands.
  if (!done.ok && notice.status !== 'delivered') return conflict(`/l/${token}`);
  return redirect(`/l/${token}`, { code: 'link.paper.received' });
}

async function objection(request: Request, token: string, link: OpenedLink): Promise<WebResponse> {
  const { deps, form, now } = request;
  const { draw, recipient } = link;
  if (!objectionsOpen(link, now) || draw.frozen === undefined) return conflict(`/l/${token}`);
  const sealed = await deps.rows.sealedRow(draw.frozen.home, draw.snapshot, recipient.id);
  if (sealed === undefined) return notFound();
  const read = readForm(objectionSchema, form);
  if (!read.ok) return linkPage(request, token, link, { values: form, problems: read.problems });
  const filed = await deps.fileObjection({
    draw: recipient.draw,
    type: recipient.type,
    id: recipient.id,
    tid: sealed.tid,
    ...read.value,
    salt: firstValue(form, 'idempotencyKey').slice(0, 64),
    at: instant(now),
  });
  if (!filed.ok) {
    const many = filed.problems.some(({ code }) => code === 'objection.many');
    if (!many) return conflict(`/l/${token}`);
    return linkPage(request, token, link, { values: form, problems: filed.problems });
  }
  return redirect(`/l/${token}`, { code: 'link.object.done', params: { digest: filed.value } });
}

/** A GET opens a page; only a POST acts, because mail scanners follow links. */
export const linkRoutes: readonly Route<LinkDeps>[] = [
  ...frontRoutes,
  ...ownRowRoutes,
  ...inspectionRoutes,
  ...repairRoutes,
  ...partyRoutes,
  publicRoute({ method: 'GET', path: '/l/{token}', handle: linked(linkPage) }),
  publicRoute({ method: 'GET', path: '/l/{token}/proof', handle: linked(proof) }),
  publicRoute({ method: 'GET', path: '/l/{token}/risk', handle: linked(risk) }),
  publicRoute({ method: 'GET', path: '/l/{token}/paper/{name}', handle: linked(paper) }),
  publicRoute({ method: 'POST', path: '/l/{token}/paper/{name}/receipt', handle: linked(receipt) }),
  publicRoute({ method: 'POST', path: '/l/{token}/objection', handle: linked(objection) }),
];
