import * as z from 'zod';
import { writtenText } from '../../../shared/writtenText.ts';
import { formFields } from '../../web/kit/http/readForm.ts';

/** The forms of the party's pages; the limits are those that their labels and refusals name. */

export const STATEMENT_TEXT = 3000;
export const HEARING_TEXT = 1000;
export const WITHDRAWAL_TEXT = 500;

export const statementForm = formFields.extend({
  text: writtenText(STATEMENT_TEXT, 'linkPenalty.state.textWrong'),
});

export const hearingForm = formFields.extend({
  hearingText: writtenText(HEARING_TEXT, 'linkPenalty.hearing.textWrong', { optional: true }),
});

export const withdrawalForm = formFields.extend({
  reason: writtenText(WITHDRAWAL_TEXT, 'linkPenalty.withdraw.textWrong'),
});

export const waiverForm = formFields.extend({
  sure: z.literal('yes', { error: 'linkPenalty.waive.sureMissing' }),
});
