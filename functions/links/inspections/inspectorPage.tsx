import type { VNode } from 'preact';
import { commandsFor } from '../../../shared/case/transition.ts';
import { dropOutReasons, dropOutReasonText } from '../../../shared/draw/ceremony/dropOutReasons.ts';
import type { StaffingRequest } from '../../../shared/inspection/inspectionCase.ts';
import { isOpen, isRecusal } from '../../../shared/inspection/staffing.ts';
import { inspectionTransitions } from '../../../shared/inspection/transitions.ts';
import type { Lang } from '../../../shared/messages/message.ts';
import type { Problem } from '../../../shared/problem.ts';
import { dateText } from '../../publicity-worker/words.ts';
import { Button } from '../../web/kit/components/button.tsx';
import { Radios } from '../../web/kit/components/choiceFields.tsx';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { Form } from '../../web/kit/components/form.tsx';
import { Inset, Warning } from '../../web/kit/components/notices.tsx';
import { SummaryList } from '../../web/kit/components/summaryList.tsx';
import { Textarea } from '../../web/kit/components/textFields.tsx';
import { usePage, type Values } from '../../web/kit/context.tsx';
import { PublicPage } from '../../web/kit/layouts/publicPage.tsx';
import type { InspectionFacts } from './agencyPage.tsx';
import { DatesPart } from './datesPart.tsx';
import { STAFFING_TEXT } from './forms.ts';
import { hasTakenPlace, itemsOf, type OwnInspection } from './ownInspections.ts';
import { consoleInspectionPath, inspectionPath } from './paths.ts';
import { ItemTable, shownTeam, TeamTable } from './teamAndItems.tsx';
import { dayText, say, sayCode } from './words.ts';

export interface InspectorInspectionProps extends InspectionFacts {
  readonly token: string;
  readonly own: OwnInspection;
  /** Whose link it is. */
  readonly inspectorId: string;
  readonly consoleUrl: string;
  readonly values?: Values;
  readonly problems?: readonly Problem[];
}

/** One inspection as a member of its team sees it without signing in: where and when, and how to step back. */
export function InspectorInspectionPage(props: InspectorInspectionProps): VNode {
  const { lang } = usePage();
  const { own, token, inspectorId } = props;
  const { state, status } = own;
  const requests = state.staffing.filter((one) => one.inspectorId === inspectorId);
  const mayAsk =
    commandsFor(inspectionTransitions, status, ['link']).includes('request-staffing') &&
    !requests.some(isOpen);
  return (
    <PublicPage
      title={say(lang, 'linkInspection.title', { number: state.number })}
      problems={props.problems ?? []}
      home={props.publicityUrl}
      back={{ href: `/l/${token}`, label: say(lang, 'linkInspection.back') }}
    >
      <SummaryList
        rows={[
          { label: say(lang, 'linkInspection.agency'), value: <span lang="zh-CN">{state.agency.name}</span> },
          {
            label: say(lang, 'linkInspection.period'),
            value: say(lang, 'linkInspection.period.value', {
              from: dateText(lang, state.period.from),
              to: dateText(lang, state.period.to),
            }),
          },
          { label: say(lang, 'linkInspection.status'), value: sayCode(lang, `inspection.status.${status}`) },
        ]}
      />
      {state.announced || hasTakenPlace(state) ? null : (
        <Warning>{say(lang, 'linkInspection.unannounced')}</Warning>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`${props.consoleUrl}${consoleInspectionPath(state.number)}`}>
          {say(lang, 'linkInspection.console')}
        </a>
        <br />
        {say(lang, 'linkInspection.console.hint')}
      </p>
      <TeamTable caption={say(lang, 'linkInspection.team')} team={shownTeam(state, props.inspectors)} />
      <ItemTable caption={say(lang, 'linkInspection.items')} items={itemsOf(state.parts, props.items)} />
      <DatesPart own={own} today={props.today} calendar={props.calendar} />
      <RequestList requests={requests} />
      {mayAsk ? <StaffingForm {...props} /> : null}
    </PublicPage>
  );
}

function stateText(lang: Lang, { decided, event }: StaffingRequest): string {
  if (decided === undefined) return say(lang, 'linkInspection.staffing.pending');
  if (event !== undefined) return say(lang, 'linkInspection.staffing.drawn');
  return say(lang, `linkInspection.staffing.${decided.outcome}`, { date: dayText(lang, decided.at) });
}

function RequestList({ requests }: { requests: readonly StaffingRequest[] }): VNode | null {
  const { lang } = usePage();
  if (requests.length === 0) return null;
  return (
    <DataTable
      caption={say(lang, 'linkInspection.staffing.made')}
      rows={requests}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'reason',
          label: say(lang, 'linkInspection.staffing.reason'),
          rowHeader: true,
          cell: ({ reason }) => dropOutReasonText(lang, reason),
        },
        {
          key: 'at',
          label: say(lang, 'linkInspection.recusal.received'),
          cell: ({ requested }) => dayText(lang, requested.at),
        },
        {
          key: 'state',
          label: say(lang, 'linkInspection.staffing.state'),
          cell: (request) => stateText(lang, request),
        },
      ]}
    />
  );
}

/** Says why; nobody chooses who comes instead. */
function StaffingForm({ token, own, values }: InspectorInspectionProps): VNode {
  const { lang } = usePage();
  // Granted applications come from agencies; nobody declares them.
  const reasons = dropOutReasons
    .filter((reason) => reason.type === 'inspector')
    .filter(({ code }) => code !== 'recusal-granted');
  return (
    <section>
      <h2 class="govuk-heading-m">{say(lang, 'linkInspection.staffing')}</h2>
      <Inset>{say(lang, 'linkInspection.staffing.lead')}</Inset>
      <Form action={`${inspectionPath(token, own.state.number)}/staffing`} values={values ?? {}}>
        <Radios
          name="reason"
          label={say(lang, 'linkInspection.staffing.reason')}
          choices={reasons.map((reason) => ({
            value: reason.code,
            label: reason[lang],
            hint: say(
              lang,
              isRecusal(reason.code)
                ? 'linkInspection.staffing.scope.recusal'
                : 'linkInspection.staffing.scope.absence',
            ),
          }))}
        />
        <Textarea
          name="text"
          label={say(lang, 'linkInspection.staffing.text')}
          hint={say(lang, 'linkInspection.staffing.hint')}
          maxLength={STAFFING_TEXT}
        />
        <Button>{say(lang, 'linkInspection.staffing.submit')}</Button>
      </Form>
    </section>
  );
}
