import type { Role } from '../../access/roles.ts';
import type { RowPut } from '../../case/caseStore.ts';
import type { Result } from '../../problem.ts';
import type { NewLogEntry } from '../log.ts';
import type { DrawCase, DrawStatus } from './drawCase.ts';

/** Who gives a command. The workflow and the schedules act as `system`, a signed link as `link`. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly (Role | 'system' | 'link')[];
}

export const SYSTEM: Actor = { userId: 'system', name: '系统', roles: ['system'] };

/** Type and body of an entry of the published log (DR-1 §1.10, §1.11.18); the runner adds the time and the link. */
export type LogFact = NewLogEntry extends infer Entry
  ? Entry extends NewLogEntry
    ? Pick<Entry, 'type' | 'body'>
    : never
  : never;

/** What a command changes. */
export interface Decision {
  readonly to: DrawStatus;
  readonly state: DrawCase;
  readonly log?: readonly LogFact[];
  readonly ground?: string;
  /** Values whose keyed digests go into the audit entry. */
  readonly seal?: Readonly<Record<string, unknown>>;
  readonly rows?: readonly RowPut[];
}

export interface Moment {
  readonly actor: Actor;
  /** Instant of the command, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly at: string;
  readonly status: DrawStatus;
}

/** A pure decision: the draw as it is, what was asked, who and when → what changes, or why not. */
export type Decide<Input> = (draw: DrawCase, input: Input, moment: Moment) => Result<Decision>;

export function act(moment: Moment): { by: string; name: string; at: string } {
  return { by: moment.actor.userId, name: moment.actor.name, at: moment.at };
}
