import * as z from 'zod';
import { mayAct } from '../../../../shared/access/roles.ts';
import { parseLocalDate } from '../../../../shared/calendar/localDate.ts';
import { creditCaseId } from '../../../../shared/credit/creditEntry.ts';
import type { CreditLedger } from '../../../../shared/credit/ledger.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { isUscc } from '../../../../shared/register/uscc.ts';
import { expectedVersion, readForm } from '../../kit/http/readForm.ts';
import { conflict, forbidden, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { readers } from '../access.ts';
import { atFields, entriesOf } from '../commandFields.ts';
import { actorOf, type ConsoleDeps } from '../consoleDeps.ts';
import { type DifferenceAct, differenceActs, type EntryAct, entryActs } from './creditActs.ts';
import { CREDIT_PATH, ledgerPath, REPORTS_PATH } from './creditPaths.ts';
import { LedgerPage } from './ledgerPage.tsx';
import { OverviewPage } from './overviewPage.tsx';
import { ReportPage, ReportsPage } from './reportPages.tsx';

type Request = SignedInRequest<ConsoleDeps>;

/** Entries that the overview lists, and reports that it links to. */
const MOST_WAITING = 100;
const LAST_REPORTS = 7;
const MOST_REPORTS = 400;
const MOST_FOUND = 50;

async function overview({ deps, query, now }: Request): Promise<WebResponse> {
  const { desk, connection } = deps.credit;
  const asked = firstValue(query, 'agency').trim();
  const [waiting, ledgers, differences, reports, { breaker }, agencies] = await Promise.all([
    desk.waiting(MOST_WAITING),
    desk.held(),
    desk.openDifferences(),
    desk.reports(LAST_REPORTS),
    desk.breaker(),
    asked === '' ? undefined : deps.register.agencies(),
  ]);
  const held = await Promise.all(
    ledgers.map(async ({ state }) => ({
      since: state.heldSince ?? '',
      items: await desk.items(state.uscc),
    })),
  );
  const found = agencies
    ?.filter(({ name, uscc }) => name.includes(asked) || uscc === asked.toUpperCase())
    .slice(0, MOST_FOUND);
  return page(<OverviewPage {...{ connection, breaker, waiting, held, differences, reports, found, now }} />);
}

async function ledger(
  request: Request,
  refused?: { readonly form: string; readonly problems: readonly Problem[] },
): Promise<WebResponse> {
  const { deps, params, user, form, now } = request;
  const uscc = params['uscc'] ?? '';
  if (!isUscc(uscc)) return notFound();
  const { desk, cases, office } = deps.credit;
  // The ledger first: the version that the forms name is not newer than what is shown.
  const stored = await cases.load<CreditLedger>(creditCaseId(uscc));
  const [items, differences, kept] = await Promise.all([
    desk.items(uscc),
    desk.differences(uscc),
    deps.register.agency(uscc),
  ]);
  const agency = kept?.value.name ?? stored?.state.agency ?? items.at(-1)?.entry.agency;
  if (agency === undefined) return notFound();
  const back =
    refused === undefined
      ? {}
      : { refused: { form: refused.form, values: form }, problems: refused.problems };
  return page(
    <LedgerPage ledger={stored} {...{ uscc, agency, items, differences, office, user, now, ...back }} />,
    refused === undefined ? {} : { status: 422 },
  );
}

const actForm = z.object({
  expectedVersion,
  form: z.string().regex(/^[a-z-]+-\d+$/, 'kit.form.unreadable'),
  about: z.string().min(1, 'kit.form.unreadable').max(250, 'kit.form.unreadable'),
});

type Act = (typeof entryActs)[EntryAct] | (typeof differenceActs)[DifferenceAct];

async function act(request: Request, name: EntryAct | DifferenceAct, row: Act): Promise<WebResponse> {
  const { deps, params, user, form } = request;
  const uscc = params['uscc'] ?? '';
  if (!isUscc(uscc)) return notFound();
  const read = readForm(actForm, form);
  if (!read.ok) return conflict(ledgerPath(uscc));
  const { expectedVersion: seen, about, form: prefix } = read.value;
  const order = { uscc, seen, about, actor: actorOf(user) };
  const given = await row.give(deps.credit, order, entriesOf(prefix, form));
  if (given.ok) return redirect(ledgerPath(uscc), { code: `creditPage.done.${name}` });
  const codes = given.problems.map(({ code }) => code);
  if (codes.includes('credit.unknown')) return notFound();
  if (codes.includes('credit.role')) return forbidden(row.access);
  if (codes.includes('credit.stale') || codes.includes('credit.status')) return conflict(ledgerPath(uscc));
  return ledger(request, { form: prefix, problems: atFields(prefix, given.problems) });
}

async function report({ deps, params }: Request): Promise<WebResponse> {
  const day = parseLocalDate(params['day'] ?? '');
  const found = day === undefined ? undefined : await deps.credit.desk.report(day);
  return found === undefined ? notFound() : page(<ReportPage report={found} />);
}

/** Whether somebody does something about credit records; who only reads is told of nothing that waits. */
export const decidesOnCredit = (roles: Parameters<typeof mayAct>[0]): boolean =>
  mayAct(roles, ['supervisor', 'approver']);

/** What the credit-information system was told, what it holds, and what waits for a person. */
export const creditRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({ method: 'GET', path: CREDIT_PATH, access: readers, handle: overview }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: REPORTS_PATH,
    access: readers,
    handle: async ({ deps }) => page(<ReportsPage reports={await deps.credit.desk.reports(MOST_REPORTS)} />),
  }),
  staffRoute<ConsoleDeps>({ method: 'GET', path: `${REPORTS_PATH}/{day}`, access: readers, handle: report }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: `${CREDIT_PATH}/agencies/{uscc}`,
    access: readers,
    handle: (request) => ledger(request),
  }),
  ...(Object.keys(entryActs) as EntryAct[]).map((name) =>
    staffRoute<ConsoleDeps>({
      method: 'POST',
      path: `${CREDIT_PATH}/agencies/{uscc}/entries/${name}`,
      access: entryActs[name].access,
      handle: (request) => act(request, name, entryActs[name]),
    }),
  ),
  ...(Object.keys(differenceActs) as DifferenceAct[]).map((name) =>
    staffRoute<ConsoleDeps>({
      method: 'POST',
      path: `${CREDIT_PATH}/agencies/{uscc}/differences/${name}`,
      access: differenceActs[name].access,
      handle: (request) => act(request, name, differenceActs[name]),
    }),
  ),
];
