import type { VNode } from 'preact';
import { notFiledGrounds } from '../../../../shared/law/intakeGrounds.ts';
import { isUnverified } from '../../../../shared/law/lawTable.ts';
import { catalogueRow } from '../../../../shared/law/penaltyCatalogue.ts';
import { districts } from '../../../../shared/register/district.ts';
import { Details } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { dayText, momentText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';
import { CaseLink } from './caseLine.tsx';
import type { CasePageProps } from './casePage.tsx';
import { termText, toneOf, words } from './penaltyWords.ts';
import { statusOf } from './waiting.ts';

/** Most other cases of an agency that are listed, newest first. */
const OTHERS_SHOWN = 50;

/** Against whom, what is suspected, where it comes from, who works on it, and whether it was filed. */
export function Facts(props: CasePageProps): VNode {
  const { lang, stored } = props;
  const { suspicion, received, officers, handler, filing } = stored.state;
  return (
    <SummaryList
      title={words(lang, 'penaltyPage.facts')}
      rows={[
        { label: words(lang, 'penaltyPage.party'), value: <PartyFacts {...props} /> },
        { label: words(lang, 'penaltyPage.source'), value: <Source {...props} /> },
        {
          label: words(lang, 'penaltyPage.received'),
          value: dayText(lang, received.on),
        },
        {
          label: words(lang, 'penaltyPage.suspicion'),
          value: (
            <>
              <p class="govuk-body dr-told">{suspicion.text}</p>
              <Suspected {...props} />
            </>
          ),
        },
        suspicion.actOn === undefined
          ? undefined
          : { label: words(lang, 'penaltyPage.actEnded'), value: dayText(lang, suspicion.actOn) },
        {
          label: words(lang, 'penaltyPage.handler'),
          value: handler?.name ?? words(lang, 'penaltyPage.handler.none'),
        },
        {
          label: words(lang, 'penaltyPage.officers'),
          value:
            officers.length === 0
              ? words(lang, 'penaltyPage.officers.none')
              : officers.map(({ name, certificateNo }) => `${name} (${certificateNo})`).join('、'),
        },
        filing === undefined
          ? undefined
          : {
              label: words(lang, 'penaltyPage.filing'),
              value: (
                <>
                  {words(lang, `penaltyPage.filing.${filing.outcome}`)}
                  {filing.ground === undefined
                    ? null
                    : ` · ${termText(lang, notFiledGrounds, filing.ground)}`}
                  {filing.to === undefined ? null : ` · ${filing.to}`}
                  <div class="dr-told">{filing.reason}</div>
                  <div class="dr-aside">
                    {filing.proposed.name} · {momentText(lang, filing.proposed.at)}
                    {' → '}
                    {filing.decided === undefined
                      ? words(lang, 'penaltyPage.waitsForSecond')
                      : `${filing.decided.name} · ${momentText(lang, filing.decided.at)}`}
                  </div>
                </>
              ),
            },
      ]}
    />
  );
}

function PartyFacts({ lang, stored, others }: CasePageProps): VNode {
  const { party } = stored.state;
  const address =
    party.uscc === undefined || party.kind === 'other'
      ? undefined
      : `/registers/agencies/${encodeURIComponent(party.uscc)}`;
  const about = [
    words(lang, `penaltyPage.partyKind.${party.kind}`),
    ...(party.licenceNo === undefined ? [] : [party.licenceNo]),
    ...(party.uscc === undefined ? [] : [party.uscc]),
    ...(party.district === undefined ? [] : [vocabularyText(lang, districts, party.district)]),
    ...(party.representative === undefined ? [] : [party.representative]),
    ...(party.kind === 'other'
      ? [words(lang, `penaltyPage.organisation.${party.organisation === true ? 'yes' : 'no'}`)]
      : []),
  ];
  return (
    <>
      {address === undefined ? (
        party.name
      ) : (
        <a class="govuk-link" href={address}>
          {party.name}
        </a>
      )}
      <div class="dr-aside">{about.join(' · ')}</div>
      {party.uscc === undefined ? null : others.length === 0 ? (
        <div>{words(lang, 'penaltyPage.others.none')}</div>
      ) : (
        <Details summary={words(lang, 'penaltyPage.others', { count: others.length })}>
          <ul class="govuk-list">
            {others.slice(0, OTHERS_SHOWN).map((one) => (
              <li key={one.caseId}>
                <CaseLink stored={one} /> {dayText(lang, one.state.received.on)}{' '}
                <Tag tone={toneOf(statusOf(one))}>{words(lang, `penalty.status.${statusOf(one)}`)}</Tag>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

/** The case that it comes from, for those who may read it. */
function Source({ lang, stored, user }: CasePageProps): VNode {
  const { source } = stored.state;
  const label = words(lang, `penalty.source.${source.kind}`);
  const readsReports = user.roles.includes('supervisor') || user.roles.includes('approver');
  const id = source.caseId?.slice(source.caseId.indexOf('#') + 1);
  const href =
    source.kind === 'inspection'
      ? `/inspections/${encodeURIComponent(source.reference)}`
      : source.kind === 'complaint' && id !== undefined && readsReports
        ? `/complaints/${encodeURIComponent(id)}`
        : undefined;
  return (
    <>
      {label}
      {source.reference === '' ? null : ' · '}
      {href === undefined ? (
        source.reference
      ) : (
        <a class="govuk-link" href={href}>
          {source.reference}
        </a>
      )}
    </>
  );
}

function Suspected({ lang, stored, today }: CasePageProps): VNode | null {
  const rows = stored.state.suspicion.entries.flatMap((entry) => {
    const row = catalogueRow(entry, stored.state.suspicion.actOn ?? today);
    return row === undefined ? [] : [row];
  });
  if (rows.length === 0) return null;
  return (
    <ul class="govuk-list">
      {rows.map((row) => (
        <li key={row.rule}>
          {row[lang]}
          <div class="dr-aside">
            {row.citation.text}{' '}
            {isUnverified(row) ? <Tag tone="waiting">{words(lang, 'calendarPage.unverified')}</Tag> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
