import type { VNode } from 'preact';
import { dropOutReasonText } from '../../../shared/draw/ceremony/dropOutReasons.ts';
import { cellText } from '../../../shared/plan/cellText.ts';
import { cellsOf } from '../../../shared/publicity/openReplacements.ts';
import type { PublicDraw } from '../../../shared/publicity/publicDraw.ts';
import { type PublicReplacement, personDropOuts } from '../../../shared/publicity/replacements.ts';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { Hash } from '../../web/kit/components/hash.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { recordName } from '../publishedFiles.ts';
import { percent, say, timeText } from '../words.ts';
import { useLink } from './sitePage.tsx';
import { Person } from './visitTable.tsx';

/** Who dropped out after the draw and who came in, under pseudonyms, and how often whom and where. */
export function ReplacementPart({ draw }: { draw: PublicDraw }): VNode | null {
  const { lang } = usePage();
  const file = useLink();
  const { replacements, state } = draw;
  if (replacements.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{say(lang, 'site.replace.title')}</h2>
      <p class="govuk-body">{say(lang, 'site.replace.lead')}</p>
      <DataTable
        caption={say(lang, 'site.replace.title')}
        captionHidden
        rows={replacements}
        rowKey={({ event }) => String(event.e)}
        columns={[
          {
            key: 'e',
            label: say(lang, 'site.replace.e'),
            rowHeader: true,
            numeric: true,
            cell: ({ event }) => event.e,
          },
          { key: 'at', label: say(lang, 'site.replace.at'), cell: ({ at }) => timeText(lang, at) },
          {
            key: 'who',
            label: say(lang, 'site.replace.who'),
            cell: ({ event }) => (
              <>
                {say(lang, `site.replace.${event.type}`)}
                <br />
                <Hash value={event.tid} short />
              </>
            ),
          },
          {
            key: 'reason',
            label: say(lang, 'site.replace.reason'),
            cell: ({ event }) => (
              <>
                {dropOutReasonText(lang, event.reason)}
                <br />
                {say(lang, 'site.replace.evidence')} <Hash value={event.evidence} short />
              </>
            ),
          },
          {
            key: 'what',
            label: say(lang, 'site.replace.what'),
            cell: (replacement) => <WhatChanged replacement={replacement} />,
          },
          {
            key: 'record',
            label: say(lang, 'site.replace.record'),
            cell: ({ event }) => (
              <a class="govuk-link" href={file(`draws/${state.number}/${recordName(event.e)}`)} download>
                {recordName(event.e)}
              </a>
            ),
          },
        ]}
      />
      <Counts draw={draw} />
    </>
  );
}

function WhatChanged({ replacement }: { replacement: PublicReplacement }): VNode {
  const { lang } = usePage();
  const { event, seats, left, cameIn } = replacement;
  if (event.type === 'agency') {
    return (
      <>
        {say(lang, 'site.replace.left', { no: left ?? 0 })}{' '}
        {cameIn === undefined
          ? say(lang, 'site.replace.exhausted')
          : say(lang, 'site.replace.cameIn', { no: cameIn.no })}
      </>
    );
  }
  const after = event.stays ? 'stays' : event.visits === undefined ? 'leaves' : 'keeps';
  return (
    <>
      {seats.length === 0 ? <div>{say(lang, 'site.replace.noSeat')}</div> : null}
      {seats.map(({ no, seat, to }) => (
        <div key={`${no} ${seat}`}>
          {say(lang, 'site.replace.seat', { no, seat })}{' '}
          {to === '' ? say(lang, 'site.replace.nobody') : <Person tid={to} />}
        </div>
      ))}
      <div>{say(lang, `site.replace.${after}`)}</div>
    </>
  );
}

/** Drop-outs per person and per cell (DR-1 §7, attacks 19 and 20). */
function Counts({ draw }: { draw: PublicDraw }): VNode {
  const { lang } = usePage();
  const persons = personDropOuts(draw.replacements);
  const cells = cellsOf(draw);
  return (
    <>
      {persons.length === 0 ? null : (
        <DataTable
          caption={say(lang, 'site.replace.persons')}
          rows={persons}
          rowKey={({ tid }) => tid}
          columns={[
            {
              key: 'tid',
              label: say(lang, 'site.replace.inspector'),
              rowHeader: true,
              cell: ({ tid }) => <Hash value={tid} short />,
            },
            {
              key: 'times',
              label: say(lang, 'site.replace.times'),
              numeric: true,
              cell: ({ times }) => times,
            },
            {
              key: 'seats',
              label: say(lang, 'site.replace.seats'),
              numeric: true,
              cell: ({ seats }) => seats,
            },
          ]}
        />
      )}
      {cells.length === 0 ? null : (
        <DataTable
          caption={say(lang, 'site.replace.cells')}
          rows={cells}
          rowKey={({ cell }) => cell}
          columns={[
            {
              key: 'cell',
              label: say(lang, 'site.draw.cell'),
              rowHeader: true,
              cell: ({ cell }) => cellText(lang, cell),
            },
            { key: 'n', label: say(lang, 'site.draw.n'), numeric: true, cell: ({ n }) => n },
            {
              key: 'dropped',
              label: say(lang, 'site.replace.dropped'),
              numeric: true,
              cell: ({ dropped }) => dropped,
            },
            {
              key: 'share',
              label: say(lang, 'site.replace.share'),
              numeric: true,
              cell: ({ dropped, n }) => percent(n === 0 ? 0 : Math.round((dropped * 1000) / n) * 1000),
            },
          ]}
        />
      )}
    </>
  );
}
