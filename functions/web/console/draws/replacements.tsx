import type { VNode } from 'preact';
import { type DrawCase, type DrawEvent, recordVersions } from '../../../../shared/draw/ceremony/drawCase.ts';
import { dropOutReasonText } from '../../../../shared/draw/ceremony/dropOutReasons.ts';
import type { Visit } from '../../../../shared/draw/ceremony/visit.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { type Column, DataTable } from '../../kit/components/dataTable.tsx';
import { preciseText } from '../moment.ts';
import { words } from './drawWords.ts';

interface Props {
  readonly lang: Lang;
  readonly draw: DrawCase;
  readonly visits: readonly Visit[];
  readonly events: readonly DrawEvent[];
}

/** Who dropped out after the draw, who asked for it and confirmed it, and who came in, by name. */
export function Replacements(props: Props): VNode {
  return (
    <DataTable
      caption={words(props.lang, 'drawPage.replace.title')}
      rows={props.events}
      rowKey={({ event }) => String(event.e)}
      columns={columns(props)}
    />
  );
}

function columns({ lang, draw, visits }: Props): readonly Column<DrawEvent>[] {
  const versions = recordVersions(draw);
  return [
    {
      key: 'e',
      label: words(lang, 'drawPage.replace.e'),
      numeric: true,
      rowHeader: true,
      cell: ({ event }) => event.e,
    },
    { key: 'at', label: words(lang, 'drawPage.replace.at'), cell: ({ at }) => preciseText(lang, at) },
    { key: 'who', label: words(lang, 'drawPage.replace.who'), cell: (entry) => whoText(entry, visits) },
    {
      key: 'reason',
      label: words(lang, 'drawPage.replace.reason'),
      cell: ({ event }) => dropOutReasonText(lang, event.reason),
    },
    {
      key: 'what',
      label: words(lang, 'drawPage.replace.what'),
      cell: (entry) => linesOf(lang, entry, visits).map((line) => <div key={line}>{line}</div>),
    },
    {
      key: 'by',
      label: words(lang, 'drawPage.replace.by'),
      cell: ({ requested, confirmed }) =>
        words(lang, 'drawPage.replace.people', { requested: requested.name, confirmed: confirmed.name }),
    },
    {
      key: 'record',
      label: words(lang, 'drawPage.replace.record'),
      cell: ({ event }) =>
        versions[event.e] === undefined ? (
          words(lang, 'drawPage.replace.writing')
        ) : (
          <a class="govuk-link" href={`/draws/${draw.number}/records/${event.e}`}>
            {words(lang, 'drawPage.replace.version', { e: event.e })}
          </a>
        ),
    },
  ];
}

function whoText({ event, subject }: DrawEvent, visits: readonly Visit[]): string {
  if (event.type === 'agency') {
    return visits.find(({ tid }) => tid === event.tid)?.agencyName ?? String(subject);
  }
  const held = visits.flatMap(({ seats }) => seats.flatMap((seat) => [seat, ...(seat.replaced ?? [])]));
  return held.find(({ tid }) => tid === event.tid)?.name ?? String(subject);
}

/** One line per seat that changed hands, or what became of an agency's visit. */
function linesOf(lang: Lang, { event }: DrawEvent, visits: readonly Visit[]): readonly string[] {
  const { e } = event;
  if (event.type === 'agency') {
    const came = visits.find(({ since }) => since === e);
    return came === undefined
      ? [words(lang, 'drawPage.replace.nobody')]
      : [words(lang, 'drawPage.replace.cameIn', { no: came.no, name: came.agencyName })];
  }
  return visits.flatMap(({ no, agencyName, seats }) =>
    seats.flatMap((seat) => {
      const history = seat.replaced ?? [];
      const at = history.findIndex((former) => former.e === e);
      if (at < 0) return [];
      const to = (history[at + 1] ?? seat).name;
      const name = to === '' ? words(lang, 'drawPage.replace.vacant') : to;
      return [words(lang, 'drawPage.replace.seat', { no, agency: agencyName, seat: seat.seat, name })];
    }),
  );
}
