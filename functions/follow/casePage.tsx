import type { VNode } from 'preact';
import type { FilerMessage } from '../../shared/complaint/complaintRows.ts';
import { type FilerEvent, filerEvents } from '../../shared/complaint/filerEvents.ts';
import type { FollowedCase } from '../../shared/complaint/followed.ts';
import type { EvidenceForm } from '../../shared/evidence/evidenceStore.ts';
import type { StoredPaper } from '../../shared/notice/casePapers.ts';
import type { Problem } from '../../shared/problem.ts';
import { Inset } from '../web/kit/components/notices.tsx';
import { SummaryList } from '../web/kit/components/summaryList.tsx';
import { Timeline } from '../web/kit/components/timeline.tsx';
import { usePage, type Values } from '../web/kit/context.tsx';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import { AskedPart } from './askedPart.tsx';
import { CASES_PATH, casePath } from './casePaths.ts';
import type { Shown } from './casesPage.tsx';
import { statusText, titleOf } from './caseWords.ts';
import { DatesPart } from './datesPart.tsx';
import { mayWithdraw, takesFiles } from './doable.ts';
import { FilesPart } from './filesPart.tsx';
import { LeavePart } from './leavePart.tsx';
import { MessagesPart } from './messagesPart.tsx';
import { PapersPart } from './papersPart.tsx';
import { dayText, say, sayCode, termText } from './words.ts';

export interface CasePageProps extends Shown {
  readonly followed: FollowedCase;
  readonly messages: readonly FilerMessage[];
  /** Those that are addressed to the filer. */
  readonly papers: readonly StoredPaper[];
  /** A signed form for one more file, while the case takes any; or the seconds to wait for one. */
  readonly upload: EvidenceForm | number | undefined;
  readonly values?: Values;
  readonly problems?: readonly Problem[];
}

/** One case: where it stands, until when, what has happened, and what its filer can do now. */
export function CasePage(props: CasePageProps): VNode {
  const { lang } = usePage();
  const { followed, today, calendar } = props;
  const { complaint } = followed;
  return (
    <PublicPage
      title={titleOf(lang, followed)}
      lead={sayCode(lang, `followCase.what.${complaint.kind}`)}
      home={props.publicityUrl}
      back={{ href: CASES_PATH, label: say(lang, 'followCase.all') }}
      problems={props.problems ?? []}
    >
      <h2 class="govuk-heading-m">{say(lang, 'followCase.now')}</h2>
      <Inset>{statusText(lang, followed)}</Inset>
      <SummaryList
        rows={[
          {
            label: say(lang, 'followCase.number'),
            value: complaint.number ?? say(lang, 'followCase.number.none'),
          },
          { label: say(lang, 'followCase.received'), value: dayText(lang, complaint.received.on) },
        ]}
      />
      <AskedPart followed={followed} />
      <h2 class="govuk-heading-m">{say(lang, 'followCase.dates')}</h2>
      <DatesPart followed={followed} today={today} calendar={calendar} />
      <DoPart followed={followed} />
      <h2 class="govuk-heading-m">{say(lang, 'followCase.events')}</h2>
      <Timeline
        label={say(lang, 'followCase.events')}
        steps={filerEvents(followed).map((event) => ({
          title: sayCode(lang, `followCase.event.${event.code}`, { to: event.text ?? '' }),
          state: 'done',
          at: dayText(lang, event.on),
          body: <EventBody event={event} />,
        }))}
      />
      <PapersPart id={complaint.id} papers={props.papers} />
      <MessagesPart id={complaint.id} messages={props.messages} values={props.values ?? {}} />
      <FilesPart followed={followed} upload={props.upload} />
      <LeavePart now={props.now} />
    </PublicPage>
  );
}

function EventBody({ event }: { event: FilerEvent }): VNode | null {
  const { lang } = usePage();
  const { term, text, code } = event;
  const words = code === 'refused' || code === 'asked' ? text : undefined;
  return (
    <>
      {term === undefined ? null : <p class="govuk-body">{termText(lang, term)}</p>}
      {words === undefined ? null : (
        <p class="govuk-body dr-lines" dir="auto">
          {words}
        </p>
      )}
      {code === 'refused' ? <p class="govuk-body">{say(lang, 'followCase.refused.ways')}</p> : null}
    </>
  );
}

/** The ways that are open now, each leading to its place. */
function DoPart({ followed }: { followed: FollowedCase }): VNode {
  const { lang } = usePage();
  const { id } = followed.complaint;
  return (
    <>
      <h2 class="govuk-heading-m">{say(lang, 'followCase.do')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href="#messages">
            {say(lang, 'followCase.do.write')}
          </a>
        </li>
        {takesFiles(followed) ? (
          <li>
            <a class="govuk-link" href="#files">
              {say(lang, 'followCase.do.files')}
            </a>
          </li>
        ) : null}
        {mayWithdraw(followed) ? (
          <li>
            <a class="govuk-link" href={casePath(id, '/withdraw')}>
              {say(lang, 'followCase.do.withdraw')}
            </a>
          </li>
        ) : null}
      </ul>
    </>
  );
}
