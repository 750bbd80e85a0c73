import { createHmac, timingSafeEqual } from 'node:crypto';
import { sessionCookie } from '../../../../shared/access/session.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { isImportId } from '../../../../shared/register/commands/importCase.ts';
import { newUpload, uploadImport } from '../../../../shared/register/commands/importCommands.ts';
import { registerTemplate } from '../../../../shared/register/registerExport.ts';
import type { RegisterKind } from '../../../../shared/register/registerStore.ts';
import { writeCsv } from '../../../../shared/spreadsheet/writeSpreadsheet.ts';
import { conflict, download, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { editors } from '../access.ts';
import { actorOf, type ConsoleDeps, importDeps } from '../consoleDeps.ts';
import type { RegisterView } from '../registers/registerView.ts';
import { agencyView, inspectorView, itemView, practitionerView, relationView } from '../registers/views.tsx';
import { importPath } from './importPath.ts';
import { UploadedPage, UploadPage } from './uploadPage.tsx';

/**
 * Proves that an upload form was given out to this session. The file store sends the browser back by GET, which
 * must not act on anybody's word; with this it acts on our own, and only for the session that had the form.
 */
export function uploadState(sessionToken: string, kind: RegisterKind): string {
  return createHmac('sha256', sessionToken).update(`upload ${kind}`).digest('base64url');
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const tokenOf = ({ cookies }: SignedInRequest<ConsoleDeps>) => cookies[sessionCookie] ?? '';

function uploadRoutes<K extends RegisterKind>(view: RegisterView<K>): readonly Route<ConsoleDeps>[] {
  const { kind, label, columns } = view.register;
  const base = `/registers/${view.slug}`;
  const begin = async ({ deps, user }: SignedInRequest<ConsoleDeps>, id: string): Promise<WebResponse> => {
    if (!isImportId(id)) return notFound();
    const uploaded = await uploadImport(importDeps(deps), { id, kind }, actorOf(user));
    if (!uploaded.ok) return conflict(`${base}/import`);
    // An id of another register's import leads to that import, where it belongs.
    return redirect(importPath(id));
  };
  return [
    staffRoute<ConsoleDeps>({
      method: 'GET',
      path: `${base}/import`,
      access: editors,
      handle: async (request) => {
        const { deps } = request;
        const state = uploadState(tokenOf(request), kind);
        const back = `${deps.consoleUrl}${base}/import/uploaded?id={id}&state=${state}`;
        const [{ form }, lock] = await Promise.all([
          newUpload(importDeps(deps), kind, back),
          deps.register.lock(),
        ]);
        return page(
          <UploadPage register={{ label, columns }} base={base} form={form} held={lock.holder !== ''} />,
        );
      },
    }),
    staffRoute<ConsoleDeps>({
      method: 'GET',
      path: `${base}/import/uploaded`,
      access: editors,
      handle: async (request) => {
        const { query, lang } = request;
        const id = firstValue(query, 'id');
        if (!isImportId(id)) return notFound();
        if (sameText(firstValue(query, 'state'), uploadState(tokenOf(request), kind))) {
          return begin(request, id);
        }
        return page(
          <UploadedPage title={text(lang, 'imports.title', { register: label[lang] })} base={base} id={id} />,
        );
      },
    }),
    staffRoute<ConsoleDeps>({
      method: 'POST',
      path: `${base}/import/uploaded`,
      access: editors,
      handle: (request) => begin(request, firstValue(request.form, 'id')),
    }),
    staffRoute<ConsoleDeps>({
      method: 'GET',
      path: `${base}/import/template.xlsx`,
      access: editors,
      handle: async () =>
        download({
          name: `${label.zh}-模板.xlsx`,
          contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          body: await registerTemplate(kind),
        }),
    }),
    staffRoute<ConsoleDeps>({
      method: 'GET',
      path: `${base}/import/template.csv`,
      access: editors,
      handle: () =>
        download({
          name: `${label.zh}-模板.csv`,
          contentType: 'text/csv; charset=utf-8',
          body: writeCsv([columns.map(({ header }) => header.zh)]),
        }),
    }),
  ];
}

export const allUploadRoutes: readonly Route<ConsoleDeps>[] = [
  ...uploadRoutes(agencyView),
  ...uploadRoutes(practitionerView),
  ...uploadRoutes(inspectorView),
  ...uploadRoutes(relationView),
  ...uploadRoutes(itemView),
];
