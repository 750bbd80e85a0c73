import { evidenceMessages } from '../../../shared/evidence/messages.ts';
import { calendarPageMessages } from '../../../shared/messages/calendarPages.ts';
import { linkRepairMessages } from '../../../shared/messages/linkRepairs.ts';
import { createCatalogue } from '../../../shared/messages/message.ts';
import { repairMessages } from '../../../shared/repair/messages.ts';

/** The texts of the pages on credit repair. */
export const say = createCatalogue(
  linkRepairMessages,
  repairMessages,
  evidenceMessages,
  calendarPageMessages,
).text;
