import { calendarMessages } from '../../shared/calendar/messages.ts';
import { formMessages } from '../../shared/complaint/form/messages.ts';
import { complaintMessages } from '../../shared/complaint/messages.ts';
import { evidenceMessages } from '../../shared/evidence/messages.ts';
import { accessMessages } from '../../shared/messages/access.ts';
import { intakeMessages } from '../../shared/messages/intake.ts';
import { intakeFrameMessages } from '../../shared/messages/intakeFrame.ts';
import { kitMessages } from '../../shared/messages/kit.ts';
import { createCatalogue } from '../../shared/messages/message.ts';
import { receiptMessages } from '../../shared/messages/receipt.ts';

/** The texts of this function alone, so that its bundle stays small. */
export const intakeCatalogue = createCatalogue(
  accessMessages,
  calendarMessages,
  complaintMessages,
  evidenceMessages,
  formMessages,
  intakeFrameMessages,
  intakeMessages,
  kitMessages,
  receiptMessages,
);

export const say = intakeCatalogue.text;
