import { mayAct } from '../../../../shared/access/roles.ts';
import { addDays, shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { Problem, Result } from '../../../../shared/problem.ts';
import type { RegisterDeps } from '../../../../shared/register/commands/deps.ts';
import { draftItem, publishItem, withdrawItem } from '../../../../shared/register/commands/items.ts';
import type { InspectionItem } from '../../../../shared/register/inspectionItem.ts';
import { registers } from '../../../../shared/register/register.ts';
import { readForm } from '../../../../shared/register/rowFields.ts';
import type { Values } from '../../kit/context.tsx';
import { notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, staffRoute } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { editors, readers } from '../access.ts';
import { actorOf, type ConsoleDeps, registerDeps } from '../consoleDeps.ts';
import { namesOfPeople } from '../peopleNames.ts';
import { answerEdit } from './answerEdit.ts';
import { ItemFormPage, ItemPage } from './itemPages.tsx';
import { rowEntries } from './rowForm.tsx';

const register = registers.item;
const list = '/registers/items';
const itemPath = (code: string) => `${list}/${encodeURIComponent(code)}`;

/** The number of a version in an address; none for anything that is no such number. */
function versionOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined;
}

async function versionsOf(deps: ConsoleDeps, code: string): Promise<readonly InspectionItem[]> {
  const items = await deps.register.items();
  return items.filter((item) => item.code === code).toSorted((a, b) => b.version - a.version);
}

/** What a new draft starts from: the newest version of the item with the next number, or nothing. */
async function startOf(deps: ConsoleDeps, code: string, today: string): Promise<object> {
  const [newest] = code === '' ? [] : await versionsOf(deps, code);
  if (newest === undefined) return { version: 1, announced: true, validFrom: today };
  // A draft is changed, a version that has been published is followed by the next.
  const version = newest.status === 'draft' ? newest.version : newest.version + 1;
  return { ...newest, version, validFrom: newest.status === 'draft' ? newest.validFrom : today };
}

const act = (
  verb: 'publish' | 'withdraw',
  command: (
    deps: RegisterDeps,
    item: Pick<InspectionItem, 'code' | 'version'>,
    actor: ReturnType<typeof actorOf>,
  ) => Promise<Result<unknown>>,
  target: InspectionItem['status'],
): Route<ConsoleDeps> =>
  staffRoute({
    method: 'POST',
    path: `${list}/{code}/{version}/${verb}`,
    access: editors,
    handle: async ({ deps, params, user }) => {
      const code = params['code'] ?? '';
      const version = versionOf(params['version']);
      const kept = version === undefined ? undefined : await deps.register.item(code, version);
      if (version === undefined || kept === undefined) return notFound();
      if (kept.value.status !== target) {
        const outcome = await command(registerDeps(deps), { code, version }, actorOf(user));
        if (!outcome.ok) {
          const [versions, names] = await Promise.all([versionsOf(deps, code), namesOfPeople(deps)]);
          const history = await deps.register.history('item', [code, String(version)]);
          const shown = { versions, names, history, edits: true, problems: outcome.problems };
          return page(<ItemPage {...shown} />, { status: 422 });
        }
      }
      return redirect(itemPath(code), { code: `registers.item.done.${verb}` });
    },
  });

export const itemRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute({
    method: 'GET',
    path: `${list}/new`,
    access: editors,
    handle: async ({ deps, query, now }) => {
      const from = firstValue(query, 'from');
      const start = await startOf(deps, from, addDays(shanghaiDate(now), 1));
      return page(<ItemFormPage start={start} fixed={from !== '' && 'code' in start} />);
    },
  }),
  staffRoute({
    method: 'POST',
    path: list,
    access: editors,
    handle: async ({ deps, form, user }) => {
      const again = (problems: readonly Problem[]) =>
        page(<ItemFormPage start={startSent(form)} fixed={false} values={form} problems={problems} />, {
          status: 422,
        });
      const entries = rowEntries(register.columns, form);
      entries.set('status', 'draft');
      const read = readForm(register, entries);
      if (!read.ok) return again(read.problems);
      const wanted = read.value;
      return answerEdit({
        register,
        wanted,
        outcome: await draftItem(registerDeps(deps), wanted, actorOf(user)),
        stored: () => deps.register.item(wanted.code, wanted.version),
        path: itemPath(wanted.code),
        done: 'registers.item.drafted',
        again,
      });
    },
  }),
  staffRoute({
    method: 'GET',
    path: `${list}/{code}`,
    access: readers,
    handle: async ({ deps, params, user }) => {
      const code = params['code'] ?? '';
      const [versions, names] = await Promise.all([versionsOf(deps, code), namesOfPeople(deps)]);
      const [newest] = versions;
      if (newest === undefined) return notFound();
      const history = (
        await Promise.all(
          versions.map(({ version }) => deps.register.history('item', [code, String(version)])),
        )
      ).flat();
      return page(
        <ItemPage versions={versions} names={names} history={history} edits={mayAct(user.roles, editors)} />,
      );
    },
  }),
  act('publish', publishItem, 'published'),
  act('withdraw', withdrawItem, 'withdrawn'),
];

/** The parts of a refused form that are not entered but carried along. */
function startSent(form: Values): object {
  return { code: firstValue(form, 'code'), version: Number(firstValue(form, 'version')) || 1 };
}
