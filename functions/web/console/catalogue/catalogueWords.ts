import { calendarPageMessages } from '../../../../shared/messages/calendarPages.ts';
import { cataloguePageMessages } from '../../../../shared/messages/cataloguePages.ts';
import { createCatalogue } from '../../../../shared/messages/message.ts';
import { penaltyPageMessages } from '../../../../shared/messages/penaltyPages.ts';
import { lawMessages } from '../../../../shared/penalty/lawMessages.ts';

/** Texts of the negative list. */
export const words = createCatalogue(
  cataloguePageMessages,
  penaltyPageMessages,
  lawMessages,
  calendarPageMessages,
).text;
