import type { LocalDate } from '../../calendar/localDate.ts';
import { citedText, type LawRow, type LawTable, ruleAt } from '../../law/lawTable.ts';
import { type PenaltyFormRow, penaltyForms } from '../../law/penaltyForms.ts';
import { type Fen, yuanText } from '../../money.ts';
import { facts } from '../../notice/blocks.ts';
import type { PaperContent } from '../../notice/composedPaper.ts';
import type { Office } from '../../notice/office.ts';
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

/** What a paper says. */
export interface PenaltyPaperContent extends PaperContent {
  /** In place of the name of the form, where that would say something else. */
  readonly title?: string;
}

export type WritePaper = (sources: PaperSources) => PenaltyPaperContent;

/** By what the case is named on papers: its official number, before it has one its own id. */
export function nameOf({ number, id }: Pick<PenaltyCase, 'number' | 'id'>): string {
  return number ?? id;
}

/** Fen as yuan: `1200.00元`. */
export function yuan(fen: Fen | undefined): string | undefined {
  return fen === undefined ? undefined : `${yuanText(fen)}元`;
}

/** @throws when the law of that day has no such row: the command that ordered the paper had asked for it */
export function rowOf<Row extends LawRow>(table: LawTable<Row>, rule: Row['rule'], on: LocalDate): Row {
  const row: Row | undefined = ruleAt(table, rule, on);
  if (row === undefined) throw new Error(`${rule} is not in force on ${on}`);
  return row;
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
