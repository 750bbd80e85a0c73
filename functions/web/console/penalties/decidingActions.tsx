import type { VNode } from 'preact';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { annulmentReasons } from '../../../../shared/law/penaltyProcedure.ts';
import { lateFee } from '../../../../shared/penalty/lateFee.ts';
import { reviewStage } from '../../../../shared/penalty/penaltyCase.ts';
import { owed, performed } from '../../../../shared/penalty/performing.ts';
import { Button, ButtonGroup } from '../../kit/components/button.tsx';
import { Radios } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Inset, Warning } from '../../kit/components/notices.tsx';
import { Textarea, TextInput } from '../../kit/components/textFields.tsx';
import { fieldOf } from '../commandFields.ts';
import { dayText } from '../moment.ts';
import { Act, type ActionProps, FoldedAct } from './actForm.tsx';
import { lineLimit, textLimit } from './formSchemas.ts';
import { waitingAnnulment } from './offers.ts';
import { amountText, choicesAt, termText, words } from './penaltyWords.ts';

/** Forms from the review to the end of the file. */

export function ReviewForm(props: ActionProps): VNode {
  const { lang, stored } = props;
  const field = fieldOf('review');
  const stage = reviewStage(stored.state);
  const outcome = stored.state.draft?.outcome ?? 'penalty';
  const follows = stage === 'notice' ? 'notice' : outcome === 'penalty' ? 'decision' : 'other';
  return (
    <Act {...props} command="review" title={words(lang, `penaltyPage.review.title.${stage}`)}>
      <Radios
        name={field('outcome')}
        label={words(lang, 'penaltyPage.review.outcome')}
        choices={[
          {
            value: 'passed',
            label: words(lang, 'penaltyPage.review.passed'),
            hint: words(lang, `penaltyPage.review.follows.${follows}`),
          },
          { value: 'returned', label: words(lang, 'penaltyPage.review.returned') },
        ]}
      />
      <Textarea
        name={field('note')}
        label={words(lang, 'penaltyPage.review.note')}
        hint={words(lang, 'penaltyPage.review.note.hint')}
        rows={4}
        maxLength={textLimit}
      />
      <Button>{words(lang, 'penaltyPage.review.send')}</Button>
    </Act>
  );
}

export function Reopen(props: ActionProps): VNode {
  const { lang } = props;
  return (
    <FoldedAct {...props} command="reopen" title={words(lang, 'penaltyPage.reopen.title')}>
      <Warning>{words(lang, 'penaltyPage.reopen.warn')}</Warning>
      <Textarea
        name={fieldOf('reopen')('reason')}
        label={words(lang, 'penaltyPage.reason')}
        rows={3}
        maxLength={textLimit}
      />
      <Button look="secondary">{words(lang, 'penaltyPage.reopen.send')}</Button>
    </FoldedAct>
  );
}

export function Decide(props: ActionProps): VNode | null {
  const { lang, stored } = props;
  const { draft } = stored.state;
  if (draft === undefined) return null;
  const field = fieldOf('decide');
  return (
    <Act {...props} command="decide" title={words(lang, 'penaltyPage.decide.title')}>
      <p class="govuk-body">
        {words(lang, 'penaltyPage.proposedBy', {
          by: draft.name,
          on: dayText(lang, shanghaiDate(draft.at)),
          what: words(lang, `penalty.outcome.${draft.outcome}`),
        })}
      </p>
      <Inset>{draft.reason}</Inset>
      <Warning>{words(lang, `penaltyPage.decide.warn.${draft.outcome}`)}</Warning>
      <Textarea
        name={field('reason')}
        label={words(lang, 'penaltyPage.decide.reason')}
        rows={2}
        maxLength={textLimit}
        optional
      />
      <ButtonGroup>
        <Button name={field('agrees')} value="yes" look="irreversible">
          {words(lang, 'penaltyPage.decide.send')}
        </Button>
        <Button name={field('agrees')} value="no" look="secondary">
          {words(lang, 'penaltyPage.sendBack')}
        </Button>
      </ButtonGroup>
    </Act>
  );
}

export function RecordPayment(props: ActionProps): VNode {
  const { lang, stored, today } = props;
  const field = fieldOf('record-payment');
  const pay = stored.state.deadlines.find(({ kind }) => kind === 'pay')?.deadline.dueLegal;
  const late = pay === undefined || today <= pay ? 0 : lateFee(owed(stored.state), pay, today);
  return (
    <Act {...props} command="record-payment" title={words(lang, 'penaltyPage.payment.title')}>
      <p class="govuk-body">
        {words(lang, 'penaltyPage.payment.owed', { amount: amountText(lang, owed(stored.state)) })}
        {late === 0
          ? null
          : ` ${words(lang, 'penaltyPage.payment.late', { amount: amountText(lang, late) })}`}
      </p>
      <DateInput name={field('on')} label={words(lang, 'penaltyPage.payment.on')} value={today} />
      <TextInput
        name={field('amount')}
        label={words(lang, 'penaltyPage.payment.amount')}
        hint={words(lang, 'penaltyPage.payment.amount.hint')}
        inputMode="decimal"
        suffix={words(lang, 'penaltyDraft.yuan')}
        width={10}
      />
      <TextInput
        name={field('receipt')}
        label={words(lang, 'penaltyPage.payment.receipt')}
        width={20}
        maxLength={lineLimit}
      />
      <Button>{words(lang, 'penaltyPage.payment.send')}</Button>
    </Act>
  );
}

export function RecordCorrection(props: ActionProps): VNode {
  const { lang, today } = props;
  return (
    <Act {...props} command="record-correction" title={words(lang, 'penaltyPage.correction.title')}>
      <DateInput
        name={fieldOf('record-correction')('on')}
        label={words(lang, 'penaltyPage.correction.on')}
        value={today}
      />
      <Button>{words(lang, 'penaltyPage.correction.send')}</Button>
    </Act>
  );
}

export function RemindPayment(props: ActionProps): VNode {
  const { lang } = props;
  return (
    <Act {...props} command="remind-payment" title={words(lang, 'penaltyPage.remind.title')}>
      <p class="govuk-body">{words(lang, 'penaltyPage.remind.lead')}</p>
      <Button>{words(lang, 'penaltyPage.remind.send')}</Button>
    </Act>
  );
}

export function AskCourt(props: ActionProps): VNode {
  const { lang, today } = props;
  return (
    <Act {...props} command="ask-court" title={words(lang, 'penaltyPage.court.title')}>
      <DateInput
        name={fieldOf('ask-court')('on')}
        label={words(lang, 'penaltyPage.court.on')}
        value={today}
      />
      <Button>{words(lang, 'penaltyPage.court.send')}</Button>
    </Act>
  );
}

export function Close(props: ActionProps): VNode {
  const { lang, stored } = props;
  const how = performed(stored.state) ? 'performed' : 'court';
  return (
    <Act {...props} command="close" title={words(lang, 'penaltyPage.close.title')}>
      <p class="govuk-body">{words(lang, `penaltyPage.close.${how}`)}</p>
      <Textarea
        name={fieldOf('close')('reason')}
        label={words(lang, 'penaltyPage.note')}
        rows={2}
        maxLength={textLimit}
        optional
      />
      <Button>{words(lang, 'penaltyPage.close.send')}</Button>
    </Act>
  );
}

export function ProposeAnnulment(props: ActionProps): VNode {
  const { lang, today } = props;
  const field = fieldOf('propose-annulment');
  return (
    <FoldedAct {...props} command="propose-annulment" title={words(lang, 'penaltyPage.annul.propose')}>
      <p class="govuk-body">{words(lang, 'penaltyPage.annul.lead')}</p>
      <Radios
        name={field('ground')}
        label={words(lang, 'penaltyPage.ground')}
        choices={choicesAt(lang, annulmentReasons, today)}
      />
      <TextInput
        name={field('reference')}
        label={words(lang, 'penaltyPage.annul.reference')}
        width={20}
        maxLength={lineLimit}
      />
      <DateInput name={field('on')} label={words(lang, 'penaltyPage.annul.on')} />
      <Textarea
        name={field('reason')}
        label={words(lang, 'penaltyPage.reason')}
        rows={3}
        maxLength={textLimit}
      />
      <Button look="secondary">{words(lang, 'penaltyPage.annul.proposeSend')}</Button>
    </FoldedAct>
  );
}

export function Annul(props: ActionProps): VNode | null {
  const { lang, stored } = props;
  const waiting = waitingAnnulment(stored.state);
  if (waiting === undefined) return null;
  const name = fieldOf('annul')('agrees');
  return (
    <Act {...props} command="annul" title={words(lang, 'penaltyPage.annul.title')}>
      <p class="govuk-body">
        {words(lang, 'penaltyPage.proposedBy', {
          by: waiting.proposed.name,
          on: dayText(lang, shanghaiDate(waiting.proposed.at)),
          what: termText(lang, annulmentReasons, waiting.ground),
        })}
        {` · ${waiting.reference} · ${dayText(lang, waiting.on)}`}
      </p>
      <Inset>{waiting.reason}</Inset>
      <Warning>{words(lang, 'penaltyPage.annul.warn')}</Warning>
      <ButtonGroup>
        <Button name={name} value="yes" look="irreversible">
          {words(lang, 'penaltyPage.annul.send')}
        </Button>
        <Button name={name} value="no" look="secondary">
          {words(lang, 'penaltyPage.annul.wrong')}
        </Button>
      </ButtonGroup>
    </Act>
  );
}
