import { type LocalDate, yearOf } from '../../calendar/localDate.ts';
import { citedText } from '../../law/lawTable.ts';
import { type CaseAddressee, keptByOffice, onPaper, registeredAgency } from '../../notice/caseAddressee.ts';
import { type CasePaper, casePaperId } from '../../notice/casePaper.ts';
import { documentNumber } from '../../notice/documentNumber.ts';
import { casePaper } from '../../notice/issueCasePapers.ts';
import type { Office } from '../../notice/office.ts';
import type { Agency } from '../../register/agency.ts';
import type { ComplaintCase } from '../complaintCase.ts';
import { complaintCaseId, type FormKind } from '../complaintRows.ts';
import { type FormSources, formRow, KEPT_APART, nameOf, type WriteForm } from './formSources.ts';
import { acceptance, identityRequest, refusal } from './intakeDecisions.ts';
import { forwarding, reportResult } from './laterForms.ts';
import { mediationAgreement, mediationEnd, mediationInvitation } from './mediationForms.ts';
import type { FormParty } from './paperRecipients.ts';
import { complaintRegister, reportRegister } from './registers.ts';

/** The words of each form. */
const writers: Readonly<Record<FormKind, WriteForm>> = {
  'complaint-register': complaintRegister,
  'report-register': reportRegister,
  forwarding,
  'identity-request': identityRequest,
  acceptance,
  refusal,
  'mediation-invitation': mediationInvitation,
  'mediation-end': mediationEnd,
  'mediation-agreement': mediationAgreement,
  'report-result': reportResult,
};

/** Name of the sequence of the numbers of papers on complaints and reports of a year. */
export function formSequence(date: LocalDate): string {
  return `complaint-paper#${yearOf(date)}`;
}

/**
 * Whom a form goes to. No paper names the filer: the desk writes the envelope after a second person has agreed that
 * the identity is looked at; who filed anonymously finds it on the status page, and nowhere else.
 *
 * @param agency the agency as registered; undefined for one that is not in the register
 */
function addresseeOf(sources: FormSources, agency: Agency | undefined): CaseAddressee {
  const { complaint, to, office, id } = sources;
  switch (to) {
    case 'filer': {
      const who = complaint.kind === 'complaint' ? '投诉人' : '举报人';
      const apart = complaint.filer.anonymous ? '匿名' : KEPT_APART;
      return {
        type: to,
        id: complaint.id,
        name: who,
        addressee: `${who}（案件编号：${nameOf(complaint)}；${apart}）`,
        service: complaint.filer.anonymous ? 'shown' : 'paper',
        address: '',
      };
    }
    case 'agency': {
      const known = complaint.matter.agency;
      return agency === undefined ? onPaper(to, known.name, known.uscc) : registeredAgency(to, agency);
    }
    case 'authority': {
      const transfer = complaint.transfers[Number(id) - 1];
      if (transfer === undefined) throw new Error(`${complaint.id} has no transfer ${id}`);
      return onPaper(to, transfer.to);
    }
    case 'office':
      return keptByOffice(office);
  }
}

export interface FormOrder {
  readonly complaint: ComplaintCase;
  readonly form: FormKind;
  readonly id: string;
  /** Key under which it was ordered. */
  readonly key: string;
}

export function formPaperId({ complaint, key }: Pick<FormOrder, 'complaint' | 'key'>, to: FormParty): string {
  return casePaperId(complaintCaseId(complaint.id), key, to);
}

/**
 * A form as a paper under this number, and whether a mail goes with it (`queued`).
 *
 * @param serial next number of `formSequence(date)`
 * @param at instant of its mail
 * @throws when the case does not hold what was ordered
 */
export function writtenForm(
  order: FormOrder,
  to: FormParty,
  parts: {
    readonly agency: Agency | undefined;
    readonly office: Office;
    readonly serial: number;
    readonly date: LocalDate;
    readonly at: string;
  },
): { readonly paper: CasePaper; readonly status: 'queued' | 'issued' } {
  const { complaint, form, id, key } = order;
  const { office, serial, date, at, agency } = parts;
  const sources: FormSources = { complaint, form, id, to, office, date };
  const row = formRow(form, complaint);
  return casePaper(
    {
      caseId: complaintCaseId(complaint.id),
      form,
      occasion: key,
      to: addresseeOf(sources, agency),
      content: writers[form](sources),
      title: row.zh,
      notes: [`本文书的格式：${citedText(row.style)}。`],
      document: { number: documentNumber(office.complaintPrefix, yearOf(date), serial), serial, date },
      office,
    },
    at,
  );
}
