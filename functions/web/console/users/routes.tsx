import { allUsers } from '../../../../shared/access/allUsers.ts';
import { mayAct } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import {
  addUser,
  changeUser,
  endSessions,
  setDisabled,
  type UserDeps,
  userFormSchema,
} from '../../../../shared/access/userCommands.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Problem, Result } from '../../../../shared/problem.ts';
import { keyedDigests } from '../../../../shared/register/commands/deps.ts';
import type { Values } from '../../kit/context.tsx';
import { expectedVersion, formFields, readForm } from '../../kit/http/readForm.ts';
import { conflict, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { allValues, firstValue } from '../../kit/links.ts';
import { administrators, peopleReaders } from '../access.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { UserFormPage, UserPage, UsersPage } from './userPages.tsx';

type Request = SignedInRequest<ConsoleDeps>;

function userDeps(deps: ConsoleDeps): UserDeps {
  const { cases, auditKey, now } = deps.draws;
  return { cases, auditKey, now, row: deps.userRow, digests: keyedDigests };
}

async function found({ deps, params }: Request): Promise<User | undefined> {
  const listed = (await allUsers(deps.users)).find(({ userId }) => userId === params['userId']);
  // The list may lag behind; what is changed is read where it stands.
  return listed === undefined ? undefined : deps.users.get(listed.iss, listed.sub);
}

/** The entries as the schema wants them: what is left empty is left out. */
function entries(form: Values): Record<string, unknown> {
  const optional = ['email', 'district', 'inspectorId'].flatMap((name) => {
    const value = firstValue(form, name).trim();
    return value === '' ? [] : [[name, value] as const];
  });
  return {
    iss: firstValue(form, 'iss').trim(),
    sub: firstValue(form, 'sub').trim(),
    name: firstValue(form, 'name').trim(),
    roles: [...allValues(form, 'roles')],
    ...Object.fromEntries(optional),
  };
}

/** The name is the one entry that the register's own check asks for; the others have texts that name them. */
const nameLabel = { label: text('zh', 'users.name'), labelEn: text('en', 'users.name') };

function readUser<T>(
  schema: {
    safeParse(
      value: unknown,
    ):
      | { success: true; data: T }
      | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };
  },
  form: Values,
): Result<T> {
  const parsed = schema.safeParse(entries(form));
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = new Map<string, Problem>();
  for (const { path, message } of parsed.error.issues) {
    const field = String(path[0] ?? '');
    if (!problems.has(field)) {
      const code = /^(access|register)\./.test(message) ? message : 'kit.form.unreadable';
      problems.set(field, { code, field, ...(code === 'register.required' ? { params: nameLabel } : {}) });
    }
  }
  return { ok: false, problems: [...problems.values()] };
}

async function formPage(
  { deps, form }: Request,
  user: User | undefined,
  iss: string,
  problems: readonly Problem[] | undefined,
): Promise<WebResponse> {
  const inspectors = await deps.register.inspectors();
  return page(
    <UserFormPage
      user={user}
      iss={iss}
      inspectors={inspectors}
      {...(problems === undefined ? {} : { values: form, problems })}
    />,
    problems === undefined ? {} : { status: 422 },
  );
}

/** `done`: the person is already as the command would leave them. */
function act(
  verb: 'disable' | 'enable' | 'end-sessions',
  command: (deps: UserDeps, user: User, by: User) => Promise<Result<User>>,
  done: (user: User) => boolean,
): Route<ConsoleDeps> {
  return staffRoute<ConsoleDeps>({
    method: 'POST',
    path: `/users/{userId}/${verb}`,
    access: administrators,
    handle: async (request) => {
      const user = await found(request);
      if (user === undefined) return notFound();
      const path = `/users/${user.userId}`;
      if (!done(user)) {
        const outcome = await command(userDeps(request.deps), user, request.user);
        if (!outcome.ok) {
          const [refused] = outcome.problems;
          if (refused?.code === 'access.user.stale') return conflict(path);
          const own = user.userId === request.user.userId;
          return page(<UserPage user={user} edits own={own} problems={outcome.problems} />, { status: 422 });
        }
      }
      return redirect(path, { code: `users.done.${verb}` });
    },
  });
}

/** The people of the office: who may do what, from when to when. */
export const userRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/users',
    access: peopleReaders,
    handle: async ({ deps, query, user }) =>
      page(
        <UsersPage
          users={await allUsers(deps.users)}
          query={query}
          edits={mayAct(user.roles, administrators)}
        />,
      ),
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/users/new',
    access: administrators,
    handle: (request) => formPage(request, undefined, request.user.iss, undefined),
  }),
  staffRoute<ConsoleDeps>({
    method: 'POST',
    path: '/users',
    access: administrators,
    handle: async (request) => {
      const { deps, form, user } = request;
      const again = (problems: readonly Problem[]) => formPage(request, undefined, user.iss, problems);
      const read = readUser(userFormSchema, form);
      if (!read.ok) return again(read.problems);
      const known = await deps.users.get(read.value.iss, read.value.sub);
      const outcome = await addUser(userDeps(deps), read.value, known, user);
      return outcome.ok
        ? redirect(`/users/${outcome.value.userId}`, { code: 'users.done.add' })
        : again(outcome.problems);
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/users/{userId}',
    access: peopleReaders,
    handle: async (request) => {
      const user = await found(request);
      if (user === undefined) return notFound();
      const edits = mayAct(request.user.roles, administrators);
      return page(<UserPage user={user} edits={edits} own={user.userId === request.user.userId} />);
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/users/{userId}/edit',
    access: administrators,
    handle: async (request) => {
      const user = await found(request);
      return user === undefined ? notFound() : formPage(request, user, user.iss, undefined);
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'POST',
    path: '/users/{userId}/edit',
    access: administrators,
    handle: async (request) => {
      const user = await found(request);
      if (user === undefined) return notFound();
      const again = (problems: readonly Problem[]) => formPage(request, user, user.iss, problems);
      const version = readForm(formFields.extend({ expectedVersion }), request.form);
      if (!version.ok) return again(version.problems);
      const read = readUser(userFormSchema.omit({ iss: true, sub: true }), request.form);
      if (!read.ok) return again(read.problems);
      const seen = version.value.expectedVersion;
      const outcome = await changeUser(userDeps(request.deps), user, read.value, seen, request.user);
      const path = `/users/${user.userId}`;
      if (outcome.ok) return redirect(path, { code: 'users.done.change' });
      return outcome.problems.some(({ code }) => code === 'access.user.stale')
        ? conflict(path)
        : again(outcome.problems);
    },
  }),
  act(
    'disable',
    (deps, user, by) => setDisabled(deps, user, true, by),
    ({ disabledAt }) => disabledAt !== undefined,
  ),
  act(
    'enable',
    (deps, user, by) => setDisabled(deps, user, false, by),
    ({ disabledAt }) => disabledAt === undefined,
  ),
  act('end-sessions', endSessions, () => false),
];
