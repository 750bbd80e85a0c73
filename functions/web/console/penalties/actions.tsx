import type { VNode } from 'preact';
import { ButtonLink } from '../../kit/components/button.tsx';
import { penaltyPath } from '../penaltyPaths.ts';
import { type ActionProps, offeredTo } from './actForm.tsx';
import {
  Annul,
  AskCourt,
  Close,
  Decide,
  ProposeAnnulment,
  RecordCorrection,
  RecordPayment,
  RemindPayment,
  Reopen,
  ReviewForm,
} from './decidingActions.tsx';
import {
  AskExtension,
  Assign,
  DecideExtension,
  DecideFiling,
  NameOfficers,
  ProposeFiling,
  RecordInquiry,
  Resume,
  Suspend,
} from './filingActions.tsx';
import type { OfferedCommand } from './offers.ts';
import {
  AskHearing,
  EndWindow,
  FixHearing,
  HoldHearing,
  NameChair,
  ReportHearing,
  ServeDecision,
  ServeHearing,
  ServeNotice,
  State,
  Waive,
  WithdrawHearing,
} from './partyActions.tsx';
import { words } from './penaltyWords.ts';
import { statusOf } from './waiting.ts';
import { whyNot } from './whyNot.ts';

/** A way to one of the long forms. */
function LongFormLink({ lang, stored, command }: ActionProps & { command: 'draft' | 'consider' }): VNode {
  return (
    <section class="dr-act">
      <h3 class="govuk-heading-s">{words(lang, `penaltyDraft.title.${command}`)}</h3>
      <p class="govuk-body">{words(lang, `penaltyDraft.lead.${command}`)}</p>
      <ButtonLink href={`${penaltyPath(stored.state.id)}/${command}`}>
        {words(lang, `penaltyDraft.open.${command}`)}
      </ButtonLink>
    </section>
  );
}

/** What stands beside the notes and the files, not among the steps. */
type Elsewhere = 'note' | 'add-evidence';

/** The form of each command. */
const panels: Readonly<Record<Exclude<OfferedCommand, Elsewhere>, (props: ActionProps) => VNode | null>> = {
  'decide-filing': DecideFiling,
  'decide-extension': DecideExtension,
  review: ReviewForm,
  decide: Decide,
  annul: Annul,
  'name-chair': NameChair,
  assign: Assign,
  'name-officers': NameOfficers,
  'propose-filing': ProposeFiling,
  draft: (props) => <LongFormLink {...props} command="draft" />,
  'record-inquiry': RecordInquiry,
  'serve-notice': ServeNotice,
  state: State,
  'ask-hearing': AskHearing,
  waive: Waive,
  'end-window': EndWindow,
  'fix-hearing': FixHearing,
  'serve-hearing': ServeHearing,
  'hold-hearing': HoldHearing,
  'report-hearing': ReportHearing,
  'withdraw-hearing': WithdrawHearing,
  consider: (props) => <LongFormLink {...props} command="consider" />,
  reopen: Reopen,
  'serve-decision': ServeDecision,
  'record-payment': RecordPayment,
  'record-correction': RecordCorrection,
  'remind-payment': RemindPayment,
  'ask-court': AskCourt,
  close: Close,
  'ask-extension': AskExtension,
  suspend: Suspend,
  resume: Resume,
  'propose-annulment': ProposeAnnulment,
};

function hasPanel(command: OfferedCommand): command is keyof typeof panels {
  return Object.hasOwn(panels, command);
}

/** What can be done now: the forms, and in words what somebody might look for and why it is not there. */
export function ToDo(props: ActionProps): VNode {
  const { lang } = props;
  const offers = offeredTo(props).filter(hasPanel);
  const why = whyNot(props);
  return (
    <section class="dr-todo" aria-labelledby="todo">
      <h2 class="govuk-heading-m" id="todo">
        {words(lang, 'penaltyPage.todo')}
      </h2>
      {why.map((text) => (
        <p class="govuk-body" key={text}>
          {text}
        </p>
      ))}
      {offers.length === 0 && why.length === 0 ? (
        <p class="govuk-body">{words(lang, `penaltyPage.nothing.${statusOf(props.stored)}`)}</p>
      ) : null}
      {offers.map((command) => {
        const Panel = panels[command];
        return <Panel key={command} {...props} />;
      })}
    </section>
  );
}
