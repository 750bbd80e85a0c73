import { transitionFor } from '../../shared/complaint/command.ts';
import type { FollowedCase } from '../../shared/complaint/followed.ts';
import type { ComplaintCommand } from '../../shared/complaint/transitions.ts';

/** What the filer can do with a case as it looks to them, by the table of transitions, and as it stands underneath. */
function may(command: ComplaintCommand, { complaint, stored, status }: FollowedCase): boolean {
  const line = transitionFor(command);
  return (
    (line.kind === undefined || line.kind === complaint.kind) &&
    [status, stored.status].every((one) => line.from.some((from) => from === one))
  );
}

export const takesFiles = (followed: FollowedCase): boolean => may('add-file', followed);
export const mayWithdraw = (followed: FollowedCase): boolean => may('withdraw', followed);
export const mayAnswer = (followed: FollowedCase): boolean => may('receive-material', followed);
