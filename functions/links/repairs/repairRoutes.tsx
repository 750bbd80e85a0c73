import * as z from 'zod';
import { shanghaiDate } from '../../../shared/calendar/localDate.ts';
import { cleanText } from '../../../shared/complaint/filedText.ts';
import { downloadName, evidenceKey } from '../../../shared/evidence/evidenceKeys.ts';
import { EVIDENCE_LINK_SECONDS } from '../../../shared/evidence/evidenceStore.ts';
import { newEvidenceUpload } from '../../../shared/evidence/receiveEvidence.ts';
import { type RepairMaterial, repairMaterials } from '../../../shared/law/repairRules.ts';
import type { Problem } from '../../../shared/problem.ts';
import {
  apply,
  complete,
  declareShared,
  missing,
  remove,
  withdraw,
} from '../../../shared/repair/applying.ts';
import { type DecideRepair, type DecideRepairLater, giveRepair } from '../../../shared/repair/command.ts';
import { openRepair } from '../../../shared/repair/opening.ts';
import { subjectKinds } from '../../../shared/repair/repairCase.ts';
import type { RepairCommand } from '../../../shared/repair/transitions.ts';
import { readForm } from '../../web/kit/http/readForm.ts';
import { conflict, notFound, page, redirect, redirectAbroad } from '../../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../../web/kit/http/route.ts';
import { firstValue } from '../../web/kit/links.ts';
import type { LinkDeps } from '../linkDeps.ts';
import { forgetLink, rememberLink } from '../uploadGrant.ts';
import { askedFor, CheckPage, DonePage, MaterialPage } from './materialPages.tsx';
import { agencyActor } from './ownAgency.ts';
import { ownRecords } from './ownRecords.ts';
import { type AgencyRequest, asAgency, onRepair, type RepairRequest } from './ownRepair.ts';
import { recordsPath, repairPath, repairUploadedPath } from './paths.ts';
import { RecordsPage } from './recordsPage.tsx';
import { StatusPage } from './statusPage.tsx';
import { repairGrant, repairUploadedRoutes } from './uploadedPages.tsx';

async function records(
  { request, agency }: AgencyRequest,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const { deps, now } = request;
  const { records, own } = await ownRecords(deps, agency, shanghaiDate(now));
  return page(
    <RecordsPage
      agency={agency}
      records={records}
      own={own}
      publicityUrl={deps.publicityUrl}
      problems={problems}
    />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

const startForm = z.object({
  kind: z.enum(subjectKinds, 'repair.subject.gone'),
  subject: z.string('repair.subject.gone').max(80, 'repair.subject.gone'),
});

async function start(opened: AgencyRequest): Promise<WebResponse> {
  const { request, agency } = opened;
  const read = readForm(startForm, request.form);
  if (!read.ok) return records(opened, read.problems);
  const { repairs } = request.deps;
  const id = request.deps.newId(request.now);
  const made = await openRepair(repairs, { id, ...read.value, uscc: agency.uscc }, agencyActor(agency));
  return made.ok ? redirect(repairPath(agency.home, made.value.state.id)) : records(opened, made.problems);
}

const gathers = ({ own }: RepairRequest) => own.status === 'preparing' || own.status === 'completing';

/** An application that is being prepared goes on where it stopped; any other shows where it stands. */
async function show(opened: RepairRequest): Promise<WebResponse> {
  const { request, agency, own } = opened;
  if (own.status !== 'preparing') return statusPage(opened);
  const path = repairPath(agency.home, own.state.id);
  const [next] = missing(own.state, shanghaiDate(request.now));
  return redirect(`${path}/${next ?? 'check'}`);
}

async function statusPage(
  { request, agency, own }: RepairRequest,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const { deps, now, form } = request;
  return page(
    <StatusPage
      agency={agency}
      own={own}
      today={shanghaiDate(now)}
      calendar={await deps.repairs.calendar()}
      publicityUrl={deps.publicityUrl}
      values={form}
      problems={problems}
    />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

/** The paper that the address names, when it is asked for now. */
function materialOf({ request, own }: RepairRequest): RepairMaterial | undefined {
  const row = repairMaterials.find(({ rule }) => rule === request.params['material']);
  return row !== undefined && askedFor(own).includes(row.rule) ? row.rule : undefined;
}

async function materialPage(
  opened: RepairRequest,
  material: RepairMaterial,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const { request, agency, own } = opened;
  const { deps, now } = request;
  const grant = await repairGrant(deps.signed, own.state.id, material, now);
  const { form } = await newEvidenceUpload(deps.evidence, {
    caseNumber: own.state.id,
    now,
    redirect: `${deps.publicUrl}${repairUploadedPath(grant, '{id}')}`,
  });
  const { publicityUrl } = deps;
  return page(<MaterialPage {...{ agency, own, material, form, problems, publicityUrl }} />, {
    status: problems.length === 0 ? 200 : 422,
    cookies: [rememberLink(agency.token)],
  });
}

function onMaterial(handle: (opened: RepairRequest, material: RepairMaterial) => Promise<WebResponse>) {
  return onRepair(async (opened) => {
    const material = materialOf(opened);
    if (material === undefined) return notFound();
    const see = repairPath(opened.agency.home, opened.own.state.id);
    return gathers(opened) ? handle(opened, material) : conflict(see);
  });
}

const given = <Input,>(
  { request, agency, own }: RepairRequest,
  command: RepairCommand,
  decide: DecideRepair<Input> | DecideRepairLater<Input>,
  input: Input,
) => giveRepair(request.deps.repairs, own.state.id, command, decide, input, agencyActor(agency));

/** On to the next paper, once this one is there. */
async function answer(opened: RepairRequest, material: RepairMaterial): Promise<WebResponse> {
  const { request, agency, own } = opened;
  const shared = firstValue(request.form, 'shared') === 'yes';
  const said = await given(opened, 'declare-shared', declareShared, { material, shared });
  if (!said.ok) return materialPage(opened, material, said.problems);
  const next = { ...own, state: said.value.state };
  const today = shanghaiDate(request.now);
  if (missing(next.state, today).includes(material))
    return materialPage({ ...opened, own: next }, material, [
      { code: `repair.missing.${material}`, field: material },
    ]);
  const asked = askedFor(next);
  const after = asked[asked.indexOf(material) + 1];
  return redirect(`${repairPath(agency.home, own.state.id)}/${after ?? 'check'}`);
}

async function takeOut(opened: RepairRequest, material: RepairMaterial): Promise<WebResponse> {
  const id = firstValue(opened.request.form, 'file');
  const gone = await given(opened, 'remove', remove, { id });
  return gone.ok
    ? redirect(`${repairPath(opened.agency.home, opened.own.state.id)}/${material}`)
    : materialPage(opened, material, gone.problems);
}

async function check(opened: RepairRequest, problems: readonly Problem[] = []): Promise<WebResponse> {
  const { request, agency, own } = opened;
  if (!gathers(opened)) return redirect(repairPath(agency.home, own.state.id));
  const { publicityUrl } = request.deps;
  return page(
    <CheckPage {...{ agency, own, publicityUrl, problems }} />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

/** Hands it in, once: a second press leads to the receipt of the first. */
async function handIn(opened: RepairRequest, what: 'apply' | 'complete'): Promise<WebResponse> {
  const { request, agency, own } = opened;
  const done = `${repairPath(agency.home, own.state.id)}/done`;
  if (!gathers(opened)) return redirect(done);
  const on = shanghaiDate(request.now);
  const sent =
    what === 'apply'
      ? await given(opened, 'apply', apply(request.deps.repairs), { on, channel: 'link' as const })
      : await given(opened, 'complete', complete, { on });
  return sent.ok ? redirect(done, undefined, [forgetLink()]) : check(opened, sent.problems);
}

async function done({ request, agency, own }: RepairRequest): Promise<WebResponse> {
  if (own.state.applied === undefined) return notFound();
  return page(<DonePage {...{ agency, own }} publicityUrl={request.deps.publicityUrl} />);
}

async function takeBack(opened: RepairRequest): Promise<WebResponse> {
  const { request, agency, own } = opened;
  const see = repairPath(agency.home, own.state.id);
  if (own.status === 'withdrawn') return redirect(see);
  const reason = cleanText(firstValue(request.form, 'reason'));
  const gone = await given(opened, 'withdraw', withdraw, { reason });
  if (gone.ok) return redirect(recordsPath(agency.home), { code: 'linkRepair.withdraw.done' });
  return gone.problems.some(({ code }) => code === 'repair.status')
    ? conflict(see)
    : statusPage(opened, gone.problems);
}

async function file({ request, own }: RepairRequest): Promise<WebResponse> {
  const { id, files } = own.state;
  const found = files.find((one) => one.id === request.params['file']);
  if (found === undefined) return notFound();
  const key = evidenceKey(id, found.sha256);
  const address = await request.deps.evidence.link(key, downloadName(id, found), EVIDENCE_LINK_SECONDS);
  return redirectAbroad(new URL(address));
}

const base = repairPath('/l/{token}', '{id}');
const list = recordsPath('/l/{token}');

/** What an agency does about its records by its link. */
export const repairRoutes: readonly Route<LinkDeps>[] = [
  ...repairUploadedRoutes,
  publicRoute({ method: 'GET', path: list, handle: asAgency((opened) => records(opened)) }),
  publicRoute({ method: 'POST', path: `${list}/start`, handle: asAgency(start) }),
  publicRoute({ method: 'GET', path: base, handle: onRepair(show) }),
  publicRoute({ method: 'GET', path: `${base}/check`, handle: onRepair((opened) => check(opened)) }),
  publicRoute({ method: 'GET', path: `${base}/done`, handle: onRepair(done) }),
  publicRoute({ method: 'GET', path: `${base}/status`, handle: onRepair((opened) => statusPage(opened)) }),
  publicRoute({
    method: 'POST',
    path: `${base}/apply`,
    handle: onRepair((opened) => handIn(opened, 'apply')),
  }),
  publicRoute({
    method: 'POST',
    path: `${base}/complete`,
    handle: onRepair((opened) => handIn(opened, 'complete')),
  }),
  publicRoute({ method: 'POST', path: `${base}/withdraw`, handle: onRepair(takeBack) }),
  publicRoute({ method: 'GET', path: `${base}/file/{file}`, handle: onRepair(file) }),
  publicRoute({
    method: 'GET',
    path: `${base}/{material}`,
    handle: onMaterial((opened, material) => materialPage(opened, material)),
  }),
  publicRoute({ method: 'POST', path: `${base}/{material}`, handle: onMaterial(answer) }),
  publicRoute({ method: 'POST', path: `${base}/{material}/remove`, handle: onMaterial(takeOut) }),
];
