import { mayAct } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { declareRelation, withdrawRelation } from '../../../../shared/register/commands/relations.ts';
import { registers } from '../../../../shared/register/register.ts';
import { readForm } from '../../../../shared/register/rowFields.ts';
import type { Values } from '../../kit/context.tsx';
import { notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { confidentialReaders, editors, readers, readersAndInspectors } from '../access.ts';
import { actorOf, type ConsoleDeps, registerDeps } from '../consoleDeps.ts';
import { namesOfPeople } from '../peopleNames.ts';
import { answerEdit } from './answerEdit.ts';
import { DeclareRelationPage, RelationPage } from './relationPages.tsx';
import { rowEntries } from './rowForm.tsx';
import { relationPath } from './views.tsx';

const register = registers.relation;
const list = '/registers/relations';

/** Supervisors declare for anybody, inspectors for themselves. */
const declarers = ['supervisor', 'inspector'] as const;

/** The inspector whom a person may declare for; `undefined`: any. */
function boundTo(user: User): { readonly id: string } | undefined {
  return mayAct(user.roles, editors) ? undefined : { id: user.inspectorId ?? '' };
}

async function declarePage(
  { deps, user, query, now }: SignedInRequest<ConsoleDeps>,
  sent?: { readonly values: Values; readonly problems: readonly Problem[] },
): Promise<WebResponse> {
  const bound = boundTo(user);
  const inspectors = bound === undefined ? await deps.register.inspectors() : [];
  return page(
    <DeclareRelationPage
      inspectors={inspectors.filter(({ status }) => status === 'active')}
      own={bound !== undefined}
      start={{
        inspectorId: firstValue(query, 'inspectorId'),
        agencyUscc: firstValue(query, 'agencyUscc'),
        declaredOn: shanghaiDate(now),
        source: bound === undefined ? 'office' : 'inspector',
      }}
      {...(sent === undefined ? {} : sent)}
    />,
    sent === undefined ? {} : { status: 422 },
  );
}

export const relationRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute({
    method: 'GET',
    path: `${list}/new`,
    access: declarers,
    handle: async (request: SignedInRequest<ConsoleDeps>) => {
      // Without a row in the register there is nobody to declare for.
      if (boundTo(request.user)?.id === '') return notFound();
      return declarePage(request);
    },
  }),
  staffRoute({
    method: 'POST',
    path: list,
    access: declarers,
    handle: async (request: SignedInRequest<ConsoleDeps>) => {
      const { deps, form, user, now } = request;
      const again = (problems: readonly Problem[]) => declarePage(request, { values: form, problems });
      const bound = boundTo(user);
      if (bound?.id === '') return notFound();
      const entries = rowEntries(register.columns, form);
      if (bound !== undefined) {
        entries.set('inspectorId', bound.id);
        entries.set('source', 'inspector');
        entries.set('declaredOn', shanghaiDate(now));
      }
      const read = readForm(register, entries);
      if (!read.ok) return again(read.problems);
      const wanted = read.value;
      const outcome = await declareRelation(registerDeps(deps), wanted, actorOf(user));
      const { inspectorId, agencyUscc } = wanted;
      const stored = () => deps.register.relation(inspectorId, agencyUscc);
      const shown = outcome.ok ? [] : outcome.problems;
      const refused = await again(shown.map((one) => ({ ...one, field: one.field ?? 'agencyUscc' })));
      return answerEdit({
        register,
        wanted,
        outcome,
        stored,
        path: relationPath(wanted),
        done: 'registers.relation.declared',
        again: () => refused,
      });
    },
  }),
  staffRoute({
    method: 'GET',
    path: `${list}/{inspectorId}/{uscc}`,
    access: readersAndInspectors,
    handle: async ({ deps, params, user }) => {
      const [inspectorId, uscc] = [params['inspectorId'] ?? '', params['uscc'] ?? ''];
      const own = user.inspectorId === inspectorId;
      if (!own && !mayAct(user.roles, readers)) return notFound();
      const [kept, inspector, agency, history, names] = await Promise.all([
        deps.register.relation(inspectorId, uscc),
        deps.register.inspector(inspectorId),
        deps.register.agency(uscc),
        deps.register.history('relation', [inspectorId, uscc]),
        namesOfPeople(deps),
      ]);
      if (kept === undefined) return notFound();
      return page(
        <RelationPage
          relation={kept.value}
          {...(kept.withdrawnOn === undefined ? {} : { withdrawnOn: kept.withdrawnOn })}
          inspectorName={inspector?.value.name ?? inspectorId}
          agencyName={agency?.value.name ?? uscc}
          confidential={own || mayAct(user.roles, confidentialReaders)}
          edits={mayAct(user.roles, editors)}
          listed={mayAct(user.roles, readers)}
          history={history}
          names={names}
        />,
      );
    },
  }),
  staffRoute({
    method: 'POST',
    path: `${list}/{inspectorId}/{uscc}/withdraw`,
    access: editors,
    handle: async ({ deps, params, user }) => {
      const pair = { inspectorId: params['inspectorId'] ?? '', agencyUscc: params['uscc'] ?? '' };
      const kept = await deps.register.relation(pair.inspectorId, pair.agencyUscc);
      if (kept === undefined) return notFound();
      // Withdrawn already: the second press finds what the first has done.
      if (kept.withdrawnOn === undefined) {
        const outcome = await withdrawRelation(registerDeps(deps), pair, actorOf(user));
        if (!outcome.ok) return redirect(relationPath(pair), outcome.problems[0]);
      }
      return redirect(relationPath(pair), { code: 'registers.relation.withdrawn' });
    },
  }),
];
