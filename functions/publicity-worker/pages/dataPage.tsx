import type { VNode } from 'preact';
import { complaintColumns } from '../../../shared/publicity/openComplaints.ts';
import { drawColumns, itemColumns, visitColumns } from '../../../shared/publicity/openData.ts';
import { listingColumns, listingTombstoneColumns } from '../../../shared/publicity/openListings.ts';
import { penaltyColumns, penaltyTombstoneColumns } from '../../../shared/publicity/openPenalties.ts';
import { dropOutColumns, replacementColumns } from '../../../shared/publicity/openReplacements.ts';
import { resultColumns, resultTombstoneColumns } from '../../../shared/publicity/openResults.ts';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { say } from '../words.ts';
import { SitePage, useLink } from './sitePage.tsx';

const files = [
  ['data/draws.csv', 'site.data.draws'],
  ['data/draws.json', 'site.data.draws'],
  ['data/visits.csv', 'site.data.visits'],
  ['data/replacements.csv', 'site.data.replacements'],
  ['data/dropouts.csv', 'site.data.dropouts'],
  ['data/results.csv', 'site.data.results'],
  ['data/results.json', 'site.data.results'],
  ['data/result-tombstones.csv', 'site.data.tombstones'],
  ['data/penalties.csv', 'site.data.penalties'],
  ['data/penalties.json', 'site.data.penalties'],
  ['data/penalty-tombstones.csv', 'site.data.penaltyTombstones'],
  ['data/catalogue.json', 'site.data.catalogue'],
  ['data/complaints.csv', 'site.data.complaints'],
  ['data/complaints.json', 'site.data.complaints'],
  ['data/listings.csv', 'site.data.listings'],
  ['data/listings.json', 'site.data.listings'],
  ['data/listing-tombstones.csv', 'site.data.listingTombstones'],
  ['data/listing-tombstones.json', 'site.data.listingTombstones'],
  ['data/items.csv', 'site.data.items'],
  ['data/checklists.json', 'site.data.checklists'],
  ['data/plans.json', 'site.data.plans'],
  ['data/dictionary.json', 'site.data.dictionary'],
] as const;

const dictionaries = [
  { code: 'site.data.draws', columns: drawColumns },
  { code: 'site.data.visits', columns: visitColumns },
  { code: 'site.data.replacements', columns: replacementColumns },
  { code: 'site.data.dropouts', columns: dropOutColumns },
  { code: 'site.data.results', columns: resultColumns },
  { code: 'site.data.tombstones', columns: resultTombstoneColumns },
  { code: 'site.data.penalties', columns: penaltyColumns },
  { code: 'site.data.penaltyTombstones', columns: penaltyTombstoneColumns },
  { code: 'site.data.complaints', columns: complaintColumns },
  { code: 'site.data.listings', columns: listingColumns },
  { code: 'site.data.listingTombstones', columns: listingTombstoneColumns },
  { code: 'site.data.items', columns: itemColumns },
] as const;

/** The open data files, with the meaning of every column beside them. */
export function DataPage(): VNode {
  const { lang } = usePage();
  const file = useLink();
  return (
    <SitePage title={say(lang, 'site.data.title')} lead={say(lang, 'site.data.lead')}>
      <h2 class="govuk-heading-m">{say(lang, 'site.data.files')}</h2>
      <ul class="govuk-list">
        {files.map(([path, code]) => (
          <li key={path}>
            <a class="govuk-link" href={file(path)} download>
              {path.slice('data/'.length)}
            </a>{' '}
            {say(lang, code)}
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">{say(lang, 'site.data.dictionary')}</h2>
      {dictionaries.map(({ code, columns }) => (
        <DataTable
          key={code}
          caption={say(lang, code)}
          rows={columns.map(({ name, zh, en }) => ({ name, zh, en }))}
          rowKey={({ name }) => name}
          columns={[
            {
              key: 'name',
              label: say(lang, 'site.data.column'),
              rowHeader: true,
              cell: ({ name }) => <code>{name}</code>,
            },
            { key: 'meaning', label: say(lang, 'site.data.meaning'), cell: (row) => row[lang] },
          ]}
        />
      ))}
    </SitePage>
  );
}
