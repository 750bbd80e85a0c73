import { ulid } from 'ulid';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { ComplaintCase } from '../../../../shared/complaint/complaintCase.ts';
import { complaintCaseId } from '../../../../shared/complaint/complaintRows.ts';
import { receiptHash } from '../../../../shared/complaint/receiptCode.ts';
import { sendFiling } from '../../../../shared/complaint/sendFiling.ts';
import { staffReceiptCode } from '../../../../shared/complaint/staffReceipt.ts';
import { ok, type Problem, type Result } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { page } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { actorOf, type ConsoleDeps } from '../consoleDeps.ts';
import { entryRoles } from './complaintAccess.ts';
import { agenciesMeant, type Entry, readEntry } from './entryForm.ts';
import { EntryPage } from './entryPage.tsx';
import { ReceiptPage } from './receiptPage.tsx';

type Request = SignedInRequest<ConsoleDeps>;

async function form(
  { deps, now }: Request,
  values: Values = {},
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const kept = (name: string) => firstValue(values, name) || ulid(now.getTime());
  return page(
    <EntryPage
      values={values}
      problems={problems}
      matches={await agenciesMeant(deps.register, firstValue(values, 'agency').trim())}
      ids={{ complaint: kept('complaintId'), report: kept('reportId') }}
      today={shanghaiDate(now)}
    />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

/** Files it, or finds that this very form has filed it: either way the receipt is that of the form. */
async function file(
  { deps, user }: Request,
  { filing, key }: Entry,
): Promise<Result<{ readonly code: string; readonly cases: readonly string[] }>> {
  const pepper = await deps.receiptPepper();
  const code = staffReceiptCode(pepper, key);
  const hash = receiptHash(pepper, code);
  const sent = await sendFiling(
    { ...deps.complaints, sealer: deps.identitySealer },
    { ...filing, enteredBy: { by: user.userId, name: user.name } },
    hash,
    [],
    actorOf(user),
  );
  if (sent.ok) return ok({ code, cases: sent.value });
  const cases = await deps.complaintLists.ofReceipt(hash);
  return cases === undefined ? sent : ok({ code, cases });
}

async function send(request: Request): Promise<WebResponse> {
  const { deps, form: values, now } = request;
  // Only the agency was looked up: the page comes back with what the register has, and nothing is judged yet.
  if (firstValue(values, 'look') === 'yes') return form(request, values);
  const entry = await readEntry(values, deps.register, now);
  if (!entry.ok) return form(request, values, entry.problems);
  const filed = await file(request, entry.value);
  if (!filed.ok) return form(request, values, filed.problems);
  const { code, cases } = filed.value;
  const stored = await Promise.all(
    cases.map((id) => deps.complaints.cases.load<ComplaintCase>(complaintCaseId(id))),
  );
  return page(
    <ReceiptPage
      code={code}
      cases={stored.filter((one) => one !== undefined)}
      followUrl={`${deps.publicUrl}/follow`}
    />,
  );
}

/** Entering a filing for somebody who came, called or wrote. */
export const entryRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/complaints/new',
    access: entryRoles,
    handle: (request) => form(request),
  }),
  staffRoute<ConsoleDeps>({
    method: 'POST',
    path: '/complaints/new',
    access: entryRoles,
    handle: send,
  }),
];
