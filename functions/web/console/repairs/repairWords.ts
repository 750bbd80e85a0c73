import type { Role } from '../../../../shared/access/roles.ts';
import { calendarPageMessages } from '../../../../shared/messages/calendarPages.ts';
import { createCatalogue, type Lang } from '../../../../shared/messages/message.ts';
import { repairPageMessages } from '../../../../shared/messages/repairPages.ts';
import { repairMessages } from '../../../../shared/repair/messages.ts';
import type { RepairStatus } from '../../../../shared/repair/repairCase.ts';
import type { Tone } from '../../kit/components/tag.tsx';

const messages = createCatalogue(repairPageMessages, repairMessages, calendarPageMessages);

/** Texts of the desk of credit repair. */
export const words = messages.text;

/** Who works on applications. */
export const repairRoles: readonly Role[] = ['supervisor', 'approver'];

const tones: Readonly<Record<RepairStatus, Tone>> = {
  preparing: 'neutral',
  applied: 'waiting',
  completing: 'waiting',
  accepted: 'active',
  granted: 'active',
  refused: 'neutral',
  'carried-out': 'done',
  withdrawn: 'neutral',
  cancelled: 'overdue',
};

export const toneOf = (status: RepairStatus): Tone => tones[status];

export const repairPagePath = (id: string) => `/repairs/${encodeURIComponent(id)}`;

/** A command of the audit chain in words. */
export function commandText(lang: Lang, command: string): string {
  const code = `repairPage.command.${command}`;
  return messages.has(code) ? messages.problemText(lang, { code }) : command;
}
