import type { VNode } from 'preact';
import { openSuspension } from '../../../../shared/complaint/complaintCase.ts';
import { textLimits } from '../../../../shared/complaint/filing.ts';
import { mediationEnds, suspensionReasons } from '../../../../shared/law/intakeGrounds.ts';
import { Button } from '../../kit/components/button.tsx';
import { Radios } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Warning } from '../../kit/components/notices.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { fieldOf } from '../commandFields.ts';
import { dayText } from '../moment.ts';
import { Act, type ActionProps, FoldedAct } from './actForm.tsx';
import { choicesAt, termText, words } from './complaintWords.ts';
import { consents, tellingHow, tellingTo } from './formSchemas.ts';

/** Forms of a mediation, of its rests and its end, and of telling the parties. */

/** Longest record of a sitting and reason for an end, as the commands have it. */
const LONG_TEXT = 2_000;

export function RecordSitting(props: ActionProps): VNode {
  const { lang, today } = props;
  const field = fieldOf('record-sitting');
  return (
    <FoldedAct {...props} command="record-sitting" title={words(lang, 'complaintPage.sitting.title')}>
      <DateInput name={field('on')} label={words(lang, 'complaintPage.day')} value={today} />
      <Radios
        name={field('consent')}
        label={words(lang, 'complaintPage.consent')}
        hint={words(lang, 'complaintPage.consent.hint')}
        choices={consents.map((value) => ({ value, label: words(lang, `complaintPage.consent.${value}`) }))}
      />
      <Textarea
        name={field('text')}
        label={words(lang, 'complaintPage.sitting.text')}
        rows={4}
        maxLength={LONG_TEXT}
      />
      <Button look="secondary">{words(lang, 'complaintPage.sitting.send')}</Button>
    </FoldedAct>
  );
}

export function EndMediation(props: ActionProps): VNode {
  const { lang, stored } = props;
  const field = fieldOf('end-mediation');
  return (
    <FoldedAct {...props} command="end-mediation" title={words(lang, 'complaintPage.end.title')}>
      <Radios
        name={field('ground')}
        label={words(lang, 'complaintPage.end.ground')}
        choices={choicesAt(lang, mediationEnds, stored.state.received.on)}
      />
      <Textarea
        name={field('reason')}
        label={words(lang, 'complaintPage.end.reason')}
        hint={words(lang, 'complaintPage.end.reason.hint')}
        rows={4}
        maxLength={LONG_TEXT}
      />
      <Warning>{words(lang, 'complaintPage.end.warn')}</Warning>
      <Button look="irreversible">{words(lang, 'complaintPage.end.send')}</Button>
    </FoldedAct>
  );
}

export function Suspend(props: ActionProps): VNode {
  const { lang, stored, today } = props;
  const field = fieldOf('suspend');
  const { kind, received } = stored.state;
  return (
    <FoldedAct {...props} command="suspend" title={words(lang, 'complaintPage.suspend.title')}>
      <p class="govuk-body">{words(lang, 'complaintPage.suspend.lead')}</p>
      <Radios
        name={field('reason')}
        label={words(lang, 'complaintPage.reason')}
        choices={choicesAt(
          lang,
          suspensionReasons,
          received.on,
          // Only a mediator is recused from a mediation.
          ({ rule }) => kind === 'report' && rule === 'recusal',
        )}
      />
      <DateInput name={field('from')} label={words(lang, 'complaintPage.suspend.from')} value={today} />
      <Textarea
        name={field('note')}
        label={words(lang, 'complaintPage.suspend.note')}
        rows={2}
        maxLength={textLimits.request}
      />
      <Button look="secondary">{words(lang, 'complaintPage.suspend.send')}</Button>
    </FoldedAct>
  );
}

export function Resume(props: ActionProps): VNode | null {
  const { lang, stored, today } = props;
  const rest = openSuspension(stored.state);
  if (rest === undefined) return null;
  return (
    <Act {...props} command="resume" title={words(lang, 'complaintPage.resume.title')}>
      <p class="govuk-body">
        {words(lang, 'complaintPage.resume.lead', {
          from: dayText(lang, rest.from),
          reason: termText(lang, suspensionReasons, rest.reason),
        })}
      </p>
      <DateInput
        name={fieldOf('resume')('to')}
        label={words(lang, 'complaintPage.resume.to')}
        value={today}
      />
      <Button>{words(lang, 'complaintPage.resume.send')}</Button>
    </Act>
  );
}

export function Tell(props: ActionProps): VNode {
  const { lang, stored } = props;
  const field = fieldOf('tell');
  const report = stored.state.kind === 'report';
  // Of a report the agency is told nothing here: that there is one is not its business.
  const whom = report ? (['filer'] as const) : tellingTo;
  return (
    <Act
      {...props}
      command="tell"
      title={words(lang, 'complaintPage.tell.title')}
      start={report ? { to: 'filer' } : {}}
    >
      <p class="govuk-body">
        {words(lang, report ? 'complaintPage.tell.lead.report' : 'complaintPage.tell.lead.complaint')}
      </p>
      <Radios
        name={field('to')}
        label={words(lang, 'complaintPage.telling.to')}
        choices={whom.map((value) => ({ value, label: words(lang, `complaintPage.telling.to.${value}`) }))}
      />
      <Radios
        name={field('how')}
        label={words(lang, 'complaintPage.telling.how')}
        choices={tellingHow.map((value) => ({
          value,
          label: words(lang, `complaintPage.telling.how.${value}`),
        }))}
      />
      <Button>{words(lang, 'complaintPage.tell.send')}</Button>
    </Act>
  );
}

export function Withdraw(props: ActionProps): VNode {
  const { lang, stored } = props;
  return (
    <FoldedAct {...props} command="withdraw" title={words(lang, 'complaintPage.withdraw.title')}>
      <p class="govuk-body">
        {words(
          lang,
          stored.status === 'received' && stored.state.accepted === undefined
            ? 'complaintPage.withdraw.lead.received'
            : 'complaintPage.withdraw.lead.mediating',
        )}
      </p>
      <Textarea
        name={fieldOf('withdraw')('reason')}
        label={words(lang, 'complaintPage.withdraw.reason')}
        rows={2}
        maxLength={textLimits.request}
      />
      <Button look="irreversible">{words(lang, 'complaintPage.withdraw.send')}</Button>
    </FoldedAct>
  );
}

/** Sent to the function that may open the vault, like a split. */
export function OpenBreach(props: ActionProps): VNode {
  const { lang, newId } = props;
  return (
    <FoldedAct
      {...props}
      command="open-breach"
      to="breach"
      title={words(lang, 'complaintPage.breach.title')}
      hidden={{ newId }}
    >
      <p class="govuk-body">{words(lang, 'complaintPage.breach.lead')}</p>
      <Button look="secondary">{words(lang, 'complaintPage.breach.send')}</Button>
    </FoldedAct>
  );
}
