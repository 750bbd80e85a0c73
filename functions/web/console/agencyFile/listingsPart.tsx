import type { VNode } from 'preact';
import type { ListingStatus } from '../../../../shared/listing/listingCase.ts';
import type { StoredListing } from '../../../../shared/listing/ports.ts';
import { datesOf } from '../../../../shared/listing/terms.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { groundText, listingPath, listText, toneOfListing } from '../listings/listingWords.ts';
import { dayText } from '../moment.ts';
import type { FilePart } from './filePart.ts';

/** Every entry of the lists, proposed, standing or ended. */
export const listingsPart: FilePart<'listings'> = async ({ listings }, { uscc }) => (
  <Listings cases={await listings.ofAgency(uscc)} />
);

function Listings({ cases }: { cases: readonly StoredListing[] }): VNode {
  const { lang } = usePage();
  const day = (date: string | undefined) => (date === undefined ? '—' : dayText(lang, date));
  return (
    <DataTable
      caption={text(lang, 'agencyFile.listings')}
      rows={cases}
      rowKey={({ caseId }) => caseId}
      empty={text(lang, 'agencyFile.listings.none')}
      columns={[
        {
          key: 'list',
          label: text(lang, 'agencyFile.listings.list'),
          rowHeader: true,
          cell: ({ state }) => (
            <a class="govuk-link" href={listingPath(state.id)}>
              {listText(lang, state)} {state.decision?.number ?? ''}
            </a>
          ),
        },
        {
          key: 'ground',
          label: text(lang, 'agencyFile.listings.ground'),
          cell: ({ state }) => groundText(lang, state.charge?.ground),
        },
        {
          key: 'status',
          label: text(lang, 'agencyFile.status'),
          cell: ({ status }) => (
            <Tag tone={toneOfListing[status as ListingStatus]}>
              {text(lang, `listing.status.${status as ListingStatus}`)}
            </Tag>
          ),
        },
        {
          key: 'since',
          label: text(lang, 'agencyFile.listings.since'),
          cell: ({ state }) => day(state.since),
        },
        {
          key: 'until',
          label: text(lang, 'agencyFile.listings.until'),
          cell: ({ state }) => day(state.ended?.on ?? datesOf(state).endsOn),
        },
      ]}
    />
  );
}
