import type { VNode } from 'preact';
import { originText } from '../../../../shared/draw/ceremony/visitOrigin.ts';
import { isMember } from '../../../../shared/inspection/inspectionCase.ts';
import { inspectionCaseId } from '../../../../shared/inspection/inspectionRows.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { districts } from '../../../../shared/register/district.ts';
import { ButtonLink } from '../../kit/components/button.tsx';
import { NotificationBanner } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { Timeline } from '../../kit/components/timeline.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { agencyFilePath } from '../agencyFile/filePart.ts';
import { auditPath } from '../casePath.ts';
import { dayText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';
import { type ActionProps, statusOf } from './actForm.tsx';
import { ToDo } from './actions.tsx';
import { AgencyVisits } from './agencyVisits.tsx';
import type { CaseView } from './caseView.ts';
import { Deadlines } from './deadlines.tsx';
import { EvidenceList, Letters } from './evidence.tsx';
import { History } from './history.tsx';
import { inspectionPath, toneOf, words } from './inspectionWords.ts';
import { CaseNotices } from './notices.tsx';
import { Corrections, PublicityState, Rounds } from './outcome.tsx';
import { Results, Signatures } from './record.tsx';
import { stepsOf } from './steps.tsx';
import { Recusals, Staffing, Team } from './team.tsx';

export interface CasePageProps extends ActionProps, CaseView {
  readonly problems: readonly Problem[];
}

/** One inspection: what is to be done now on top, then its dates, its team, its record and what followed. */
export function CasePage(props: CasePageProps): VNode {
  const { lang, stored, user } = props;
  const inspection = stored.state;
  const { number } = inspection;
  const status = statusOf(stored);
  const ofTeam = user.roles.includes('inspector') && isMember(inspection, user.inspectorId);
  return (
    <ConsolePage
      title={words(lang, 'inspectionPage.case.title', { agency: inspection.agency.name })}
      lead={
        <>
          <Tag tone={toneOf(status)}>{words(lang, `inspection.status.${status}`)}</Tag> {number}
        </>
      }
      back={
        ofTeam && !props.office
          ? { href: '/assignments', label: words(lang, 'inspectionPage.back.own') }
          : { href: '/inspections', label: words(lang, 'inspectionPage.list.title') }
      }
      {...(ofTeam
        ? {
            action: (
              <ButtonLink href={`${inspectionPath(number)}/visit`}>
                {words(lang, 'inspectionPage.visit.open')}
              </ButtonLink>
            ),
          }
        : {})}
      problems={props.problems}
    >
      <Banners {...props} />
      <ToDo {...props} />
      <Links {...props} />
      <Facts {...props} />
      <Deadlines {...props} />
      <Team {...props} />
      <Staffing {...props} />
      <Recusals {...props} />
      <Results {...props} />
      <EvidenceList {...props} />
      <Letters {...props} />
      <Signatures {...props} />
      <Rounds {...props} />
      <PublicityState {...props} />
      <Corrections {...props} />
      <h2 class="govuk-heading-m">{words(lang, 'inspectionPage.timeline')}</h2>
      <Timeline label={words(lang, 'inspectionPage.timeline')} steps={stepsOf(lang, inspection, status)} />
      <CaseNotices {...props} />
      <AgencyVisits {...props} />
      <History {...props} />
    </ConsolePage>
  );
}

/** A case that lives on elsewhere, or is going to end, says so before anything else. */
function Banners({ lang, stored }: CasePageProps): VNode | null {
  const { lead, cancelRequest, cancelled } = stored.state;
  const status = statusOf(stored);
  if (lead !== undefined)
    return (
      <NotificationBanner>
        <p class="govuk-notification-banner__heading">
          {words(lang, status === 'merged' ? 'inspectionPage.merged' : 'inspectionPage.joining')}{' '}
          <a class="govuk-notification-banner__link" href={inspectionPath(lead)}>
            {lead}
          </a>
        </p>
      </NotificationBanner>
    );
  if (cancelRequest === undefined || cancelled !== undefined) return null;
  return (
    <NotificationBanner>
      <p class="govuk-notification-banner__heading">
        {words(lang, 'inspectionPage.cancel.waiting', {
          by: cancelRequest.name,
          ground: words(lang, `inspection.cancel.${cancelRequest.ground}`),
        })}
      </p>
    </NotificationBanner>
  );
}

function Facts({ lang, stored, itemNames, office }: CasePageProps): VNode {
  const { agency, draw, visit, origin, period, announced, parts, outcome, cancelled } = stored.state;
  return (
    <SummaryList
      title={words(lang, 'inspectionPage.facts')}
      rows={[
        {
          label: words(lang, 'inspectionPage.agency'),
          value: office ? (
            <a class="govuk-link" href={`/registers/agencies/${encodeURIComponent(agency.uscc)}`}>
              {agency.name} ({agency.uscc})
            </a>
          ) : (
            `${agency.name} (${agency.uscc})`
          ),
        },
        {
          label: words(lang, 'inspectionPage.district'),
          value: vocabularyText(lang, districts, agency.district),
        },
        { label: words(lang, 'inspectionPage.origin'), value: originText(lang, origin) },
        {
          label: words(lang, 'inspectionPage.draw'),
          value: office ? (
            <a class="govuk-link" href={`/draws/${encodeURIComponent(draw)}`}>
              {words(lang, 'inspectionPage.draw.visit', { draw, visit })}
            </a>
          ) : (
            words(lang, 'inspectionPage.draw.visit', { draw, visit })
          ),
        },
        {
          label: words(lang, 'inspectionPage.period'),
          value: words(lang, 'inspectionPage.period.days', {
            from: dayText(lang, period.from),
            to: dayText(lang, period.to),
          }),
        },
        {
          label: words(lang, 'inspectionPage.announced'),
          value: words(lang, announced ? 'inspectionPage.announced.yes' : 'inspectionPage.announced.no'),
        },
        {
          label: words(lang, 'inspectionPage.items'),
          value: (
            <ul class="govuk-list">
              {parts.flatMap((part) =>
                part.items.map((item) => (
                  <li key={`${part.inspection} ${item}`}>
                    {itemNames.get(item) ?? ''} ({item})
                    {parts.length > 1
                      ? ` · ${words(lang, 'inspectionPage.part', { number: part.inspection, origin: originText(lang, part.origin) })}`
                      : null}
                  </li>
                )),
              )}
            </ul>
          ),
        },
        outcome === undefined
          ? undefined
          : {
              label: words(lang, 'inspectionPage.outcome'),
              value: words(lang, `inspection.outcome.${outcome}`),
            },
        cancelled === undefined
          ? undefined
          : {
              label: words(lang, 'inspectionPage.cancelled'),
              value: words(lang, 'inspectionPage.cancelled.by', {
                ground: words(lang, `inspection.cancel.${cancelled.request.ground}`),
                by: cancelled.request.name,
                confirmed: cancelled.confirmed.name,
              }),
            },
      ]}
    />
  );
}

function Links({ lang, stored, user, office }: CasePageProps): VNode {
  const { number, agency } = stored.state;
  return (
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href={`${inspectionPath(number)}/dossier`}>
          {words(lang, 'inspectionPage.dossier')}
        </a>
      </li>
      {office ? (
        <li>
          <a class="govuk-link" href={agencyFilePath(agency.uscc)}>
            {text(lang, 'agencyFile.link')}
          </a>
        </li>
      ) : null}
      {user.roles.includes('auditor') ? (
        <li>
          <a class="govuk-link" href={auditPath(inspectionCaseId(number))}>
            {words(lang, 'inspectionPage.audit')}
          </a>
        </li>
      ) : null}
    </ul>
  );
}
