import type { VNode } from 'preact';
import { serviceNotes } from '../../../../shared/notice/notice.ts';
import { mayChair } from '../../../../shared/penalty/hearing.ts';
import { currentNotice } from '../../../../shared/penalty/penaltyCase.ts';
import { penaltyServiceMethods } from '../../../../shared/penalty/service.ts';
import { Button } from '../../kit/components/button.tsx';
import { Checkboxes, Radios, Select } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Warning } from '../../kit/components/notices.tsx';
import { Textarea, TextInput } from '../../kit/components/textFields.tsx';
import { fieldOf } from '../commandFields.ts';
import { dayText } from '../moment.ts';
import { Act, type ActionProps, FoldedAct } from './actForm.tsx';
import { lineLimit, textLimit } from './formSchemas.ts';
import type { FormCommand } from './offers.ts';
import { chairsOf } from './officePeople.ts';
import { words } from './penaltyWords.ts';

/** Forms about what the party is told and what it says. */

type Serving = 'serve-notice' | 'serve-hearing' | 'serve-decision';

/** How and when a paper reached the party. */
function ServiceForm(props: ActionProps & { command: Serving }): VNode {
  const { lang, command, today } = props;
  const field = fieldOf(command);
  return (
    <Act {...props} command={command} title={words(lang, `penaltyPage.${command}.title`)}>
      <p class="govuk-body">{words(lang, `penaltyPage.${command}.lead`)}</p>
      <Radios
        name={field('method')}
        label={words(lang, 'penaltyPage.service.method')}
        choices={[
          ...penaltyServiceMethods.map((one) => ({
            value: one.code as string,
            label: one[lang],
            ...(one.code === 'announced' ? { hint: words(lang, 'penaltyPage.service.announced') } : {}),
          })),
          {
            value: 'electronic',
            label: words(lang, 'penaltyPage.service.electronic'),
            hint: words(lang, 'penaltyPage.service.electronic.hint'),
          },
        ]}
      />
      <DateInput
        name={field('on')}
        label={words(lang, 'penaltyPage.service.on')}
        hint={words(lang, 'penaltyPage.service.on.hint')}
        value={today}
      />
      <Radios
        name={field('note')}
        label={words(lang, 'penaltyPage.service.note')}
        choices={serviceNotes
          .filter(({ code }) => code !== 'told-noted')
          .map((one) => ({ value: one.code, label: one[lang] }))}
      />
      <Button>{words(lang, 'penaltyPage.service.send')}</Button>
    </Act>
  );
}

export const ServeNotice = (props: ActionProps) => <ServiceForm {...props} command="serve-notice" />;
export const ServeHearing = (props: ActionProps) => <ServiceForm {...props} command="serve-hearing" />;
export const ServeDecision = (props: ActionProps) => <ServiceForm {...props} command="serve-decision" />;

/** A paper of the party that is entered: when it came, what it says, which files belong to it. */
function Statement(
  props: ActionProps & { command: Extract<FormCommand, 'state' | 'ask-hearing' | 'waive'>; optional?: true },
): VNode {
  const { lang, command, stored, today, optional } = props;
  const field = fieldOf(command);
  const { evidence } = stored.state;
  return (
    <FoldedAct {...props} command={command} title={words(lang, `penaltyPage.${command}.title`)}>
      <p class="govuk-body">{words(lang, `penaltyPage.${command}.lead`)}</p>
      <DateInput name={field('on')} label={words(lang, 'penaltyPage.statement.on')} value={today} />
      <Textarea
        name={field('text')}
        label={words(lang, 'penaltyPage.statement.text')}
        rows={4}
        maxLength={textLimit}
        {...(optional === true ? { optional } : {})}
      />
      {evidence.length === 0 ? null : (
        <Checkboxes
          name={field('files')}
          label={words(lang, 'penaltyPage.statement.files')}
          hint={words(lang, 'penaltyPage.statement.files.hint')}
          choices={evidence.map(({ id, fileName }) => ({ value: id, label: fileName }))}
          optional
        />
      )}
      {command === 'waive' ? <Warning>{words(lang, 'penaltyPage.waive.warn')}</Warning> : null}
      <Button look={command === 'waive' ? 'irreversible' : 'secondary'}>
        {words(lang, `penaltyPage.${command}.send`)}
      </Button>
    </FoldedAct>
  );
}

export const State = (props: ActionProps) => <Statement {...props} command="state" />;
export const AskHearing = (props: ActionProps) => <Statement {...props} command="ask-hearing" optional />;
export const Waive = (props: ActionProps) => <Statement {...props} command="waive" optional />;

export function EndWindow(props: ActionProps): VNode {
  const { lang, stored } = props;
  const served = currentNotice(stored.state)?.served;
  return (
    <Act {...props} command="end-window" title={words(lang, 'penaltyPage.end-window.title')}>
      {served === undefined ? null : (
        <p class="govuk-body">
          {words(lang, 'penaltyPage.end-window.lead', { on: dayText(lang, served.on) })}
        </p>
      )}
      <Button>{words(lang, 'penaltyPage.end-window.send')}</Button>
    </Act>
  );
}

export function NameChair(props: ActionProps): VNode {
  const { lang, stored, users } = props;
  const able = chairsOf(users).filter((one) => mayChair(stored.state, one));
  const barred = chairsOf(users).filter((one) => !mayChair(stored.state, one));
  const named = stored.state.hearing?.chair;
  const Frame = named === undefined ? Act : FoldedAct;
  return (
    <Frame {...props} command="name-chair" title={words(lang, 'penaltyPage.chair.title')}>
      {barred.length === 0 ? null : (
        <p class="govuk-body">
          {words(lang, 'penaltyPage.chair.barred', {
            names: barred.map(({ name }) => name).join(lang === 'zh' ? '、' : ', '),
          })}
        </p>
      )}
      <Select
        name={fieldOf('name-chair')('chair')}
        label={words(lang, 'penaltyPage.chair')}
        choices={able.map(({ userId, name }) => ({ value: userId, label: name }))}
      />
      <Button>{words(lang, 'penaltyPage.chair.send')}</Button>
    </Frame>
  );
}

export function FixHearing(props: ActionProps): VNode {
  const { lang, stored } = props;
  const field = fieldOf('fix-hearing');
  const fixed = stored.state.hearing?.fixed;
  const Frame = fixed === undefined ? Act : FoldedAct;
  return (
    <Frame
      {...props}
      command="fix-hearing"
      title={words(lang, fixed === undefined ? 'penaltyPage.fix.title' : 'penaltyPage.fix.again')}
    >
      <DateInput
        name={field('on')}
        label={words(lang, 'penaltyPage.fix.on')}
        hint={words(lang, 'penaltyPage.fix.hint')}
      />
      <TextInput name={field('place')} label={words(lang, 'penaltyPage.fix.place')} maxLength={lineLimit} />
      <Radios
        name={field('public')}
        label={words(lang, 'penaltyPage.fix.public')}
        hint={words(lang, 'penaltyPage.fix.public.hint')}
        inline
        choices={(['yes', 'no'] as const).map((value) => ({
          value,
          label: words(lang, `penaltyPage.fix.public.${value}`),
        }))}
      />
      <Button>{words(lang, 'penaltyPage.fix.send')}</Button>
    </Frame>
  );
}

export function HoldHearing(props: ActionProps): VNode {
  const { lang } = props;
  return (
    <Act {...props} command="hold-hearing" title={words(lang, 'penaltyPage.hold.title')}>
      <Radios
        name={fieldOf('hold-hearing')('attended')}
        label={words(lang, 'penaltyPage.hold.attended')}
        choices={(['yes', 'no'] as const).map((value) => ({
          value,
          label: words(lang, `penaltyPage.hold.attended.${value}`),
        }))}
      />
      <Button>{words(lang, 'penaltyPage.hold.send')}</Button>
    </Act>
  );
}

export function ReportHearing(props: ActionProps): VNode {
  const { lang } = props;
  return (
    <Act {...props} command="report-hearing" title={words(lang, 'penaltyPage.report.title')}>
      <Textarea
        name={fieldOf('report-hearing')('text')}
        label={words(lang, 'penaltyPage.report.text')}
        hint={words(lang, 'penaltyPage.report.hint')}
        rows={8}
        maxLength={textLimit}
      />
      <Button>{words(lang, 'penaltyPage.report.send')}</Button>
    </Act>
  );
}

export function WithdrawHearing(props: ActionProps): VNode {
  const { lang } = props;
  return (
    <FoldedAct {...props} command="withdraw-hearing" title={words(lang, 'penaltyPage.withdrawHearing.title')}>
      <Textarea
        name={fieldOf('withdraw-hearing')('reason')}
        label={words(lang, 'penaltyPage.reason')}
        rows={2}
        maxLength={textLimit}
      />
      <Button look="secondary">{words(lang, 'penaltyPage.withdrawHearing.send')}</Button>
    </FoldedAct>
  );
}
