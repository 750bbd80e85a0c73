import type { ComponentChildren, VNode } from 'preact';
import type { User } from '../../../../shared/access/user.ts';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import { commandsFor } from '../../../../shared/case/transition.ts';
import { listingGroundRow } from '../../../../shared/law/listingGrounds.ts';
import { MOST_TEXT } from '../../../../shared/listing/command.ts';
import { type ListingStatus, listOf } from '../../../../shared/listing/listingCase.ts';
import type { StoredListing } from '../../../../shared/listing/ports.ts';
import { listingTransitions } from '../../../../shared/listing/transitions.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { Button } from '../../kit/components/button.tsx';
import { Checkboxes, Radios } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details, Inset, Warning } from '../../kit/components/notices.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { dateEntries } from '../plans/planForm.ts';
import { ChargeFields, chargeEntries } from './chargeFields.tsx';
import { type ListingFormName, listingCommands } from './commands.ts';
import { listingPath } from './listingWords.ts';
import { waitOf } from './waiting.ts';

export interface ActionProps {
  readonly stored: StoredListing;
  readonly user: Pick<User, 'userId' | 'roles'>;
  readonly today: LocalDate;
  /** The present instant. */
  readonly at: string;
  /** The refused form that comes back, if one did. */
  readonly refused?: { readonly form: ListingFormName; readonly values: Values };
}

/** The forms that this person sees now: what the table of transitions gives them, and is open in this case. */
export function offered({ stored, user, at }: ActionProps): readonly ListingFormName[] {
  const { state, status } = stored;
  const given = commandsFor(listingTransitions, status as ListingStatus, user.roles);
  const may = (form: ListingFormName) => given.includes(listingCommands[form].command);
  const others = (...by: readonly (string | undefined)[]) => !by.includes(user.userId);
  const wait = waitOf(stored, at);
  const abnormal = listOf(state) === 'abnormal';
  const open: Readonly<Record<ListingFormName, boolean>> = {
    complete: true,
    notify: state.charge !== undefined && !abnormal,
    'record-service': state.notice?.served === undefined,
    'record-statement': true,
    decide: others(state.proposed.by, state.charge?.written.by),
    'propose-removal': abnormal,
    'refuse-removal': others(state.removal?.by),
    remove: wait === 'remove' && others(state.removal?.by),
    annul: true,
  };
  const forms = (Object.keys(open) as ListingFormName[]).filter((form) => open[form] && may(form));
  const next = nextSteps[wait];
  return [...forms.filter((form) => form === next), ...forms.filter((form) => form !== next)];
}

/** What is to be done now, the next step first. */
export function Actions(props: ActionProps): VNode {
  const { lang } = usePage();
  const forms = offered(props);
  if (forms.length === 0) return <p class="govuk-body">{text(lang, 'listingPage.nothing')}</p>;
  return (
    <section class="dr-todo">
      {forms.map((form) => (
        <Act key={form} {...props} form={form} />
      ))}
    </section>
  );
}

/** The next step of a case stands open, everything else is folded away. */
const nextSteps: Readonly<Partial<Record<ReturnType<typeof waitOf>, ListingFormName>>> = {
  complete: 'complete',
  notify: 'notify',
  serve: 'record-service',
  decide: 'decide',
  remove: 'remove',
};

function Act(props: ActionProps & { form: ListingFormName }): VNode {
  const { lang } = usePage();
  const { form, stored, refused, at } = props;
  const title = text(lang, `listingPage.act.${form}`);
  const body = (
    <Form
      action={`${listingPath(stored.state.id)}/${form}`}
      version={stored.version}
      values={refused?.form === form ? refused.values : startOf(props)}
    >
      <Fields {...props} />
      <Button
        look={listingCommands[form].command === 'end' || form === 'decide' ? 'irreversible' : 'primary'}
      >
        {title}
      </Button>
    </Form>
  );
  if (nextSteps[waitOf(stored, at)] !== form)
    return (
      <Details summary={title} open={refused?.form === form}>
        {body}
      </Details>
    );
  return (
    <section class="dr-act">
      <h2 class="govuk-heading-m">{title}</h2>
      {body}
    </section>
  );
}

function startOf({ form, stored, today }: ActionProps & { form: ListingFormName }): Values {
  if (form === 'complete') return chargeEntries(stored.state.charge);
  if (form === 'record-service' || form === 'record-statement') return dateEntries('on', today);
  return form === 'propose-removal' ? dateEntries('curedOn', today) : {};
}

function Fields({ form, stored }: ActionProps & { form: ListingFormName }): ComponentChildren {
  const { lang } = usePage();
  const { state } = stored;
  const reason = (
    <Textarea name="reason" label={text(lang, 'listingPage.reason')} rows={3} maxLength={MOST_TEXT} />
  );
  switch (form) {
    case 'complete':
      return <ChargeFields kinds={state.agency.kinds} />;
    case 'notify':
      return <Inset>{text(lang, 'listingPage.notify.lead')}</Inset>;
    case 'record-service':
      return <DateInput name="on" label={text(lang, 'listingPage.served')} />;
    case 'record-statement':
      return (
        <>
          <DateInput name="on" label={text(lang, 'listingPage.statement.on')} />
          <Textarea
            name="text"
            label={text(lang, 'listingPage.statement.text')}
            rows={4}
            maxLength={MOST_TEXT}
          />
        </>
      );
    case 'decide':
      return (
        <>
          <Warning>{text(lang, 'listingPage.decide.warn')}</Warning>
          <Radios
            name="outcome"
            label={text(lang, 'listingPage.outcome')}
            choices={(['listed', 'rejected'] as const).map((value) => ({
              value,
              label: text(lang, `listingPage.outcome.${value}`),
            }))}
          />
          {state.charge !== undefined && listingGroundRow(state.charge.ground).gate ? (
            <Checkboxes
              name="gate"
              label={text(lang, 'listingPage.gate')}
              choices={[{ value: 'shown', label: text(lang, 'listingPage.gate.shown') }]}
            />
          ) : null}
          {reason}
        </>
      );
    case 'propose-removal':
      return (
        <>
          <DateInput name="curedOn" label={text(lang, 'listingPage.curedOn')} />
          {reason}
        </>
      );
    case 'refuse-removal':
      return reason;
    case 'remove':
      return <Inset>{text(lang, 'listingPage.remove.lead', { reason: state.removal?.reason ?? '' })}</Inset>;
    case 'annul':
      return <Warning>{text(lang, 'listingPage.annul.warn')}</Warning>;
  }
}
