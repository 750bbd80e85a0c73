import type { VNode } from 'preact';
import { citedText } from '../../../shared/law/lawTable.ts';
import { fraudConsequences } from '../../../shared/law/repairRules.ts';
import type { PublicRepairFraud } from '../../../shared/publicity/repairFrauds.ts';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { dateText, say } from '../words.ts';
import { SitePage } from './sitePage.tsx';

/** Who has tried to repair by fraud. A repair that was granted stands nowhere: the record is simply gone. */
export function RepairsPage({ frauds }: { frauds: readonly PublicRepairFraud[] }): VNode {
  const { lang } = usePage();
  const rule = fraudConsequences.find((row) => row.rule === 'published');
  const citation = rule === undefined ? '' : citedText(rule.citation);
  return (
    <SitePage
      title={say(lang, 'site.repairs.title')}
      lead={say(lang, 'site.repairs.lead', { citation })}
      wide
    >
      <DataTable
        caption={say(lang, 'site.repairs.title')}
        captionHidden
        rows={frauds}
        rowKey={({ number }) => number}
        empty={say(lang, 'site.repairs.none')}
        columns={[
          {
            key: 'party',
            label: say(lang, 'site.repairs.agency'),
            rowHeader: true,
            cell: ({ party, uscc }) => (
              <span lang="zh-CN">
                {party} {uscc ?? ''}
              </span>
            ),
          },
          {
            key: 'what',
            label: say(lang, 'site.repairs.what'),
            cell: ({ what }) => say(lang, `site.repairs.${what}`),
          },
          {
            key: 'number',
            label: say(lang, 'site.repairs.number'),
            cell: ({ number }) => <span lang="zh-CN">{number}</span>,
          },
          {
            key: 'subject',
            label: say(lang, 'site.repairs.subject'),
            cell: ({ subject }) => <span lang="zh-CN">{subject}</span>,
          },
          { key: 'on', label: say(lang, 'site.repairs.on'), cell: ({ on }) => dateText(lang, on) },
          {
            key: 'until',
            label: say(lang, 'site.repairs.until'),
            cell: ({ until }) => dateText(lang, until),
          },
        ]}
      />
    </SitePage>
  );
}
