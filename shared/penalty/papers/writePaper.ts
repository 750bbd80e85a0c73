import { type LocalDate, yearOf } from '../../calendar/localDate.ts';
import { citedText } from '../../law/lawTable.ts';
import { type CasePaper, casePaperId } from '../../notice/casePaper.ts';
import {
  addressedAgency,
  composedPaper,
  keptByOffice,
  onPaper,
  type PaperAddressee,
} from '../../notice/composedPaper.ts';
import { documentNumber } from '../../notice/documentNumber.ts';
import type { Office } from '../../notice/office.ts';
import type { Agency } from '../../register/agency.ts';
import { hearingOccasion } from '../hearing.ts';
import type { PenaltyCase } from '../penaltyCase.ts';
import { type PaperKind, penaltyCaseId } from '../penaltyRows.ts';
import { decisionOf, decisionPaper } from './decisionPaper.ts';
import { filingPaper } from './filingPaper.ts';
import { annulmentPaper, hearingNotice, paymentReminder } from './laterPapers.ts';
import { noPenaltyPaper, proposalPaper, transferPaper } from './otherOutcomes.ts';
import { paperRecipients } from './paperRecipients.ts';
import { formRow, type PaperSources, type WritePaper } from './paperSources.ts';
import { priorNotice } from './priorNotice.ts';
import { repairNotice } from './repairNotice.ts';

/** The words of each paper. */
const writers: Readonly<Record<PaperKind, WritePaper>> = {
  filing: filingPaper,
  'prior-notice': priorNotice,
  'hearing-notice': hearingNotice,
  decision: decisionPaper,
  'no-penalty': noPenaltyPaper,
  transfer: transferPaper,
  proposal: proposalPaper,
  'payment-reminder': paymentReminder,
  annulment: annulmentPaper,
  'repair-notice': repairNotice,
};

/** Papers that are the decision: they bear its number and its day. */
const decided: ReadonlySet<PaperKind> = new Set(['decision', 'no-penalty']);

/** Stands behind the prefix of decisions, whose numbers are for them alone: `京知罚文〔2026〕3号`. */
const OTHER_PAPERS = '文';

/** Name of the sequence of the other papers of a year. */
export function paperSequence(date: LocalDate): string {
  return `penalty-paper#${yearOf(date)}`;
}

/** Whether the paper takes a number of that sequence. */
export const takesNumber = (form: PaperKind): boolean => !decided.has(form);

export interface PaperRequest {
  readonly penalty: PenaltyCase;
  readonly form: PaperKind;
  readonly id: string;
  /** Key under which it was ordered. */
  readonly key: string;
}

export function penaltyPaperId({ penalty, form, key }: Omit<PaperRequest, 'id'>): string {
  return casePaperId(penaltyCaseId(penalty.id), key, paperRecipients[form]);
}

/** Whether what was ordered is still to be written: a hearing that was fixed anew or taken back has no notice any more. */
export function isWanted({ penalty, form, key }: PaperRequest): boolean {
  if (form !== 'hearing-notice') return true;
  const { fixed, withdrawn } = penalty.hearing ?? {};
  return fixed !== undefined && withdrawn === undefined && hearingOccasion(fixed) === key;
}

function addresseeOf({ penalty, form, office, agency }: PaperSources): PaperAddressee {
  switch (paperRecipients[form]) {
    case 'party': {
      // The agency of a person has no part in the person's own case: nothing is mailed there.
      const { party } = penalty;
      if (party.kind === 'agency' && agency !== undefined) return addressedAgency(agency);
      return onPaper(party.name, party.kind === 'person' ? '' : (party.uscc ?? ''));
    }
    case 'authority':
      return onPaper(authorityName(penalty, form));
    case 'office':
      return keptByOffice(office);
  }
}

function authorityName(penalty: PenaltyCase, form: PaperKind): string {
  if (form === 'proposal') return '国家知识产权局';
  const to = penalty.draft?.to ?? penalty.filing?.to;
  if (to === undefined) throw new Error(`${penalty.id} is handed to nobody`);
  return to;
}

/**
 * A paper under its number, and whether a mail goes with it (`queued`).
 *
 * @param parts.serial next number of `paperSequence(date)`; not looked at where the decision has the number
 * @throws when the case does not hold what was ordered
 */
export function writtenPaper(
  request: PaperRequest,
  parts: {
    readonly agency: Agency | undefined;
    readonly office: Office;
    readonly serial: number;
    readonly date: LocalDate;
    readonly at: string;
  },
): { readonly paper: CasePaper; readonly status: 'queued' | 'issued' } {
  const { penalty, form, id, key } = request;
  const { office, agency, at } = parts;
  const document = documentOf(request, parts);
  const sources: PaperSources = { penalty, form, id, office, date: document.date, agency };
  const row = formRow(form, document.date);
  const { title, ...content } = writers[form](sources);
  return composedPaper(
    {
      caseId: penaltyCaseId(penalty.id),
      occasion: key,
      form,
      party: paperRecipients[form],
      addressee: addresseeOf(sources),
      title: title ?? row.zh,
      content,
      notes: [`本文书的格式：${citedText(row.style)}。`],
    },
    { office, ...document, at },
  );
}

function documentOf(
  { penalty, form }: PaperRequest,
  { office, serial, date }: { readonly office: Office; readonly serial: number; readonly date: LocalDate },
) {
  if (takesNumber(form))
    return {
      number: documentNumber(`${office.penaltyPrefix}${OTHER_PAPERS}`, yearOf(date), serial),
      serial,
      date,
    };
  const decision = decisionOf(penalty);
  if (decision.number === undefined || decision.serial === undefined)
    throw new Error(`the decision of ${penalty.id} has no number`);
  return { number: decision.number, serial: decision.serial, date: decision.on };
}
