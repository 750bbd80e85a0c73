import type { VNode } from 'preact';
import { originText } from '../../../shared/draw/ceremony/visitOrigin.ts';
import type { Lang } from '../../../shared/messages/message.ts';
import { cellText } from '../../../shared/plan/cellText.ts';
import type { PublicVisit } from '../../../shared/publicity/publicDraw.ts';
import type { StandingVisit } from '../../../shared/publicity/publicInspections.ts';
import { districts } from '../../../shared/register/district.ts';
import { type Column, DataTable } from '../../web/kit/components/dataTable.tsx';
import { Hash } from '../../web/kit/components/hash.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { say } from '../words.ts';
import { Standing } from './standing.tsx';

/** The drawn with their teams as they are now; agencies that came in later stand at the end. */
export function VisitTable(props: {
  visits: readonly PublicVisit[];
  standings: readonly StandingVisit[];
  caption: string;
}): VNode {
  const { visits, standings, caption } = props;
  const { lang } = usePage();
  const byNo = new Map(standings.map((one) => [one.visit, one]));
  return (
    <DataTable
      caption={caption}
      rows={visits}
      rowKey={({ tid }) => tid}
      columns={[
        { key: 'no', label: say(lang, 'site.draw.no'), numeric: true, cell: ({ no }) => no },
        {
          key: 'who',
          label: say(lang, 'site.draw.who'),
          rowHeader: true,
          cell: ({ uscc, tid }) => (uscc === undefined ? <Hash value={tid} short /> : uscc),
        },
        { key: 'cell', label: say(lang, 'site.draw.cell'), cell: ({ cell }) => cellText(lang, cell) },
        {
          key: 'd',
          label: say(lang, 'site.data.district'),
          cell: ({ district }) => districtText(lang, district),
        },
        {
          key: 'label',
          label: say(lang, 'site.draw.label'),
          cell: (visit) => (
            <>
              {originText(lang, visit.origin)}
              <Fate visit={visit} />
            </>
          ),
        },
        {
          key: 'ticket',
          label: say(lang, 'site.draw.ticket'),
          cell: ({ ticket }) => <Hash value={ticket} short />,
        },
        {
          key: 'seats',
          label: say(lang, 'site.draw.seats'),
          cell: ({ seats }) =>
            seats.map((tid, k) => (
              <div key={`${k} ${tid}`}>
                <Person tid={tid} />
              </div>
            )),
        },
        ...(standings.length === 0 ? [] : [inspectionColumn(lang, byNo)]),
      ]}
    />
  );
}

function inspectionColumn(lang: Lang, byNo: ReadonlyMap<number, StandingVisit>): Column<PublicVisit> {
  return {
    key: 'inspection',
    label: say(lang, 'site.result.column'),
    // That it dropped out stands with its label.
    cell: ({ no, dropped }) => {
      const standing = dropped === undefined ? byNo.get(no) : undefined;
      return standing === undefined ? '' : <Standing standing={standing} />;
    },
  };
}

/** The pseudonym of who holds a seat, or that nobody does. */
export function Person({ tid }: { tid: string }): VNode {
  const { lang } = usePage();
  return tid === '' ? <span>{say(lang, 'site.draw.seat.empty')}</span> : <Hash value={tid} short />;
}

/** That the agency dropped out, or came in for another. */
function Fate({ visit: { dropped, since } }: { visit: PublicVisit }): VNode {
  const { lang } = usePage();
  return (
    <>
      {since === undefined ? null : <div>{say(lang, 'site.draw.since', { e: since })}</div>}
      {dropped === undefined ? null : <div>{say(lang, 'site.draw.dropped', { e: dropped })}</div>}
    </>
  );
}

export function districtText(lang: Lang, code: string): string {
  return districts.find((district) => district.code === code)?.[lang] ?? code;
}
