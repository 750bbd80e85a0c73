import type { VNode } from 'preact';
import { dropOutReasonsFor, dropOutReasonText } from '../../../../shared/draw/ceremony/dropOutReasons.ts';
import { originText } from '../../../../shared/draw/ceremony/visitOrigin.ts';
import { cancelGrounds } from '../../../../shared/inspection/inspectionCase.ts';
import { isInspectorReason, isRecusal } from '../../../../shared/inspection/staffing.ts';
import { Button, ButtonGroup } from '../../kit/components/button.tsx';
import { Radios, Select } from '../../kit/components/choiceFields.tsx';
import { Inset, Warning } from '../../kit/components/notices.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { fieldOf } from '../commandFields.ts';
import { dayText, momentText } from '../moment.ts';
import { Act, type ActionProps, FoldedAct } from './actForm.tsx';
import { listed, words } from './inspectionWords.ts';
import { applicable, recusalToDecide, replaceable, staffingToDecide } from './offers.ts';

/** Forms about who is in the team, and whether the visit takes place at all. */

export function RequestStaffing(props: ActionProps): VNode {
  const { lang, stored, user } = props;
  const command = 'request-staffing';
  const field = fieldOf(command);
  const seats = replaceable({ inspection: stored.state, user });
  const [only] = seats;
  const own = seats.length === 1 && only?.inspectorId === user.inspectorId;
  const title = words(lang, own ? 'inspectionPage.staffing.own' : 'inspectionPage.staffing.other');
  // That an application was granted is never asked for: it follows from the decision.
  const reasons = dropOutReasonsFor('inspector')
    .map(({ code }) => code)
    .filter(isInspectorReason)
    .filter((code) => code !== 'recusal-granted');
  return (
    <FoldedAct
      {...props}
      command={command}
      title={title}
      {...(own && only !== undefined ? { hidden: { [field('inspectorId')]: only.inspectorId } } : {})}
    >
      <p class="govuk-body">{words(lang, 'inspectionPage.staffing.lead')}</p>
      {own ? null : (
        <Select
          name={field('inspectorId')}
          label={words(lang, 'inspectionPage.staffing.who')}
          choices={seats.map(({ inspectorId, name }) => ({ value: inspectorId, label: name }))}
        />
      )}
      <Radios
        name={field('reason')}
        label={words(lang, 'inspectionPage.staffing.reason')}
        choices={reasons.map((code) => ({
          value: code,
          label: dropOutReasonText(lang, code),
          hint: words(
            lang,
            isRecusal(code) ? 'inspectionPage.staffing.thisVisit' : 'inspectionPage.staffing.allVisits',
          ),
        }))}
      />
      <Textarea
        name={field('text')}
        label={words(lang, 'inspectionPage.staffing.text')}
        hint={words(lang, 'inspectionPage.staffing.text.hint')}
        rows={2}
        maxLength={500}
        optional
      />
      <Button look="secondary">{words(lang, 'inspectionPage.staffing.send')}</Button>
    </FoldedAct>
  );
}

/** One form per request: who asks, why, and what follows from either answer. */
export function DecideStaffing(props: ActionProps): VNode {
  const { lang, stored, user } = props;
  return (
    <>
      {staffingToDecide({ inspection: stored.state, user }).map((request) => (
        <Act
          key={request.id}
          {...props}
          command="decide-staffing"
          title={words(lang, 'inspectionPage.staffing.decide', { name: request.name })}
          hidden={{ id: request.id }}
        >
          <p class="govuk-body">
            {words(lang, 'inspectionPage.staffing.request', {
              by: request.requested.name,
              at: momentText(lang, request.requested.at),
              reason: dropOutReasonText(lang, request.reason),
            })}
          </p>
          <p class="govuk-body">
            {words(
              lang,
              isRecusal(request.reason)
                ? 'inspectionPage.staffing.confirm.one'
                : 'inspectionPage.staffing.confirm.all',
            )}
          </p>
          <ButtonGroup>
            <Button name="outcome" value="confirmed" look="irreversible">
              {words(lang, 'inspectionPage.staffing.confirm')}
            </Button>
            <Button name="outcome" value="refused" look="secondary">
              {words(lang, 'inspectionPage.staffing.refuse')}
            </Button>
          </ButtonGroup>
        </Act>
      ))}
    </>
  );
}

export function ApplyRecusal(props: ActionProps): VNode {
  const { lang, stored } = props;
  const field = fieldOf('apply-recusal');
  return (
    <FoldedAct {...props} command="apply-recusal" title={words(lang, 'inspectionPage.recusal.enter')}>
      <p class="govuk-body">{words(lang, 'inspectionPage.recusal.enter.lead')}</p>
      <Select
        name={field('tid')}
        label={words(lang, 'inspectionPage.recusal.who')}
        choices={applicable(stored.state).map(({ tid, name }) => ({ value: tid, label: name }))}
      />
      <Textarea
        name={field('text')}
        label={words(lang, 'inspectionPage.recusal.text')}
        hint={words(lang, 'inspectionPage.recusal.text.hint')}
        rows={3}
        maxLength={500}
      />
      <Button look="secondary">{words(lang, 'inspectionPage.recusal.enter')}</Button>
    </FoldedAct>
  );
}

export function DecideRecusal(props: ActionProps): VNode | null {
  const { lang, stored, user } = props;
  const field = fieldOf('decide-recusal');
  const application = recusalToDecide({ inspection: stored.state, user });
  if (application === undefined) return null;
  return (
    <Act
      {...props}
      command="decide-recusal"
      title={words(lang, 'inspectionPage.recusal.decide', { name: application.name })}
      hidden={{ id: application.id }}
    >
      <p class="govuk-body">
        {words(lang, 'inspectionPage.recusal.applied', { at: momentText(lang, application.at) })}
      </p>
      <Inset>{application.text}</Inset>
      <Radios
        name={field('outcome')}
        label={words(lang, 'inspectionPage.recusal.outcome')}
        choices={[
          {
            value: 'granted',
            label: words(lang, 'inspectionPage.recusal.granted'),
            hint: words(lang, 'inspectionPage.recusal.granted.hint'),
          },
          { value: 'rejected', label: words(lang, 'inspectionPage.recusal.rejected') },
        ]}
      />
      <Textarea
        name={field('reason')}
        label={words(lang, 'inspectionPage.recusal.reason')}
        hint={words(lang, 'inspectionPage.recusal.reason.hint')}
        rows={2}
        maxLength={1000}
      />
      <Button look="irreversible">{words(lang, 'inspectionPage.recusal.send')}</Button>
    </Act>
  );
}

export function RequestCancel(props: ActionProps): VNode {
  const { lang } = props;
  const field = fieldOf('request-cancel');
  return (
    <FoldedAct {...props} command="request-cancel" title={words(lang, 'inspectionPage.cancel.ask')}>
      <p class="govuk-body">{words(lang, 'inspectionPage.cancel.lead')}</p>
      <Radios
        name={field('ground')}
        label={words(lang, 'inspectionPage.cancel.ground')}
        choices={cancelGrounds.map((ground) => ({
          value: ground,
          label: words(lang, `inspection.cancel.${ground}`),
          hint: words(lang, `inspectionPage.cancel.${ground}.hint`),
        }))}
      />
      <Textarea
        name={field('reason')}
        label={words(lang, 'inspectionPage.cancel.reason')}
        rows={2}
        maxLength={500}
      />
      <Button look="secondary">{words(lang, 'inspectionPage.cancel.ask')}</Button>
    </FoldedAct>
  );
}

export function WithdrawCancel(props: ActionProps): VNode {
  const { lang } = props;
  return (
    <Act {...props} command="withdraw-cancel" title={words(lang, 'inspectionPage.cancel.withdraw')}>
      <Button look="secondary">{words(lang, 'inspectionPage.cancel.withdraw')}</Button>
    </Act>
  );
}

export function Cancel(props: ActionProps): VNode | null {
  const { lang, stored } = props;
  const request = stored.state.cancelRequest;
  if (request === undefined) return null;
  return (
    <Act {...props} command="cancel" title={words(lang, 'inspectionPage.cancel.confirm')}>
      <p class="govuk-body">
        {words(lang, 'inspectionPage.cancel.asked', {
          by: request.name,
          at: momentText(lang, request.at),
          ground: words(lang, `inspection.cancel.${request.ground}`),
          reason: request.reason,
        })}
      </p>
      <Warning>{words(lang, `inspectionPage.cancel.${request.ground}.hint`)}</Warning>
      <Button look="irreversible">{words(lang, 'inspectionPage.cancel.confirm')}</Button>
    </Act>
  );
}

export function Join(props: ActionProps): VNode {
  const { lang, joinable } = props;
  const field = fieldOf('join');
  return (
    <FoldedAct {...props} command="join" title={words(lang, 'inspectionPage.join.title')}>
      <p class="govuk-body">{words(lang, 'inspectionPage.join.lead')}</p>
      <Radios
        name={field('lead')}
        label={words(lang, 'inspectionPage.join.into')}
        choices={joinable.map(({ state }) => ({
          value: state.number,
          label: state.number,
          hint: words(lang, 'inspectionPage.join.choice', {
            origin: originText(lang, state.origin),
            from: dayText(lang, state.period.from),
            to: dayText(lang, state.period.to),
            team: listed(
              lang,
              state.team.map(({ name }) => name),
            ),
          }),
        }))}
      />
      <Warning>{words(lang, 'inspectionPage.join.warn')}</Warning>
      <Button look="irreversible">{words(lang, 'inspectionPage.join.send')}</Button>
    </FoldedAct>
  );
}
