import type { VNode } from 'preact';
import { originText } from '../../../shared/draw/ceremony/visitOrigin.ts';
import { publicityResults } from '../../../shared/law/inspectionVocabulary.ts';
import { cellText } from '../../../shared/plan/cellText.ts';
import type { PublicResult, ResultTombstone } from '../../../shared/publicity/publicInspection.ts';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { SummaryList } from '../../web/kit/components/summaryList.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { replacedPath } from '../resultPaths.ts';
import { reasonText, resultsText } from '../resultWords.ts';
import { dateText, say, timeText } from '../words.ts';
import { SitePage, usePageLink } from './sitePage.tsx';
import { districtText } from './visitTable.tsx';

/** One published result: what was found, what the words mean, how long it stands, and how to have it corrected. */
export function ResultPage(props: {
  result: PublicResult;
  /** Versions that this one came after. */
  replaced: readonly ResultTombstone[];
  phone: string;
}): VNode {
  const { lang } = usePage();
  const { result, replaced, phone } = props;
  return (
    <SitePage
      title={say(lang, 'site.result.title', { number: result.number })}
      lead={result.agency.name}
      back="results/index.html"
      wide
    >
      <Facts result={result} />
      <DataTable
        caption={say(lang, 'site.result.items')}
        rows={result.items}
        rowKey={({ item }) => item}
        columns={[
          { key: 'item', label: say(lang, 'site.result.item'), rowHeader: true, cell: ({ name }) => name },
          { key: 'basis', label: say(lang, 'site.result.basis'), cell: ({ legalBasis }) => legalBasis },
          {
            key: 'result',
            label: say(lang, 'site.result.result'),
            cell: ({ results }) => resultsText(lang, results),
          },
        ]}
      />
      <Meanings result={result} />
      <Replaced result={result} replaced={replaced} />
      <h2 class="govuk-heading-m">{say(lang, 'site.result.wrong')}</h2>
      <p class="govuk-body">{say(lang, 'site.result.wrongText')}</p>
      <p class="govuk-body">{say(lang, 'site.result.phone', { phone })}</p>
    </SitePage>
  );
}

function Facts({ result }: { result: PublicResult }): VNode {
  const { lang } = usePage();
  const page = usePageLink();
  const { number, agency, draw, visit, version, at, until, rectification, joined } = result;
  const untilText =
    until === undefined
      ? undefined
      : `${dateText(lang, until)}${lang === 'zh' ? '，' : ': '}${say(lang, 'site.result.untilWhy')}`;
  return (
    <SummaryList
      rows={[
        { label: say(lang, 'site.result.number'), value: number },
        { label: say(lang, 'site.result.agency'), value: agency.name },
        { label: say(lang, 'site.lookup.code'), value: agency.uscc },
        { label: say(lang, 'site.data.district'), value: districtText(lang, agency.district) },
        { label: say(lang, 'site.result.kind'), value: cellText(lang, agency.kind) },
        { label: say(lang, 'site.results.origin'), value: originText(lang, result.origin) },
        {
          label: say(lang, 'site.result.draw'),
          value: (
            <a class="govuk-link" href={page(`draws/${draw}/index.html`)}>
              {say(lang, 'site.result.drawVisit', { draw, no: visit })}
            </a>
          ),
        },
        joined.length === 0
          ? undefined
          : {
              label: say(lang, 'site.result.joined'),
              value: joined.map(({ inspection, origin }) => (
                <div key={inspection}>
                  {say(lang, 'site.result.joinedText', {
                    number: inspection,
                    origin: originText(lang, origin),
                  })}
                </div>
              )),
            },
        { label: say(lang, 'site.result.inspected'), value: dateText(lang, result.inspectedOn) },
        { label: say(lang, 'site.result.publishedOn'), value: dateText(lang, result.publishedOn) },
        {
          label: say(lang, 'site.result.version'),
          value: say(lang, 'site.result.versionText', { n: version, at: timeText(lang, at) }),
        },
        untilText === undefined ? undefined : { label: say(lang, 'site.result.until'), value: untilText },
        rectification === undefined
          ? undefined
          : {
              label: say(lang, 'site.result.status'),
              value: say(lang, `site.result.rectify.${rectification}`),
            },
      ]}
    />
  );
}

/** Only the words that this result uses. */
function Meanings({ result }: { result: PublicResult }): VNode {
  const { lang } = usePage();
  const used = new Set(result.items.flatMap(({ results }) => results));
  return (
    <>
      <h2 class="govuk-heading-m">{say(lang, 'site.result.meaning')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {publicityResults
          .filter(({ rule }) => used.has(rule))
          .map((row) => (
            <li key={row.rule}>
              <strong>{row[lang]}</strong>
              {lang === 'zh' ? '：' : ': '}
              {say(lang, `site.result.means.${row.rule}`)}
            </li>
          ))}
      </ul>
    </>
  );
}

function Replaced(props: { result: PublicResult; replaced: readonly ResultTombstone[] }): VNode | null {
  const { lang } = usePage();
  const page = usePageLink();
  const { result, replaced } = props;
  if (replaced.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{say(lang, 'site.result.corrected')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {replaced.map(({ version, on, reason }) => (
          <li key={version}>
            {say(lang, 'site.result.replaced', {
              next: version + 1,
              version,
              on: dateText(lang, on),
              reason: reasonText(lang, reason),
            })}{' '}
            <a class="govuk-link" href={page(replacedPath(result.number, version))}>
              {say(lang, 'site.result.tombstone')}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What stays of a version: its number, the day and the reason, at the address where it stood. */
export function TombstonePage({ tombstone }: { tombstone: ResultTombstone }): VNode {
  const { lang } = usePage();
  const { number, version, on, reason } = tombstone;
  return (
    <SitePage title={say(lang, 'site.result.gone', { number, version })} back="results/index.html">
      <SummaryList
        rows={[
          { label: say(lang, 'site.result.day'), value: dateText(lang, on) },
          { label: say(lang, 'site.result.reason'), value: reasonText(lang, reason) },
        ]}
      />
    </SitePage>
  );
}
