import { isValid, ulid } from 'ulid';
import { localDate, shanghaiDate, yearOf } from '../../../../shared/calendar/localDate.ts';
import { inspectionParameters } from '../../../../shared/law/inspectionParameters.ts';
import { citedText, ruleAt } from '../../../../shared/law/lawTable.ts';
import { listingDay, type MirrorLine, proposeMirror, readMirror } from '../../../../shared/listing/mirror.ts';
import { type Problem, problem, type Result } from '../../../../shared/problem.ts';
import { MOST_BYTES } from '../../../../shared/register/commands/importPorts.ts';
import { defaultLimits, megabytes } from '../../../../shared/spreadsheet/limits.ts';
import { readCsv } from '../../../../shared/spreadsheet/readCsv.ts';
import { readSpreadsheet } from '../../../../shared/spreadsheet/readSpreadsheet.ts';
import type { Sheet } from '../../../../shared/spreadsheet/sheet.ts';
import type { Values } from '../../kit/context.tsx';
import { notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { editors } from '../access.ts';
import { actorOf, type ConsoleDeps } from '../consoleDeps.ts';
import { mirrorIn } from './forms.ts';
import { listingDeps } from './listingDeps.ts';
import { BOARD, MIRROR } from './listingWords.ts';
import { MirrorCheckPage, MirrorPage } from './mirrorPage.tsx';

type Request = SignedInRequest<ConsoleDeps>;

/** Where the browser puts the file: the key is part of the signed policy, so nothing else can be written. */
const fileKey = (id: string) => `listings/${id}/file`;

async function first(
  { deps }: Request,
  values?: Values,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const id = ulid(deps.draws.now().getTime());
  const upload = await deps.uploads.form(fileKey(id), `${deps.consoleUrl}${MIRROR}/uploaded?id=${id}`);
  return page(
    <MirrorPage upload={upload} problems={problems} {...(values === undefined ? {} : { values })} />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

/** What was read, to be looked through; nothing is proposed before. */
async function check(request: Request, sheets: Result<readonly Sheet[]>): Promise<WebResponse> {
  const { deps, form } = request;
  if (!sheets.ok)
    return first(
      request,
      form,
      sheets.problems.map((one) => ({ ...one, field: 'list' })),
    );
  const [sheet] = sheets.value;
  const lines = sheet === undefined ? [] : readMirror(sheet, await deps.register.agencies());
  if (!lines.some((line) => 'agency' in line))
    return first(request, form, [{ code: 'listing.mirror.empty', field: 'list' }]);
  return checked(request, lines);
}

/** The day is that of the parameter for this year, to be compared with the notice. */
function checked(
  { now }: Request,
  lines: readonly MirrorLine[],
  refused?: { readonly values: Values; readonly problems: readonly Problem[] },
): WebResponse {
  const year = yearOf(shanghaiDate(now));
  const row = ruleAt(inspectionParameters, 'patent_report.listing_day', localDate(`${year}-01-01`));
  return page(
    <MirrorCheckPage
      on={listingDay(year)}
      citation={row === undefined ? '' : citedText(row.citation)}
      lines={lines}
      {...(refused ?? {})}
    />,
    refused === undefined ? {} : { status: 422 },
  );
}

/** A read of what the browser has put into the file store: it changes nothing, so coming back by GET is enough. */
async function uploaded(request: Request): Promise<WebResponse> {
  const { deps, query } = request;
  const id = firstValue(query, 'id');
  if (!isValid(id)) return notFound();
  const bytes = await deps.uploads.read(fileKey(id), MOST_BYTES);
  if (bytes === undefined) return check(request, problem('listingPage.mirror.gone'));
  if (bytes === 'too_large')
    return check(request, problem('imports.tooLarge', { limit: megabytes(MOST_BYTES) }));
  return check(request, await readSpreadsheet(bytes));
}

async function propose(request: Request): Promise<WebResponse> {
  const { deps, form, user } = request;
  const order = mirrorIn(form);
  const taken = order.ok ? await proposeMirror(listingDeps(deps), order.value, actorOf(user)) : order;
  if (!taken.ok) {
    const wanted = [form['usccs'] ?? []].flat();
    const agencies = (await deps.register.agencies()).filter(({ uscc }) => wanted.includes(uscc));
    const lines = agencies.map((agency, i) => ({ line: i + 1, agency }));
    return checked(request, lines, { values: form, problems: taken.problems });
  }
  const { proposed, known, failed } = taken.value;
  return redirect(BOARD, {
    code: 'listingPage.mirror.done',
    params: { proposed, known, failed: failed.length },
  });
}

/** CNIPA's yearly list: pasted or uploaded, looked through, then proposed agency by agency. */
export const mirrorRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: MIRROR,
    access: editors,
    handle: (request) => first(request),
  }),
  staffRoute<ConsoleDeps>({
    method: 'POST',
    path: MIRROR,
    access: editors,
    handle: (request) =>
      check(request, readCsv(new TextEncoder().encode(firstValue(request.form, 'list')), defaultLimits)),
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: `${MIRROR}/uploaded`,
    access: editors,
    handle: uploaded,
  }),
  staffRoute<ConsoleDeps>({ method: 'POST', path: `${MIRROR}/propose`, access: editors, handle: propose }),
];
