import QRCode from 'qrcode';
import { signLink } from '../../../../shared/access/signedLink.ts';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { InspectionCase } from '../../../../shared/inspection/inspectionCase.ts';
import { members } from '../../../../shared/inspection/inspectionCase.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import { visitCheckClaim, visitCheckPath } from '../../../../shared/inspection/visitCheck.ts';
import { type Notice, noticeId } from '../../../../shared/notice/notice.ts';
import { ok, type Result } from '../../../../shared/problem.ts';
import type { Inspector } from '../../../../shared/register/inspector.ts';
import { conflict, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { isOfTeam } from '../inspections/inspectionAccess.ts';
import { namesOfPeople } from '../peopleNames.ts';
import { RecordPaper } from './recordPaper.tsx';
import {
  anybody,
  isRecorded,
  questionsFor,
  readableCase,
  recordReaders,
  teamCase,
  type VisitRequest,
  visitPath,
} from './visitCase.ts';
import { type VisitFormName, visitFormNames, visitForms } from './visitCommands.ts';
import { UnreadablePage, VisitPage } from './visitPage.tsx';
import type { RefusedForm, VisitView } from './visitView.ts';

async function show(
  request: VisitRequest,
  found: StoredInspection,
  refused?: RefusedForm,
): Promise<WebResponse> {
  const { deps, lang, user, now } = request;
  const { number } = found.state;
  const [view, code] = await Promise.all([
    viewOf(request, found),
    isRecorded(found.status) ? visitCode(deps, number, now) : undefined,
  ]);
  if (!view.ok) return page(<UnreadablePage lang={lang} number={number} problems={view.problems} />);
  return page(
    <VisitPage
      view={refused === undefined ? view.value : { ...view.value, refused }}
      found={found}
      user={user.userId}
      now={now}
      today={shanghaiDate(now)}
      script={deps.visitScript}
      {...(code === undefined ? {} : { code })}
    />,
    refused === undefined ? {} : { status: 422 },
  );
}

/** Everything that the page and the paper show of a case; refused when its checklist cannot be read. */
async function viewOf(request: VisitRequest, found: StoredInspection): Promise<Result<VisitView>> {
  const { deps, lang, user } = request;
  const { state, status } = found;
  const checklist = await questionsFor(request, found);
  if (!checklist.ok) return checklist;
  const [kept, inspectors, notice, names] = await Promise.all([
    deps.register.agency(state.agency.uscc),
    inspectorsOf(deps, state),
    noticeOf(deps, state),
    namesOfPeople(deps),
  ]);
  return ok({
    lang,
    inspection: state,
    open: isRecorded(status),
    checklist: checklist.value,
    agency: kept?.value,
    inspectors,
    notice,
    names,
    own: user.inspectorId ?? '',
  });
}

/** The record on A4, for the team and for those who review it. */
async function record(request: VisitRequest): Promise<WebResponse> {
  const { deps, lang, user } = request;
  const found = await readableCase(request, recordReaders);
  if (found === undefined) return notFound();
  const { number } = found.state;
  const view = await viewOf(request, found);
  if (!view.ok) return page(<UnreadablePage lang={lang} number={number} problems={view.problems} />);
  const office = lang === 'zh' ? deps.office.name : deps.office.nameEn;
  const back = isOfTeam(user, found.state) ? visitPath(number) : `/inspections/${number}`;
  return page(<RecordPaper view={view.value} office={office} back={back} />);
}

/** The register's rows of the members. */
async function inspectorsOf(
  { register }: Pick<ConsoleDeps, 'register'>,
  inspection: Pick<InspectionCase, 'team'>,
): Promise<ReadonlyMap<string, Inspector>> {
  const kept = await Promise.all(
    members(inspection).map(({ inspectorId }) => register.inspector(inspectorId)),
  );
  return new Map(kept.flatMap((one) => (one === undefined ? [] : [[one.value.id, one.value] as const])));
}

/** Whether the agency has its notice: the day, `open`, or `none`. */
async function noticeOf(
  { draws }: ConsoleDeps,
  { draw, visit, agency, announced }: InspectionCase,
): Promise<string> {
  const id = noticeId(draw, 'inspection', visit, agency.uscc);
  const own = (await draws.cases.load<Notice>(id))?.state;
  if (own === undefined) return announced ? 'open' : 'none';
  return own.served?.on ?? (own.receipt === undefined ? 'open' : shanghaiDate(own.receipt.at));
}

/** What the agency scans; it opens on the day of the visit only. */
async function visitCode(deps: ConsoleDeps, inspection: string, now: Date) {
  const claim = visitCheckClaim({ inspection, day: shanghaiDate(now) });
  const address = `${deps.publicUrl}${visitCheckPath(signLink(claim, await deps.linkHmac()))}`;
  return { address, image: await QRCode.toDataURL(address, { margin: 2, width: 560 }) };
}

async function give(request: VisitRequest, name: VisitFormName): Promise<WebResponse> {
  const found = await teamCase(request);
  if (found === undefined) return notFound();
  const { number } = found.state;
  const checklist = await questionsFor(request, found);
  if (!checklist.ok) return show(request, found);
  const { which, give } = visitForms[name];
  const given = await give({ request, found, checklist: checklist.value });
  if (given.ok) return redirect(visitPath(number), { code: `visitPage.done.${name}` });
  if (given.problems.some(({ code }) => code === 'inspection.status')) return conflict(visitPath(number));
  const form = which === undefined ? name : `${name} ${which(request.form)}`;
  return show(request, found, { form, values: request.form, problems: given.problems });
}

/** The page of a visit and its forms. */
export const visitRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/inspections/{number}/visit',
    access: anybody,
    handle: async (request) => {
      const found = await teamCase(request);
      return found === undefined ? notFound() : show(request, found);
    },
  }),
  ...visitFormNames.map((name) =>
    staffRoute<ConsoleDeps>({
      method: 'POST',
      path: `/inspections/{number}/visit/${name}`,
      access: anybody,
      handle: (request) => give(request, name),
    }),
  ),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/inspections/{number}/record',
    access: anybody,
    handle: record,
  }),
];
