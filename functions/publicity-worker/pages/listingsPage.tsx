import type { VNode } from 'preact';
import { isUnverified } from '../../../shared/law/lawTable.ts';
import { type ListKind, listingConsequences, listingGroundRow } from '../../../shared/law/listingGrounds.ts';
import { CNIPA } from '../../../shared/publicity/openListings.ts';
import type { PublicListing, PublicListings } from '../../../shared/publicity/publicListings.ts';
import { type Column, DataTable } from '../../web/kit/components/dataTable.tsx';
import { Details } from '../../web/kit/components/notices.tsx';
import { usePage } from '../../web/kit/context.tsx';
import type { SiteSettings } from '../siteModel.ts';
import { dateText, say } from '../words.ts';
import { SitePage } from './sitePage.tsx';

/** Who is on which list today, why and since when; and what is left of entries that have ended. */
export function ListingsPage(props: { listings: PublicListings; office: SiteSettings['office'] }): VNode {
  const { lang } = usePage();
  const { standing, tombstones } = props.listings;
  return (
    <SitePage title={say(lang, 'site.listings.title')} lead={say(lang, 'site.listings.lead')} wide>
      {(['serious', 'abnormal'] as const).map((list) => (
        <ListPart key={list} list={list} rows={standing.filter((one) => one.list === list)} {...props} />
      ))}
      <h2 class="govuk-heading-m">{say(lang, 'site.listings.ended')}</h2>
      <DataTable
        caption={say(lang, 'site.listings.ended')}
        captionHidden
        rows={tombstones}
        rowKey={({ number }) => number}
        empty={say(lang, 'site.listings.ended.none')}
        columns={[
          {
            key: 'number',
            label: say(lang, 'site.listings.number'),
            rowHeader: true,
            cell: ({ number }) => number,
          },
          { key: 'on', label: say(lang, 'site.listings.on'), cell: ({ on }) => dateText(lang, on) },
          {
            key: 'why',
            label: say(lang, 'site.listings.why'),
            cell: ({ reason }) => say(lang, `site.listings.end.${reason}`),
          },
        ]}
      />
    </SitePage>
  );
}

function ListPart(props: {
  list: ListKind;
  rows: readonly PublicListing[];
  office: SiteSettings['office'];
}): VNode {
  const { lang } = usePage();
  const { list, rows, office } = props;
  const columns: readonly Column<PublicListing>[] = [
    {
      key: 'agency',
      label: say(lang, 'site.listings.agency'),
      rowHeader: true,
      cell: ({ agency }) => agency,
    },
    { key: 'uscc', label: say(lang, 'site.listings.uscc'), cell: ({ uscc }) => <code>{uscc}</code> },
    {
      key: 'ground',
      label: say(lang, 'site.listings.ground'),
      cell: ({ ground }) => {
        const row = listingGroundRow(ground);
        return (
          <>
            {row[lang]}
            <br />
            {row.citation.text}
          </>
        );
      },
    },
    { key: 'since', label: say(lang, 'site.listings.since'), cell: ({ since }) => dateText(lang, since) },
    ...(list === 'serious'
      ? [
          {
            key: 'until',
            label: say(lang, 'site.listings.until'),
            cell: ({ until }: PublicListing) => (until === undefined ? '' : dateText(lang, until)),
          },
        ]
      : []),
    {
      key: 'authority',
      label: say(lang, 'site.listings.authority'),
      cell: ({ mirrored }) => (mirrored ? CNIPA : office)[lang],
    },
    { key: 'number', label: say(lang, 'site.listings.number'), cell: ({ number }) => number },
  ];
  return (
    <section>
      <h2 class="govuk-heading-m">{say(lang, `site.listings.${list}`)}</h2>
      <DataTable
        caption={say(lang, `site.listings.${list}`)}
        captionHidden
        rows={rows}
        rowKey={({ number }) => number}
        empty={say(lang, 'site.listings.none')}
        columns={columns}
      />
      <Details summary={say(lang, 'site.listings.consequences')}>
        <ul class="govuk-list govuk-list--bullet">
          {listingConsequences
            .filter(({ lists }) => lists.some((one) => one === list))
            .map((row) => (
              <li key={row.rule}>
                {row[lang]}（{row.citation.text}
                {isUnverified(row) ? `，${say(lang, 'site.listings.unverified')}` : ''}）
              </li>
            ))}
        </ul>
      </Details>
    </section>
  );
}
