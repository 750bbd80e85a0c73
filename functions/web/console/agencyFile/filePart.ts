import type { VNode } from 'preact';
import type { User } from '../../../../shared/access/user.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';

/** Whose file it is, and who reads it. */
export interface FileOf {
  readonly uscc: string;
  readonly user: User;
}

/** One part of an agency's file: reads what it shows by the ports that it names. */
export type FilePart<Ports extends keyof ConsoleDeps> = (
  deps: Pick<ConsoleDeps, Ports>,
  of: FileOf,
) => Promise<VNode>;

export const agencyFilePath = (uscc: string) => `/agencies/${encodeURIComponent(uscc)}/file`;
