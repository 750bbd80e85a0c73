import QRCode from 'qrcode';
import * as z from 'zod';
import { allUsers } from '../../../../shared/access/allUsers.ts';
import { mayAct, type Role } from '../../../../shared/access/roles.ts';
import { instantOf } from '../../../../shared/draw/ceremony/command.ts';
import {
  type DrawCase,
  type DrawStatus,
  kindOfNumber,
  recordVersions,
} from '../../../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../../../shared/draw/ceremony/drawRows.ts';
import { openDraw } from '../../../../shared/draw/ceremony/open.ts';
import type { Visit } from '../../../../shared/draw/ceremony/visit.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { tombstoneOf, withdraw } from '../../../../shared/publicity/withdrawal.ts';
import { readForm } from '../../kit/http/readForm.ts';
import { conflict, download, forbidden, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { readers } from '../access.ts';
import { actorOf } from '../consoleDeps.ts';
import { type FormCommand, formCommands, rolesFor } from './commands.ts';
import { DrawPage } from './detailPage.tsx';
import { drawReaders } from './drawAccess.ts';
import type { DrawPageDeps } from './drawPageDeps.ts';
import { DrawPaper } from './drawPaper.tsx';
import { words } from './drawWords.ts';
import { DrawListPage, type DrawRow } from './listPage.tsx';
import { ScreenPage } from './screenPage.tsx';

type Request = SignedInRequest<DrawPageDeps>;

const OPENERS: readonly Role[] = ['supervisor'];
/** The text of an objection may name people: it is for those who act on it. */
const OBJECTION_READERS: readonly Role[] = ['supervisor', 'approver'];

async function storedDraw(request: Request) {
  const number = request.params['number'] ?? '';
  if (kindOfNumber(number) === undefined) return undefined;
  return await request.deps.draws.cases.load<DrawCase>(drawCaseId(number));
}

/** All draws, newest first. */
export async function drawRows(deps: DrawPageDeps): Promise<readonly DrawRow[]> {
  const numbers = await deps.draws.desk.numbers();
  const stored = await Promise.all(
    numbers.map((number) => deps.draws.cases.load<DrawCase>(drawCaseId(number))),
  );
  return stored
    .flatMap((one) => (one === undefined ? [] : [{ draw: one.state, status: one.status as DrawStatus }]))
    .sort((a, b) => (a.draw.opened.at < b.draw.opened.at ? 1 : -1));
}

async function listPage(request: Request, problems: readonly Problem[] = []): Promise<WebResponse> {
  const { deps, lang, user } = request;
  const mayOpen = user.roles.some((role) => OPENERS.includes(role));
  const plans = mayOpen ? await deps.plans.plans() : [];
  return page(
    <DrawListPage
      lang={lang}
      rows={await drawRows(deps)}
      {...(mayOpen
        ? { months: plans.filter(({ status }) => status === 'published').map(({ month }) => month) }
        : {})}
      values={request.form}
      problems={problems}
    />,
    problems.length > 0 ? { status: 422 } : {},
  );
}

const openForm = z.object({
  month: z.string('ceremony.month.missing').min(1, 'ceremony.month.missing'),
  kind: z.enum(['draw', 'rehearsal'], 'kit.form.unreadable'),
});

async function open(request: Request): Promise<WebResponse> {
  const { deps, user } = request;
  const form = readForm(openForm, request.form);
  if (!form.ok) return listPage(request, form.problems);
  const { month, kind } = form.value;
  const users = await allUsers(deps.users);
  const opened = await openDraw(
    { ...deps.draws, plans: deps.plans },
    {
      month,
      kind,
      witnessNames: Object.fromEntries(users.map(({ userId, name }) => [userId, name])),
      office: deps.office.code,
    },
    actorOf(user),
  );
  if (!opened.ok) return listPage(request, opened.problems);
  const { number, fresh } = opened.value;
  const code = fresh ? 'ceremony.done.opened' : 'ceremony.done.exists';
  return redirect(`/draws/${number}`, { code, params: { number } });
}

/** The visits of a draw. Whom a targeted check is about is not told to those who only witness its draw. */
async function shownVisits({ deps, user, lang }: Request, draw: DrawCase): Promise<readonly Visit[]> {
  if (draw.result === undefined) return [];
  const visits = await deps.draws.desk.visits(draw.number);
  if (draw.kind !== 'targeted' || mayAct(user.roles, readers)) return visits;
  const agencyName = words(lang, 'drawPage.targeted.hidden');
  return visits.map((visit) => ({ ...visit, agencyName, uscc: '' }));
}

async function detail(
  request: Request,
  refused?: { readonly command?: FormCommand; readonly problems: readonly Problem[] },
): Promise<WebResponse> {
  const { deps, lang, user } = request;
  const stored = await storedDraw(request);
  if (stored === undefined) return notFound();
  const draw = stored.state;
  const lock = draw.kind === 'draw' ? await deps.draws.desk.lock(draw.task) : undefined;
  const visits = await shownVisits(request, draw);
  const confidential = mayAct(user.roles, OBJECTION_READERS);
  const objections = confidential && draw.objections > 0 ? await deps.draws.desk.objections(draw.number) : [];
  const opened = stored.status === 'published' && draw.frozen?.blinded === true && draw.plan.openDrawnRows;
  const canWithdraw =
    opened &&
    mayAct(user.roles, OPENERS) &&
    (await tombstoneOf(deps.draws.cases, draw.number, 'opened')) === undefined;
  return page(
    <DrawPage
      objections={objections}
      canWithdraw={canWithdraw}
      lang={lang}
      draw={draw}
      status={stored.status as DrawStatus}
      user={user}
      at={instantOf(request.now)}
      visits={visits}
      problems={refused?.problems ?? []}
      publicUrl={deps.publicityUrl}
      {...(refused?.command === undefined
        ? {}
        : { refused: { command: refused.command, values: request.form } })}
      {...(lock?.draw === draw.number ? { lock } : {})}
    />,
    refused === undefined ? {} : { status: 422 },
  );
}

async function command(request: Request, name: FormCommand): Promise<WebResponse> {
  const stored = await storedDraw(request);
  if (stored === undefined) return notFound();
  const { number } = stored.state;
  const given = await formCommands[name](request.deps.draws, number, actorOf(request.user), request.form);
  if (given.ok) return redirect(`/draws/${number}`, { code: 'ceremony.done.done' });
  const codes = given.problems.map(({ code }) => code);
  if (codes.includes('ceremony.status')) return conflict(`/draws/${number}`);
  if (codes.includes('ceremony.role')) return forbidden(rolesFor(name));
  return detail(request, { command: name, problems: given.problems });
}

async function withdrawOpened(request: Request): Promise<WebResponse> {
  const stored = await storedDraw(request);
  if (stored === undefined) return notFound();
  const { number } = stored.state;
  const { draws } = request.deps;
  const actor = { id: request.user.userId, roles: request.user.roles };
  const reason = firstValue(request.form, 'reason');
  const at = instantOf(request.now);
  const done = await withdraw({ store: draws.cases, actor, at }, number, 'opened', reason);
  if (!done.ok) return detail(request, { problems: done.problems });
  await draws.kick.publish();
  return redirect(`/draws/${number}`, { code: 'ceremony.done.done' });
}

/** The newest record, or the one after the event that the address names; 0 is that of the draw itself. */
async function record(request: Request): Promise<WebResponse> {
  const stored = await storedDraw(request);
  if (stored === undefined) return notFound();
  const { events } = request.params;
  const versions = recordVersions(stored.state);
  const version =
    events === undefined ? versions.at(-1) : /^\d{1,4}$/.test(events) ? versions[Number(events)] : undefined;
  const bytes = version === undefined ? undefined : await request.deps.drawFiles.get(version.file);
  if (version === undefined || bytes === undefined) return notFound();
  const e = versions.indexOf(version);
  const name = `${stored.state.number}${e === 0 ? '' : `-${e}`}.json`;
  return download({ name, contentType: 'application/json', body: bytes });
}

async function view(
  request: Request,
  render: (props: Parameters<typeof ScreenPage>[0], office: string) => WebResponse,
): Promise<WebResponse> {
  const { deps, lang } = request;
  const stored = await storedDraw(request);
  if (stored === undefined) return notFound();
  const draw = stored.state;
  const visits = await shownVisits(request, draw);
  const office = lang === 'zh' ? deps.office.name : deps.office.nameEn;
  const address = `${deps.publicityUrl}/draws/${draw.number}/`;
  const publicPage = { address, code: await QRCode.toDataURL(address, { margin: 1, width: 320 }) };
  return render({ lang, draw, status: stored.status as DrawStatus, visits, publicPage }, office);
}

const names = Object.keys(formCommands) as FormCommand[];

export const drawRoutes: readonly Route<DrawPageDeps>[] = [
  staffRoute({ method: 'GET', path: '/draws', access: drawReaders, handle: (request) => listPage(request) }),
  staffRoute({ method: 'POST', path: '/draws', access: OPENERS, handle: open }),
  staffRoute({
    method: 'GET',
    path: '/draws/{number}',
    access: drawReaders,
    handle: (request) => detail(request),
  }),
  staffRoute({ method: 'GET', path: '/draws/{number}/record.json', access: drawReaders, handle: record }),
  staffRoute({
    method: 'GET',
    path: '/draws/{number}/records/{events}',
    access: drawReaders,
    handle: record,
  }),
  staffRoute({
    method: 'GET',
    path: '/draws/{number}/screen',
    access: drawReaders,
    handle: (request) => view(request, (props) => page(<ScreenPage {...props} />)),
  }),
  staffRoute({
    method: 'GET',
    path: '/draws/{number}/paper',
    access: drawReaders,
    handle: (request) => view(request, (props, office) => page(<DrawPaper {...props} office={office} />)),
  }),
  staffRoute({
    method: 'POST',
    path: '/draws/{number}/withdraw-opened',
    access: OPENERS,
    handle: withdrawOpened,
  }),
  ...names.map((name) =>
    staffRoute<DrawPageDeps>({
      method: 'POST',
      path: `/draws/{number}/${name}`,
      access: rolesFor(name),
      handle: (request) => command(request, name),
    }),
  ),
];
