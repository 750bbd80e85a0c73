import type { VNode } from 'preact';
import { type LocalDate, yearOf } from '../../../../shared/calendar/localDate.ts';
import { countsToCap, originText } from '../../../../shared/draw/ceremony/visitOrigin.ts';
import type { InspectionCase, InspectionStatus } from '../../../../shared/inspection/inspectionCase.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import { inspectionParameters } from '../../../../shared/law/inspectionParameters.ts';
import { isUnverified, ruleAt } from '../../../../shared/law/lawTable.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { dayText } from '../moment.ts';
import { statusOf } from './actForm.tsx';
import type { CasePageProps } from './casePage.tsx';
import { inspectionPath, listed, resultsText, toneOf, words } from './inspectionWords.ts';

/** Not held: another visit took its place, or none takes place. */
const NOT_HELD: ReadonlySet<InspectionStatus> = new Set(['merged', 'cancelled']);

/** The day that puts a visit into a year: its last one, or the last one that the plan gives it. */
const dayOfYear = ({ ended, period }: InspectionCase): LocalDate => ended ?? period.to;

/** Whether the visit is held and counts towards the yearly cap. */
function isCounted({ state, status }: Pick<StoredInspection, 'state' | 'status'>): boolean {
  return !NOT_HELD.has(status as InspectionStatus) && countsToCap(state.parts.map(({ origin }) => origin));
}

/** How many visits of a year count towards the cap, those still to be held included. */
export function visitsOfYear(inspections: readonly StoredInspection[], year: number): number {
  return inspections.filter((one) => isCounted(one) && yearOf(dayOfYear(one.state)) === year).length;
}

/** How often the agency is visited this year, against the cap of the plan, and every inspection of it. */
export function AgencyVisits({
  lang,
  stored,
  ofAgency,
  yearlyCap,
  today,
  office,
}: CasePageProps): VNode | null {
  if (!office) return null;
  const year = yearOf(dayOfYear(stored.state));
  const cap = ruleAt(inspectionParameters, 'yearly.cap', today);
  return (
    <section>
      <h2 class="govuk-heading-m">{words(lang, 'inspectionPage.visits')}</h2>
      {yearlyCap === undefined ? null : (
        <p class="govuk-body">
          {words(lang, 'inspectionPage.visits.cap', {
            year,
            visits: visitsOfYear(ofAgency, year),
            cap: yearlyCap,
          })}{' '}
          {cap === undefined ? null : cap.citation.text}{' '}
          {cap === undefined || !isUnverified(cap) ? null : (
            <Tag tone="waiting">{text(lang, 'calendarPage.unverified')}</Tag>
          )}
        </p>
      )}
      <InspectionTable
        inspections={ofAgency}
        caption={words(lang, 'inspectionPage.visits.list')}
        own={stored.state.number}
      />
    </section>
  );
}

/** Inspections of one agency, newest first: on its page of the register and on each of the inspections. */
export function InspectionTable(props: {
  inspections: readonly StoredInspection[];
  caption: string;
  own?: string;
}): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={props.caption}
      rows={props.inspections}
      rowKey={({ caseId }: StoredInspection) => caseId}
      empty={words(lang, 'inspectionPage.visits.none')}
      columns={[
        {
          key: 'number',
          label: words(lang, 'inspectionPage.number'),
          rowHeader: true,
          cell: ({ state }) =>
            state.number === props.own ? (
              words(lang, 'inspectionPage.visits.this', { number: state.number })
            ) : (
              <a class="govuk-link" href={inspectionPath(state.number)}>
                {state.number}
              </a>
            ),
        },
        {
          key: 'origin',
          label: words(lang, 'inspectionPage.origin'),
          cell: (one) => (
            <>
              {originText(lang, one.state.origin)}
              {isCounted(one) ? null : ` ${words(lang, 'inspectionPage.visits.uncounted')}`}
            </>
          ),
        },
        {
          key: 'when',
          label: words(lang, 'inspectionPage.visits.when'),
          cell: ({ state }) =>
            state.ended === undefined
              ? words(lang, 'inspectionPage.visits.until', { date: dayText(lang, state.period.to) })
              : dayText(lang, state.ended),
        },
        {
          key: 'status',
          label: words(lang, 'inspectionPage.status'),
          cell: (one) => (
            <Tag tone={toneOf(statusOf(one))}>{words(lang, `inspection.status.${statusOf(one)}`)}</Tag>
          ),
        },
        {
          key: 'result',
          label: words(lang, 'inspectionPage.result'),
          cell: ({ state }) => publicText(lang, state),
        },
      ]}
    />
  );
}

/** What is published of it, or that nothing is. */
function publicText(lang: Lang, { publicity }: InspectionCase): string {
  if (publicity === undefined) return '—';
  if (publicity.withdrawn !== undefined) return words(lang, 'inspectionPage.publicity.nothing');
  const found = [...new Set(Object.values(publicity.results).flat())];
  return listed(lang, [resultsText(lang, found)]);
}
