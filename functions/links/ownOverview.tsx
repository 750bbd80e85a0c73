import type { VNode } from 'preact';
import { type LocalDate, monthOf, shanghaiDate } from '../../shared/calendar/localDate.ts';
import { createCatalogue } from '../../shared/messages/message.ts';
import { riskPageMessages } from '../../shared/messages/riskPages.ts';
import { riskClassIn } from '../../shared/register/riskClassIn.ts';
import type { RiskClass } from '../../shared/register/vocabulary.ts';
import type { SubjectKind } from '../../shared/repair/repairCase.ts';
import { dateText, monthText } from '../publicity-worker/words.ts';
import { SummaryList } from '../web/kit/components/summaryList.tsx';
import { usePage } from '../web/kit/context.tsx';
import type { LinkDeps } from './linkDeps.ts';
import type { OwnAgency } from './repairs/ownAgency.ts';
import { type OwnRecords, ownRecords, type RecordLine } from './repairs/ownRecords.ts';
import { recordsPath, repairPath } from './repairs/paths.ts';
import { say } from './repairs/words.ts';

const sayRisk = createCatalogue(riskPageMessages).text;

/** Everything the office holds about an agency that it may see, beside its inspections. */
export interface OwnOverview extends OwnRecords {
  readonly agency: OwnAgency;
  readonly month: string;
  /** Absent when the agency is in no register any more. */
  readonly class?: RiskClass;
  readonly next?: { readonly class: RiskClass; readonly from: string };
}

export async function ownOverview(
  deps: Pick<LinkDeps, 'repairs' | 'risk'>,
  agency: OwnAgency,
  now: Date,
): Promise<OwnOverview> {
  const today: LocalDate = shanghaiDate(now);
  const month = monthOf(today);
  const [records, row] = await Promise.all([ownRecords(deps, agency, today), deps.risk.agency(agency.uscc)]);
  const next = row?.nextRisk;
  return {
    ...records,
    agency,
    month,
    ...(row === undefined ? {} : { class: riskClassIn(row, month) }),
    ...(next !== undefined && next.from > month ? { next } : {}),
  };
}

/** What is listed, in this order: each kind says that nothing stands where nothing does. */
const groups: readonly {
  readonly label:
    | 'linkRepair.overview.penalties'
    | 'linkRepair.overview.lists'
    | 'linkRepair.overview.results';
  readonly kinds: readonly SubjectKind[];
}[] = [
  { label: 'linkRepair.overview.lists', kinds: ['serious', 'abnormal'] },
  { label: 'linkRepair.overview.penalties', kinds: ['penalty'] },
  { label: 'linkRepair.overview.results', kinds: ['inspection'] },
];

/** One place for it all: class and odds, lists, penalties and results in public, and from when each can be repaired. */
export function OwnOverviewPart({ own }: { own: OwnOverview }): VNode {
  const { lang } = usePage();
  const { agency, records } = own;
  const { home } = agency;
  return (
    <section>
      <SummaryList
        title={say(lang, 'linkRepair.overview')}
        rows={[
          {
            label: sayRisk(lang, 'riskPage.now', { month: monthText(lang, own.month) }),
            value: (
              <>
                {own.class ?? say(lang, 'linkRepair.overview.none')}
                {own.next === undefined
                  ? null
                  : ` · ${sayRisk(lang, 'riskPage.next.value', {
                      class: own.next.class,
                      month: monthText(lang, own.next.from),
                    })}`}
                <br />
                <a class="govuk-link" href={`${home}/risk`}>
                  {sayRisk(lang, 'linkRisk.open')}
                </a>
              </>
            ),
          },
          ...groups.map(({ label, kinds }) => ({
            label: say(lang, label),
            value: (
              <Records lines={records.filter(({ standing }) => kinds.includes(standing.subject.kind))} />
            ),
          })),
          {
            label: say(lang, 'linkRepair.own'),
            value: (
              <>
                {own.own.length === 0 ? say(lang, 'linkRepair.own.none') : null}
                {own.own.map(({ state }) => (
                  <div key={state.id}>
                    <a class="govuk-link" href={repairPath(home, state.id)}>
                      {say(lang, `repair.subject.${state.subject.kind}`)} {state.subject.number}
                    </a>
                  </div>
                ))}
              </>
            ),
          },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={recordsPath(home)}>
          {say(lang, 'linkRepair.link')}
        </a>
      </p>
    </section>
  );
}

/** Each with its days, and when it can be repaired or why it cannot. */
function Records({ lines }: { lines: readonly RecordLine[] }): VNode {
  const { lang, problemText } = usePage();
  if (lines.length === 0) return <>{say(lang, 'linkRepair.overview.none')}</>;
  return (
    <>
      {lines.map(({ standing: { subject }, problems }) => (
        <p class="govuk-body" key={subject.id}>
          {say(lang, `repair.subject.${subject.kind}`)} {subject.number}
          <br />
          {say(lang, 'linkRepair.since')} {dateText(lang, subject.since)} · {say(lang, 'linkRepair.until')}{' '}
          {subject.until === undefined ? say(lang, 'linkRepair.until.open') : dateText(lang, subject.until)}
          {(problems.length === 0
            ? [say(lang, 'linkRepair.early.now')]
            : problems.map((one) => problemText(one))
          ).map((words) => (
            <span class="govuk-hint" key={words}>
              {words}
            </span>
          ))}
        </p>
      ))}
    </>
  );
}
