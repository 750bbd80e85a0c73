import * as z from 'zod';
import { type DecideComplaint, giveComplaint } from '../../shared/complaint/command.ts';
import { linkedUp } from '../../shared/complaint/erasing.ts';
import { liftHold, placeHold } from '../../shared/complaint/holding.ts';
import type { StoredComplaint } from '../../shared/complaint/ports.ts';
import { askReveal, decideReveal, showIdentity } from '../../shared/complaint/revealing.ts';
import type { ComplaintCommand } from '../../shared/complaint/transitions.ts';
import type { Problem, Result } from '../../shared/problem.ts';
import { confidentialReaders, confirmers, editors } from '../web/console/access.ts';
import { readForm } from '../web/kit/http/readForm.ts';
import { conflict, notFound, page, redirect } from '../web/kit/http/respond.ts';
import { type Route, staffRoute, type WebResponse } from '../web/kit/http/route.ts';
import { firstValue } from '../web/kit/links.ts';
import { caseOf } from './caseOf.ts';
import { actorOf, type IdentityDeps, type IdentityRequest } from './identityDeps.ts';
import { IdentityPage } from './identityPage.tsx';
import { ShownPage } from './shownPage.tsx';
import { WishesPage } from './wishesPage.tsx';
import { identityPath } from './words.ts';

const number = z.coerce
  .number('kit.form.unreadable')
  .int('kit.form.unreadable')
  .positive('kit.form.unreadable');
const numbered = z.object({ no: number });
const decided = z.object({ no: number, outcome: z.enum(['granted', 'refused'], 'kit.form.unreadable') });

async function show(
  request: IdentityRequest,
  stored: StoredComplaint,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const { deps, user, now, form } = request;
  return page(
    <IdentityPage
      stored={stored}
      linkedUp={await linkedUp(deps.complaints, stored.state)}
      user={user}
      now={now}
      problems={problems}
      {...(problems.length === 0 ? {} : { values: form })}
    />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

/** The page again with what was refused, or 409 when the page was too old to be answered at a field. */
async function refused(
  request: IdentityRequest,
  stored: StoredComplaint,
  problems: readonly Problem[],
): Promise<WebResponse> {
  if (problems.some(({ code }) => code === 'complaint.status'))
    return conflict(identityPath(stored.state.id));
  return show(request, (await caseOf(request.deps, stored.state.id)) ?? stored, problems);
}

/** What a form asks for, as a command of the case. */
interface Given {
  readonly command: ComplaintCommand;
  readonly give: (request: IdentityRequest, id: string) => Promise<Result<StoredComplaint>>;
}

function given<Input>(
  command: ComplaintCommand,
  decide: DecideComplaint<Input>,
  input: (request: IdentityRequest) => Result<Input>,
): Given {
  return {
    command,
    give: async (request, id) => {
      const read = input(request);
      if (!read.ok) return read;
      const { deps, user } = request;
      return giveComplaint(deps.complaints, id, command, decide, read.value, actorOf(user));
    },
  };
}

const commands = {
  ask: given('ask-reveal', askReveal, ({ form }) => ({
    ok: true,
    value: { reason: firstValue(form, 'reason') },
  })),
  decide: given('decide-reveal', decideReveal, ({ form }) => readForm(decided, form)),
  hold: given('hold', placeHold, ({ form }) => ({
    ok: true,
    value: { reason: firstValue(form, 'holdReason') },
  })),
  'lift-hold': given('lift-hold', liftHold, () => ({ ok: true, value: undefined })),
} as const satisfies Readonly<Record<string, Given>>;

const access = { ask: editors, decide: confirmers, hold: editors, 'lift-hold': confirmers } as const;
type Name = keyof typeof commands;

function doneCode(name: Name, { form }: IdentityRequest): string {
  if (name === 'decide') return `identityPage.done.${firstValue(form, 'outcome')}`;
  return `identityPage.done.${name === 'lift-hold' ? 'lift' : name}`;
}

async function command(request: IdentityRequest, name: Name): Promise<WebResponse> {
  const stored = await caseOf(request.deps, request.params['id']);
  if (stored === undefined) return notFound();
  const { id } = stored.state;
  const outcome = await commands[name].give(request, id);
  if (!outcome.ok) return refused(request, stored, outcome.problems);
  return redirect(identityPath(id), { code: doneCode(name, request) });
}

/** The identity stands in the answer to this one press: not in an address, and on no page that could be loaded again. */
async function reveal(request: IdentityRequest): Promise<WebResponse> {
  const { deps, user, form } = request;
  const stored = await caseOf(deps, request.params['id']);
  if (stored === undefined) return notFound();
  const read = readForm(numbered, form);
  if (!read.ok) return refused(request, stored, read.problems);
  const shown = await showIdentity(deps.complaints, stored.state.id, read.value.no, actorOf(user));
  return shown.ok ? page(<ShownPage {...shown.value} />) : refused(request, stored, shown.problems);
}

/** Asking for, agreeing to and seeing an identity, and holding it beyond its period. */
export const identityRoutes: readonly Route<IdentityDeps>[] = [
  staffRoute<IdentityDeps>({
    method: 'GET',
    path: '/complaints/wishes',
    access: confidentialReaders,
    handle: async ({ deps }) => page(<WishesPage cases={await deps.lists.revealsAsked()} />),
  }),
  staffRoute<IdentityDeps>({
    method: 'GET',
    path: '/complaints/{id}/identity',
    access: confidentialReaders,
    handle: async (request) => {
      const stored = await caseOf(request.deps, request.params['id']);
      return stored === undefined ? notFound() : show(request, stored);
    },
  }),
  staffRoute<IdentityDeps>({
    method: 'POST',
    path: '/complaints/{id}/identity/show',
    access: editors,
    handle: reveal,
  }),
  ...(Object.keys(commands) as Name[]).map((name) =>
    staffRoute<IdentityDeps>({
      method: 'POST',
      path: `/complaints/{id}/identity/${name}`,
      access: access[name],
      handle: (request) => command(request, name),
    }),
  ),
];
