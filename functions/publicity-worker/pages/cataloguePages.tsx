import type { VNode } from 'preact';
import { type CatalogueRow, regimes } from '../../../shared/law/catalogueRow.ts';
import {
  type CatalogueEntry,
  type CataloguePeriod,
  classesOfTier,
} from '../../../shared/publicity/publicCatalogue.ts';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { Inset } from '../../web/kit/components/notices.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { CATALOGUE_PAGE, cataloguePath } from '../cataloguePaths.ts';
import { citationText, groundText, periodText, rangeText } from '../catalogueWords.ts';
import { authorityText, classText, tierText } from '../lawWords.ts';
import { say } from '../words.ts';
import { PublicationTerms } from './publicationTerms.tsx';
import { SitePage, useLink, usePageLink } from './sitePage.tsx';

/** The times of the catalogue, those to come on top, with what changes at each. */
export function CatalogueIndexPage({ periods }: { periods: readonly CataloguePeriod[] }): VNode {
  const { lang } = usePage();
  const page = usePageLink();
  const file = useLink();
  return (
    <SitePage title={say(lang, 'site.catalogue.title')} lead={say(lang, 'site.catalogue.lead')} wide>
      <Inset>{say(lang, 'site.catalogue.law')}</Inset>
      <DataTable
        caption={say(lang, 'site.catalogue.versions')}
        rows={periods}
        rowKey={({ from }) => from}
        columns={[
          {
            key: 'span',
            label: say(lang, 'site.catalogue.span'),
            rowHeader: true,
            cell: (period) => (
              <a class="govuk-link" href={page(cataloguePath(period.from))}>
                {periodText(lang, period)}
              </a>
            ),
          },
          {
            key: 'entries',
            label: say(lang, 'site.catalogue.entries'),
            numeric: true,
            cell: ({ entries }) => entries.length,
          },
          {
            key: 'changes',
            label: say(lang, 'site.catalogue.changes'),
            cell: (period) =>
              period === periods.at(-1) ? say(lang, 'site.catalogue.first') : <Changes period={period} />,
          },
        ]}
      />
      <PublicationTerms />
      <p class="govuk-body">
        {say(lang, 'site.catalogue.data')}
        {lang === 'zh' ? '：' : ': '}
        <a class="govuk-link" href={file('data/catalogue.json')} download>
          catalogue.json
        </a>
      </p>
    </SitePage>
  );
}

function Changes({ period: { entries, ended } }: { period: CataloguePeriod }): VNode {
  const { lang } = usePage();
  const count = (change: CatalogueEntry['change']) => entries.filter((one) => one.change === change).length;
  const parts = [
    [count('new'), 'site.catalogue.added'],
    [count('other'), 'site.catalogue.changed'],
    [ended, 'site.catalogue.ended'],
  ] as const;
  return (
    <>
      {parts
        .filter(([n]) => n > 0)
        .map(([n, code]) => say(lang, code, { n }))
        .join(lang === 'zh' ? '，' : ', ')}
    </>
  );
}

/** The catalogue of one time, by its books of rules. */
export function CataloguePeriodPage({ period }: { period: CataloguePeriod }): VNode {
  const { lang } = usePage();
  return (
    <SitePage
      title={say(lang, 'site.catalogue.in', { period: periodText(lang, period) })}
      lead={say(lang, 'site.catalogue.lead')}
      back={CATALOGUE_PAGE}
      wide
    >
      {regimes.map((regime) => {
        const entries = period.entries.filter(({ row }) => row.regime === regime);
        return entries.length === 0 ? null : (
          <EntryTable key={regime} caption={say(lang, `site.catalogue.regime.${regime}`)} entries={entries} />
        );
      })}
    </SitePage>
  );
}

const changeCodes = {
  new: 'site.catalogue.new',
  other: 'site.catalogue.other',
  same: 'site.catalogue.same',
} as const;

function EntryTable(props: { caption: string; entries: readonly CatalogueEntry[] }): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={props.caption}
      rows={props.entries}
      rowKey={({ row }) => row.rule}
      columns={[
        {
          key: 'conduct',
          label: say(lang, 'site.catalogue.conduct'),
          rowHeader: true,
          cell: ({ row }) => (
            <>
              {row[lang]}
              <div>{citationText(lang, row.citation)}</div>
              <code>{row.rule}</code>
            </>
          ),
        },
        {
          key: 'to',
          label: say(lang, 'site.catalogue.appliesTo'),
          cell: ({ row }) =>
            row.appliesTo
              .map((kind) => say(lang, `site.catalogue.party.${kind}`))
              .join(lang === 'zh' ? '、' : ', '),
        },
        { key: 'what', label: say(lang, 'site.catalogue.what'), cell: ({ row }) => <Tiers row={row} /> },
        {
          key: 'repair',
          label: say(lang, 'site.catalogue.repair'),
          cell: ({ row }) => row.repair[lang],
        },
        {
          key: 'since',
          label: say(lang, 'site.catalogue.since'),
          cell: ({ change }) => say(lang, changeCodes[change]),
        },
      ]}
    />
  );
}

/** Each tier: who decides, what, by which article, and in which class it is published. */
function Tiers({ row }: { row: CatalogueRow }): VNode {
  const { lang } = usePage();
  const [comma, colon] = lang === 'zh' ? ['；', '：'] : ['; ', ': '];
  return (
    <>
      {row.tiers.map((tier) => {
        const classes = classesOfTier(row, tier);
        return (
          <div key={tier.tier}>
            <strong>{tierText(lang, tier.tier)}</strong>
            {colon}
            {tier.measures.map((range) => rangeText(lang, range)).join(comma)}
            <br />
            {authorityText(lang, tier.authority)}
            {comma}
            {citationText(lang, tier.citation)}
            <br />
            {say(lang, 'site.catalogue.publication')}
            {colon}
            {classes.length === 0
              ? say(lang, 'site.catalogue.noPublication')
              : classes.map((code) => classText(lang, code)).join(lang === 'zh' ? '、' : ', ')}
          </div>
        );
      })}
      {(row.listing ?? []).map((ground) => (
        <div key={ground}>
          {say(lang, 'site.catalogue.listing')}
          {colon}
          {groundText(lang, ground)}
        </div>
      ))}
    </>
  );
}
