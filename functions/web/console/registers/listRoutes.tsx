import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { exportRegister } from '../../../../shared/register/registerExport.ts';
import type { RegisterKind, RegisterStore } from '../../../../shared/register/registerStore.ts';
import { download, page } from '../../kit/http/respond.ts';
import { type Route, staffRoute } from '../../kit/http/route.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { RegisterListPage } from './listPage.tsx';
import { type ListContext, listPath, type RegisterView } from './registerView.ts';
import { listRows, matchingRows } from './rowList.ts';

const contentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** Names of the rows that another register's rows refer to. */
export async function listContext(
  register: RegisterStore,
  namesOfOthers: boolean,
  lang: Lang,
  now: Date,
): Promise<ListContext> {
  const [agencies, inspectors] = namesOfOthers
    ? await Promise.all([register.agencies(), register.inspectors()])
    : [[], []];
  return {
    lang,
    today: shanghaiDate(now),
    agencyNames: new Map(agencies.map(({ uscc, name }) => [uscc, name])),
    inspectorNames: new Map(inspectors.map(({ id, name }) => [id, name])),
  };
}

/** The list of a register and its two export files, which hold what the list's filters let through. */
export function listRoutes<K extends RegisterKind>(view: RegisterView<K>): readonly Route<ConsoleDeps>[] {
  const base = listPath(view);
  return [
    staffRoute<ConsoleDeps>({
      method: 'GET',
      path: base,
      access: view.readers,
      handle: async ({ deps, query, lang, now, user }) => {
        const [rows, context] = await Promise.all([
          view.load(deps.register),
          listContext(deps.register, view.namesOfOthers, lang, now),
        ]);
        const list = listRows(view, rows, query, context);
        return page(<RegisterListPage view={view} list={list} context={context} roles={user.roles} />);
      },
    }),
    ...(['xlsx', 'csv'] as const).map((format) =>
      staffRoute<ConsoleDeps>({
        method: 'GET',
        path: `${base}/export.${format}`,
        access: view.exporters,
        handle: async ({ deps, query, lang, now }) => {
          const [rows, context] = await Promise.all([
            view.load(deps.register),
            listContext(deps.register, view.namesOfOthers, lang, now),
          ]);
          const found = matchingRows(view, rows, query, context).rows.map(({ row }) => row);
          const { kind, label } = view.register;
          return download({
            name: `${label.zh}-${context.today}.${format}`,
            contentType: contentTypes[format],
            body: await exportRegister(kind, found, format),
          });
        },
      }),
    ),
  ];
}
