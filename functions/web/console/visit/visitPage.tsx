import type { VNode } from 'preact';
import { evidenceLimits } from '../../../../shared/evidence/evidenceLimits.ts';
import type { InspectionStatus } from '../../../../shared/inspection/inspectionCase.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import { visitPageMessages } from '../../../../shared/messages/visitPages.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { Inset, Warning } from '../../kit/components/notices.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { checklistDigests } from './caseChecklist.ts';
import { EvidenceSection } from './evidenceSection.tsx';
import { ArriveSection, CodeSection, FactsSection } from './factsSection.tsx';
import { LettersSection } from './lettersSection.tsx';
import { QuestionsSection } from './questionSection.tsx';
import { ResultsSection } from './resultsSection.tsx';
import { AgencySignatureSection, SignSection, SubmitSection } from './signatureSections.tsx';
import { visitPath } from './visitCase.ts';
import type { VisitView } from './visitView.ts';
import { words } from './visitWords.ts';

export interface VisitPageProps {
  readonly view: VisitView;
  readonly found: StoredInspection;
  readonly user: string;
  readonly now: Date;
  readonly today: string;
  /** What the agency scans; absent once nothing is visited any more. */
  readonly code?: { readonly address: string; readonly image: string };
  readonly script: string;
}

/** Everything that a team writes down on a visit, from the door to the signatures, for a telephone. */
export function VisitPage(props: VisitPageProps): VNode {
  const { view, found, script } = props;
  const { lang, inspection, open } = view;
  const status = words(lang, `inspection.status.${found.status as InspectionStatus}`);
  const returned = inspection.reviews.at(-1);
  return (
    <ConsolePage
      title={`${words(lang, 'visitPage.title')} ${inspection.agency.name}`}
      lead={
        <>
          {inspection.number} <Tag tone={open ? 'active' : 'neutral'}>{status}</Tag>
        </>
      }
      back={{ href: '/assignments' }}
      problems={view.refused?.problems ?? []}
    >
      <div class="dr-visit" {...rootData(props)}>
        <p class="dr-visit__total" data-part="total" role="status" hidden />
        {open ? null : (
          <Inset>
            {words(lang, 'visitPage.closed', { status })}{' '}
            {inspection.lead === undefined ? null : (
              <a class="govuk-link" href={visitPath(inspection.lead)}>
                {words(lang, 'visitPage.lead', { number: inspection.lead })}
              </a>
            )}
          </Inset>
        )}
        {found.status === 'returned' && returned !== undefined ? (
          <Warning>{words(lang, 'visitPage.returned', { reason: returned.reason })}</Warning>
        ) : null}
        <FactsSection view={view} />
        {props.code === undefined ? null : (
          <CodeSection view={view} address={props.code.address} code={props.code.image} />
        )}
        <ArriveSection view={view} />
        <QuestionsSection view={view} />
        <EvidenceSection view={view} />
        <ResultsSection view={view} now={props.now} />
        <LettersSection view={view} today={props.today} />
        <AgencySignatureSection view={view} />
        <SignSection view={view} />
        <SubmitSection view={view} again={found.status === 'returned'} />
        <p class="govuk-body">
          <a class="govuk-link" href={`/inspections/${inspection.number}/record`}>
            {words(lang, 'visitPage.record.link')}
          </a>
        </p>
      </div>
      <script type="module" src={script} />
    </ConsolePage>
  );
}

/** Texts that the script puts into the page, with their places still open. */
const scriptTexts = [
  'visitPage.state.waiting',
  'visitPage.state.sending',
  'visitPage.state.sent',
  'visitPage.state.refused',
  'visitPage.state.later',
  'visitPage.total.none',
  'visitPage.total.waiting',
  'visitPage.total.refused',
  'visitPage.total.signedOut',
  'visitPage.total.otherPerson',
  'visitPage.total.unstored',
  'visitPage.total.signIn',
  'visitPage.total.retry',
  'visitPage.queue.drop',
  'visitPage.offline.form',
  'visitPage.offline.leave',
  'visitPage.arrive.unread',
  'visitPage.pad.empty',
] as const;
export type ScriptText = (typeof scriptTexts)[number];

function rootData({ view, user }: VisitPageProps) {
  const { csrfToken, problemText } = usePage();
  const { bytes, megabytes } = evidenceLimits;
  const { lang, inspection, open } = view;
  const texts = Object.fromEntries(scriptTexts.map((code) => [code, visitPageMessages[code][lang]]));
  return {
    'data-visit': inspection.number,
    'data-person': user,
    'data-open': String(open),
    'data-token': csrfToken(),
    'data-checklists': checklistDigests(inspection).join(','),
    'data-most-bytes': String(bytes),
    'data-too-large': problemText({ code: 'evidence.too_large', params: { limit: megabytes } }),
    'data-texts': JSON.stringify(texts),
  };
}

/** The checklist cannot be read: nothing can be recorded against it. */
export function UnreadablePage(props: {
  lang: VisitView['lang'];
  number: string;
  problems: readonly Problem[];
}): VNode {
  return (
    <ConsolePage
      title={`${words(props.lang, 'visitPage.title')} ${props.number}`}
      back={{ href: visitPath(props.number) }}
      problems={props.problems}
    >
      <Warning>{words(props.lang, 'visitPage.unreadable')}</Warning>
    </ConsolePage>
  );
}
