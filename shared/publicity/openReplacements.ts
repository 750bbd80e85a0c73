import type { PublicDraw } from './publicDraw.ts';
import { cellDropOuts, type PublicReplacement, personDropOuts } from './replacements.ts';

/** The open data about drop-outs: one line per event, and how often whom and where (DR-1 §7, attacks 19 and 20). */

export type ReplacementLine = PublicReplacement & { readonly draw: string; readonly month: string };

/** Drop-outs of one person or of one cell of a draw. */
export interface DropOutLine {
  readonly draw: string;
  readonly month: string;
  readonly of: 'person' | 'cell';
  readonly id: string;
  readonly times: number;
  /** Seats that the person gave up, or agencies of the cell that were drawn. */
  readonly base: number;
}

export function replacementLines(draws: readonly PublicDraw[]): readonly ReplacementLine[] {
  return draws.flatMap(({ state, replacements }) =>
    replacements.map((one) => ({ ...one, draw: state.number, month: state.task })),
  );
}

export function dropOutLines(draws: readonly PublicDraw[]): readonly DropOutLine[] {
  return draws.flatMap((draw): DropOutLine[] => {
    const { number, task } = draw.state;
    const place = { draw: number, month: task };
    const persons = personDropOuts(draw.replacements).map(({ tid, times, seats }) => ({
      ...place,
      of: 'person' as const,
      id: tid,
      times,
      base: seats,
    }));
    const cells = cellsOf(draw).map(({ cell, n, dropped }) => ({
      ...place,
      of: 'cell' as const,
      id: cell,
      times: dropped,
      base: n,
    }));
    return [...persons, ...cells];
  });
}

/** The cells of a draw of which an agency dropped out. */
export function cellsOf({ replacements, result, visits }: PublicDraw) {
  return cellDropOuts(replacements, result?.cells ?? [], (no) => visits[no - 1]?.cell);
}

export const replacementColumns = [
  { name: 'draw', zh: '抽签编号', en: 'Number of the draw', value: ({ draw }: ReplacementLine) => draw },
  { name: 'month', zh: '月份', en: 'Month', value: ({ month }: ReplacementLine) => month },
  {
    name: 'event',
    zh: '更换序号',
    en: 'Number of the event',
    value: ({ event }: ReplacementLine) => event.e,
  },
  { name: 'at', zh: '时间（UTC）', en: 'Time (UTC)', value: ({ at }: ReplacementLine) => at },
  {
    name: 'type',
    zh: '类别：agency 机构，inspector 检查人员',
    en: 'agency or inspector',
    value: ({ event }: ReplacementLine) => event.type,
  },
  {
    name: 'tid',
    zh: '退出者的代号',
    en: 'Pseudonym of who dropped out',
    value: ({ event }: ReplacementLine) => event.tid,
  },
  {
    name: 'reason',
    zh: '原因代码',
    en: 'Code of the reason',
    value: ({ event }: ReplacementLine) => event.reason,
  },
  {
    name: 'evidence',
    zh: '证据的摘要',
    en: 'Digest of the evidence',
    value: ({ event }: ReplacementLine) => event.evidence,
  },
  {
    name: 'stays',
    zh: '仍可参加其他检查（1 是）',
    en: '1 when still a candidate for other visits',
    value: ({ event }: ReplacementLine) => (event.stays ? 1 : 0),
  },
  {
    name: 'visits',
    zh: '涉及的检查序号',
    en: 'Positions of the visits concerned',
    value: ({ seats, left }: ReplacementLine) =>
      [...seats.map(({ no }) => no), ...(left === undefined ? [] : [left])].join(' '),
  },
  {
    name: 'came_in',
    zh: '接替者：人员代号（无人接替为 -），或者接替机构的序号',
    en: 'Who came in: pseudonyms (- for nobody), or the position of the agency',
    value: ({ seats, cameIn }: ReplacementLine) =>
      [...seats.map(({ to }) => (to === '' ? '-' : to)), ...(cameIn === undefined ? [] : [cameIn.no])].join(
        ' ',
      ),
  },
] as const;

export const dropOutColumns = [
  { name: 'draw', zh: '抽签编号', en: 'Number of the draw', value: ({ draw }: DropOutLine) => draw },
  { name: 'month', zh: '月份', en: 'Month', value: ({ month }: DropOutLine) => month },
  {
    name: 'of',
    zh: '统计对象：person 检查人员，cell 抽取单元',
    en: 'person or cell',
    value: ({ of }: DropOutLine) => of,
  },
  { name: 'id', zh: '代号或者抽取单元', en: 'Pseudonym or cell', value: ({ id }: DropOutLine) => id },
  { name: 'times', zh: '退出次数', en: 'Drop-outs', value: ({ times }: DropOutLine) => times },
  {
    name: 'base',
    zh: '人员让出的席位数，或者单元抽中户数',
    en: 'Seats the person gave up, or agencies drawn in the cell',
    value: ({ base }: DropOutLine) => base,
  },
] as const;
