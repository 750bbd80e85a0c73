import type { ComponentChildren, VNode } from 'preact';
import { formatDateEn, formatDateZh } from '../../../shared/calendar/localDate.ts';
import { createCatalogue, type Lang } from '../../../shared/messages/message.ts';
import { riskMessages } from '../../../shared/risk/messages.ts';
import type { ReadLine } from '../../../shared/risk/ownLedger.ts';
import type { RiskFact } from '../../../shared/risk/riskFact.ts';
import { DataTable } from '../kit/components/dataTable.tsx';
import { usePage } from '../kit/context.tsx';

const { text: say } = createCatalogue(riskMessages);

/** How an agency's points come about, line by line, with their sum at the end. */
export function RiskLinesTable(props: {
  readonly caption: string;
  readonly lines: readonly ReadLine[];
  /** How a source is shown; as its number unless told. */
  readonly source?: (fact: RiskFact) => ComponentChildren;
}): VNode {
  const { lang } = usePage();
  const sum = props.lines.reduce((total, { points }) => total + points, 0);
  type Line = ReadLine | { readonly type: 'sum'; readonly points: number };
  const rows: readonly Line[] = [...props.lines, { type: 'sum', points: sum }];
  const source = props.source ?? (({ reference }: RiskFact) => reference);
  return (
    <DataTable
      caption={props.caption}
      rows={rows}
      rowKey={(line) => (line.type === 'fact' ? line.fact.id : line.type)}
      columns={[
        {
          key: 'what',
          label: say(lang, 'risk.table.what'),
          rowHeader: true,
          cell: (line: Line) => lineText(lang, line),
        },
        {
          key: 'on',
          label: say(lang, 'risk.table.on'),
          cell: (line: Line) =>
            line.type !== 'fact'
              ? ''
              : lang === 'zh'
                ? formatDateZh(line.fact.on)
                : formatDateEn(line.fact.on),
        },
        {
          key: 'reference',
          label: say(lang, 'risk.table.reference'),
          cell: (line: Line) => (line.type === 'fact' ? source(line.fact) : ''),
        },
        {
          key: 'why',
          label: say(lang, 'risk.table.why'),
          cell: (line: Line) => ('reason' in line ? say(lang, `risk.reason.${line.reason}`) : ''),
        },
        {
          key: 'points',
          label: say(lang, 'risk.table.points'),
          numeric: true,
          cell: ({ points }: Line) => (points < 0 ? `−${-points}` : points),
        },
      ]}
    />
  );
}

function lineText(lang: Lang, line: ReadLine | { readonly type: 'sum' }): string {
  switch (line.type) {
    case 'sum':
      return say(lang, 'risk.table.sum');
    case 'fact': {
      const kind = say(lang, `risk.kind.${line.fact.kind}`);
      const { count } = line.fact;
      return count > 1 ? say(lang, 'risk.count', { kind, count }) : kind;
    }
    default:
      return say(lang, `risk.of.${line.type}`);
  }
}
