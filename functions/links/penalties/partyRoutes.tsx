import { downloadName, evidenceKey } from '../../../shared/evidence/evidenceKeys.ts';
import { EVIDENCE_LINK_SECONDS } from '../../../shared/evidence/evidenceStore.ts';
import { newEvidenceUpload } from '../../../shared/evidence/receiveEvidence.ts';
import { contactLine } from '../../../shared/notice/office.ts';
import { type DecidePenalty, givePenalty } from '../../../shared/penalty/command.ts';
import { askHearing, state as say, waive } from '../../../shared/penalty/defending.ts';
import { withdrawHearing } from '../../../shared/penalty/hearing.ts';
import {
  looseFiles,
  PARTY_USER,
  partyActor,
  partyActs,
  partyFiles,
  sameStatement,
} from '../../../shared/penalty/partyActs.ts';
import { partyPath } from '../../../shared/penalty/partyLink.ts';
import type { PenaltyCommand } from '../../../shared/penalty/transitions.ts';
import type { Problem } from '../../../shared/problem.ts';
import { readForm } from '../../web/kit/http/readForm.ts';
import { conflict, notFound, page, redirect, redirectAbroad } from '../../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../../web/kit/http/route.ts';
import type { LinkDeps } from '../linkDeps.ts';
import type { LinkRequest } from '../linked.ts';
import { forgetLink, rememberLink, uploadGrant } from '../uploadGrant.ts';
import { StatementPage, WaivePage } from './actPages.tsx';
import { CasePage, PartyPaperPage } from './casePage.tsx';
import { hearingForm, statementForm, waiverForm, withdrawalForm } from './forms.ts';
import { type OwnPenalty, partyLinked, partyPapers } from './partyLinked.ts';
import { partyUploadedPath } from './paths.ts';
import { partyUploadedRoutes } from './uploadedRoutes.tsx';

async function show(
  { deps, form }: LinkRequest,
  own: OwnPenalty,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const [papers, calendar] = await Promise.all([partyPapers(deps, own), deps.penalties.calendar()]);
  const { publicityUrl, office } = deps;
  const props = { own, papers, calendar, publicityUrl, contact: contactLine(office) };
  return problems.length === 0
    ? page(<CasePage {...props} />)
    : page(<CasePage {...props} values={form} problems={problems} />, { status: 422 });
}

/** Refusals that no entry of the form can mend: the case has moved on since the page was shown. */
const MOVED_ON: ReadonlySet<string> = new Set([
  'penalty.unknown',
  'penalty.status',
  'penalty.role',
  'penalty.notice.none',
]);

/** Gives a command of the party; a refusal is said on the page that asked. */
async function give<Input>(
  { deps }: LinkRequest,
  own: OwnPenalty,
  command: PenaltyCommand,
  decide: DecidePenalty<Input>,
  of: {
    readonly input: Input;
    readonly done: () => WebResponse;
    readonly again: (problems: readonly Problem[]) => Promise<WebResponse> | WebResponse;
  },
): Promise<WebResponse> {
  const given = await givePenalty(
    deps.penalties,
    own.state.id,
    command,
    decide,
    of.input,
    partyActor(own.state),
  );
  if (given.ok) return of.done();
  if (given.problems.some(({ code }) => MOVED_ON.has(code))) return conflict(partyPath(own.token));
  return of.again(given.problems);
}

async function statementPage(
  { deps, now, form: values }: LinkRequest,
  own: OwnPenalty,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const grant = await uploadGrant(deps.signed, 'penalty-upload', own.state.id, now);
  const { form } = await newEvidenceUpload(deps.evidence, {
    caseNumber: own.state.id,
    now,
    redirect: `${deps.publicUrl}${partyUploadedPath(grant, '{id}')}`,
  });
  const { publicityUrl } = deps;
  return page(<StatementPage {...{ own, publicityUrl, form, values, problems }} />, {
    status: problems.length === 0 ? 200 : 422,
    cookies: [rememberLink(own.token)],
  });
}

const actsOf = ({ state, status, at }: OwnPenalty) => partyActs(state, status, at);

async function showStatement(request: LinkRequest, own: OwnPenalty): Promise<WebResponse> {
  return actsOf(own).state ? statementPage(request, own) : conflict(partyPath(own.token));
}

async function sendStatement(request: LinkRequest, own: OwnPenalty): Promise<WebResponse> {
  const { state: penalty, today, token } = own;
  const done = () => redirect(partyPath(token), { code: 'linkPenalty.state.done' }, [forgetLink()]);
  const read = readForm(statementForm, request.form);
  if (read.ok && looseFiles(penalty).length === 0 && sameStatement(penalty, { ...read.value, on: today }))
    return done();
  if (!actsOf(own).state) return conflict(partyPath(token));
  if (!read.ok) return statementPage(request, own, read.problems);
  const files = looseFiles(penalty).map(({ id }) => id);
  return give(request, own, 'state', say, {
    input: { text: read.value.text, on: today, files },
    done,
    again: (problems) => statementPage(request, own, problems),
  });
}

async function sendHearing(request: LinkRequest, own: OwnPenalty): Promise<WebResponse> {
  const { state: penalty, status, today, token } = own;
  const done = () => redirect(partyPath(token), { code: 'linkPenalty.hearing.done' });
  // Pressed twice: the request stands.
  if (status === 'hearing' && penalty.hearing?.asked.by === PARTY_USER) return done();
  const read = readForm(hearingForm, request.form);
  if (!read.ok) return show(request, own, read.problems);
  return give(request, own, 'ask-hearing', askHearing, {
    input: { text: read.value.hearingText, on: today, files: [] },
    done,
    again: (problems) => show(request, own, atField(problems, 'hearingText')),
  });
}

/** A refusal about the day stands at the field that the page has. */
function atField(problems: readonly Problem[], field: string): readonly Problem[] {
  return problems.map((one) => ({ ...one, field }));
}

async function sendWithdrawal(request: LinkRequest, own: OwnPenalty): Promise<WebResponse> {
  const { state: penalty, token } = own;
  const done = () => redirect(partyPath(token), { code: 'linkPenalty.withdraw.done' });
  if (penalty.hearing?.withdrawn?.by === PARTY_USER) return done();
  const read = readForm(withdrawalForm, request.form);
  if (!read.ok) return show(request, own, read.problems);
  return give(request, own, 'withdraw-hearing', withdrawHearing, {
    input: { reason: read.value.reason },
    done,
    again: (problems) => show(request, own, atField(problems, 'reason')),
  });
}

const waivePage = ({ deps, form }: LinkRequest, own: OwnPenalty, problems: readonly Problem[] = []) =>
  page(<WaivePage own={own} publicityUrl={deps.publicityUrl} values={form} problems={problems} />, {
    status: problems.length === 0 ? 200 : 422,
  });

function showWaiver(request: LinkRequest, own: OwnPenalty): WebResponse {
  return actsOf(own).waive ? waivePage(request, own) : conflict(partyPath(own.token));
}

async function sendWaiver(request: LinkRequest, own: OwnPenalty): Promise<WebResponse> {
  const { state: penalty, today, token } = own;
  const done = () => redirect(partyPath(token), { code: 'linkPenalty.waive.done' });
  const waived = penalty.statements.some(({ kind, by }) => kind === 'waiver' && by === PARTY_USER);
  if (waived && !actsOf(own).waive) return done();
  const read = readForm(waiverForm, request.form);
  if (!read.ok) return waivePage(request, own, read.problems);
  return give(request, own, 'waive', waive, {
    input: { text: '', on: today, files: [] },
    done,
    again: (problems) => waivePage(request, own, problems),
  });
}

async function showPaper({ deps, params }: LinkRequest, own: OwnPenalty): Promise<WebResponse> {
  const papers = await partyPapers(deps, own);
  const paper = papers.find(({ state }) => state.occasion === params['key']);
  return paper === undefined ? notFound() : page(<PartyPaperPage token={own.token} paper={paper} />);
}

/** A file that the party itself has sent; what the office gathered is not behind this link. */
async function ownFile({ deps, params }: LinkRequest, { state: penalty }: OwnPenalty): Promise<WebResponse> {
  const file = partyFiles(penalty).find(({ id }) => id === params['id']);
  if (file === undefined) return notFound();
  const address = await deps.evidence.link(
    evidenceKey(penalty.id, file.sha256),
    downloadName(penalty.id, file),
    EVIDENCE_LINK_SECONDS,
  );
  return redirectAbroad(new URL(address));
}

const base = partyPath('{token}');

const route = (
  method: 'GET' | 'POST',
  below: string,
  handle: Parameters<typeof partyLinked>[0],
): Route<LinkDeps> => publicRoute({ method, path: `${base}${below}`, handle: partyLinked(handle) });

/** The pages of the party of a penalty case. A GET shows, only a POST acts, because mail scanners follow links. */
export const partyRoutes: readonly Route<LinkDeps>[] = [
  ...partyUploadedRoutes,
  route('GET', '', (request, own) => show(request, own)),
  route('GET', '/paper/{key}', showPaper),
  route('GET', '/file/{id}', ownFile),
  route('GET', '/statement', showStatement),
  route('POST', '/statement', sendStatement),
  route('POST', '/hearing', sendHearing),
  route('POST', '/withdraw', sendWithdrawal),
  route('GET', '/waive', showWaiver),
  route('POST', '/waive', sendWaiver),
];
