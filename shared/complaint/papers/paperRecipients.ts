import type { PaperParty } from '../../notice/casePaper.ts';
import type { FormKind, PaperOrder } from '../complaintRows.ts';
import type { CaseKind } from '../filing.ts';

/** Whom a form on a complaint or report can go to. */
export type FormParty = Exclude<PaperParty, 'party'>;

/**
 * Who gets which form. A report has no row with the agency: that a report exists, and what becomes of it, is none of
 * its business (令121号 art. 37). A form without parties is not written in cases of that kind.
 */
export const paperRecipients: Readonly<Record<CaseKind, Readonly<Record<FormKind, readonly FormParty[]>>>> = {
  complaint: {
    'complaint-register': ['office'],
    'report-register': [],
    forwarding: ['authority'],
    'identity-request': ['filer'],
    acceptance: ['filer'],
    refusal: ['filer'],
    'mediation-invitation': ['filer', 'agency'],
    'mediation-end': ['filer', 'agency'],
    'mediation-agreement': ['filer', 'agency'],
    'report-result': [],
  },
  report: {
    'complaint-register': [],
    'report-register': ['office'],
    forwarding: ['authority'],
    'identity-request': ['filer'],
    acceptance: [],
    refusal: [],
    'mediation-invitation': [],
    'mediation-end': [],
    'mediation-agreement': [],
    'report-result': ['filer'],
  },
};

/**
 * Which worker takes an order. The office's one writes forms and the mails about dates; when a form goes to the filer
 * too, it leaves the news of it to the filer's one, which alone can read an address.
 */
export const orderWorkers: Readonly<Record<PaperOrder['type'], 'mail-worker' | 'filer-mail-worker'>> = {
  form: 'mail-worker',
  reminder: 'mail-worker',
  escalation: 'mail-worker',
  received: 'filer-mail-worker',
  message: 'filer-mail-worker',
};
