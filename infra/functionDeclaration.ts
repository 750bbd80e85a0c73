import type { EnvName } from './names.ts';

/** A right, spelt out as IAM statements in grants.ts. */
export type Grant =
  | 'core:read-write'
  | 'core:users-and-sessions'
  | 'audit:append-and-read'
  | 'audit:read-all'
  | 'vault:put-and-get'
  | 'vault:put'
  | 'vault:put-asked'
  | 'vault:get'
  | 'vault:get-asked'
  | 'vault:delete'
  | 'vault:delete-asked'
  | 'vault:find-address'
  | 'vault-key:draw-secret'
  | 'vault-key:encrypt-identity'
  | 'vault-key:decrypt-identity'
  | 'vault-key:encrypt-task-token'
  | 'vault-key:decrypt-task-token'
  | 'records:get'
  | 'records:put'
  | 'uploads:get'
  | 'uploads:get-and-put'
  | 'evidence:get-and-put'
  | 'evidence:erase'
  | 'credit-files:get'
  | 'credit-files:get-and-put'
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
  | 'complaint-machine:start'
  | 'complaint-machine:answer-task'
  | 'complaint-machine:inspect'
  | 'penalty-machine:start'
  | 'penalty-machine:answer-task'
  | 'penalty-machine:inspect'
  | 'mail-worker:invoke'
  | 'filer-mail-worker:invoke'
  | 'credit-worker:invoke'
  | 'publicity-worker:invoke'
  | 'import-worker:invoke'
  | 'replacement-worker:invoke'
  | 'inspection-reconciler:invoke'
  | 'complaint-reconciler:invoke'
  | 'complaint-file-worker:invoke'
  | 'penalty-reconciler:invoke'
  | 'deadline-sweeper:invoke'
  | 'lead-worker:invoke';

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
  /** Most executions at a time, kept free for it and a ceiling: a flood on it takes nothing from the others. */
  readonly reserved?: number;
  /** Called by a state machine; never gets a right on the one that calls it. */
  readonly machineWorker?: true;
}

export type FunctionTable = readonly FunctionDeclaration[];
