import { overNetworkLimit } from '../../shared/access/networkLimit.ts';
import { shanghaiDate } from '../../shared/calendar/localDate.ts';
import type { SentDraft } from '../../shared/complaint/form/draft.ts';
import { sealDraft } from '../../shared/complaint/form/draftCipher.ts';
import { sentDraftRow } from '../../shared/complaint/form/draftRows.ts';
import { draftToFiling } from '../../shared/complaint/form/draftToFiling.ts';
import { filedText } from '../../shared/complaint/form/filedTextFile.ts';
import { overAgencyLimit } from '../../shared/complaint/form/sendingLimits.ts';
import { firstIncomplete } from '../../shared/complaint/form/steps.ts';
import { type Filing, openedCases } from '../../shared/complaint/openCases.ts';
import { receiptHash } from '../../shared/complaint/receiptCode.ts';
import { sendFiling } from '../../shared/complaint/sendFiling.ts';
import { ok, type Problem, type Result } from '../../shared/problem.ts';
import { checkSolution, makeChallenge } from '../../shared/proofOfWork/challenge.ts';
import { page, redirect } from '../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../web/kit/http/route.ts';
import { CheckPage } from './checkPage.tsx';
import type { IntakeDeps, IntakeRequest } from './intakeDeps.ts';
import { type OpenedDraft, onDraft, ownDraft, ttlFrom } from './openDraft.ts';
import { CHECK, pathOf, RECEIPT, SEND, START } from './paths.ts';
import { PausePage, type PauseProps } from './pausePage.tsx';
import { sentProof } from './proofOfWork.tsx';

async function checkPage(
  { deps, now }: IntakeRequest,
  { draft, key, released }: OpenedDraft,
  problems: readonly Problem[] = [],
  status = 422,
): Promise<WebResponse> {
  const open = firstIncomplete(draft.answers);
  if (open !== undefined) return redirect(pathOf(open));
  const { intakeKey } = await deps.secrets.get();
  const challenge = makeChallenge({ hmac: deps.hmac, key: intakeKey, random: deps.random }, key.id, now);
  return page(
    <CheckPage
      draft={draft}
      publicityUrl={deps.publicityUrl}
      script={deps.script}
      problems={problems}
      {...(released > 0 ? {} : { challenge })}
    />,
    problems.length === 0 ? {} : { status },
  );
}

/** Whether a person may send now: a browser that calculated or an address that answers, and room for one more. */
async function mayPass(request: IntakeRequest, opened: OpenedDraft): Promise<Result<true>> {
  if (opened.released > 0) return ok(true);
  const { deps, form, now } = request;
  const { intakeKey } = await deps.secrets.get();
  return checkSolution({ hmac: deps.hmac, key: intakeKey }, opened.key.id, sentProof(form), now);
}

/**
 * The first limit that is reached; before anything is written but counters. Whoever was mailed a link is not held up by
 * what others send about the same agency: it could fill its own counter, and nobody else would get through.
 */
async function overLimit(
  { deps, now, sourceIp }: IntakeRequest,
  filing: Filing,
  { released }: OpenedDraft,
): Promise<Pick<PauseProps, 'reason' | 'seconds' | 'byMail'> | undefined> {
  const load = deps.cap(now);
  if (load !== undefined) return { reason: 'load', seconds: load };
  const { intakeKey } = await deps.secrets.get();
  const counted = { counter: deps.limits, hmac: deps.hmac, key: intakeKey };
  const network = await overNetworkLimit(counted, 'filing', sourceIp, now);
  if (network !== undefined) return { reason: 'network', seconds: network };
  if (released > 0) return undefined;
  const agency = await overAgencyLimit(counted, filing.matter.agency, now);
  return agency === undefined ? undefined : { reason: 'load', seconds: agency, byMail: true };
}

async function receiptOf(
  { deps }: IntakeRequest,
  filing: Filing,
  code: string,
  at: string,
): Promise<SentDraft> {
  const [calendar, key] = await Promise.all([deps.sending.calendar(), deps.sending.auditKey()]);
  return {
    type: 'sent',
    code,
    at,
    text: filedText(filing, { office: deps.office.name, at, random: deps.random(32) }),
    cases: openedCases(filing, at, calendar, key).map(({ kind, deadlines }) => ({
      kind,
      deadlines: deadlines.map((one) => ({ kind: one.kind, deadline: one.deadline })),
    })),
    mail: filing.identity?.mail !== undefined,
  };
}

/**
 * Sends the draft: the cases and the receipt in the place of the draft stand in one transaction, so that a receipt is
 * shown exactly when there is something behind it, and sending again shows the same one.
 */
async function send(request: IntakeRequest, opened: OpenedDraft): Promise<WebResponse> {
  const { deps, lang, now } = request;
  const { draft, key, version, released } = opened;
  const filing = draftToFiling(draft, { lang, released, today: shanghaiDate(now) });
  if (!filing.ok) return checkPage(request, opened, filing.problems);
  const passed = await mayPass(request, opened);
  if (!passed.ok) return checkPage(request, opened, passed.problems);
  const over = await overLimit(request, filing.value, opened);
  if (over !== undefined) {
    return page(<PausePage {...over} publicityUrl={deps.publicityUrl} back={CHECK} />, {
      status: 429,
      retryAfter: over.seconds,
    });
  }
  const at = `${now.toISOString().slice(0, 19)}Z`;
  const sent = await receiptOf(request, filing.value, draft.code, at);
  const row = sentDraftRow(key.id, version, {
    cipher: sealDraft(key, version + 1, sent, deps.random),
    ttl: ttlFrom(now),
  });
  const { receiptPepper } = await deps.secrets.get();
  const outcome = await sendFiling(
    // The receipt names the instant that the cases carry.
    { ...deps.sending, now: () => now },
    filing.value,
    receiptHash(receiptPepper, draft.code),
    [row],
  );
  return outcome.ok ? redirect(RECEIPT) : again(request, opened, outcome.problems);
}

/** Not sent by this press: sent by another one, or changed in another window meanwhile, or the store was busy. */
async function again(
  request: IntakeRequest,
  before: OpenedDraft,
  problems: readonly Problem[],
): Promise<WebResponse> {
  const opened = await ownDraft(request);
  if (opened === undefined) return redirect(START, { code: 'intake.draft.none' });
  const { draft } = opened;
  if (draft.type === 'sent') return redirect(RECEIPT);
  const moved = opened.version !== before.version;
  return moved
    ? checkPage(request, { ...opened, draft }, [{ code: 'intake.moved' }], 409)
    : checkPage(request, { ...opened, draft }, problems, 503);
}

export const sendRoutes: readonly Route<IntakeDeps>[] = [
  publicRoute({
    method: 'GET',
    path: CHECK,
    handle: onDraft((request, opened) => checkPage(request, opened)),
  }),
  publicRoute({ method: 'POST', path: SEND, handle: onDraft(send) }),
  // A page that was reloaded after a refusal: there is nothing to see at this address.
  publicRoute({ method: 'GET', path: SEND, handle: () => redirect(CHECK) }),
];
