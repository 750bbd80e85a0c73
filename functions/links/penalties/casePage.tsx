import type { VNode } from 'preact';
import type { WorkingCalendar } from '../../../shared/calendar/workingDays.ts';
import type { StoredCasePaper } from '../../../shared/notice/casePaper.ts';
import { nameOf } from '../../../shared/penalty/papers/paperSources.ts';
import { PARTY_USER, type PartyActs, partyActs } from '../../../shared/penalty/partyActs.ts';
import { partyPath } from '../../../shared/penalty/partyLink.ts';
import type { PenaltyCase } from '../../../shared/penalty/penaltyCase.ts';
import type { Problem } from '../../../shared/problem.ts';
import { dateText } from '../../publicity-worker/words.ts';
import { ButtonLink } from '../../web/kit/components/button.tsx';
import { Inset } from '../../web/kit/components/notices.tsx';
import { SummaryList } from '../../web/kit/components/summaryList.tsx';
import { usePage, type Values } from '../../web/kit/context.tsx';
import { PaperPage } from '../../web/kit/layouts/paperPage.tsx';
import { PublicPage } from '../../web/kit/layouts/publicPage.tsx';
import { NoticePaper } from '../../web/papers/noticePaper.tsx';
import { DatesPart } from './datesPart.tsx';
import { DecisionPart } from './decisionPart.tsx';
import { HearingPart } from './hearingPart.tsx';
import type { OwnPenalty } from './partyLinked.ts';
import { partyPaperPath, statementPath, waivePath } from './paths.ts';
import { say, standingText } from './words.ts';

export interface CasePageProps {
  readonly own: OwnPenalty;
  readonly papers: readonly StoredCasePaper[];
  readonly calendar: WorkingCalendar;
  /** Contact line of the office. */
  readonly contact: string;
  readonly publicityUrl: string;
  readonly values?: Values;
  readonly problems?: readonly Problem[];
}

/** The case as its party sees it: nothing of where it came from, and nothing of what the office does inside. */
export function CasePage(props: CasePageProps): VNode {
  const { lang } = usePage();
  const { own, papers } = props;
  const { state, status, at } = own;
  const acts = partyActs(state, status, at);
  const told = state.notices.some(({ served }) => served !== undefined);
  return (
    <PublicPage
      title={say(lang, 'linkPenalty.title', { number: nameOf(state) })}
      lead={say(lang, 'linkPenalty.lead')}
      problems={props.problems ?? []}
      home={props.publicityUrl}
    >
      <SummaryList
        rows={[
          { label: say(lang, 'linkPenalty.party'), value: <span lang="zh-CN">{state.party.name}</span> },
          { label: say(lang, 'linkPenalty.status'), value: standingText(lang, status, told) },
        ]}
      />
      <DatesPart own={own} calendar={props.calendar} />
      <ActsPart {...props} acts={acts} />
      <DecisionPart penalty={state} />
      <h2 class="govuk-heading-m">{say(lang, 'linkPenalty.papers')}</h2>
      {papers.length === 0 ? (
        <p class="govuk-body">{say(lang, 'linkPenalty.papers.none')}</p>
      ) : (
        <ul class="govuk-list" lang="zh-CN">
          {papers.map(({ caseId, state: paper }) => (
            <li key={caseId}>
              <a class="govuk-link" href={partyPaperPath(own.token, paper)}>
                {paper.paper.title}（{paper.number}）
              </a>
            </li>
          ))}
        </ul>
      )}
      <SaidPart penalty={state} />
    </PublicPage>
  );
}

function ActsPart(props: CasePageProps & { acts: PartyActs }): VNode {
  const { lang } = usePage();
  const { own, acts } = props;
  const { token, status } = own;
  const some = acts.state || acts.askHearing || acts.waive || acts.withdrawHearing;
  return (
    <section>
      <h2 class="govuk-heading-m">{say(lang, 'linkPenalty.acts')}</h2>
      {status === 'noticing' ? <Inset>{say(lang, 'linkPenalty.acts.noticing')}</Inset> : null}
      {acts.state ? (
        <>
          <p class="govuk-body">{say(lang, 'linkPenalty.state.hint')}</p>
          <p>
            <ButtonLink href={statementPath(token)}>{say(lang, 'linkPenalty.state')}</ButtonLink>
          </p>
        </>
      ) : null}
      <HearingPart own={own} acts={acts} {...(props.values === undefined ? {} : { values: props.values })} />
      {acts.waive ? (
        <p class="govuk-body">
          <a class="govuk-link" href={waivePath(token)}>
            {say(lang, 'linkPenalty.waive')}
          </a>
        </p>
      ) : null}
      {some || status === 'noticing' ? null : (
        <p class="govuk-body">{say(lang, 'linkPenalty.acts.none', { contact: props.contact })}</p>
      )}
    </section>
  );
}

/** What the party has said itself; also what it handed in on paper. */
function SaidPart({ penalty }: { penalty: PenaltyCase }): VNode | null {
  const { lang } = usePage();
  if (penalty.statements.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{say(lang, 'linkPenalty.said')}</h2>
      {penalty.statements.map(({ kind, on, text, files, at, by }) => (
        <div key={at}>
          <h3 class="govuk-heading-s">
            {say(lang, 'linkPenalty.said.on', {
              kind: say(lang, `penalty.statement.${kind}`),
              date: dateText(lang, on),
            })}
          </h3>
          {/* What was entered from a paper is the office's note of it. */}
          {by === PARTY_USER && text !== '' ? <p class="govuk-body dr-lines">{text}</p> : null}
          {files.length === 0 ? null : (
            <p class="govuk-body">{say(lang, 'linkPenalty.said.files', { count: files.length })}</p>
          )}
        </div>
      ))}
    </section>
  );
}

/** A paper to the party, as it is printed. */
export function PartyPaperPage({ token, paper }: { token: string; paper: StoredCasePaper }): VNode {
  const { lang } = usePage();
  return (
    <PaperPage
      title={paper.state.paper.title}
      back={{ href: partyPath(token), label: say(lang, 'linkPenalty.back') }}
    >
      <NoticePaper notice={paper.state} />
    </PaperPage>
  );
}
