import type { LocalDate } from '../../calendar/localDate.ts';
import { citedText } from '../../law/lawTable.ts';
import { type PenaltyFormRow, penaltyForms } from '../../law/penaltyForms.ts';
import type { Office } from '../../notice/office.ts';
import { facts, type PaperContent, rowOf } from '../../notice/paperParts.ts';
import type { Agency } from '../../register/agency.ts';
import { isOrganisation } from '../charge.ts';
import type { Draft, PenaltyCase } from '../penaltyCase.ts';
import type { PaperKind } from '../penaltyRows.ts';

/**
 * What a paper is written from. Nothing of it says who reported: the source of a case stands in no paper that leaves the
 * office.
 */
export interface PaperSources {
  readonly penalty: PenaltyCase;
  readonly form: PaperKind;
  /** Tells two of the same kind apart: the number of the notice, of the reminder. */
  readonly id: string;
  readonly office: Office;
  /** Date of the paper. */
  readonly date: LocalDate;
  /** The party as registered; undefined for a person and for whoever is not in the register. */
  readonly agency?: Agency | undefined;
}

export type WritePaper = (sources: PaperSources) => PaperContent;

/** By what the case is named on papers: its official number, before it has one its own id. */
export function nameOf({ number, id }: Pick<PenaltyCase, 'number' | 'id'>): string {
  return number ?? id;
}

/** The form and the articles it rests on, as they stand on the day of the paper. */
export function formRow(form: PaperKind, date: LocalDate): PenaltyFormRow {
  return rowOf<PenaltyFormRow>(penaltyForms, form, date);
}

/** `根据《…》第四十四条的规定` */
export function basis({ form, date }: Pick<PaperSources, 'form' | 'date'>): string {
  return `根据${citedText(formRow(form, date).citation).replaceAll('；', '、')}的规定`;
}

/** How the paper speaks to its party. */
export function you({ penalty }: Pick<PaperSources, 'penalty'>): string {
  return isOrganisation(penalty.party) ? '你单位' : '你';
}

/** @throws when nothing was drafted: the command that ordered the paper had asked for it */
export function draftOf({ id, draft }: Pick<PenaltyCase, 'id' | 'draft'>): Draft {
  if (draft === undefined) throw new Error(`${id} has no draft`);
  return draft;
}

/** Name and address of the party (行政处罚法 art. 59(1)). */
export function partyFacts({ penalty, agency }: Pick<PaperSources, 'penalty' | 'agency'>) {
  const { party } = penalty;
  const organisation = isOrganisation(party);
  return facts([
    ['当事人', party.name],
    [organisation ? '统一社会信用代码' : '所在机构统一社会信用代码', party.uscc],
    ['专利代理师执业资格证号', party.licenceNo],
    ['法定代表人（负责人）', party.representative ?? agency?.legalRepresentative],
    ['住所', organisation ? agency?.address : undefined],
    ['案件编号', nameOf(penalty)],
  ]);
}
