import { ulid } from 'ulid';
import * as z from 'zod';
import type { CaseStore, Row } from '../case/caseStore.ts';
import { ok, problem, type Result } from '../problem.ts';
import { emailSchema, line } from '../register/field.ts';
import { type Role, roles } from './roles.ts';
import { revokeAllSessions } from './session.ts';
import { type User, userSchema } from './user.ts';

/** Only an administrator changes who may do what; every change has its audit entry in the case of the person. */
const CHANGERS: readonly Role[] = ['administrator'];

export type UserCommand = 'add' | 'change' | 'disable' | 'enable' | 'end-sessions';

export interface UserDeps {
  readonly cases: CaseStore;
  readonly auditKey: () => Promise<Uint8Array>;
  /** The row that a person is in the table. */
  readonly row: (user: User) => Row;
  /** Keyed digests (hex) of values that may not stand in the audit chain themselves. */
  readonly digests: (
    key: Uint8Array,
    values: Readonly<Record<string, unknown>>,
  ) => Readonly<Record<string, string>>;
  readonly now: () => Date;
}

/** What the form of a person says. */
export const userFormSchema = z.object({
  iss: z.url('access.user.iss').max(512, 'access.user.iss'),
  sub: z.string().trim().min(1, 'access.user.sub').max(255, 'access.user.sub'),
  name: line(60),
  email: emailSchema.exactOptional(),
  roles: z.array(z.enum(roles)).min(1, 'access.user.roles'),
  district: z.string().exactOptional(),
  inspectorId: z.string().exactOptional(),
});
export type UserForm = z.infer<typeof userFormSchema>;

export function userCaseId(userId: string): string {
  return `US#${userId}`;
}

/** Adds a person. `known` is whoever has this identity already: `access.user.exists`. */
export async function addUser(
  deps: UserDeps,
  form: UserForm,
  known: User | undefined,
  by: User,
): Promise<Result<User>> {
  if (known !== undefined) return problem('access.user.exists', { name: known.name }, 'sub');
  const user: User = { userId: ulid(deps.now().getTime()), ...form, version: 1 };
  return commitUser(deps, 'add', undefined, user, by);
}

/**
 * Changes name, mail, roles, district and inspector; the identity stays. `version` is the one the form was made
 * from. Refuses `access.user.stale`, and `access.user.self` where somebody takes the right to do this from
 * themselves: an office without an administrator could never have one again.
 */
export async function changeUser(
  deps: UserDeps,
  before: User,
  form: Omit<UserForm, 'iss' | 'sub'>,
  version: number,
  by: User,
): Promise<Result<User>> {
  if (before.version !== version) return problem('access.user.stale');
  if (before.userId === by.userId && !form.roles.includes('administrator')) {
    return problem('access.user.self', undefined, 'roles');
  }
  const { userId, iss, sub, disabledAt, sessionsValidFrom } = before;
  const after: User = {
    userId,
    iss,
    sub,
    ...form,
    ...(disabledAt === undefined ? {} : { disabledAt }),
    ...(sessionsValidFrom === undefined ? {} : { sessionsValidFrom }),
    version: before.version + 1,
  };
  return commitUser(deps, 'change', before, after, by);
}

/** Takes every right away at once, or gives it back; the person's sessions end either way. */
export async function setDisabled(
  deps: UserDeps,
  before: User,
  disabled: boolean,
  by: User,
): Promise<Result<User>> {
  if (before.userId === by.userId) return problem('access.user.self');
  const { disabledAt: _before, ...rest } = revokeAllSessions(before, deps.now());
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  const after: User = disabled ? { ...rest, disabledAt: at } : rest;
  return commitUser(deps, disabled ? 'disable' : 'enable', before, after, by);
}

/** Ends all sessions of the person: whoever sits at one of them has to sign in again. */
export function endSessions(deps: UserDeps, before: User, by: User): Promise<Result<User>> {
  return commitUser(deps, 'end-sessions', before, revokeAllSessions(before, deps.now()), by);
}

/**
 * The roles after a command that changed them, in clear, so that an auditor sees who gave which to whom (also to
 * themselves): `roles:supervisor+approver` in the order of the list. Nothing when they stayed.
 */
function rolesGround(before: User | undefined, after: User): { readonly ground?: string } {
  const codes = (user: User | undefined) => roles.filter((role) => user?.roles.includes(role)).join('+');
  const now = codes(after);
  return now === codes(before) ? {} : { ground: `roles:${now}` };
}

const statusOf = (user: User | undefined) =>
  user === undefined ? '' : user.disabledAt === undefined ? 'active' : 'disabled';

async function commitUser(
  deps: UserDeps,
  command: UserCommand,
  before: User | undefined,
  after: User,
  by: User,
): Promise<Result<User>> {
  if (!by.roles.some((role) => CHANGERS.includes(role))) return problem('access.user.role');
  const user = userSchema.parse(after);
  const caseId = userCaseId(user.userId);
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  const outcome = await deps.cases.commit({
    caseId,
    before: await deps.cases.load(caseId),
    status: statusOf(user),
    state: { userId: user.userId },
    audit: {
      kind: 'user',
      command,
      from: statusOf(before),
      to: statusOf(user),
      ...rolesGround(before, user),
      actor: by.userId,
      at,
      digests: deps.digests(await deps.auditKey(), { user }),
    },
    rows: [{ row: deps.row(user), expect: before === undefined ? 'absent' : { version: before.version } }],
  });
  return outcome.ok ? ok(user) : problem('access.user.stale');
}
