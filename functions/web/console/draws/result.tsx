import type { VNode } from 'preact';
import type { Visit } from '../../../../shared/draw/ceremony/visit.ts';
import { originText } from '../../../../shared/draw/ceremony/visitOrigin.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { cellText } from '../../../../shared/plan/cellText.ts';
import { type Column, DataTable } from '../../kit/components/dataTable.tsx';
import { Hash } from '../../kit/components/hash.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { words } from './drawWords.ts';

/** The drawn agencies with their teams, in ticket order. Visits that were not drawn by lot are labelled. */
export function VisitTable(props: { lang: Lang; visits: readonly Visit[] }): VNode {
  return (
    <DataTable
      caption={words(props.lang, 'drawPage.result.caption')}
      rows={props.visits}
      rowKey={(visit) => visit.tid}
      columns={columns(props.lang)}
    />
  );
}

function columns(lang: Lang): readonly Column<Visit>[] {
  const label = (name: 'no' | 'cell' | 'rank' | 'ticket' | 'agency' | 'uscc' | 'team' | 'label') =>
    words(lang, `drawPage.result.${name}`);
  return [
    { key: 'no', label: label('no'), numeric: true, cell: (visit) => visit.no },
    { key: 'cell', label: label('cell'), cell: (visit) => cellText(lang, visit.cell) },
    { key: 'rank', label: label('rank'), numeric: true, cell: (visit) => visit.rank + 1 },
    { key: 'ticket', label: label('ticket'), cell: (visit) => <Hash value={visit.ticket} short /> },
    { key: 'agency', label: label('agency'), rowHeader: true, cell: (visit) => visit.agencyName },
    { key: 'uscc', label: label('uscc'), cell: (visit) => <code class="dr-code">{visit.uscc}</code> },
    {
      key: 'label',
      label: label('label'),
      cell: (visit) => (
        <Tag tone={visit.origin === 'drawn' ? 'active' : 'waiting'}>{originText(lang, visit.origin)}</Tag>
      ),
    },
    {
      key: 'team',
      label: label('team'),
      cell: (visit) => teamText(lang, visit),
    },
  ];
}

/** The team as it is now, or why there is none. */
function teamText(lang: Lang, { seats, dropped }: Visit): string {
  if (dropped !== undefined) return words(lang, 'drawPage.replace.dropped', { e: dropped.e });
  const vacant = words(lang, 'drawPage.replace.vacant');
  return seats.map(({ name }) => (name === '' ? vacant : name)).join(lang === 'zh' ? '、' : ', ');
}
