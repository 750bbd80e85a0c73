import type { VNode } from 'preact';
import { mayAct } from '../../../../shared/access/roles.ts';
import { type LocalDate, shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { createInspector, updateInspector } from '../../../../shared/register/commands/editInspector.ts';
import type { Inspector } from '../../../../shared/register/inspector.ts';
import { registers } from '../../../../shared/register/register.ts';
import type { HistoryEntry } from '../../../../shared/register/registerStore.ts';
import type { Relation } from '../../../../shared/register/relation.ts';
import { readForm } from '../../../../shared/register/rowFields.ts';
import { usePage, type Values } from '../../kit/context.tsx';
import { expectedVersion, formFields, readForm as readKitForm } from '../../kit/http/readForm.ts';
import { notFound, page } from '../../kit/http/respond.ts';
import { type Route, staffRoute } from '../../kit/http/route.ts';
import { editors, readers, readersAndInspectors } from '../access.ts';
import { actorOf, type ConsoleDeps, registerDeps } from '../consoleDeps.ts';
import { namesOfPeople } from '../peopleNames.ts';
import { answerEdit } from './answerEdit.ts';
import { CertificateDay } from './certificate.tsx';
import { RelationTable } from './relationTable.tsx';
import { rowEntries } from './rowForm.tsx';
import { RowFormPage, RowPage } from './rowPages.tsx';

const register = registers.inspector;
const list = '/registers/inspectors';
const inspectorPath = (id: string) => `${list}/${encodeURIComponent(id)}`;
const withoutKey = register.columns.filter(({ key }) => key !== 'id');

export const inspectorRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute({ method: 'GET', path: `${list}/new`, access: editors, handle: () => page(<NewInspector />) }),
  staffRoute({
    method: 'POST',
    path: list,
    access: editors,
    handle: async ({ deps, form, user }) => {
      const again = (problems: readonly Problem[]) =>
        page(<NewInspector values={form} problems={problems} />, { status: 422 });
      const read = readForm(register, rowEntries(register.columns, form));
      if (!read.ok) return again(read.problems);
      const wanted = read.value;
      return answerEdit({
        register,
        wanted,
        outcome: await createInspector(registerDeps(deps), wanted, actorOf(user)),
        stored: () => deps.register.inspector(wanted.id),
        path: inspectorPath(wanted.id),
        done: 'registers.created',
        again,
      });
    },
  }),
  staffRoute({
    method: 'GET',
    path: `${list}/{id}`,
    access: readersAndInspectors,
    handle: async ({ deps, params, user, now }) => {
      const id = params['id'] ?? '';
      const own = user.inspectorId === id;
      // Another inspector's row and no row at all must look the same.
      if (!own && !mayAct(user.roles, readers)) return notFound();
      const [kept, history, relations, agencies, names] = await Promise.all([
        deps.register.inspector(id),
        deps.register.history('inspector', [id]),
        deps.register.relations(),
        deps.register.agencies(),
        namesOfPeople(deps),
      ]);
      if (kept === undefined) return notFound();
      return page(
        <InspectorPage
          inspector={kept.value}
          today={shanghaiDate(now)}
          edits={mayAct(user.roles, editors)}
          declares={own || mayAct(user.roles, editors)}
          listed={mayAct(user.roles, readers)}
          history={history}
          names={names}
          relations={relations.filter(({ inspectorId }) => inspectorId === id)}
          agencies={new Map(agencies.map(({ uscc, name }) => [uscc, name]))}
        />,
      );
    },
  }),
  staffRoute({
    method: 'GET',
    path: `${list}/{id}/edit`,
    access: editors,
    handle: async ({ deps, params }) => {
      const kept = await deps.register.inspector(params['id'] ?? '');
      return kept === undefined ? notFound() : page(<EditInspector inspector={kept.value} rev={kept.rev} />);
    },
  }),
  staffRoute({
    method: 'POST',
    path: `${list}/{id}/edit`,
    access: editors,
    handle: async ({ deps, params, form, user }) => {
      const kept = await deps.register.inspector(params['id'] ?? '');
      if (kept === undefined) return notFound();
      const again = (problems: readonly Problem[]) =>
        page(<EditInspector inspector={kept.value} rev={kept.rev} values={form} problems={problems} />, {
          status: 422,
        });
      const fields = readKitForm(formFields.extend({ expectedVersion }), form);
      if (!fields.ok) return again(fields.problems);
      const read = readForm(register, rowEntries(withoutKey, form), kept.value);
      if (!read.ok) return again(read.problems);
      const wanted = read.value;
      return answerEdit({
        register,
        wanted,
        outcome: await updateInspector(
          registerDeps(deps),
          wanted,
          fields.value.expectedVersion,
          actorOf(user),
        ),
        stored: () => deps.register.inspector(wanted.id),
        path: inspectorPath(wanted.id),
        done: 'registers.saved',
        again,
      });
    },
  }),
];

function NewInspector(props: { values?: Values; problems?: readonly Problem[] }): VNode {
  const { lang } = usePage();
  return (
    <RowFormPage
      register={register}
      title={text(lang, 'registers.inspector.new')}
      action={list}
      back={{ href: list, label: register.label[lang] }}
      start={{ status: 'active', cap: 6 }}
      {...props}
    />
  );
}

function EditInspector(props: {
  inspector: Inspector;
  rev: number;
  values?: Values;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const { inspector, rev, ...rest } = props;
  return (
    <RowFormPage
      register={register}
      title={text(lang, 'registers.inspector.edit', { name: inspector.name })}
      action={`${inspectorPath(inspector.id)}/edit`}
      back={{ href: inspectorPath(inspector.id), label: inspector.name }}
      start={inspector}
      version={rev}
      fixed={['id']}
      {...rest}
    />
  );
}

function InspectorPage(props: {
  inspector: Inspector;
  today: LocalDate;
  edits: boolean;
  declares: boolean;
  listed: boolean;
  history: readonly HistoryEntry[];
  names: ReadonlyMap<string, string>;
  relations: readonly Relation[];
  agencies: ReadonlyMap<string, string>;
}): VNode {
  const { lang } = usePage();
  const { inspector } = props;
  const { id } = inspector;
  return (
    <RowPage
      register={register}
      row={inspector}
      title={inspector.name}
      lead={`${inspector.unit} · ${id}`}
      back={
        props.listed
          ? { href: list, label: register.label[lang] }
          : { href: '/assignments', label: text(lang, 'assignments.title') }
      }
      {...(props.edits ? { editHref: `${inspectorPath(id)}/edit` } : {})}
      history={props.history}
      names={props.names}
      shown={{
        certificateValidTo: <CertificateDay inspector={inspector} today={props.today} lang={lang} />,
      }}
    >
      <RelationTable
        caption={text(lang, 'registers.inspector.relations')}
        empty={text(lang, 'registers.inspector.noRelations')}
        relations={props.relations}
        other={{
          label: text(lang, 'registers.agency'),
          name: ({ agencyUscc }) => props.agencies.get(agencyUscc) ?? agencyUscc,
        }}
      />
      {props.declares ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/registers/relations/new?inspectorId=${encodeURIComponent(id)}`}>
            {text(lang, 'registers.relation.new')}
          </a>
        </p>
      ) : null}
    </RowPage>
  );
}
