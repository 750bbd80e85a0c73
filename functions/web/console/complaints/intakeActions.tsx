import type { VNode } from 'preact';
import { refusalHints } from '../../../../shared/complaint/accepting.ts';
import { textLimits } from '../../../../shared/complaint/filing.ts';
import { refusalGrounds } from '../../../../shared/law/intakeGrounds.ts';
import { otherWays } from '../../../../shared/law/otherWays.ts';
import { Button } from '../../kit/components/button.tsx';
import { Radios, Select } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Inset, Warning } from '../../kit/components/notices.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { fieldOf } from '../commandFields.ts';
import { dayText } from '../moment.ts';
import { Act, type ActionProps, FoldedAct } from './actForm.tsx';
import { caseName, choicesAt, termText, words } from './complaintWords.ts';
import { statusOf } from './waiting.ts';

/** Forms of the first days of a case: who has it, whether it is taken up, what is missing, what belongs together. */

export function Assign(props: ActionProps): VNode {
  const { lang, stored, handlers, user } = props;
  const { handler, number } = stored.state;
  const Frame = handler === undefined ? Act : FoldedAct;
  return (
    <Frame
      {...props}
      command="assign"
      title={words(lang, handler === undefined ? 'complaintPage.assign.title' : 'complaintPage.assign.again')}
      start={{ handler: handler?.userId ?? user.userId }}
    >
      <p class="govuk-body">
        {words(lang, number === undefined ? 'complaintPage.assign.lead' : 'complaintPage.assign.lead.again')}
      </p>
      <Select
        name={fieldOf('assign')('handler')}
        label={words(lang, 'complaintPage.handler')}
        choices={handlers.map(({ userId, name }) => ({ value: userId, label: name }))}
      />
      <Button look={handler === undefined ? 'primary' : 'secondary'}>
        {words(lang, 'complaintPage.assign.send')}
      </Button>
    </Frame>
  );
}

export function Accept(props: ActionProps): VNode {
  const { lang, stored } = props;
  const again = stored.state.accepted !== undefined;
  return (
    <Act {...props} command="accept" title={words(lang, 'complaintPage.accept.title')}>
      <p class="govuk-body">
        {words(lang, again ? 'complaintPage.accept.lead.again' : 'complaintPage.accept.lead')}
      </p>
      <Button>{words(lang, 'complaintPage.accept.send')}</Button>
    </Act>
  );
}

export function Refuse(props: ActionProps): VNode {
  const { lang, stored } = props;
  const field = fieldOf('refuse');
  const hints = refusalHints(stored.state);
  return (
    <FoldedAct {...props} command="refuse" title={words(lang, 'complaintPage.refuse.title')}>
      {hints.length === 0 ? null : (
        <Inset>
          {words(lang, 'complaintPage.refuse.hints')}
          <ul class="govuk-list">
            {hints.map((ground) => (
              <li key={ground}>{termText(lang, refusalGrounds, ground)}</li>
            ))}
          </ul>
        </Inset>
      )}
      <Radios
        name={field('ground')}
        label={words(lang, 'complaintPage.refuse.ground')}
        choices={choicesAt(lang, refusalGrounds, stored.state.received.on)}
      />
      <Textarea
        name={field('reason')}
        label={words(lang, 'complaintPage.refuse.reason')}
        hint={words(lang, 'complaintPage.refuse.reason.hint')}
        rows={4}
        maxLength={textLimits.request}
      />
      <p class="govuk-body">{words(lang, 'complaintPage.refuse.ways')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {otherWays.map((way) => (
          <li key={way.rule}>{way[lang]}</li>
        ))}
      </ul>
      <Warning>{words(lang, 'complaintPage.refuse.warn')}</Warning>
      <Button look="irreversible">{words(lang, 'complaintPage.refuse.send')}</Button>
    </FoldedAct>
  );
}

export function Verify(props: ActionProps): VNode {
  const { lang } = props;
  return (
    <Act {...props} command="verify" title={words(lang, 'complaintPage.verify.title')}>
      <p class="govuk-body">{words(lang, 'complaintPage.verify.lead')}</p>
      <Button>{words(lang, 'complaintPage.verify.send')}</Button>
    </Act>
  );
}

export function RequestMaterial(props: ActionProps): VNode {
  const { lang, stored } = props;
  const field = fieldOf('request-material');
  const kinds = stored.state.filer.anonymous
    ? (['documents'] as const)
    : (['identity', 'documents'] as const);
  return (
    <FoldedAct {...props} command="request-material" title={words(lang, 'complaintPage.material.title')}>
      <p class="govuk-body">{words(lang, 'complaintPage.material.lead')}</p>
      <Radios
        name={field('what')}
        label={words(lang, 'complaintPage.request.what')}
        choices={kinds.map((value) => ({ value, label: words(lang, `complaintPage.material.${value}`) }))}
      />
      <Textarea
        name={field('text')}
        label={words(lang, 'complaintPage.material.text')}
        rows={3}
        maxLength={textLimits.request}
      />
      <DateInput name={field('until')} label={words(lang, 'complaintPage.until')} />
      <Button look="secondary">{words(lang, 'complaintPage.material.send')}</Button>
    </FoldedAct>
  );
}

export function ReceiveMaterial(props: ActionProps): VNode {
  const { lang, stored } = props;
  const open = stored.state.requests.filter(({ answered }) => answered === undefined);
  return (
    <FoldedAct {...props} command="receive-material" title={words(lang, 'complaintPage.receive.title')}>
      <Radios
        name={fieldOf('receive-material')('no')}
        label={words(lang, 'complaintPage.receive.which')}
        choices={open.map(({ no, what, text, until }) => ({
          value: String(no),
          label: `${words(lang, `complaintPage.material.${what}`)} · ${dayText(lang, until)}`,
          hint: text,
        }))}
      />
      <Button look="secondary">{words(lang, 'complaintPage.receive.send')}</Button>
    </FoldedAct>
  );
}

/** A repeat is told by a person, never by the machine: whether it is of the same filer only the vault knows. */
export function Attach(props: ActionProps): VNode {
  const { lang, attachable, stored } = props;
  const field = fieldOf('attach');
  return (
    <FoldedAct {...props} command="attach" title={words(lang, 'complaintPage.attach.title')}>
      <p class="govuk-body">{words(lang, 'complaintPage.attach.lead')}</p>
      <Radios
        name={field('to')}
        label={words(lang, 'complaintPage.attach.to')}
        choices={attachable.map((one) => ({
          value: one.state.id,
          label: [
            caseName(one.state),
            dayText(lang, one.state.received.on),
            words(lang, `complaint.status.${statusOf(one)}`),
          ].join(' · '),
        }))}
      />
      <Radios
        name={field('facts')}
        label={words(lang, 'complaintPage.attach.facts')}
        choices={[
          {
            value: 'same',
            label: words(lang, 'complaintPage.attach.same'),
            hint: words(lang, 'complaintPage.attach.same.hint'),
          },
          {
            value: 'new',
            label: words(lang, 'complaintPage.attach.new'),
            hint: words(
              lang,
              stored.state.kind === 'report'
                ? 'complaintPage.attach.new.report'
                : 'complaintPage.attach.new.complaint',
            ),
          },
        ]}
      />
      <Warning>{words(lang, 'complaintPage.attach.warn')}</Warning>
      <Button look="irreversible">{words(lang, 'complaintPage.attach.send')}</Button>
    </FoldedAct>
  );
}

/** Sent to the function that may open the vault: the new case gets the identity sealed for itself. */
export function Split(props: ActionProps): VNode {
  const { lang, stored, newId } = props;
  const other = stored.state.kind === 'complaint' ? 'report' : 'complaint';
  return (
    <FoldedAct
      {...props}
      command="split"
      title={words(lang, 'complaintPage.split.title')}
      hidden={{ newId, kind: other }}
    >
      <p class="govuk-body">{words(lang, `complaintPage.split.lead.${other}`)}</p>
      <Button look="secondary">{words(lang, 'complaintPage.split.send')}</Button>
    </FoldedAct>
  );
}
