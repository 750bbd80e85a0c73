import type { VNode } from 'preact';
import type { PenaltyTombstone, PublicPenalty } from '../../../shared/publicity/publicPenalties.ts';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { annulmentText } from '../lawWords.ts';
import { penaltyPath } from '../penaltyPaths.ts';
import { dateText, say } from '../words.ts';
import { usePageLink } from './sitePage.tsx';

/** Decisions that stand, one line each. */
export function PenaltyTable(props: { caption: string; penalties: readonly PublicPenalty[] }): VNode {
  const { lang } = usePage();
  const page = usePageLink();
  return (
    <DataTable
      caption={props.caption}
      rows={props.penalties}
      rowKey={({ key }) => key}
      empty={say(lang, 'site.penalties.empty')}
      columns={[
        {
          key: 'number',
          label: say(lang, 'site.penalty.number'),
          rowHeader: true,
          cell: ({ key, number }) => (
            <a class="govuk-link" href={page(penaltyPath(key))}>
              {number}
            </a>
          ),
        },
        { key: 'party', label: say(lang, 'site.penalty.party'), cell: ({ party }) => party.name },
        { key: 'conduct', label: say(lang, 'site.penalty.conduct'), cell: ({ conduct }) => conduct[lang] },
        { key: 'content', label: say(lang, 'site.penalty.content'), cell: ({ content }) => content },
        {
          key: 'on',
          label: say(lang, 'site.penalty.decidedOn'),
          cell: ({ decidedOn }) => dateText(lang, decidedOn),
        },
        {
          key: 'until',
          label: say(lang, 'site.penalty.until'),
          cell: ({ until }) => dateText(lang, until),
        },
      ]}
    />
  );
}

/** What is left of decisions that were annulled; nothing is shown when there are none. */
export function PenaltyTombstones({ tombstones }: { tombstones: readonly PenaltyTombstone[] }): VNode | null {
  const { lang } = usePage();
  const page = usePageLink();
  if (tombstones.length === 0) return null;
  return (
    <DataTable
      caption={say(lang, 'site.penalties.tombstones')}
      rows={tombstones}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'number',
          label: say(lang, 'site.penalty.number'),
          rowHeader: true,
          cell: ({ key, number }) => (
            <a class="govuk-link" href={page(penaltyPath(key))}>
              {number}
            </a>
          ),
        },
        { key: 'on', label: say(lang, 'site.result.day'), cell: ({ on }) => dateText(lang, on) },
        {
          key: 'reason',
          label: say(lang, 'site.result.reason'),
          cell: ({ reason }) => annulmentText(lang, reason),
        },
      ]}
    />
  );
}
