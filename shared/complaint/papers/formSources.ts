import type { LocalDate } from '../../calendar/localDate.ts';
import { conducts } from '../../law/conducts.ts';
import { type FormRow, intakeForms } from '../../law/intakeForms.ts';
import { citedText } from '../../law/lawTable.ts';
import type { Office } from '../../notice/office.ts';
import { day, type PaperContent, rowOf } from '../../notice/paperParts.ts';
import type { ComplaintCase } from '../complaintCase.ts';
import type { FormKind } from '../complaintRows.ts';
import type { FormParty } from './paperRecipients.ts';

/** What a form is written from: nothing that says who filed. */
export interface FormSources {
  readonly complaint: ComplaintCase;
  readonly form: FormKind;
  /** Tells two orders of one form apart: the number of the request, of the transfer. */
  readonly id: string;
  readonly to: FormParty;
  readonly office: Office;
  /** Date of the paper. */
  readonly date: LocalDate;
}

export type WriteForm = (sources: FormSources) => PaperContent;

/** By what the case is named on papers: its official number, before it has one its own id. */
export function nameOf({ number, id }: Pick<ComplaintCase, 'number' | 'id'>): string {
  return number ?? id;
}

/** The form and the articles it rests on in the rule book of the case. */
export function formRow(form: FormKind, { received }: Pick<ComplaintCase, 'received'>): FormRow {
  return rowOf(intakeForms, form, received.on);
}

/** `根据《…》第十五条的规定`. */
export function basis({ complaint, form }: Pick<FormSources, 'complaint' | 'form'>): string {
  return `根据${citedText(formRow(form, complaint).citation)}的规定`;
}

export const serviceZh = { patent: '专利代理', trademark: '商标代理' } as const;

export function conductsZh({ matter }: Pick<ComplaintCase, 'matter'>): string {
  return conducts
    .filter(({ rule }) => matter.conducts.includes(rule))
    .map(({ zh }) => zh)
    .join('；');
}

/** Which case a paper is about, for its own parties. */
export function caseFacts(complaint: ComplaintCase): readonly (readonly [string, string | undefined])[] {
  return [
    ['案件编号', nameOf(complaint)],
    ['收到日期', day(complaint.received.on)],
  ];
}

/** Where the identity is kept: on every register entry and every paper that leaves the office. */
export const KEPT_APART = '身份信息另行保管';
