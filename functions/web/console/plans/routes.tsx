import { allUsers } from '../../../../shared/access/allUsers.ts';
import { mayAct } from '../../../../shared/access/roles.ts';
import { canonicalJson } from '../../../../shared/draw/canonicalJson.ts';
import { seatsHeld } from '../../../../shared/draw/ceremony/seatsHeld.ts';
import {
  publishPlan,
  readMonthPlan,
  reopenPlan,
  type StoredPlan,
  savePlan,
} from '../../../../shared/plan/planCommands.ts';
import { type Preview, previewPlan } from '../../../../shared/plan/preview.ts';
import type { Problem, Result } from '../../../../shared/problem.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import type { Values } from '../../kit/context.tsx';
import { conflict, download, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { editors, readers } from '../access.ts';
import { actorOf, type ConsoleDeps } from '../consoleDeps.ts';
import { namesOfPeople } from '../peopleNames.ts';
import { PlansPage } from './listPage.tsx';
import { lookUp, oddsFile, oddsTable } from './oddsFile.ts';
import { publishedItems, startingPlan } from './planDefaults.ts';
import { planDeps, standingDraw } from './planDeps.ts';
import { atFormFields, comingMonths, planEntries, planOf } from './planForm.ts';
import { PlanFormPage } from './planFormPage.tsx';
import { changedLines } from './planLines.ts';
import { PlanPage } from './planPage.tsx';
import { PreviewPage } from './previewPage.tsx';

type Request = SignedInRequest<ConsoleDeps>;

/** The month of the address, when it is one. */
function monthOf({ params }: Request): string | undefined {
  const month = params['month'] ?? '';
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined;
}

/** The version that the form was made from; a form of a month without a plan carries none. */
function seenVersion(form: Values): number | undefined {
  const text = firstValue(form, 'expectedVersion');
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

async function planForm(
  { deps }: Request,
  month: string,
  values: Values,
  version: number | undefined,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const [items, users] = await Promise.all([deps.register.items(), allUsers(deps.users)]);
  const witnesses = users.filter(
    ({ roles, disabledAt }) => disabledAt === undefined && mayAct(roles, ['official', 'notary']),
  );
  return page(
    <PlanFormPage
      month={month}
      values={values}
      version={version}
      items={publishedItems(items)}
      witnesses={witnesses}
      problems={atFormFields(problems)}
    />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

/** The form of a month that has no plan yet. */
async function newPlan(request: Request, month: string): Promise<WebResponse> {
  const { deps } = request;
  const [plans, items] = await Promise.all([deps.plans.plans(), deps.register.items()]);
  const last = plans.find(({ status }) => status === 'published');
  const stored = last === undefined ? undefined : await deps.plans.plan(last.month);
  const start = startingPlan(month, stored?.state.plan, items);
  return planForm(request, month, planEntries(start), undefined);
}

async function planPage(
  { deps, user, form }: Request,
  stored: StoredPlan,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const { month } = stored.state;
  const [published, items, names, draw] = await Promise.all([
    deps.plans.published(month),
    deps.register.items(),
    namesOfPeople(deps),
    standingDraw(deps, month),
  ]);
  return page(
    <PlanPage
      stored={stored}
      published={published}
      items={items}
      names={names}
      edits={mayAct(user.roles, editors)}
      draw={draw}
      values={form}
      problems={problems}
    />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

async function save(request: Request): Promise<WebResponse> {
  const { deps, form, user } = request;
  const month = monthOf(request);
  if (month === undefined) return notFound();
  const op = firstValue(form, 'op');
  const version = seenVersion(form);
  const lines = changedLines(form, op);
  // Nothing is saved yet: the same form with its lines changed.
  if (lines !== undefined) return planForm(request, month, lines, version);
  const wanted = planOf(month, form);
  const saved = await savePlan(planDeps(deps), wanted, version, actorOf(user));
  const path = op === 'preview' ? `/plans/${month}/preview` : `/plans/${month}`;
  if (saved.ok) return redirect(path, { code: 'plans.done.saved' });
  if (saved.problems.some(({ code }) => code === 'plan.edit.stale' || code === 'plan.status')) {
    const stored = await deps.plans.plan(month);
    // The form was sent twice: its plan is what stands there.
    return stored?.status === 'draft' && sameAs(wanted, stored)
      ? redirect(path, { code: 'plans.done.saved' })
      : conflict(`/plans/${month}`);
  }
  return planForm(request, month, form, version, saved.problems);
}

function sameAs(wanted: unknown, stored: StoredPlan): boolean {
  const read = readMonthPlan(wanted);
  return read.ok && canonicalJson({ ...read.value }) === canonicalJson({ ...stored.state.plan });
}

interface Previewed {
  readonly agencies: readonly Agency[];
  readonly preview: Result<Preview>;
}

async function previewOf({ deps }: Request, stored: StoredPlan): Promise<Previewed> {
  const { register } = deps;
  const [agencies, inspectors, relations, items, held] = await Promise.all([
    register.agencies(),
    register.inspectors(),
    register.relations(),
    register.items(),
    seatsHeld(deps.draws, stored.state.month.slice(0, 4)),
  ]);
  const registers = { agencies, inspectors, relations, items };
  return { agencies, preview: previewPlan(registers, stored.state.plan, deps.suite, held) };
}

async function showPreview(request: Request): Promise<WebResponse> {
  const { deps, user, query } = request;
  const month = monthOf(request);
  const stored = month === undefined ? undefined : await deps.plans.plan(month);
  if (stored === undefined) return notFound();
  const { agencies, preview } = await previewOf(request, stored);
  const asked = firstValue(query, 'agency');
  return page(
    <PreviewPage
      plan={stored.state.plan}
      draftVersion={stored.status === 'draft' ? stored.version : undefined}
      preview={preview.ok ? preview.value : undefined}
      looked={preview.ok && asked !== '' ? lookUp(agencies, preview.value, asked) : undefined}
      edits={mayAct(user.roles, editors)}
      // Here are no fields: each fault stands on top with what to change in the plan.
      problems={preview.ok ? [] : preview.problems.map(({ field: _, ...one }) => one)}
    />,
  );
}

async function publish(request: Request): Promise<WebResponse> {
  const { deps, form, user } = request;
  const month = monthOf(request);
  const stored = month === undefined ? undefined : await deps.plans.plan(month);
  if (month === undefined || stored === undefined) return notFound();
  const version = seenVersion(form);
  const path = `/plans/${month}`;
  // Published by the press before: its version is the one that this form saw, and one more.
  if (stored.status === 'published' && version === stored.version - 1) {
    return redirect(path, { code: 'plans.done.published' });
  }
  const outcome = await publishPlan(planDeps(deps), month, version ?? -1, actorOf(user));
  if (outcome.ok) {
    await deps.draws.kick.publish();
    return redirect(path, { code: 'plans.done.published' });
  }
  if (outcome.problems.some(({ code }) => code === 'plan.edit.stale' || code === 'plan.status')) {
    return conflict(path);
  }
  // Each refusal beside the field of the plan that it is about.
  return planForm(request, month, planEntries(stored.state.plan), stored.version, outcome.problems);
}

async function reopen(request: Request): Promise<WebResponse> {
  const { deps, form, user } = request;
  const month = monthOf(request);
  const stored = month === undefined ? undefined : await deps.plans.plan(month);
  if (month === undefined || stored === undefined) return notFound();
  const path = `/plans/${month}`;
  const reason = firstValue(form, 'reason');
  const key = firstValue(form, 'idempotencyKey').slice(0, 64);
  if (stored.version !== seenVersion(form)) {
    // Only the form that took the plan back, sent twice, is answered as before; another one saw an older state.
    const again = stored.status === 'draft' && key !== '' && stored.state.reopened?.form === key;
    return again ? redirect(path, { code: 'plans.done.reopened' }) : conflict(path);
  }
  const outcome = await reopenPlan(planDeps(deps), month, reason, actorOf(user), key);
  if (outcome.ok) return redirect(path, { code: 'plans.done.reopened' });
  if (outcome.problems.some(({ code }) => code === 'plan.edit.stale' || code === 'plan.status')) {
    return conflict(path);
  }
  return planPage(request, stored, outcome.problems);
}

const contentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** The plan of each month: written, tried out, published, taken back. */
export const planRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/plans',
    access: readers,
    handle: async ({ deps, user, now }) =>
      page(
        <PlansPage
          plans={await deps.plans.plans()}
          coming={comingMonths(now)}
          edits={mayAct(user.roles, editors)}
        />,
      ),
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/plans/{month}',
    access: readers,
    handle: async (request) => {
      const { deps, user } = request;
      const month = monthOf(request);
      if (month === undefined) return notFound();
      const stored = await deps.plans.plan(month);
      const edits = mayAct(user.roles, editors);
      if (stored === undefined) return edits ? newPlan(request, month) : notFound();
      if (stored.status === 'published' || !edits) return planPage(request, stored);
      return planForm(request, month, planEntries(stored.state.plan), stored.version);
    },
  }),
  staffRoute<ConsoleDeps>({ method: 'POST', path: '/plans/{month}', access: editors, handle: save }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/plans/{month}/preview',
    access: readers,
    handle: showPreview,
  }),
  staffRoute<ConsoleDeps>({
    method: 'POST',
    path: '/plans/{month}/publish',
    access: editors,
    handle: publish,
  }),
  staffRoute<ConsoleDeps>({ method: 'POST', path: '/plans/{month}/reopen', access: editors, handle: reopen }),
  ...(['xlsx', 'csv'] as const).map((format) =>
    staffRoute<ConsoleDeps>({
      method: 'GET',
      path: `/plans/{month}/odds.${format}`,
      access: readers,
      handle: async (request) => {
        const month = monthOf(request);
        const stored = month === undefined ? undefined : await request.deps.plans.plan(month);
        if (stored === undefined) return notFound();
        const { agencies, preview } = await previewOf(request, stored);
        if (!preview.ok) return conflict(`/plans/${month}/preview`);
        return download({
          name: `${stored.state.month}-概率.${format}`,
          contentType: contentTypes[format],
          body: await oddsFile(oddsTable(agencies, preview.value), format),
        });
      },
    }),
  ),
];
