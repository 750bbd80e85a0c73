import * as z from 'zod';
import { allUsers } from '../../../../shared/access/allUsers.ts';
import { mayAct } from '../../../../shared/access/roles.ts';
import { shanghaiDate, yearOf } from '../../../../shared/calendar/localDate.ts';
import type { Actor } from '../../../../shared/draw/ceremony/decision.ts';
import type { Problem, Result } from '../../../../shared/problem.ts';
import { openTargetedDraw } from '../../../../shared/targeted/openTargetedDraw.ts';
import {
  amendOrder,
  approveOrder,
  type OrderRef,
  refuseOrder,
  withdrawOrder,
} from '../../../../shared/targeted/orderCommands.ts';
import { placeOrder } from '../../../../shared/targeted/placeOrder.ts';
import type { TargetedDeps } from '../../../../shared/targeted/ports.ts';
import { suggestedAgencies } from '../../../../shared/targeted/suggestions.ts';
import {
  type OrderStatus,
  orderCaseId,
  type StoredOrder,
  type TargetedOrder,
} from '../../../../shared/targeted/targetedOrder.ts';
import type { Values } from '../../kit/context.tsx';
import { expectedVersion, readForm } from '../../kit/http/readForm.ts';
import { conflict, forbidden, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { editors, readers } from '../access.ts';
import { actorOf, type ConsoleDeps } from '../consoleDeps.ts';
import { publishedItems } from '../plans/planDefaults.ts';
import { OrderListPage } from './listPage.tsx';
import { NewOrderPage } from './newOrderPage.tsx';
import { openingOf, orderOf, termsOf } from './orderForm.ts';
import { type OrderForm, OrderPage } from './orderPage.tsx';
import { targetedDeps } from './targetedDeps.ts';

type Request = SignedInRequest<ConsoleDeps>;

async function list(
  { deps, user, query, now }: Request,
  refused?: { readonly values: Values; readonly problems: readonly Problem[] },
): Promise<WebResponse> {
  const today = shanghaiDate(now);
  const thisYear = yearOf(today);
  const asked = Number(firstValue(query, 'year'));
  const year = Number.isInteger(asked) && asked >= 2020 && asked <= thisYear ? asked : thisYear;
  const { targetedOrders, register } = deps;
  // An order of December may still stand in January.
  const [current, before, shown, agencies] = await Promise.all([
    targetedOrders.ofYear(thisYear),
    targetedOrders.ofYear(thisYear - 1),
    year < thisYear - 1 ? targetedOrders.ofYear(year) : undefined,
    register.agencies(),
  ]);
  const recent = [...current, ...before];
  return page(
    <OrderListPage
      year={year}
      thisYear={thisYear}
      orders={shown ?? (year === thisYear ? current : before)}
      waiting={recent.filter(({ status }) => status === 'approved')}
      suggested={suggestedAgencies(agencies, recent, today)}
      edits={mayAct(user.roles, editors)}
      {...(refused === undefined ? {} : refused)}
    />,
    refused === undefined ? {} : { status: 422 },
  );
}

async function newOrder(
  { deps }: Request,
  values: Values,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const uscc = firstValue(values, 'uscc').trim();
  const [kept, items] = await Promise.all([
    uscc === '' ? undefined : deps.register.agency(uscc),
    deps.register.items(),
  ]);
  return page(
    <NewOrderPage values={values} agency={kept?.value} items={publishedItems(items)} problems={problems} />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

async function place(request: Request): Promise<WebResponse> {
  const { deps, form, user } = request;
  const order = orderOf(form, user.userId);
  if (!order.ok) return newOrder(request, form, order.problems);
  const placed = await placeOrder(targetedDeps(deps), order.value, actorOf(user));
  if (!placed.ok) return newOrder(request, form, placed.problems);
  const { number } = placed.value;
  return redirect(`/targeted/${number}`, { code: 'targetedPage.done.ordered', params: { number } });
}

async function loaded({ deps, params }: Request): Promise<StoredOrder | undefined> {
  const number = params['number'] ?? '';
  return /^[A-Z]{2,10}-\d{4}-TG\d{4,}$/.test(number)
    ? deps.draws.cases.load<TargetedOrder>(orderCaseId(number))
    : undefined;
}

async function show(
  { deps, user }: Request,
  order: StoredOrder,
  refused?: { readonly command: OrderForm; readonly values: Values; readonly problems: readonly Problem[] },
): Promise<WebResponse> {
  const [kept, items] = await Promise.all([deps.register.agency(order.state.uscc), deps.register.items()]);
  return page(
    <OrderPage
      order={order}
      agency={kept?.value}
      items={items}
      user={user}
      {...(refused === undefined ? {} : { refused, problems: refused.problems })}
    />,
    refused === undefined ? {} : { status: 422 },
  );
}

type Give = (deps: TargetedDeps, order: OrderRef, form: Values, actor: Actor) => Promise<Result<StoredOrder>>;

/** One line per command: who comes to it, the status it leaves, and how its form is given. */
const commands: Readonly<
  Record<OrderForm, { readonly access: typeof editors; readonly to: OrderStatus; readonly give: Give }>
> = {
  amend: {
    access: editors,
    to: 'ordered',
    give: async (deps, order, form, actor) => {
      const terms = termsOf(form);
      return terms.ok ? amendOrder(deps, order, terms.value, actor) : terms;
    },
  },
  approve: {
    access: ['approver'],
    to: 'approved',
    give: (deps, order, _form, actor) => approveOrder(deps, order, actor),
  },
  refuse: {
    access: ['approver'],
    to: 'refused',
    give: (deps, order, form, actor) => refuseOrder(deps, order, firstValue(form, 'reason'), actor),
  },
  withdraw: {
    access: editors,
    to: 'withdrawn',
    give: (deps, order, form, actor) => withdrawOrder(deps, order, firstValue(form, 'reason'), actor),
  },
};

async function command(request: Request, name: OrderForm): Promise<WebResponse> {
  const { deps, form, user } = request;
  const order = await loaded(request);
  if (order === undefined) return notFound();
  const { number } = order.state;
  const path = `/targeted/${number}`;
  const line = commands[name];
  const done = redirect(path, { code: `targetedPage.done.${name}` });
  // Pressed twice: the order already is as the command would leave it.
  if (order.status === line.to && order.status !== 'ordered') return done;
  const seen = readForm(z.object({ expectedVersion }), form);
  if (!seen.ok) return conflict(path);
  const ref = { number, version: seen.value.expectedVersion };
  const given = await line.give(targetedDeps(deps), ref, form, actorOf(user));
  if (given.ok) return done;
  const codes = given.problems.map(({ code }) => code);
  if (codes.includes('case.stale') || codes.includes('targeted.status')) return conflict(path);
  if (codes.includes('targeted.role')) return forbidden(line.access);
  return show(request, order, { command: name, values: form, problems: given.problems });
}

async function openDraw(request: Request): Promise<WebResponse> {
  const { deps, form, user } = request;
  const opening = openingOf(form);
  if (!opening.ok) return list(request, { values: form, problems: opening.problems });
  const users = await allUsers(deps.users);
  const opened = await openTargetedDraw(
    { ...deps.draws, plans: deps.plans, register: deps.register },
    {
      ...opening.value,
      witnessNames: Object.fromEntries(users.map(({ userId, name }) => [userId, name])),
      office: deps.office.code,
    },
    actorOf(user),
  );
  if (!opened.ok) return list(request, { values: form, problems: opened.problems });
  const { number, fresh } = opened.value;
  const code = fresh ? 'ceremony.done.opened' : 'targetedPage.done.exists';
  return redirect(`/draws/${number}`, { code, params: { number } });
}

const names = Object.keys(commands) as OrderForm[];

/** Inspections outside the lottery: ordered, approved, and drawn for. */
export const targetedRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/targeted',
    access: readers,
    handle: (request) => list(request),
  }),
  staffRoute<ConsoleDeps>({ method: 'POST', path: '/targeted', access: editors, handle: place }),
  staffRoute<ConsoleDeps>({ method: 'POST', path: '/targeted/draws', access: editors, handle: openDraw }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/targeted/new',
    access: editors,
    handle: (request) => newOrder(request, request.query),
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/targeted/{number}',
    access: readers,
    handle: async (request) => {
      const order = await loaded(request);
      return order === undefined ? notFound() : show(request, order);
    },
  }),
  ...names.map((name) =>
    staffRoute<ConsoleDeps>({
      method: 'POST',
      path: `/targeted/{number}/${name}`,
      access: commands[name].access,
      handle: (request) => command(request, name),
    }),
  ),
];
