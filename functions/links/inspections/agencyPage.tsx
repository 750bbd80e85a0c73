import type { VNode } from 'preact';
import type { LocalDate } from '../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../shared/calendar/workingDays.ts';
import { commandsFor } from '../../../shared/case/transition.ts';
import { openCorrection } from '../../../shared/inspection/correcting.ts';
import type { Part } from '../../../shared/inspection/inspectionCase.ts';
import { type InspectionCommand, inspectionTransitions } from '../../../shared/inspection/transitions.ts';
import { NEUTRAL_BASIS } from '../../../shared/law/targetedGrounds.ts';
import type { Lang } from '../../../shared/messages/message.ts';
import type { Office } from '../../../shared/notice/office.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { InspectionItem } from '../../../shared/register/inspectionItem.ts';
import type { Inspector } from '../../../shared/register/inspector.ts';
import { dateText } from '../../publicity-worker/words.ts';
import { ButtonLink } from '../../web/kit/components/button.tsx';
import { Inset } from '../../web/kit/components/notices.tsx';
import { SummaryList } from '../../web/kit/components/summaryList.tsx';
import { usePage, type Values } from '../../web/kit/context.tsx';
import { PublicPage } from '../../web/kit/layouts/publicPage.tsx';
import { DatesPart } from './datesPart.tsx';
import { type OwnInspection, toldItems, toldParts } from './ownInspections.ts';
import { inspectionPath } from './paths.ts';
import { RecusalForm, RecusalList } from './recusalPart.tsx';
import { CorrectionForm, CorrectionList, ResultPart } from './resultPart.tsx';
import { RoundsPart } from './roundsPart.tsx';
import { ItemTable, shownTeam, TeamTable } from './teamAndItems.tsx';
import { dayText, say } from './words.ts';

/** What the pages of one inspection are written from. */
export interface InspectionFacts {
  readonly items: readonly InspectionItem[];
  readonly inspectors: readonly Inspector[];
  readonly calendar: WorkingCalendar;
  readonly today: LocalDate;
  readonly office: Office;
  readonly publicUrl: string;
  readonly publicityUrl: string;
}

export interface AgencyInspectionProps extends InspectionFacts {
  readonly token: string;
  readonly own: OwnInspection;
  readonly values?: Values;
  readonly problems?: readonly Problem[];
}

/** One inspection as its agency sees it: who comes, when and why, its rights, and what came of it. */
export function AgencyInspectionPage(props: AgencyInspectionProps): VNode {
  const { lang } = usePage();
  const { own, token } = props;
  const { state, status } = own;
  return (
    <PublicPage
      title={say(lang, 'linkInspection.title', { number: state.number })}
      problems={props.problems ?? []}
      home={props.publicityUrl}
      back={{ href: `/l/${token}`, label: say(lang, 'linkInspection.back') }}
    >
      <SummaryList
        rows={[
          {
            label: say(lang, 'linkInspection.status'),
            value: say(lang, `linkInspection.status.${status}`),
          },
        ]}
      />
      {status === 'cancelled' ? (
        <Inset>{say(lang, 'linkInspection.cancelled', { phone: props.office.contactPhone })}</Inset>
      ) : (
        <InspectionBody {...props} />
      )}
    </PublicPage>
  );
}

function InspectionBody(props: AgencyInspectionProps): VNode {
  const { own, token, values = {} } = props;
  const { state, status } = own;
  const path = inspectionPath(token, state.number);
  const may = (command: InspectionCommand) =>
    commandsFor(inspectionTransitions, status, ['link']).includes(command);
  const correctable =
    may('raise-correction') &&
    state.publicity !== undefined &&
    state.publicity.withdrawn === undefined &&
    openCorrection(state) === undefined;
  return (
    <>
      {may('answer-rectification') ? <ReportLink href={`${path}/rectification`} /> : null}
      <VisitPart {...props} />
      {may('apply-recusal') ? <RightsPart {...props} /> : null}
      <DatesPart own={own} today={props.today} calendar={props.calendar} />
      <RecusalList inspection={state} />
      {may('apply-recusal') ? (
        <RecusalForm action={`${path}/recusal`} inspection={state} today={props.today} values={values} />
      ) : null}
      {state.publicity === undefined ? null : (
        <>
          <ResultPart publicity={state.publicity} items={props.items} />
          {/* The order is the agency's with its paper, which goes out with the publication. */}
          <RoundsPart own={own} />
          <CorrectionList inspection={state} />
        </>
      )}
      {correctable ? (
        <CorrectionForm action={`${path}/correction`} today={props.today} values={values} />
      ) : null}
    </>
  );
}

function ReportLink({ href }: { href: string }): VNode {
  const { lang } = usePage();
  return <ButtonLink href={href}>{say(lang, 'linkRectify.start')}</ButtonLink>;
}

/** Why the agency is visited; a targeted check never names its source. */
function basisText(lang: Lang, { origin, draw }: Part): string {
  switch (origin) {
    case 'drawn':
      return say(lang, 'linkInspection.basis.drawn', { draw });
    case 'mandatory':
      return say(lang, 'linkInspection.basis.mandatory');
    case 'targeted':
      return say(lang, 'linkInspection.basis.targeted', { draw, basis: NEUTRAL_BASIS });
  }
}

function VisitPart(props: AgencyInspectionProps): VNode {
  const { lang } = usePage();
  const { state } = props.own;
  const parts = toldParts(state, props.items);
  const others = parts.map(({ inspection }) => inspection).filter((number) => number !== state.number);
  const { from, to } = state.period;
  const [arrival] = state.arrivals;
  return (
    <>
      <SummaryList
        rows={[
          {
            label: say(lang, 'linkInspection.period'),
            value: say(lang, 'linkInspection.period.value', {
              from: dateText(lang, from),
              to: dateText(lang, to),
            }),
          },
          arrival === undefined
            ? undefined
            : { label: say(lang, 'linkInspection.arrived'), value: dayText(lang, arrival.at) },
          {
            label: say(lang, 'linkInspection.basis'),
            value: parts.map((part) => <div key={part.inspection}>{basisText(lang, part)}</div>),
          },
        ]}
      />
      {others.length === 0 ? null : (
        <Inset>
          {say(lang, 'linkInspection.joint', { numbers: others.join(lang === 'zh' ? '、' : ', ') })}
        </Inset>
      )}
      <TeamTable caption={say(lang, 'linkInspection.team')} team={shownTeam(state, props.inspectors)} />
      <ItemTable caption={say(lang, 'linkInspection.items')} items={toldItems(state, props.items)} />
    </>
  );
}

function RightsPart({ publicUrl }: AgencyInspectionProps): VNode {
  const { lang } = usePage();
  return (
    <>
      <h2 class="govuk-heading-m">{say(lang, 'linkInspection.rights')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{say(lang, 'linkInspection.rights.officers')}</li>
        <li>{say(lang, 'linkInspection.rights.check', { url: `${publicUrl}/visit-check` })}</li>
        <li>{say(lang, 'linkInspection.rights.recusal')}</li>
        <li>{say(lang, 'linkInspection.rights.defence')}</li>
        <li>{say(lang, 'linkInspection.rights.correction')}</li>
      </ul>
    </>
  );
}
