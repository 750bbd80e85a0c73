import type { VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import {
  type CatalogueRow,
  type CatalogueTier,
  publicationClasses,
  regimes,
} from '../../../../shared/law/catalogueRow.ts';
import { type Citation, isUnverified } from '../../../../shared/law/lawTable.ts';
import { listingGrounds } from '../../../../shared/law/listingGrounds.ts';
import { publicityTermAt } from '../../../../shared/law/publicityTerms.ts';
import { publicationSpan } from '../../../../shared/penalty/publicationSpan.ts';
import { Select } from '../../kit/components/choiceFields.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Filters } from '../../kit/components/filters.tsx';
import { Details, Inset } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { hrefWith } from '../../kit/links.ts';
import { dayText } from '../moment.ts';
import { rangesOf } from '../penalties/chargeForm.ts';
import { partyKinds } from '../penalties/entryForm.ts';
import { measureRangeText } from '../penalties/measureText.ts';
import { type CatalogueFilter, comingChanges, type EntryView } from './catalogueView.ts';
import { words } from './catalogueWords.ts';

export interface CataloguePageProps {
  readonly filter: CatalogueFilter;
  readonly entries: readonly EntryView[];
  readonly today: LocalDate;
}

/** The negative list as of a day: every entry with what the law lets anybody do about it, and where that stands. */
export function CataloguePage(props: CataloguePageProps): VNode {
  const { lang } = usePage();
  const { filter, entries } = props;
  return (
    <ConsolePage
      title={words(lang, 'cataloguePage.title')}
      lead={words(lang, 'cataloguePage.lead', { on: dayText(lang, filter.on), count: entries.length })}
      problems={filter.problems}
    >
      <p class="govuk-body">{words(lang, 'cataloguePage.about')}</p>
      <Changes {...props} />
      <Filters>
        <Select
          name="regime"
          label={words(lang, 'cataloguePage.regime')}
          empty={words(lang, 'penaltyPage.all')}
          choices={regimes.map((value) => ({ value, label: words(lang, `penaltyPage.regime.${value}`) }))}
        />
        <Select
          name="party"
          label={words(lang, 'cataloguePage.appliesTo')}
          empty={words(lang, 'penaltyPage.all')}
          choices={partyKinds.map((value) => ({
            value,
            label: words(lang, `penaltyPage.partyKind.${value}`),
          }))}
        />
        <TextInput name="text" label={words(lang, 'cataloguePage.text')} width={20} />
        <DateInput name="on" label={words(lang, 'cataloguePage.on')} value={filter.on} />
      </Filters>
      {entries.length === 0 ? <p class="govuk-body">{words(lang, 'cataloguePage.none')}</p> : null}
      {entries.map((entry) => (
        <Entry key={entry.row.rule} entry={entry} on={filter.on} />
      ))}
      <Classes on={filter.on} />
    </ConsolePage>
  );
}

const dayQuery = (day: LocalDate) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { 'on.year': year, 'on.month': month, 'on.day': date };
};

/** What changes later, each day a way to the catalogue of that day. */
function Changes({ filter, today }: CataloguePageProps): VNode | null {
  const { lang, query } = usePage();
  const changes = comingChanges(filter.on);
  if (changes.length === 0 && filter.on === today) return null;
  return (
    <Inset>
      {filter.on === today ? null : (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={hrefWith('/catalogue', query, {
              'on.year': undefined,
              'on.month': undefined,
              'on.day': undefined,
            })}
          >
            {words(lang, 'cataloguePage.today')}
          </a>
        </p>
      )}
      <ul class="govuk-list">
        {changes.map((change) => (
          <li key={change.on}>
            <a class="govuk-link" href={hrefWith('/catalogue', query, dayQuery(change.on))}>
              {dayText(lang, change.on)}
            </a>
            {': '}
            {words(lang, 'cataloguePage.change', {
              changed: change.changed,
              begun: change.begun,
              ended: change.ended,
            })}
          </li>
        ))}
      </ul>
    </Inset>
  );
}

function Entry({ entry, on }: { entry: EntryView; on: LocalDate }): VNode {
  const { lang } = usePage();
  const { row, versions, next } = entry;
  const id = `entry-${row.rule.replaceAll(/[^\w-]/g, '-')}`;
  return (
    <section class="dr-act" aria-labelledby={id}>
      <h2 class="govuk-heading-s" id={id}>
        {row[lang]} <code class="dr-code">{row.rule}</code>
      </h2>
      <SummaryList
        rows={[
          {
            label: words(lang, 'cataloguePage.appliesTo'),
            value: `${words(lang, `penaltyPage.regime.${row.regime}`)} · ${row.appliesTo
              .map((kind) => words(lang, `penaltyPage.partyKind.${kind}`))
              .join(' / ')}`,
          },
          { label: words(lang, 'cataloguePage.citation'), value: <Cited citation={row.citation} /> },
          { label: words(lang, 'cataloguePage.period'), value: periodText(lang, row) },
          row.listing === undefined
            ? undefined
            : {
                label: words(lang, 'cataloguePage.listing'),
                value: row.listing
                  .map((code) => listingGrounds.find(({ rule }) => rule === code)?.[lang] ?? code)
                  .join(lang === 'zh' ? '；' : '; '),
              },
          { label: words(lang, 'cataloguePage.repair'), value: row.repair[lang] },
        ]}
      />
      <Tiers row={row} on={on} />
      {next === undefined ? null : (
        <Details summary={words(lang, 'cataloguePage.next', { on: dayText(lang, next.validFrom) })}>
          <Cited citation={next.citation} />
          <Tiers row={next} on={next.validFrom} />
        </Details>
      )}
      {versions.length < 2 ? null : (
        <p class="dr-aside">
          {words(lang, 'cataloguePage.versions', {
            list: versions.map((one) => periodText(lang, one)).join(lang === 'zh' ? '；' : '; '),
          })}
        </p>
      )}
    </section>
  );
}

function periodText(lang: 'zh' | 'en', { validFrom, validTo }: CatalogueRow): string {
  return validTo === undefined
    ? words(lang, 'penaltyPage.from', { from: dayText(lang, validFrom) })
    : words(lang, 'penaltyPage.fromTo', { from: dayText(lang, validFrom), to: dayText(lang, validTo) });
}

function Cited({ citation }: { citation: Citation }): VNode {
  const { lang } = usePage();
  return (
    <>
      {citation.text}{' '}
      {isUnverified({ citation }) ? <Tag tone="waiting">{words(lang, 'calendarPage.unverified')}</Tag> : null}
      {citation.note === undefined ? null : <div class="dr-aside">{citation.note}</div>}
    </>
  );
}

/** What each tier orders and allows, who decides it, and how such a decision is published. */
function Tiers({ row, on }: { row: CatalogueRow; on: LocalDate }): VNode {
  const { lang } = usePage();
  const caption = words(lang, 'cataloguePage.tiers', {
    entry: row[lang],
    from: dayText(lang, row.validFrom),
  });
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={row.tiers}
      rowKey={({ tier }: CatalogueTier) => tier}
      columns={[
        {
          key: 'tier',
          label: words(lang, 'cataloguePage.tier'),
          rowHeader: true,
          cell: ({ tier }) => words(lang, `penalty.law.tier.${tier}`),
        },
        {
          key: 'measures',
          label: words(lang, 'cataloguePage.measures'),
          cell: (tier) => (
            <ul class="govuk-list">
              {rangesOf(tier).map((range) => (
                <li key={range.kind}>{measureRangeText(lang, range)}</li>
              ))}
            </ul>
          ),
        },
        {
          key: 'authority',
          label: words(lang, 'cataloguePage.authority'),
          cell: ({ authority }) => words(lang, `penalty.law.authority.${authority}`),
        },
        {
          key: 'class',
          label: words(lang, 'cataloguePage.class'),
          cell: (tier) => <Span row={row} tier={tier} on={on} />,
        },
        {
          key: 'citation',
          label: words(lang, 'cataloguePage.citation'),
          cell: ({ citation }) => <Cited citation={citation} />,
        },
      ]}
    />
  );
}

function Span({ row, tier, on }: { row: CatalogueRow; tier: CatalogueTier; on: LocalDate }): VNode {
  const { lang } = usePage();
  if (row.regime === 'association') return <>{words(lang, 'cataloguePage.class.noPenalty')}</>;
  const [kind = 'other'] = row.appliesTo;
  const { lightest, gravest } = publicationSpan(tier, { kind }, on);
  const name = (code: typeof lightest) => words(lang, `penalty.law.class.${code}`);
  return (
    <>
      {lightest === gravest
        ? name(gravest)
        : words(lang, 'cataloguePage.class.between', { least: name(lightest), most: name(gravest) })}
    </>
  );
}

/** How long each class stands in public, and when it can end on application. */
function Classes({ on }: { on: LocalDate }): VNode {
  const { lang } = usePage();
  const title = words(lang, 'cataloguePage.classes');
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <DataTable
        caption={title}
        captionHidden
        rows={publicationClasses.map((code) => publicityTermAt(code, on))}
        rowKey={({ rule }) => rule}
        columns={[
          {
            key: 'class',
            label: words(lang, 'cataloguePage.class'),
            rowHeader: true,
            cell: (term) => term[lang],
          },
          {
            key: 'longest',
            label: words(lang, 'cataloguePage.longest'),
            cell: ({ longest }) => words(lang, 'cataloguePage.months', { months: longest }),
          },
          {
            key: 'shortest',
            label: words(lang, 'cataloguePage.shortest'),
            cell: ({ shortest }) =>
              shortest === undefined
                ? words(lang, 'cataloguePage.shortest.never')
                : words(lang, 'cataloguePage.months', { months: shortest }),
          },
          {
            key: 'citation',
            label: words(lang, 'cataloguePage.citation'),
            cell: ({ citation }) => <Cited citation={citation} />,
          },
        ]}
      />
    </>
  );
}
