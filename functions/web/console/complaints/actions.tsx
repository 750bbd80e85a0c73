import type { VNode } from 'preact';
import { waitingTransfer } from '../../../../shared/complaint/transferring.ts';
import { type ActionProps, offeredTo } from './actForm.tsx';
import { words } from './complaintWords.ts';
import {
  Accept,
  Assign,
  Attach,
  ReceiveMaterial,
  Refuse,
  RequestMaterial,
  Split,
  Verify,
} from './intakeActions.tsx';
import {
  EndMediation,
  OpenBreach,
  RecordSitting,
  Resume,
  Suspend,
  Tell,
  Withdraw,
} from './mediationActions.tsx';
import { type OfferedCommand, waitingDecision, waitingExtension } from './offers.ts';
import { AskExtension, Decide, DecideExtension, ProposeDecision } from './reportActions.tsx';
import { ConfirmTransfer, DisputeForm, SettleDispute, TakeBack, TransferForm } from './transferActions.tsx';
import { statusOf } from './waiting.ts';

/** What stands beside the messages and the notes, not among the steps. */
type Elsewhere = 'read' | 'write' | 'note';

/** The form of each command. */
const panels: Readonly<Record<Exclude<OfferedCommand, Elsewhere>, (props: ActionProps) => VNode | null>> = {
  'decide-extension': DecideExtension,
  'confirm-transfer': ConfirmTransfer,
  decide: Decide,
  assign: Assign,
  accept: Accept,
  refuse: Refuse,
  verify: Verify,
  'propose-decision': ProposeDecision,
  'record-sitting': RecordSitting,
  'end-mediation': EndMediation,
  tell: Tell,
  return: TakeBack,
  'settle-dispute': SettleDispute,
  'receive-material': ReceiveMaterial,
  resume: Resume,
  'request-material': RequestMaterial,
  'ask-extension': AskExtension,
  suspend: Suspend,
  attach: Attach,
  split: Split,
  'open-breach': OpenBreach,
  transfer: TransferForm,
  dispute: DisputeForm,
  withdraw: Withdraw,
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
        {words(lang, 'complaintPage.todo')}
      </h2>
      {why.map((line) => (
        <p class="govuk-body" key={line}>
          {line}
        </p>
      ))}
      {offers.length === 0 && why.length === 0 ? (
        <p class="govuk-body">{words(lang, `complaintPage.nothing.${statusOf(props.stored)}`)}</p>
      ) : null}
      {offers.map((command) => {
        const Panel = panels[command];
        return <Panel key={command} {...props} />;
      })}
    </section>
  );
}

/** Why a step that belongs here is not this person's: somebody has to be put in charge, or a second person decides. */
function whyNot({ lang, stored, user }: ActionProps): readonly string[] {
  const { state, status } = stored;
  const open = [
    ...(status === 'received' && state.handler === undefined && user.roles.includes('supervisor')
      ? (['complaintPage.why.handler'] as const)
      : []),
    ...(waitingExtension(state) === undefined ? [] : (['complaintPage.why.extension'] as const)),
    ...(waitingTransfer(state) === undefined ? [] : (['complaintPage.why.transfer'] as const)),
    ...(waitingDecision(state) === undefined ? [] : (['complaintPage.why.decision'] as const)),
  ];
  const own = new Set(
    [
      waitingExtension(state)?.asked.by,
      waitingTransfer(state)?.by,
      waitingDecision(state)?.proposed.by,
    ].filter((by) => by !== undefined),
  );
  // Who decides sees the form instead.
  const decides = user.roles.includes('approver') && !own.has(user.userId);
  return open
    .filter((code) => code === 'complaintPage.why.handler' || !decides)
    .map((code) => words(lang, code));
}
