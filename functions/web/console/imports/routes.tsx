import { mayAct } from '../../../../shared/access/roles.ts';
import type { StoredCase } from '../../../../shared/case/caseStore.ts';
import type { Actor } from '../../../../shared/draw/ceremony/decision.ts';
import type { Problem, Result } from '../../../../shared/problem.ts';
import type { ImportCase } from '../../../../shared/register/commands/importCase.ts';
import {
  abandonImport,
  confirmImport,
  recheckImport,
} from '../../../../shared/register/commands/importCommands.ts';
import type { ImportDeps } from '../../../../shared/register/commands/importPorts.ts';
import type { ImportReport } from '../../../../shared/register/commands/importReport.ts';
import type { RegisterKind } from '../../../../shared/register/registerStore.ts';
import type { Values } from '../../kit/context.tsx';
import { notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { confidentialReaders, editors, readers } from '../access.ts';
import { actorOf, type ConsoleDeps, importDeps } from '../consoleDeps.ts';
import { agencyView, inspectorView, itemView, practitionerView, relationView } from '../registers/views.tsx';
import { ImportPage } from './importPages.tsx';
import { importIdOf, importPath } from './importPath.ts';
import { allUploadRoutes } from './uploadRoutes.tsx';

const slugs: Readonly<Record<RegisterKind, string>> = {
  agency: agencyView.slug,
  practitioner: practitionerView.slug,
  inspector: inspectorView.slug,
  relation: relationView.slug,
  item: itemView.slug,
};

/** Reports are ours; this only keeps a mistake from filling the memory. */
const MOST_REPORT = 20 * 1024 * 1024;

async function reportOf(
  { deps, user }: SignedInRequest<ConsoleDeps>,
  { check, kind }: ImportCase,
): Promise<ImportReport | 'gone' | 'hidden' | undefined> {
  if (check === undefined) return undefined;
  // The reasons of 回避 stand in the rows of the report.
  if (kind === 'relation' && !mayAct(user.roles, confidentialReaders)) return 'hidden';
  const bytes = await deps.uploads.read(check.reportKey, MOST_REPORT);
  if (bytes === undefined || bytes === 'too_large') return 'gone';
  return JSON.parse(new TextDecoder().decode(bytes)) as ImportReport;
}

async function loaded({ deps, params }: SignedInRequest<ConsoleDeps>) {
  return deps.draws.cases.load<ImportCase>(importIdOf(params['id'] ?? ''));
}

async function show(
  request: SignedInRequest<ConsoleDeps>,
  stored: StoredCase<ImportCase>,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  return page(
    <ImportPage
      stored={stored}
      report={await reportOf(request, stored.state)}
      slug={slugs[stored.state.kind]}
      edits={mayAct(request.user.roles, editors)}
      problems={problems}
    />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

/** Where an import stands once the command has been carried out: a repeated press finds it there. */
const done = {
  confirm: ['confirmed', 'applied'],
  recheck: [],
  abandon: ['abandoned'],
} as const satisfies Record<string, readonly string[]>;

function act(
  verb: keyof typeof done,
  command: (deps: ImportDeps, id: string, actor: Actor, form: Values) => Promise<Result<unknown>>,
): Route<ConsoleDeps> {
  return staffRoute<ConsoleDeps>({
    method: 'POST',
    path: `/imports/{id}/${verb}`,
    access: editors,
    handle: async (request) => {
      const stored = await loaded(request);
      if (stored === undefined) return notFound();
      const already: readonly string[] = done[verb];
      if (!already.includes(stored.status)) {
        const { deps, form, user } = request;
        const outcome = await command(importDeps(deps), stored.caseId, actorOf(user), form);
        if (!outcome.ok) return show(request, (await loaded(request)) ?? stored, outcome.problems);
      }
      return redirect(importPath(stored.caseId));
    },
  });
}

/** Imports: the upload of each register, then one page per import from the check to the result. */
export const importRoutes: readonly Route<ConsoleDeps>[] = [
  ...allUploadRoutes,
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/imports/{id}',
    access: readers,
    handle: async (request) => {
      const stored = await loaded(request);
      return stored === undefined ? notFound() : show(request, stored);
    },
  }),
  act('confirm', (deps, id, actor, form) => confirmImport(deps, id, firstValue(form, 'digest'), actor)),
  act('recheck', recheckImport),
  act('abandon', abandonImport),
];
