import type { VNode } from 'preact';
import { mayAct } from '../../../../shared/access/roles.ts';
import type { StoredCase } from '../../../../shared/case/caseStore.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { ImportCase } from '../../../../shared/register/commands/importCase.ts';
import { registers } from '../../../../shared/register/register.ts';
import type { RegisterKind, RegisterLock } from '../../../../shared/register/registerStore.ts';
import { ButtonLink } from '../../kit/components/button.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { NotificationBanner } from '../../kit/components/notices.tsx';
import { usePage } from '../../kit/context.tsx';
import { page } from '../../kit/http/respond.ts';
import { type Route, staffRoute } from '../../kit/http/route.ts';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { editors, readers } from '../access.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { ImportList } from '../imports/importList.tsx';
import { importPath } from '../imports/importPath.ts';
import { momentText } from '../moment.ts';
import { agencyView, inspectorView, itemView, practitionerView, relationView } from './views.tsx';

/** Imports that are looked through for the last one of each register, and those that are listed. */
const LOOKED = 60;
const SHOWN = 10;

interface Line {
  readonly kind: RegisterKind;
  readonly slug: string;
  readonly count: number;
  readonly note: string;
  /** Instant of the last import that was written. */
  readonly imported: string | undefined;
}

const kindsInOrder = [itemView, agencyView, practitionerView, inspectorView, relationView] as const;

/** The libraries at a glance (一单两库), what is being imported, and the imports of late. */
export const overviewRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute({
    method: 'GET',
    path: '/registers',
    access: readers,
    handle: async ({ deps, lang, user }) => {
      const { register } = deps;
      const [agencies, practitioners, inspectors, items, relations, lock, imports] = await Promise.all([
        register.agencies(),
        register.allPractitioners(),
        register.inspectors(),
        register.items(),
        register.relations(),
        register.lock(),
        deps.imports.newest(LOOKED),
      ]);
      const part = (
        rows: readonly { readonly status: string }[],
        status: string,
        code: 'registers.note.active' | 'registers.note.practising' | 'registers.note.published',
      ) => text(lang, code, { count: rows.filter((row) => row.status === status).length });
      const facts: Readonly<Record<RegisterKind, readonly [count: number, note: string]>> = {
        agency: [agencies.length, part(agencies, 'active', 'registers.note.active')],
        practitioner: [practitioners.length, part(practitioners, 'practising', 'registers.note.practising')],
        inspector: [inspectors.length, part(inspectors, 'active', 'registers.note.active')],
        item: [items.length, part(items, 'published', 'registers.note.published')],
        relation: [relations.length, ''],
      };
      const lines = kindsInOrder.map(({ register: { kind }, slug }): Line => {
        const [count, note] = facts[kind];
        const last = imports.find(({ state }) => state.kind === kind && state.applied !== undefined);
        return { kind, slug, count, note, imported: last?.state.applied?.at };
      });
      return page(
        <Overview
          lines={lines}
          lock={lock}
          imports={imports.slice(0, SHOWN)}
          edits={mayAct(user.roles, editors)}
        />,
      );
    },
  }),
];

function Overview(props: {
  lines: readonly Line[];
  lock: RegisterLock;
  imports: readonly StoredCase<ImportCase>[];
  edits: boolean;
}): VNode {
  const { lang } = usePage();
  const { holder, rev } = props.lock;
  return (
    <ConsolePage
      title={text(lang, 'registers.title')}
      lead={text(lang, 'registers.rev', { rev })}
      {...(props.edits
        ? {
            action: (
              <ButtonLink href="/registers/agencies/import">
                {text(lang, 'registers.importAgencies')}
              </ButtonLink>
            ),
          }
        : {})}
    >
      {holder === '' ? null : (
        <NotificationBanner>
          <p class="govuk-notification-banner__heading">
            {text(lang, 'registers.held')}{' '}
            <a class="govuk-notification-banner__link" href={importPath(holder)}>
              {text(lang, 'registers.held.see')}
            </a>
          </p>
        </NotificationBanner>
      )}
      <DataTable
        caption={text(lang, 'registers.libraries')}
        columns={[
          {
            key: 'name',
            label: text(lang, 'registers.library'),
            rowHeader: true,
            cell: (line: Line) => (
              <a class="govuk-link" href={`/registers/${line.slug}`}>
                {registers[line.kind].label[lang]}
              </a>
            ),
          },
          {
            key: 'count',
            label: text(lang, 'registers.count'),
            numeric: true,
            cell: (line: Line) => String(line.count),
          },
          { key: 'note', label: text(lang, 'registers.ofWhich'), cell: (line: Line) => line.note },
          {
            key: 'imported',
            label: text(lang, 'registers.lastImport'),
            cell: (line: Line) => (line.imported === undefined ? '—' : momentText(lang, line.imported)),
          },
          {
            key: 'import',
            label: text(lang, 'registers.actions'),
            cell: (line: Line) =>
              props.edits ? (
                <a class="govuk-link" href={`/registers/${line.slug}/import`}>
                  {text(lang, 'registers.import')}
                  <span class="govuk-visually-hidden"> {registers[line.kind].label[lang]}</span>
                </a>
              ) : (
                ''
              ),
          },
        ]}
        rows={props.lines}
        rowKey={(line) => line.kind}
      />
      <ImportList imports={props.imports} />
    </ConsolePage>
  );
}
