import type { VNode } from 'preact';
import type { Lang } from '../../../../shared/messages/message.ts';
import { type Objection, objectionReasons } from '../../../../shared/objection/objection.ts';
import { type Column, DataTable } from '../../kit/components/dataTable.tsx';
import { preciseText } from '../moment.ts';
import { words } from './drawWords.ts';

/** What agencies and inspectors object to, for those who decide whether the registers are corrected. */
export function Objections(props: { lang: Lang; objections: readonly Objection[] }): VNode {
  return (
    <DataTable
      caption={words(props.lang, 'drawPage.objections.title')}
      rows={props.objections}
      rowKey={({ id, at }) => `${id} ${at}`}
      columns={columns(props.lang)}
    />
  );
}

function columns(lang: Lang): readonly Column<Objection>[] {
  return [
    {
      key: 'who',
      label: words(lang, 'drawPage.objections.who'),
      rowHeader: true,
      cell: ({ type, id }) => (
        <a class="govuk-link" href={`/registers/${type === 'agency' ? 'agencies' : 'inspectors'}/${id}`}>
          {id}
        </a>
      ),
    },
    {
      key: 'reason',
      label: words(lang, 'drawPage.objections.reason'),
      cell: ({ reason }) => objectionReasons.find(({ code }) => code === reason)?.[lang] ?? reason,
    },
    { key: 'text', label: words(lang, 'drawPage.objections.text'), cell: ({ text }) => text },
    { key: 'at', label: words(lang, 'drawPage.objections.at'), cell: ({ at }) => preciseText(lang, at) },
  ];
}
