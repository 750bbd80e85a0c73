import type { VNode } from 'preact';
import { mayAct } from '../../../../shared/access/roles.ts';
import { mayReview } from '../../../../shared/inspection/reviewing.ts';
import { type ActionProps, offeredTo, statusOf } from './actForm.tsx';
import { words } from './inspectionWords.ts';
import { type FormCommand, rolesFor } from './offers.ts';
import {
  AnswerRectification,
  ConfirmRecheck,
  ProposeCorrection,
  RaiseCorrection,
  Recheck,
  SettleCorrection,
} from './resultActions.tsx';
import { Approve, Return } from './reviewActions.tsx';
import {
  ApplyRecusal,
  Cancel,
  DecideRecusal,
  DecideStaffing,
  Join,
  RequestCancel,
  RequestStaffing,
  WithdrawCancel,
} from './teamActions.tsx';

/** The form of each command. */
const panels: Readonly<Record<FormCommand, (props: ActionProps) => VNode | null>> = {
  'decide-recusal': DecideRecusal,
  'decide-staffing': DecideStaffing,
  cancel: Cancel,
  approve: Approve,
  return: Return,
  'confirm-recheck': ConfirmRecheck,
  recheck: Recheck,
  'settle-correction': SettleCorrection,
  'propose-correction': ProposeCorrection,
  'answer-rectification': AnswerRectification,
  'request-staffing': RequestStaffing,
  'apply-recusal': ApplyRecusal,
  join: Join,
  'raise-correction': RaiseCorrection,
  'request-cancel': RequestCancel,
  'withdraw-cancel': WithdrawCancel,
};

/** What can be done now: the forms, and in words what somebody might look for and why it is not there. */
export function ToDo(props: ActionProps): VNode {
  const { lang } = props;
  const offers = offeredTo(props);
  const why = whyNot(props);
  return (
    <section class="dr-todo" aria-labelledby="todo">
      <h2 class="govuk-heading-m" id="todo">
        {words(lang, 'inspectionPage.todo')}
      </h2>
      {why === undefined ? null : <p class="govuk-body">{why}</p>}
      {offers.length === 0 && why === undefined ? (
        <p class="govuk-body">{words(lang, `inspectionPage.nothing.${statusOf(props.stored)}`)}</p>
      ) : null}
      {offers.map((command) => {
        const Panel = panels[command];
        return <Panel key={command} {...props} />;
      })}
    </section>
  );
}

/** Why a button that belongs to this step is not this person's. */
function whyNot({ lang, stored, user }: ActionProps): string | undefined {
  const { cancelRequest, staffing } = stored.state;
  const status = statusOf(stored);
  if (status === 'visited' && mayAct(user.roles, rolesFor('approve')) && !mayReview(stored.state, user))
    return words(lang, 'inspectionPage.why.inspected');
  if (cancelRequest !== undefined && cancelRequest.by === user.userId)
    return words(lang, 'inspectionPage.why.cancel');
  const own = staffing.some(
    ({ decided, requested, inspectorId }) =>
      decided === undefined && (requested.by === user.userId || inspectorId === user.inspectorId),
  );
  return own ? words(lang, 'inspectionPage.why.staffing') : undefined;
}
