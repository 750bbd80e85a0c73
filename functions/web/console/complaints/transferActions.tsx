import type { VNode } from 'preact';
import { disputeOutcomes, openDispute } from '../../../../shared/complaint/complaintCase.ts';
import { textLimits } from '../../../../shared/complaint/filing.ts';
import { waitingTransfer } from '../../../../shared/complaint/transferring.ts';
import { transferKinds } from '../../../../shared/law/intakeGrounds.ts';
import { Button, ButtonGroup } from '../../kit/components/button.tsx';
import { Radios } from '../../kit/components/choiceFields.tsx';
import { Inset, Warning } from '../../kit/components/notices.tsx';
import { Textarea, TextInput } from '../../kit/components/textFields.tsx';
import { fieldOf } from '../commandFields.ts';
import { momentText } from '../moment.ts';
import { Act, type ActionProps, FoldedAct } from './actForm.tsx';
import { choicesAt, words } from './complaintWords.ts';

/** Forms of handing a case over and of taking it back. */

export function TransferForm(props: ActionProps): VNode {
  const { lang, stored } = props;
  const field = fieldOf('transfer');
  const { channel, received } = stored.state;
  const passedOn = channel === 'forwarded';
  const telling = stored.status === 'telling';
  return (
    <FoldedAct {...props} command="transfer" title={words(lang, 'complaintPage.handOver.title')}>
      <Radios
        name={field('kind')}
        label={words(lang, 'complaintPage.transfer.kind')}
        choices={choicesAt(
          lang,
          transferKinds,
          received.on,
          // What was passed on to this office goes back; once taken up here, another authority may have to act on it.
          ({ rule }) =>
            telling
              ? rule !== 'crime'
              : passedOn
                ? rule === 'forwarded' || (rule === 'other-body' && stored.status === 'received')
                : rule === 'returned',
        )}
      />
      <TextInput name={field('to')} label={words(lang, 'complaintPage.transfer.to')} maxLength={100} />
      <Textarea
        name={field('reason')}
        label={words(lang, 'complaintPage.reason')}
        rows={3}
        maxLength={textLimits.request}
      />
      <p class="govuk-body">
        {words(lang, telling ? 'complaintPage.handOver.follows.telling' : 'complaintPage.handOver.follows')}
      </p>
      <Button look="secondary">{words(lang, 'complaintPage.handOver.send')}</Button>
    </FoldedAct>
  );
}

export function ConfirmTransfer(props: ActionProps): VNode | null {
  const { lang, stored } = props;
  const waiting = waitingTransfer(stored.state);
  if (waiting === undefined) return null;
  const name = fieldOf('confirm-transfer')('agrees');
  return (
    <Act {...props} command="confirm-transfer" title={words(lang, 'complaintPage.handOver.confirm')}>
      <p class="govuk-body">
        {words(lang, 'complaintPage.handOver.asks', {
          by: waiting.name,
          at: momentText(lang, waiting.at),
          to: waiting.to,
        })}
      </p>
      <Inset>{waiting.reason}</Inset>
      <Warning>
        {words(
          lang,
          stored.status === 'telling'
            ? 'complaintPage.handOver.follows.telling'
            : 'complaintPage.handOver.warn',
        )}
      </Warning>
      <ButtonGroup>
        <Button name={name} value="yes" look="irreversible">
          {words(lang, 'complaintPage.handOver.agree')}
        </Button>
        <Button name={name} value="no" look="secondary">
          {words(lang, 'complaintPage.handOver.refuse')}
        </Button>
      </ButtonGroup>
    </Act>
  );
}

export function TakeBack(props: ActionProps): VNode {
  const { lang } = props;
  return (
    <FoldedAct {...props} command="return" title={words(lang, 'complaintPage.takeBack.title')}>
      <p class="govuk-body">{words(lang, 'complaintPage.takeBack.lead')}</p>
      <Textarea
        name={fieldOf('return')('reason')}
        label={words(lang, 'complaintPage.reason')}
        rows={2}
        maxLength={textLimits.request}
      />
      <Button look="secondary">{words(lang, 'complaintPage.takeBack.send')}</Button>
    </FoldedAct>
  );
}

export function DisputeForm(props: ActionProps): VNode {
  const { lang } = props;
  const field = fieldOf('dispute');
  return (
    <FoldedAct {...props} command="dispute" title={words(lang, 'complaintPage.dispute.title')}>
      <p class="govuk-body">{words(lang, 'complaintPage.dispute.lead')}</p>
      <TextInput name={field('with')} label={words(lang, 'complaintPage.dispute.with')} maxLength={100} />
      <Textarea
        name={field('reason')}
        label={words(lang, 'complaintPage.reason')}
        rows={3}
        maxLength={textLimits.request}
      />
      <Button look="secondary">{words(lang, 'complaintPage.dispute.send')}</Button>
    </FoldedAct>
  );
}

export function SettleDispute(props: ActionProps): VNode | null {
  const { lang, stored } = props;
  const open = openDispute(stored.state);
  if (open === undefined) return null;
  return (
    <Act {...props} command="settle-dispute" title={words(lang, 'complaintPage.dispute.settle')}>
      <p class="govuk-body">
        {words(lang, 'complaintPage.dispute.open', { with: open.with, at: momentText(lang, open.at) })}
      </p>
      <Inset>{open.reason}</Inset>
      <Radios
        name={fieldOf('settle-dispute')('outcome')}
        label={words(lang, 'complaintPage.dispute.outcome')}
        choices={disputeOutcomes.map((value) => ({
          value,
          label: words(lang, `complaintPage.dispute.outcome.${value}`),
        }))}
      />
      <Button>{words(lang, 'complaintPage.dispute.settle.send')}</Button>
    </Act>
  );
}
