import type { VNode } from 'preact';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { textLimits } from '../../../../shared/complaint/filing.ts';
import { notFiledGrounds } from '../../../../shared/law/intakeGrounds.ts';
import { Button, ButtonGroup } from '../../kit/components/button.tsx';
import { Radios } from '../../kit/components/choiceFields.tsx';
import { Inset, Warning } from '../../kit/components/notices.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { fieldOf } from '../commandFields.ts';
import { dayText, momentText } from '../moment.ts';
import { Act, type ActionProps, FoldedAct } from './actForm.tsx';
import { choicesAt, termText, words } from './complaintWords.ts';
import { waitingDecision, waitingExtension } from './offers.ts';

/** Forms of the verification of a report: the longer period, the proposal and the decision on filing a case. */

const LONG_TEXT = 2_000;

export function AskExtension(props: ActionProps): VNode {
  const { lang } = props;
  return (
    <FoldedAct {...props} command="ask-extension" title={words(lang, 'complaintPage.extend.title')}>
      <p class="govuk-body">{words(lang, 'complaintPage.extend.lead')}</p>
      <Textarea
        name={fieldOf('ask-extension')('reason')}
        label={words(lang, 'complaintPage.extend.reason')}
        rows={3}
        maxLength={textLimits.request}
      />
      <Button look="secondary">{words(lang, 'complaintPage.extend.send')}</Button>
    </FoldedAct>
  );
}

export function DecideExtension(props: ActionProps): VNode | null {
  const { lang, stored } = props;
  const waiting = waitingExtension(stored.state);
  if (waiting === undefined) return null;
  const { asked, reason } = waiting;
  const name = fieldOf('decide-extension')('outcome');
  return (
    <Act {...props} command="decide-extension" title={words(lang, 'complaintPage.extend.decide')}>
      <p class="govuk-body">
        {words(lang, 'complaintPage.asks', { by: asked.name, at: momentText(lang, asked.at) })}
      </p>
      <Inset>{reason}</Inset>
      <p class="govuk-body">{words(lang, 'complaintPage.extend.decide.lead')}</p>
      <ButtonGroup>
        <Button name={name} value="approved">
          {words(lang, 'complaintPage.extend.approve')}
        </Button>
        <Button name={name} value="rejected" look="secondary">
          {words(lang, 'complaintPage.extend.reject')}
        </Button>
      </ButtonGroup>
    </Act>
  );
}

export function ProposeDecision(props: ActionProps): VNode {
  const { lang, stored } = props;
  const field = fieldOf('propose-decision');
  const { decision, received, matter } = stored.state;
  const Frame = decision === undefined ? Act : FoldedAct;
  return (
    <Frame
      {...props}
      command="propose-decision"
      title={words(
        lang,
        decision === undefined ? 'complaintPage.propose.title' : 'complaintPage.propose.again',
      )}
    >
      <Radios
        name={field('outcome')}
        label={words(lang, 'complaintPage.propose.outcome')}
        choices={[
          {
            value: 'filed',
            label: words(lang, 'complaintPage.outcome.filed'),
            hint: words(lang, 'complaintPage.propose.filed.hint'),
            conditional: matter.agency.listed ? (
              <Radios
                name={field('inspect')}
                label={words(lang, 'complaintPage.propose.inspect')}
                hint={words(lang, 'complaintPage.propose.inspect.hint')}
                value="no"
                choices={(['no', 'yes'] as const).map((value) => ({
                  value,
                  label: words(lang, `complaintPage.propose.inspect.${value}`),
                }))}
              />
            ) : (
              <p class="govuk-body">{words(lang, 'complaintPage.propose.unlisted')}</p>
            ),
          },
          {
            value: 'not-filed',
            label: words(lang, 'complaintPage.outcome.not-filed'),
            conditional: (
              <Radios
                name={field('ground')}
                label={words(lang, 'complaintPage.propose.ground')}
                choices={choicesAt(lang, notFiledGrounds, received.on)}
              />
            ),
          },
        ]}
      />
      <Textarea
        name={field('reason')}
        label={words(lang, 'complaintPage.propose.reason')}
        rows={4}
        maxLength={LONG_TEXT}
      />
      <Button>{words(lang, 'complaintPage.propose.send')}</Button>
    </Frame>
  );
}

export function Decide(props: ActionProps): VNode | null {
  const { lang, stored } = props;
  const waiting = waitingDecision(stored.state);
  if (waiting === undefined) return null;
  const { proposed, outcome, ground, inspect, reason } = waiting;
  const name = fieldOf('decide')('agrees');
  const follows =
    outcome === 'filed'
      ? inspect
        ? 'complaintPage.decide.warn.inspect'
        : 'complaintPage.decide.warn.filed'
      : 'complaintPage.decide.warn.not-filed';
  return (
    <Act {...props} command="decide" title={words(lang, 'complaintPage.decide.title')}>
      <p class="govuk-body">
        {words(lang, 'complaintPage.decide.proposal', {
          by: proposed.name,
          on: dayText(lang, shanghaiDate(proposed.at)),
          outcome: words(lang, `complaintPage.outcome.${outcome}`),
        })}
        {ground === undefined ? null : ` · ${termText(lang, notFiledGrounds, ground)}`}
      </p>
      <Inset>{reason}</Inset>
      <Warning>{words(lang, follows)}</Warning>
      <ButtonGroup>
        <Button name={name} value="yes" look="irreversible">
          {words(lang, 'complaintPage.decide.agree')}
        </Button>
        <Button name={name} value="no" look="secondary">
          {words(lang, 'complaintPage.decide.back')}
        </Button>
      </ButtonGroup>
    </Act>
  );
}
