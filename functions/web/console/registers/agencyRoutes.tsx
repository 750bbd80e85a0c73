import type { VNode } from 'preact';
import { mayAct } from '../../../../shared/access/roles.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import { createAgency, updateAgency } from '../../../../shared/register/commands/editAgency.ts';
import type { Practitioner } from '../../../../shared/register/practitioner.ts';
import { registers } from '../../../../shared/register/register.ts';
import type { Relation } from '../../../../shared/register/relation.ts';
import { readForm } from '../../../../shared/register/rowFields.ts';
import { practitionerStatuses } from '../../../../shared/register/vocabulary.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { expectedVersion, formFields, readForm as readKitForm } from '../../kit/http/readForm.ts';
import { notFound, page } from '../../kit/http/respond.ts';
import { type Route, staffRoute } from '../../kit/http/route.ts';
import { editors, readers } from '../access.ts';
import { agencyFilePath } from '../agencyFile/filePart.ts';
import { actorOf, type ConsoleDeps, registerDeps } from '../consoleDeps.ts';
import { InspectionTable } from '../inspections/agencyVisits.tsx';
import { namesOfPeople } from '../peopleNames.ts';
import { riskPath } from '../risk/paths.ts';
import { vocabularyText } from '../vocabularyText.ts';
import { answerEdit } from './answerEdit.ts';
import { RelationTable } from './relationTable.tsx';
import { rowEntries } from './rowForm.tsx';
import { RowFormPage, RowPage } from './rowPages.tsx';
import { agencyView } from './views.tsx';

const register = registers.agency;
const list = '/registers/agencies';

const agencyPath = (uscc: string) => `${list}/${encodeURIComponent(uscc)}`;

export const agencyRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute({
    method: 'GET',
    path: `${list}/new`,
    access: editors,
    handle: () => page(<NewAgency />),
  }),
  staffRoute({
    method: 'POST',
    path: list,
    access: editors,
    handle: async ({ deps, form, user }) => {
      const again = (problems: readonly Problem[]) =>
        page(<NewAgency values={form} problems={problems} />, { status: 422 });
      const read = readForm(register, rowEntries(register.columns, form));
      if (!read.ok) return again(read.problems);
      const outcome = await createAgency(registerDeps(deps), read.value, actorOf(user));
      const stored = () => deps.register.agency(read.value.uscc);
      const path = agencyPath(read.value.uscc);
      return answerEdit({
        register,
        wanted: read.value,
        outcome,
        stored,
        path,
        done: 'registers.created',
        again,
      });
    },
  }),
  staffRoute({
    method: 'GET',
    path: `${list}/{uscc}`,
    access: readers,
    handle: async ({ deps, params, user }) => {
      const uscc = params['uscc'] ?? '';
      const [kept, history, practitioners, relations, inspectors, names, inspections] = await Promise.all([
        deps.register.agency(uscc),
        deps.register.history('agency', [uscc]),
        deps.register.practitioners(uscc),
        deps.register.relations(),
        deps.register.inspectors(),
        namesOfPeople(deps),
        deps.inspectionLists.ofAgency(uscc),
      ]);
      if (kept === undefined) return notFound();
      const people = new Map(inspectors.map(({ id, name }) => [id, name]));
      return page(
        <AgencyPage
          agency={kept.value}
          edits={mayAct(user.roles, editors)}
          history={history}
          names={names}
          practitioners={practitioners}
          relations={relations.filter(({ agencyUscc }) => agencyUscc === uscc)}
          inspectors={people}
          inspections={inspections}
        />,
      );
    },
  }),
  staffRoute({
    method: 'GET',
    path: `${list}/{uscc}/edit`,
    access: editors,
    handle: async ({ deps, params }) => {
      const kept = await deps.register.agency(params['uscc'] ?? '');
      return kept === undefined ? notFound() : page(<EditAgency agency={kept.value} rev={kept.rev} />);
    },
  }),
  staffRoute({
    method: 'POST',
    path: `${list}/{uscc}/edit`,
    access: editors,
    handle: async ({ deps, params, form, user }) => {
      const kept = await deps.register.agency(params['uscc'] ?? '');
      if (kept === undefined) return notFound();
      const agency = kept.value;
      const again = (problems: readonly Problem[]) =>
        page(<EditAgency agency={agency} rev={kept.rev} values={form} problems={problems} />, {
          status: 422,
        });
      const fields = readKitForm(formFields.extend({ expectedVersion }), form);
      if (!fields.ok) return again(fields.problems);
      const read = readForm(register, rowEntries(withoutKey, form), agency);
      if (!read.ok) return again(read.problems);
      const rev = fields.value.expectedVersion;
      const outcome = await updateAgency(registerDeps(deps), read.value, rev, actorOf(user));
      const stored = () => deps.register.agency(agency.uscc);
      const path = agencyPath(agency.uscc);
      return answerEdit({
        register,
        wanted: read.value,
        outcome,
        stored,
        path,
        done: 'registers.saved',
        again,
      });
    },
  }),
];

const withoutKey = register.columns.filter(({ key }) => key !== 'uscc');

function NewAgency(props: { values?: Values; problems?: readonly Problem[] }): VNode {
  const { lang } = usePage();
  return (
    <RowFormPage
      register={register}
      title={text(lang, 'registers.agency.new')}
      action={list}
      back={{ href: list, label: register.label[lang] }}
      start={{ status: 'active', riskClass: 'B', listing: 'none' }}
      {...props}
    />
  );
}

function EditAgency(props: {
  agency: Agency;
  rev: number;
  values?: Values;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const { agency, rev, ...rest } = props;
  return (
    <RowFormPage
      register={register}
      title={text(lang, 'registers.agency.edit', { name: agency.name })}
      action={`${agencyPath(agency.uscc)}/edit`}
      back={{ href: agencyPath(agency.uscc), label: agency.name }}
      start={agency}
      version={rev}
      fixed={['uscc']}
      {...rest}
    />
  );
}

function AgencyPage(props: {
  agency: Agency;
  edits: boolean;
  history: Parameters<typeof RowPage>[0]['history'];
  names: ReadonlyMap<string, string>;
  practitioners: readonly Practitioner[];
  relations: readonly Relation[];
  inspectors: ReadonlyMap<string, string>;
  inspections: readonly StoredInspection[];
}): VNode {
  const { lang } = usePage();
  const { agency } = props;
  const path = agencyPath(agency.uscc);
  return (
    <RowPage
      register={register}
      row={agency}
      title={agency.name}
      lead={agency.uscc}
      back={{ href: list, label: agencyView.register.label[lang] }}
      {...(props.edits ? { editHref: `${path}/edit` } : {})}
      history={props.history}
      names={props.names}
      {...(agency.headOf === undefined
        ? {}
        : {
            shown: {
              headOf: (
                <a class="govuk-link" href={agencyPath(agency.headOf)}>
                  {agency.headOf}
                </a>
              ),
            },
          })}
    >
      <p class="govuk-body">
        <a class="govuk-link" href={riskPath(agency.uscc)}>
          {text(lang, 'riskPage.ledger')}
        </a>{' '}
        <a class="govuk-link" href={agencyFilePath(agency.uscc)}>
          {text(lang, 'agencyFile.link')}
        </a>
      </p>
      <InspectionTable
        inspections={props.inspections}
        caption={text(lang, 'inspectionPage.agency.history')}
      />
      <DataTable
        caption={text(lang, 'registers.agency.practitioners')}
        columns={[
          {
            key: 'name',
            label: text(lang, 'registers.practitioner'),
            rowHeader: true,
            cell: (row: Practitioner) => (
              <a class="govuk-link" href={`/registers/practitioners/${encodeURIComponent(row.licenceNo)}`}>
                {row.name}
              </a>
            ),
          },
          {
            key: 'licenceNo',
            label: text(lang, 'registers.licenceNo'),
            cell: (row: Practitioner) => row.licenceNo,
          },
          {
            key: 'status',
            label: text(lang, 'registers.status'),
            cell: (row: Practitioner) => vocabularyText(lang, practitionerStatuses, row.status),
          },
        ]}
        rows={props.practitioners}
        rowKey={(row) => row.licenceNo}
        empty={text(lang, 'registers.agency.noPractitioners')}
      />
      <RelationTable
        caption={text(lang, 'registers.agency.relations')}
        empty={text(lang, 'registers.agency.noRelations')}
        relations={props.relations}
        other={{
          label: text(lang, 'registers.inspector'),
          name: ({ inspectorId }) => props.inspectors.get(inspectorId) ?? inspectorId,
        }}
      />
      {props.edits ? (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={`/registers/relations/new?agencyUscc=${encodeURIComponent(agency.uscc)}`}
          >
            {text(lang, 'registers.relation.new')}
          </a>
        </p>
      ) : null}
    </RowPage>
  );
}
