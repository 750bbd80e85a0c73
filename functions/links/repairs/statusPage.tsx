import type { VNode } from 'preact';
import type { LocalDate } from '../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../shared/calendar/workingDays.ts';
import { citedText } from '../../../shared/law/lawTable.ts';
import { repairRefusals } from '../../../shared/law/repairRules.ts';
import type { Problem } from '../../../shared/problem.ts';
import { activeDeadlines } from '../../../shared/repair/deadlines.ts';
import { isPending, type RepairCase } from '../../../shared/repair/repairCase.ts';
import { dateText } from '../../publicity-worker/words.ts';
import { DeadlineLine } from '../../web/console/deadlineView.tsx';
import { Button, ButtonLink } from '../../web/kit/components/button.tsx';
import { Form } from '../../web/kit/components/form.tsx';
import { Details } from '../../web/kit/components/notices.tsx';
import { SummaryList, type SummaryRow } from '../../web/kit/components/summaryList.tsx';
import { Textarea } from '../../web/kit/components/textFields.tsx';
import { usePage, type Values } from '../../web/kit/context.tsx';
import { PublicPage } from '../../web/kit/layouts/publicPage.tsx';
import { askedFor, materialText } from './materialPages.tsx';
import type { OwnAgency } from './ownAgency.ts';
import type { OwnRepair } from './ownRepair.ts';
import { recordsPath, repairPath } from './paths.ts';
import { say } from './words.ts';

export interface StatusProps {
  readonly agency: OwnAgency;
  readonly own: OwnRepair;
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly publicityUrl: string;
  readonly values?: Values;
  readonly problems?: readonly Problem[];
}

/** Where an application stands: its dates with their rule, what is asked of the agency, and what was decided. */
export function StatusPage(props: StatusProps): VNode {
  const { lang } = usePage();
  const { agency, own } = props;
  const { state, status } = own;
  const { subject, applied } = state;
  return (
    <PublicPage
      title={say(lang, 'linkRepair.status.title')}
      lead={`${say(lang, `repair.subject.${subject.kind}`)} ${subject.number}`}
      problems={props.problems ?? []}
      home={props.publicityUrl}
      back={{ href: recordsPath(agency.home), label: say(lang, 'linkRepair.back') }}
    >
      <SummaryList
        rows={[
          { label: say(lang, 'linkRepair.status'), value: say(lang, `repair.status.${status}`) },
          applied === undefined
            ? undefined
            : { label: say(lang, 'linkRepair.applied'), value: dateText(lang, applied.on) },
        ]}
      />
      <Completion {...props} />
      <Dates {...props} />
      <Decision state={state} />
      {isPending(status) && status !== 'granted' ? <Withdraw {...props} /> : null}
    </PublicPage>
  );
}

function Completion({ agency, own }: StatusProps): VNode | null {
  const { lang } = usePage();
  const { state, status } = own;
  if (status !== 'completing' || state.completion === undefined) return null;
  const [first] = askedFor(own);
  return (
    <section>
      <h2 class="govuk-heading-m">{say(lang, 'linkRepair.completion.title')}</h2>
      <p class="govuk-body">
        {say(lang, 'linkRepair.completion.until', { date: dateText(lang, state.completion.until) })}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {askedFor(own).map((material) => (
          <li key={material}>{materialText(lang, material, state)}</li>
        ))}
      </ul>
      <p class="govuk-body dr-lines">{state.completion.text}</p>
      {first === undefined ? null : (
        <ButtonLink href={`${repairPath(agency.home, state.id)}/${first}`}>
          {say(lang, 'linkRepair.resume')}
        </ButtonLink>
      )}
    </section>
  );
}

function Dates({ own, today, calendar }: StatusProps): VNode | null {
  const { lang } = usePage();
  const dates = activeDeadlines(own.state, own.status);
  if (dates.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{say(lang, 'linkRepair.dates')}</h2>
      {dates.map(({ kind, deadline }) => (
        <div key={kind}>
          <strong>{say(lang, `repair.deadline.${kind}`)}</strong>
          <DeadlineLine deadline={deadline} today={today} calendar={calendar} />
          <p class="govuk-hint">
            {say(lang, 'linkRepair.basis', { citation: citedText(deadline.citation) })}
          </p>
        </div>
      ))}
    </section>
  );
}

function Decision({ state }: { state: RepairCase }): VNode | null {
  const { lang } = usePage();
  const { decision, carriedOut, creditStopped, cancellation } = state;
  if (decision === undefined) return null;
  const ground = repairRefusals.find(({ rule }) => rule === decision.ground);
  const rows: readonly (SummaryRow | undefined)[] = [
    {
      label: say(lang, 'linkRepair.decision'),
      value: `${decision.number}（${dateText(lang, decision.on)}）`,
    },
    ground === undefined
      ? undefined
      : {
          label: say(lang, 'linkRepair.decision.ground'),
          value: `${ground[lang]}（${citedText(ground.citation)}）`,
        },
    {
      label: say(lang, 'linkRepair.decision.reason'),
      value: <span class="dr-lines">{decision.reason}</span>,
    },
  ];
  return (
    <section>
      <h2 class="govuk-heading-m">{say(lang, 'linkRepair.decision')}</h2>
      <SummaryList rows={rows} />
      {carriedOut === undefined || cancellation?.decided !== undefined ? null : (
        <p class="govuk-body">{say(lang, 'linkRepair.carried', { date: dateText(lang, carriedOut.on) })}</p>
      )}
      {creditStopped === undefined ? null : (
        <p class="govuk-body">
          {say(lang, 'linkRepair.stopped', { date: dateText(lang, creditStopped.on) })}
        </p>
      )}
      {cancellation?.decided === undefined ? null : (
        <p class="govuk-body">
          {say(lang, 'repair.status.cancelled')}：{cancellation.decided.number}（
          {dateText(lang, cancellation.decided.on)}）
        </p>
      )}
    </section>
  );
}

function Withdraw({ agency, own, values, problems = [] }: StatusProps): VNode {
  const { lang } = usePage();
  return (
    <Details summary={say(lang, 'linkRepair.withdraw')} open={problems.length > 0}>
      <Form action={`${repairPath(agency.home, own.state.id)}/withdraw`} values={values ?? {}}>
        <Textarea name="reason" label={say(lang, 'linkRepair.withdraw.reason')} rows={3} maxLength={2000} />
        <Button look="irreversible">{say(lang, 'linkRepair.withdraw')}</Button>
      </Form>
    </Details>
  );
}
