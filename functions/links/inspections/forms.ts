import * as z from 'zod';
import { writtenText } from '../../../shared/writtenText.ts';
import { formFields } from '../../web/kit/http/readForm.ts';

/** The forms of the inspection pages; the limits are those that their hints and refusals name. */

export const RECUSAL_TEXT = 500;
export const CORRECTION_TEXT = 500;
export const STAFFING_TEXT = 500;
export const RECTIFICATION_TEXT = 2000;

const chosen = (code: string) => z.string({ error: code }).min(1, code).max(200, code);

export const recusalForm = formFields.extend({
  tid: chosen('inspection.recusal.seat'),
  text: writtenText(RECUSAL_TEXT, 'inspection.recusal.text'),
});

export const correctionForm = formFields.extend({
  text: writtenText(CORRECTION_TEXT, 'inspection.correction.text'),
});

export const rectificationForm = formFields.extend({
  text: writtenText(RECTIFICATION_TEXT, 'inspection.rectify.text'),
});

export const staffingForm = formFields.extend({
  reason: chosen('inspection.staffing.reason'),
  text: writtenText(STAFFING_TEXT, 'linkInspection.staffing.textWrong'),
});
