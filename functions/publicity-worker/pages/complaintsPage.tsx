import type { VNode } from 'preact';
import { complaintMessages } from '../../../shared/complaint/messages.ts';
import { createCatalogue } from '../../../shared/messages/message.ts';
import { dimensionLabel, dimensionTitle } from '../../../shared/statistics/complaintDimensions.ts';
import type { Edition } from '../../../shared/statistics/editions.ts';
import type { PublicComplaintCounts, PublicKindCounts } from '../../../shared/statistics/publicComplaints.ts';
import { SMALLEST_PUBLISHED } from '../../../shared/statistics/suppression.ts';
import { type Column, DataTable } from '../../web/kit/components/dataTable.tsx';
import { Inset } from '../../web/kit/components/notices.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { dateText, monthText, say } from '../words.ts';
import { SitePage, useLink } from './sitePage.tsx';

const deadlineWords = createCatalogue(complaintMessages);

/** The numbers of each year, newest first; what is held back is said to be. */
export function ComplaintsPage({ editions }: { editions: readonly Edition[] }): VNode {
  const { lang } = usePage();
  const file = useLink();
  return (
    <SitePage title={say(lang, 'site.complaints.title')} lead={say(lang, 'site.complaints.lead')}>
      <Inset>{say(lang, 'site.complaints.hiddenWhy', { least: SMALLEST_PUBLISHED })}</Inset>
      {editions.length === 0 ? <p class="govuk-body">{say(lang, 'site.complaints.none')}</p> : null}
      {editions.map((edition) =>
        edition.counts === undefined ? null : (
          <EditionPart key={edition.id} edition={edition} counts={edition.counts} />
        ),
      )}
      <p class="govuk-body">
        {say(lang, 'site.complaints.data')}
        {lang === 'zh' ? '：' : ': '}
        {['complaints.csv', 'complaints.json'].map((name) => (
          <span key={name}>
            <a class="govuk-link" href={file(`data/${name}`)} download>
              {name}
            </a>{' '}
          </span>
        ))}
      </p>
    </SitePage>
  );
}

function EditionPart({ edition, counts }: { edition: Edition; counts: PublicComplaintCounts }): VNode {
  const { lang } = usePage();
  const { year, from, to, final } = edition;
  const on = dateText(lang, edition.on);
  const heading = say(lang, 'site.complaints.year', { year });
  return (
    <section>
      <h2 class="govuk-heading-m">{heading}</h2>
      <p class="govuk-body">
        {final
          ? say(lang, 'site.complaints.final', { on })
          : say(lang, 'site.complaints.provisional', {
              from: monthText(lang, from),
              to: monthText(lang, to),
              on,
            })}
      </p>
      <CountTable
        caption={`${heading} ${say(lang, 'site.complaints.received')}`}
        rows={[{ label: say(lang, 'site.complaints.received'), ...counts.received }]}
      />
      {counts.breakdowns.map(({ dimension, lines }) => {
        const shown = lines.filter(({ complaint, report }) => complaint !== 0 || report !== 0);
        return shown.length === 0 ? null : (
          <CountTable
            key={dimension}
            caption={`${heading} ${dimensionTitle(dimension)[lang]}`}
            rows={shown.map(({ code, ...line }) => ({
              label: dimensionLabel(dimension, code)[lang],
              ...line,
            }))}
          />
        );
      })}
      <KeptPart heading={heading} kept={counts.kept} />
    </section>
  );
}

type CountRow = PublicKindCounts & { readonly label: string };

function CountTable({ caption, rows }: { caption: string; rows: readonly CountRow[] }): VNode {
  const { lang } = usePage();
  const number = (kind: 'complaint' | 'report', label: string): Column<CountRow> => ({
    key: kind,
    label,
    numeric: true,
    cell: (row) => row[kind] ?? say(lang, 'site.complaints.hidden'),
  });
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ label }) => label}
      columns={[
        {
          key: 'what',
          label: say(lang, 'site.complaints.what'),
          rowHeader: true,
          cell: ({ label }) => label,
        },
        number('complaint', say(lang, 'site.complaints.complaints')),
        number('report', say(lang, 'site.complaints.reports')),
      ]}
    />
  );
}

function KeptPart({ heading, kept }: { heading: string; kept: PublicComplaintCounts['kept'] }): VNode {
  const { lang } = usePage();
  const few = say(lang, 'site.complaints.few');
  return (
    <DataTable
      caption={`${heading} ${say(lang, 'site.complaints.kept')}`}
      rows={kept}
      rowKey={({ deadline }) => deadline}
      columns={[
        {
          key: 'deadline',
          label: say(lang, 'site.complaints.deadline'),
          rowHeader: true,
          cell: ({ deadline }) => deadlineWords.problemText(lang, { code: `complaint.deadline.${deadline}` }),
        },
        {
          key: 'share',
          label: say(lang, 'site.complaints.share'),
          numeric: true,
          cell: ({ keptPercent }) => (keptPercent === undefined ? few : `${keptPercent}%`),
        },
        {
          key: 'median',
          label: say(lang, 'site.complaints.median'),
          numeric: true,
          cell: ({ medianDays }) => medianDays ?? '',
        },
      ]}
    />
  );
}
