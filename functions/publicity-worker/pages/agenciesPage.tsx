import type { VNode } from 'preact';
import { cellText } from '../../../shared/plan/cellText.ts';
import type { LookupRow } from '../../../shared/publicity/lookup.ts';
import type { PublicDraw } from '../../../shared/publicity/publicDraw.ts';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { AGENCY_RESULTS } from '../resultPaths.ts';
import { percent, say } from '../words.ts';
import { LookupForm } from './lookupForm.tsx';
import { SitePage, usePageLink } from './sitePage.tsx';

/** Every agency of an open pool with its odds: a look-up with script, the whole table without. */
export function AgenciesPage({ draw, rows }: { draw: PublicDraw; rows: readonly LookupRow[] }): VNode {
  const { lang } = usePage();
  const page = usePageLink();
  const outcome = (standing: LookupRow['standing']) => say(lang, `site.lookup.${standing ?? 'pending'}`);
  const outcomes = ['pending', 'drawn', 'notDrawn', 'left', 'cameIn'] as const;
  return (
    <SitePage
      title={say(lang, 'site.lookup.title', { number: draw.state.number })}
      lead={say(lang, 'site.lookup.lead')}
      back={`draws/${draw.state.number}/index.html`}
      wide
    >
      <LookupForm
        folder={`draws/${draw.state.number}`}
        none={say(lang, 'site.lookup.none')}
        outcomes={Object.fromEntries(outcomes.map((name) => [name, say(lang, `site.lookup.${name}`)]))}
        labels={[
          say(lang, 'site.draw.cell'),
          say(lang, 'site.lookup.odds'),
          say(lang, 'site.lookup.outcome'),
          say(lang, 'site.draw.proof'),
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={page(AGENCY_RESULTS)}>
          {say(lang, 'site.results.byAgency')}
        </a>
      </p>
      <DataTable
        caption={say(lang, 'site.lookup.table')}
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          { key: 'code', label: say(lang, 'site.lookup.code'), rowHeader: true, cell: ({ code }) => code },
          { key: 'cell', label: say(lang, 'site.draw.cell'), cell: ({ cell }) => cellText(lang, cell) },
          {
            key: 'odds',
            label: say(lang, 'site.lookup.odds'),
            numeric: true,
            cell: ({ ppm }) => percent(ppm),
          },
          { key: 'out', label: say(lang, 'site.lookup.outcome'), cell: ({ standing }) => outcome(standing) },
        ]}
      />
    </SitePage>
  );
}
