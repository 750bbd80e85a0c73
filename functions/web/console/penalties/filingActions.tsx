import type { VNode } from 'preact';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { notFiledGrounds } from '../../../../shared/law/intakeGrounds.ts';
import { parameterRow } from '../../../../shared/law/penaltyParameters.ts';
import { filingConditions } from '../../../../shared/law/penaltyProcedure.ts';
import { extendableNow } from '../../../../shared/penalty/filing.ts';
import { certificateCovers } from '../../../../shared/register/inspector.ts';
import { Button, ButtonGroup } from '../../kit/components/button.tsx';
import { Checkboxes, Radios, Select } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Inset, Warning } from '../../kit/components/notices.tsx';
import { Textarea, TextInput } from '../../kit/components/textFields.tsx';
import { fieldOf } from '../commandFields.ts';
import { dayText } from '../moment.ts';
import { Act, type ActionProps, FoldedAct } from './actForm.tsx';
import { clockStopsByHand } from './clockStops.ts';
import { filingOutcomes, lineLimit, textLimit } from './formSchemas.ts';
import { waitingExtension, waitingFiling } from './offers.ts';
import { handlersOf } from './officePeople.ts';
import { choicesAt, citationHint, termText, words } from './penaltyWords.ts';

/** Forms from the lead to the end of the investigation. */

export function Assign(props: ActionProps): VNode {
  const { lang, stored, users } = props;
  const { handler } = stored.state;
  const Frame = handler === undefined ? Act : FoldedAct;
  return (
    <Frame
      {...props}
      command="assign"
      title={words(lang, handler === undefined ? 'penaltyPage.assign.title' : 'penaltyPage.assign.again')}
      start={{ handler: handler?.userId ?? '' }}
    >
      <Select
        name={fieldOf('assign')('handler')}
        label={words(lang, 'penaltyPage.handler')}
        hint={words(lang, 'penaltyPage.assign.hint')}
        choices={handlersOf(users).map(({ userId, name }) => ({ value: userId, label: name }))}
      />
      <Button>{words(lang, 'penaltyPage.assign.send')}</Button>
    </Frame>
  );
}

export function NameOfficers(props: ActionProps): VNode {
  const { lang, stored, inspectors, today } = props;
  const { officers } = stored.state;
  const able = inspectors.filter((one) => one.status === 'active' && certificateCovers(one, today));
  const Frame = officers.length < 2 ? Act : FoldedAct;
  return (
    <Frame
      {...props}
      command="name-officers"
      title={words(lang, officers.length < 2 ? 'penaltyPage.officers.title' : 'penaltyPage.officers.again')}
      start={officers.length === 0 ? {} : { officers: officers.map(({ inspectorId }) => inspectorId) }}
    >
      <Checkboxes
        name={fieldOf('name-officers')('officers')}
        label={words(lang, 'penaltyPage.officers')}
        hint={words(lang, 'penaltyPage.officers.hint')}
        choices={able.map(({ id, name, unit, certificateNo, certificateValidTo }) => ({
          value: id,
          label: name,
          hint: words(lang, 'penaltyPage.officers.certificate', {
            unit,
            no: certificateNo,
            to: dayText(lang, certificateValidTo),
          }),
        }))}
      />
      <Button>{words(lang, 'penaltyPage.officers.send')}</Button>
    </Frame>
  );
}

export function ProposeFiling(props: ActionProps): VNode {
  const { lang, stored } = props;
  const field = fieldOf('propose-filing');
  const { filing, received, suspicion } = stored.state;
  const [year = '', month = '', day = ''] = (suspicion.actOn ?? '').split('-');
  const Frame = filing === undefined ? Act : FoldedAct;
  return (
    <Frame
      {...props}
      command="propose-filing"
      title={words(lang, filing === undefined ? 'penaltyPage.propose.title' : 'penaltyPage.propose.again')}
      start={{ 'actOn.year': year, 'actOn.month': month, 'actOn.day': day }}
    >
      <Radios
        name={field('outcome')}
        label={words(lang, 'penaltyPage.propose.outcome')}
        choices={filingOutcomes.map((value) => ({
          value,
          label: words(lang, `penaltyPage.filing.${value}`),
          conditional:
            value === 'filed' ? (
              <Conditions {...props} />
            ) : value === 'not-filed' ? (
              <Radios
                name={field('ground')}
                label={words(lang, 'penaltyPage.ground')}
                choices={choicesAt(lang, notFiledGrounds, received.on)}
              />
            ) : (
              <TextInput name={field('to')} label={words(lang, 'penaltyPage.to')} maxLength={lineLimit} />
            ),
        }))}
      />
      <Textarea
        name={field('reason')}
        label={words(lang, 'penaltyPage.reason')}
        rows={4}
        maxLength={textLimit}
      />
      <Button>{words(lang, 'penaltyPage.propose.send')}</Button>
    </Frame>
  );
}

/** The four conditions, each confirmed, and the day that the limitation counts from. */
function Conditions({ lang, stored }: ActionProps): VNode {
  const field = fieldOf('propose-filing');
  const { received } = stored.state;
  return (
    <>
      <Checkboxes
        name={field('conditions')}
        label={words(lang, 'penaltyPage.propose.conditions')}
        choices={choicesAt(lang, filingConditions, received.on)}
      />
      <DateInput
        name={field('actOn')}
        label={words(lang, 'penaltyPage.actEnded')}
        hint={words(lang, 'penaltyPage.propose.actOn', {
          on: dayText(lang, received.on),
          years: parameterRow('limitation.ordinary', received.on).value / 12,
        })}
      />
      <Checkboxes
        name={field('graveHarm')}
        label={words(lang, 'penaltyDraft.graveHarm')}
        choices={[
          {
            value: 'yes',
            label: words(lang, 'penaltyDraft.graveHarm.yes'),
            hint: citationHint(lang, parameterRow('limitation.grave', received.on)),
          },
        ]}
        optional
      />
    </>
  );
}

export function DecideFiling(props: ActionProps): VNode | null {
  const { lang, stored } = props;
  const waiting = waitingFiling(stored.state);
  if (waiting === undefined) return null;
  const { proposed, outcome, ground, to, reason } = waiting;
  const name = fieldOf('decide-filing')('agrees');
  return (
    <Act {...props} command="decide-filing" title={words(lang, 'penaltyPage.decideFiling.title')}>
      <p class="govuk-body">
        {words(lang, 'penaltyPage.proposedBy', {
          by: proposed.name,
          on: dayText(lang, shanghaiDate(proposed.at)),
          what: words(lang, `penaltyPage.filing.${outcome}`),
        })}
        {ground === undefined ? null : ` · ${termText(lang, notFiledGrounds, ground)}`}
        {to === undefined ? null : ` · ${to}`}
      </p>
      <Inset>{reason}</Inset>
      <Warning>{words(lang, `penaltyPage.decideFiling.warn.${outcome}`)}</Warning>
      <ButtonGroup>
        <Button name={name} value="yes" look="irreversible">
          {words(lang, 'penaltyPage.agree')}
        </Button>
        <Button name={name} value="no" look="secondary">
          {words(lang, 'penaltyPage.sendBack')}
        </Button>
      </ButtonGroup>
    </Act>
  );
}

export function AskExtension(props: ActionProps): VNode {
  const { lang, stored } = props;
  const kind = extendableNow(stored.state);
  return (
    <FoldedAct {...props} command="ask-extension" title={words(lang, 'penaltyPage.extend.title')}>
      {kind === undefined ? null : (
        <p class="govuk-body">
          {words(lang, 'penaltyPage.extend.what', { what: words(lang, `penalty.deadline.${kind}`) })}
        </p>
      )}
      <Textarea
        name={fieldOf('ask-extension')('reason')}
        label={words(lang, 'penaltyPage.reason')}
        rows={3}
        maxLength={textLimit}
      />
      <Button look="secondary">{words(lang, 'penaltyPage.extend.send')}</Button>
    </FoldedAct>
  );
}

export function DecideExtension(props: ActionProps): VNode | null {
  const { lang, stored } = props;
  const waiting = waitingExtension(stored.state);
  if (waiting === undefined) return null;
  const name = fieldOf('decide-extension')('outcome');
  return (
    <Act {...props} command="decide-extension" title={words(lang, 'penaltyPage.extend.decide')}>
      <p class="govuk-body">
        {words(lang, 'penaltyPage.proposedBy', {
          by: waiting.asked.name,
          on: dayText(lang, shanghaiDate(waiting.asked.at)),
          what: words(lang, `penalty.deadline.${waiting.kind}`),
        })}
      </p>
      <Inset>{waiting.reason}</Inset>
      <ButtonGroup>
        <Button name={name} value="approved">
          {words(lang, 'penaltyPage.extension.approve')}
        </Button>
        <Button name={name} value="rejected" look="secondary">
          {words(lang, 'penaltyPage.extension.reject')}
        </Button>
      </ButtonGroup>
    </Act>
  );
}

export function Suspend(props: ActionProps): VNode {
  const { lang, today } = props;
  const field = fieldOf('suspend');
  return (
    <FoldedAct {...props} command="suspend" title={words(lang, 'penaltyPage.suspend.title')}>
      <Radios
        name={field('reason')}
        label={words(lang, 'penaltyPage.ground')}
        choices={choicesAt(lang, clockStopsByHand, today)}
      />
      <DateInput name={field('from')} label={words(lang, 'penaltyPage.suspend.from')} value={today} />
      <Textarea
        name={field('note')}
        label={words(lang, 'penaltyPage.note')}
        rows={2}
        maxLength={textLimit}
        optional
      />
      <Button look="secondary">{words(lang, 'penaltyPage.suspend.send')}</Button>
    </FoldedAct>
  );
}

export function Resume(props: ActionProps): VNode {
  const { lang, today } = props;
  return (
    <Act {...props} command="resume" title={words(lang, 'penaltyPage.resume.title')}>
      <DateInput
        name={fieldOf('resume')('to')}
        label={words(lang, 'penaltyPage.resume.to')}
        hint={words(lang, 'penaltyPage.resume.hint')}
        value={today}
      />
      <Button>{words(lang, 'penaltyPage.resume.send')}</Button>
    </Act>
  );
}

export function RecordInquiry(props: ActionProps): VNode {
  const { lang, stored, today } = props;
  const field = fieldOf('record-inquiry');
  const { officers, inquiries } = stored.state;
  const Frame = inquiries.length === 0 ? Act : FoldedAct;
  return (
    <Frame
      {...props}
      command="record-inquiry"
      title={words(lang, inquiries.length === 0 ? 'penaltyPage.inquiry.title' : 'penaltyPage.inquiry.again')}
      // Two officers are all there are in most cases: nobody has to tick what is known.
      start={officers.length === 2 ? { officers: officers.map(({ inspectorId }) => inspectorId) } : {}}
    >
      <DateInput name={field('on')} label={words(lang, 'penaltyPage.inquiry.on')} value={today} />
      <Checkboxes
        name={field('officers')}
        label={words(lang, 'penaltyPage.inquiry.officers')}
        choices={officers.map(({ inspectorId, name }) => ({ value: inspectorId, label: name }))}
      />
      <Textarea
        name={field('text')}
        label={words(lang, 'penaltyPage.inquiry.text')}
        hint={words(lang, 'penaltyPage.inquiry.hint')}
        rows={6}
        maxLength={textLimit}
      />
      <Button>{words(lang, 'penaltyPage.inquiry.send')}</Button>
    </Frame>
  );
}
