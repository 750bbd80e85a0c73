import type { VNode } from 'preact';
import { windowOver } from '../../../shared/penalty/defending.ts';
import type { PartyActs } from '../../../shared/penalty/partyActs.ts';
import { partyPath } from '../../../shared/penalty/partyLink.ts';
import { currentNotice } from '../../../shared/penalty/penaltyCase.ts';
import { dateText } from '../../publicity-worker/words.ts';
import { Button } from '../../web/kit/components/button.tsx';
import { Form } from '../../web/kit/components/form.tsx';
import { Warning } from '../../web/kit/components/notices.tsx';
import { SummaryList } from '../../web/kit/components/summaryList.tsx';
import { Textarea } from '../../web/kit/components/textFields.tsx';
import { usePage, type Values } from '../../web/kit/context.tsx';
import { HEARING_TEXT, WITHDRAWAL_TEXT } from './forms.ts';
import type { OwnPenalty } from './partyLinked.ts';
import { say } from './words.ts';

interface Props {
  readonly own: OwnPenalty;
  readonly acts: PartyActs;
  readonly values?: Values;
}

/** The right to a hearing, where the law gives one; and its day and place, once it was asked for. */
export function HearingPart(props: Props): VNode | null {
  const { lang } = usePage();
  const { state, status, at } = props.own;
  const { hearing } = state;
  if (props.acts.askHearing) return <AskPart {...props} />;
  if (hearing !== undefined) return <HeldPart {...props} />;
  if (status !== 'defending') return null;
  const due = currentNotice(state)?.hearing === true;
  return (
    <p class="govuk-body">
      {say(lang, due && windowOver(state, at) ? 'linkPenalty.hearing.over' : 'linkPenalty.hearing.notDue')}
    </p>
  );
}

function AskPart({ own, values }: Props): VNode {
  const { lang } = usePage();
  const due = own.state.deadlines.find(({ kind }) => kind === 'defence')?.deadline.dueLegal;
  return (
    <>
      <h3 class="govuk-heading-s">{say(lang, 'linkPenalty.hearing')}</h3>
      {own.state.hearing?.withdrawn === undefined ? null : (
        <p class="govuk-body">{say(lang, 'linkPenalty.hearing.withdrawn')}</p>
      )}
      {due === undefined ? null : (
        <p class="govuk-body">{say(lang, 'linkPenalty.hearing.until', { date: dateText(lang, due) })}</p>
      )}
      <Form action={`${partyPath(own.token)}/hearing`} values={values ?? {}}>
        <Textarea
          name="hearingText"
          label={say(lang, 'linkPenalty.hearing.text')}
          maxLength={HEARING_TEXT}
          rows={3}
        />
        <Button>{say(lang, 'linkPenalty.hearing.send')}</Button>
      </Form>
    </>
  );
}

function HeldPart({ own, acts, values }: Props): VNode | null {
  const { lang } = usePage();
  const { hearing } = own.state;
  if (hearing === undefined) return null;
  const { asked, fixed, chair, held, withdrawn } = hearing;
  return (
    <>
      <h3 class="govuk-heading-s">{say(lang, 'penalty.status.hearing')}</h3>
      {withdrawn !== undefined ? (
        <p class="govuk-body">{say(lang, 'linkPenalty.hearing.withdrawn')}</p>
      ) : fixed === undefined ? (
        <p class="govuk-body">{say(lang, 'linkPenalty.hearing.asked', { date: dateText(lang, asked.on) })}</p>
      ) : (
        <SummaryList
          rows={[
            { label: say(lang, 'linkPenalty.hearing.on'), value: dateText(lang, fixed.on) },
            { label: say(lang, 'linkPenalty.hearing.place'), value: fixed.place },
            chair === undefined
              ? undefined
              : { label: say(lang, 'linkPenalty.hearing.chair'), value: chair.chair },
            {
              label: say(lang, 'linkPenalty.hearing.open'),
              value: say(lang, `linkPenalty.hearing.open.${fixed.public ? 'yes' : 'no'}`),
            },
          ]}
        />
      )}
      {held === undefined ? null : (
        <p class="govuk-body">{say(lang, 'linkPenalty.hearing.held', { date: dateText(lang, held.on) })}</p>
      )}
      {acts.withdrawHearing ? (
        <Form action={`${partyPath(own.token)}/withdraw`} values={values ?? {}}>
          <Warning>{say(lang, 'linkPenalty.withdraw.warn')}</Warning>
          <Textarea
            name="reason"
            label={say(lang, 'linkPenalty.withdraw.text')}
            maxLength={WITHDRAWAL_TEXT}
            rows={3}
          />
          <Button look="secondary">{say(lang, 'linkPenalty.withdraw.send')}</Button>
        </Form>
      ) : null}
    </>
  );
}
