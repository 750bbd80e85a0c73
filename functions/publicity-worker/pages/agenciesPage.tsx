import type { VNode } from 'preact';
import { cellText } from '../../../shared/plan/cellText.ts';
import type { LookupRow } from '../../../shared/publicity/lookup.ts';
import type { PublicDraw } from '../../../shared/publicity/publicDraw.ts';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { percent, say } from '../words.ts';
import { SitePage, useLink } from './sitePage.tsx';

/** Every agency of an open pool with its odds: a look-up with script, the whole table without. */
export function AgenciesPage({ draw, rows }: { draw: PublicDraw; rows: readonly LookupRow[] }): VNode {
  const { lang } = usePage();
  const file = useLink();
  const outcome = (standing: LookupRow['standing']) => say(lang, `site.lookup.${standing ?? 'pending'}`);
  const outcomes = ['pending', 'drawn', 'notDrawn', 'left', 'cameIn'] as const;
  return (
    <SitePage
      title={say(lang, 'site.lookup.title', { number: draw.state.number })}
      lead={say(lang, 'site.lookup.lead')}
      back={`draws/${draw.state.number}/index.html`}
      wide
    >
      <form
        id="lookup"
        hidden
        data-rows={file(`draws/${draw.state.number}/rows/00.json`).replace(/00\.json$/, '')}
        data-none={say(lang, 'site.lookup.none')}
        data-failed={say(lang, 'site.lookup.failed')}
        data-outcomes={JSON.stringify(
          Object.fromEntries(outcomes.map((name) => [name, say(lang, `site.lookup.${name}`)])),
        )}
        data-labels={JSON.stringify([
          say(lang, 'site.draw.cell'),
          say(lang, 'site.lookup.odds'),
          say(lang, 'site.lookup.outcome'),
          say(lang, 'site.draw.proof'),
        ])}
      >
        <div class="govuk-form-group">
          <label class="govuk-label" for="code">
            {say(lang, 'site.lookup.code')}
          </label>
          <input
            class="govuk-input govuk-input--width-20"
            id="code"
            name="code"
            autocomplete="off"
            spellcheck={false}
          />
        </div>
        <button class="govuk-button" type="submit">
          {say(lang, 'site.lookup.search')}
        </button>
        <div id="answer" role="status" class="govuk-body" />
      </form>
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
      <script type="module" src={file('assets/lookup.js')} />
    </SitePage>
  );
}
