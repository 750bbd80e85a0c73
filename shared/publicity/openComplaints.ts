import { dimensionLabel } from '../statistics/complaintDimensions.ts';
import type { Edition } from '../statistics/editions.ts';

/** The open data about complaints and reports: one line per number of each edition that the site shows. */
export interface ComplaintLine {
  readonly edition: Edition;
  readonly dimension: string;
  readonly code: string;
  readonly label: string;
  readonly kind: 'complaint' | 'report';
  /** Absent when it is held back. */
  readonly count: number | undefined;
}

/** @param editions those that the site shows */
export function complaintLines(editions: readonly Edition[]): readonly ComplaintLine[] {
  return editions.flatMap((edition) => {
    const { counts } = edition;
    if (counts === undefined) return [];
    const both = (dimension: string, code: string, label: string, line: Partial<Record<string, number>>) =>
      (['complaint', 'report'] as const).map(
        (kind): ComplaintLine => ({ edition, dimension, code, label, kind, count: line[kind] }),
      );
    return [
      ...both('received', 'all', '收到', counts.received),
      ...counts.breakdowns.flatMap(({ dimension, lines }) =>
        lines.flatMap(({ code, ...line }) => both(dimension, code, dimensionLabel(dimension, code).zh, line)),
      ),
    ];
  });
}

export const complaintColumns = [
  { name: 'edition', zh: '期次', en: 'Edition', value: ({ edition }: ComplaintLine) => edition.id },
  { name: 'from', zh: '收到月份起', en: 'First month of receipt', value: ({ edition }) => edition.from },
  { name: 'to', zh: '收到月份止', en: 'Last month of receipt', value: ({ edition }) => edition.to },
  { name: 'counted_on', zh: '统计日期', en: 'Day of the count', value: ({ edition }) => edition.on },
  {
    name: 'final',
    zh: '是否全年：no 为暂定',
    en: 'Whether it is the whole year; no: provisional',
    value: ({ edition }) => (edition.final ? 'yes' : 'no'),
  },
  { name: 'dimension', zh: '统计口径', en: 'By what it is counted', value: ({ dimension }) => dimension },
  { name: 'code', zh: '代码', en: 'Code', value: ({ code }) => code },
  { name: 'label', zh: '名称', en: 'What the code means, in Chinese', value: ({ label }) => label },
  {
    name: 'kind',
    zh: 'complaint 投诉，report 举报',
    en: 'complaint (投诉) or report (举报)',
    value: ({ kind }) => kind,
  },
  {
    name: 'count',
    zh: '件数；空白为不公布（少于 5 件，或者公布后能推算出少于 5 件的数）',
    en: 'Cases; empty where held back (fewer than 5, or fewer than 5 could be computed from it)',
    value: ({ count }) => count ?? '',
  },
] as const satisfies readonly {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly value: (line: ComplaintLine) => string | number;
}[];
