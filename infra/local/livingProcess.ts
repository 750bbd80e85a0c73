import { readFileSync } from 'node:fs';

/** A process as it is written down for others: start time tells a reused process id from the old one. */
export interface ProcessMark {
  readonly pid: number;
  /** Clock ticks since boot (Linux); empty where the system does not say. */
  readonly start: string;
}

function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** The mark of this process. */
export function ownMark(): ProcessMark {
  return { pid: process.pid, start: startOf(process.pid) };
}

/** Whether the process that left the mark still runs; false for what is no process id. */
export function isLiving({ pid, start }: ProcessMark): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const now = startOf(pid);
  return start === '' || now === '' || now === start;
}
