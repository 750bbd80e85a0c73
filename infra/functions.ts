import type { EnvName } from './names.ts';

/**
 * The only declaration of the Lambda functions: what each is for, what it knows, what it may do and
 * what wakes it. The constructs read this table; a right that is not here does not exist.
 */

/** A right, spelt out as IAM statements in grants.ts. */
export type Grant =
  | 'core:read-write'
  | 'core:users-and-sessions'
  | 'audit:append-and-read'
  | 'audit:read-all'
  | 'vault:put-and-get'
  | 'vault:put'
  | 'vault:get'
  | 'vault:find-address'
  | 'vault:delete-lost'
  | 'vault-key:draw-secret'
  | 'vault-key:encrypt-identity'
  | 'vault-key:decrypt-identity'
  | 'vault-key:encrypt-task-token'
  | 'vault-key:decrypt-task-token'
  | 'records:get'
  | 'records:put'
  | 'uploads:get-and-put'
  | 'evidence:get-and-put'
  | 'publicity:put'
  | 'publicity:put-list-delete'
  | 'app-secret:read'
  | 'signing-secret:read'
  | 'draw-machine:start'
  | 'draw-machine:answer-task'
  | 'draw-machine:inspect'
  | 'inspection-machine:start'
  | 'inspection-machine:answer-task'
  | 'inspection-machine:inspect'
  | 'mail-worker:invoke'
  | 'publicity-worker:invoke'
  | 'import-worker:invoke'
  | 'replacement-worker:invoke'
  | 'inspection-reconciler:invoke'
  | 'deadline-sweeper:invoke';

/** A wake-up by the clock, in Asia/Shanghai; `name` is unique within the schedule group. */
export interface Schedule {
  readonly expression: string;
  readonly why: string;
}

export interface FunctionDeclaration {
  /** Folder under functions/ and the name of everything that belongs to the function. */
  readonly name: string;
  readonly description: string;
  /** MB. Lambda gives CPU in proportion; 1,769 MB is one full core. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  readonly env: readonly EnvName[];
  readonly grants: readonly Grant[];
  readonly schedule?: Schedule;
  /** Called with InvocationType Event (by a schedule or a kick): two retries, then the dead-letter queue. */
  readonly async?: true;
  /** Called by a state machine; never gets a right on the one that calls it. */
  readonly machineWorker?: true;
}

export type FunctionTable = readonly FunctionDeclaration[];

const core = ['CORE_TABLE'] as const;
/** The case store names both tables, though who only loads a case has no right on the audit table. */
const cases = [...core, 'AUDIT_TABLE'] as const;
/** An audit entry carries keyed digests: who appends one needs the key. */
const audited = [...cases, 'APP_SECRET_ARN'] as const;
const appends = ['audit:append-and-read', 'app-secret:read'] as const;
const workers = ['MAIL_WORKER', 'PUBLICITY_WORKER'] as const;

export const functions: FunctionTable = [
  {
    name: 'console',
    description: 'The pages of the office: registers, plans, draws, tasks and decisions',
    memory: 1024,
    timeout: 29,
    env: [
      ...audited,
      'RECORDS_BUCKET',
      'UPLOADS_BUCKET',
      'EVIDENCE_BUCKET',
      'VAULT_KEY_ID',
      'DRAW_MACHINE_ARN',
      ...workers,
      'IMPORT_WORKER',
      'REPLACEMENT_WORKER',
      'PUBLIC_URL',
      'CONSOLE_URL',
      'PUBLICITY_URL',
      'OFFICE',
    ],
    grants: [
      'core:read-write',
      ...appends,
      'draw-machine:start',
      'draw-machine:answer-task',
      'inspection-machine:answer-task',
      'mail-worker:invoke',
      'publicity-worker:invoke',
      'import-worker:invoke',
      'replacement-worker:invoke',
      'uploads:get-and-put',
      'evidence:get-and-put',
      'records:get',
      'vault-key:decrypt-task-token',
    ],
  },
  {
    name: 'sign-in',
    description: 'OIDC code flow with PKCE: opens and ends the sessions of the office',
    memory: 512,
    timeout: 15,
    env: [...core, 'APP_SECRET_ARN', 'CONSOLE_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OFFICE_NAME'],
    grants: ['core:users-and-sessions', 'app-secret:read'],
  },
  {
    name: 'links',
    description: 'Signed links of agencies and inspectors, and the page that sends them: only a POST acts',
    memory: 512,
    timeout: 29,
    env: [
      ...audited,
      'RECORDS_BUCKET',
      'UPLOADS_BUCKET',
      'EVIDENCE_BUCKET',
      ...workers,
      'DEADLINE_SWEEPER',
      'PUBLIC_URL',
      'CONSOLE_URL',
      'PUBLICITY_URL',
      'OFFICE',
    ],
    grants: [
      'core:read-write',
      ...appends,
      'records:get',
      'uploads:get-and-put',
      'evidence:get-and-put',
      'mail-worker:invoke',
      'publicity-worker:invoke',
      'deadline-sweeper:invoke',
    ],
  },
  {
    name: 'follow',
    description: 'Complaints and reports by receipt code: status, messages, files; asks for lost codes',
    memory: 512,
    timeout: 29,
    env: [
      ...audited,
      'VAULT_TABLE',
      'VAULT_KEY_ID',
      'UPLOADS_BUCKET',
      'EVIDENCE_BUCKET',
      'MAIL_WORKER',
      'DEADLINE_SWEEPER',
      'PUBLIC_URL',
      'PUBLICITY_URL',
      'OFFICE',
    ],
    // It puts into the vault who asks for a new code, and can read nothing of it.
    grants: [
      'core:read-write',
      ...appends,
      'vault:put',
      'vault-key:encrypt-identity',
      'uploads:get-and-put',
      'mail-worker:invoke',
      'deadline-sweeper:invoke',
    ],
  },
  {
    name: 'draw-step',
    description: 'The steps of a draw that no person takes: freeze, commit, run, publish',
    memory: 1769,
    timeout: 110,
    env: [
      ...audited,
      'VAULT_TABLE',
      'RECORDS_BUCKET',
      'VAULT_KEY_ID',
      ...workers,
      'INSPECTION_RECONCILER',
      'OFFICE',
    ],
    grants: [
      'core:read-write',
      ...appends,
      'mail-worker:invoke',
      'publicity-worker:invoke',
      'inspection-reconciler:invoke',
      'vault:put-and-get',
      'vault-key:draw-secret',
      'records:get',
      'records:put',
    ],
    machineWorker: true,
  },
  {
    name: 'inspection-step',
    description: 'The steps of an inspection that no person takes: a joint visit, publication',
    memory: 512,
    timeout: 60,
    env: [...audited, ...workers],
    grants: ['core:read-write', ...appends, 'mail-worker:invoke', 'publicity-worker:invoke'],
    machineWorker: true,
  },
  {
    name: 'open-task',
    description: 'Opens the human task of a waiting state and keeps its token encrypted',
    memory: 512,
    timeout: 30,
    env: [...cases, 'VAULT_KEY_ID'],
    grants: ['core:read-write', 'vault-key:encrypt-task-token'],
    machineWorker: true,
  },
  {
    name: 'draw-opener',
    description: 'Opens the draw of the month on its first working day',
    memory: 512,
    timeout: 60,
    env: [...audited, 'DRAW_MACHINE_ARN', ...workers, 'OFFICE'],
    grants: [
      'core:read-write',
      ...appends,
      'draw-machine:start',
      'mail-worker:invoke',
      'publicity-worker:invoke',
    ],
    // Every day, weekends too: the first working day of January 2026 was Sunday the 4th (调休).
    schedule: {
      expression: 'cron(0 9 * * ? *)',
      why: 'The function opens only on the first working day of the month, which may be a make-up weekend day',
    },
    async: true,
  },
  {
    name: 'deadline-sweeper',
    description: 'Reminds, escalates and ends waits whose date has passed; resends decisions not yet resumed',
    memory: 512,
    timeout: 120,
    env: [...audited, 'VAULT_KEY_ID', 'DRAW_MACHINE_ARN', ...workers],
    grants: [
      'core:read-write',
      ...appends,
      'draw-machine:answer-task',
      'inspection-machine:answer-task',
      'vault-key:decrypt-task-token',
      'mail-worker:invoke',
      'publicity-worker:invoke',
    ],
    schedule: { expression: 'cron(*/5 * * * ? *)', why: 'Deadlines live in the table, not in a timer' },
    async: true,
  },
  {
    name: 'reconciler',
    description: 'Starts an execution for every open draw that has none',
    memory: 512,
    timeout: 120,
    env: [...cases, 'DRAW_MACHINE_ARN'],
    grants: ['core:read-write', 'draw-machine:start', 'draw-machine:inspect'],
    schedule: { expression: 'cron(*/10 * * * ? *)', why: 'A lost execution costs ten minutes at most' },
    async: true,
  },
  {
    name: 'inspection-reconciler',
    description: 'Starts an execution for every open inspection that has none',
    memory: 512,
    timeout: 120,
    env: [...cases, 'INSPECTION_MACHINE_ARN'],
    grants: ['core:read-write', 'inspection-machine:start', 'inspection-machine:inspect'],
    schedule: { expression: 'cron(*/10 * * * ? *)', why: 'A lost execution costs ten minutes at most' },
    async: true,
  },
  {
    name: 'replacement-worker',
    description: 'Draws the replacement of an inspector that two people have confirmed',
    memory: 1769,
    timeout: 110,
    env: [...audited, 'RECORDS_BUCKET', 'VAULT_KEY_ID', ...workers, 'INSPECTION_RECONCILER'],
    grants: [
      'core:read-write',
      ...appends,
      'inspection-machine:answer-task',
      'vault-key:decrypt-task-token',
      'records:get',
      'records:put',
      'mail-worker:invoke',
      'publicity-worker:invoke',
      'inspection-reconciler:invoke',
    ],
    schedule: {
      expression: 'cron(*/5 * * * ? *)',
      why: 'The sweep is the guarantee, the kick only the speed',
    },
    async: true,
  },
  {
    name: 'mail-worker',
    description: 'Writes the papers that inspections order and sends the mail of the outbox over SMTP',
    memory: 512,
    timeout: 120,
    env: [...audited, 'MAIL_FROM', 'OFFICE', 'PUBLIC_URL', 'CONSOLE_URL', 'PUBLICITY_URL'],
    grants: ['core:read-write', ...appends],
    schedule: {
      expression: 'cron(*/5 * * * ? *)',
      why: 'The sweep is the guarantee, the kick only the speed',
    },
    async: true,
  },
  {
    name: 'publicity-worker',
    description: 'Rebuilds and signs the public site from the outbox',
    memory: 1024,
    timeout: 300,
    env: [
      ...cases,
      'RECORDS_BUCKET',
      'PUBLICITY_BUCKET',
      'SIGNING_SECRET_ARN',
      'PUBLIC_URL',
      'PUBLICITY_URL',
      'OFFICE',
    ],
    grants: ['core:read-write', 'records:get', 'publicity:put-list-delete', 'signing-secret:read'],
    schedule: {
      expression: 'cron(*/5 * * * ? *)',
      why: 'The sweep is the guarantee, the kick only the speed',
    },
    async: true,
  },
  {
    name: 'import-worker',
    description: 'Reads uploaded registers and writes their rows, resuming where it stopped',
    memory: 1024,
    timeout: 300,
    env: [...audited, 'UPLOADS_BUCKET'],
    grants: ['core:read-write', ...appends, 'uploads:get-and-put'],
    schedule: { expression: 'cron(*/5 * * * ? *)', why: 'Resumes an import that was cut off' },
    async: true,
  },
  {
    name: 'audit-anchor',
    description: 'Computes the Merkle root of the audit chains and keeps it under Object Lock',
    memory: 512,
    timeout: 300,
    env: [...core, 'AUDIT_TABLE', 'RECORDS_BUCKET', 'PUBLICITY_BUCKET'],
    grants: ['core:read-write', 'audit:read-all', 'records:get', 'records:put', 'publicity:put'],
    schedule: {
      expression: 'cron(30 0 * * ? *)',
      why: 'One root a day; a day that was skipped is anchored next',
    },
    async: true,
  },
];
