import type { ComponentChildren, VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import { citedText, lawAt } from '../../../../shared/law/lawTable.ts';
import { repairMaterials, repairRefusals } from '../../../../shared/law/repairRules.ts';
import { MOST_TEXT } from '../../../../shared/repair/command.ts';
import { refusalStep } from '../../../../shared/repair/deciding.ts';
import type { StoredRepair } from '../../../../shared/repair/ports.ts';
import { waitingCancellation } from '../../../../shared/repair/repairCase.ts';
import { Button } from '../../kit/components/button.tsx';
import { Checkboxes, Radios } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details, Warning } from '../../kit/components/notices.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { fieldOf } from '../commandFields.ts';
import { type OfferedCommand, offered, type Person, statusOf } from './offers.ts';
import { repairPagePath, words } from './repairWords.ts';

export interface ActsProps {
  readonly stored: StoredRepair;
  readonly user: Person;
  readonly today: LocalDate;
  /** The refused form that comes back, if one did. */
  readonly refused?: { readonly command: OfferedCommand; readonly values: Values };
}

/** What can be done now, and why a step that waits is not this person's. */
export function ToDo(props: ActsProps): VNode {
  const { lang } = usePage();
  const { stored, user } = props;
  const offers = offered(stored, user);
  const why = whyNot(props);
  return (
    <section class="dr-todo" aria-labelledby="todo">
      <h2 class="govuk-heading-m" id="todo">
        {words(lang, 'repairPage.todo')}
      </h2>
      {why === undefined ? null : <p class="govuk-body">{words(lang, why)}</p>}
      {offers.length === 0 && why === undefined ? (
        <p class="govuk-body">{words(lang, 'repairPage.todo.none')}</p>
      ) : null}
      {offers.map((command) => (
        <Act key={command} {...props} command={command} />
      ))}
    </section>
  );
}

function whyNot({ stored, user }: ActsProps) {
  const { state, status } = stored;
  if (status === 'granted') return 'repairPage.why.granted' as const;
  const { extension } = state;
  const asked = [
    state.proposal?.proposed,
    waitingCancellation(state)?.proposed,
    extension?.decided === undefined ? extension?.asked : undefined,
  ].filter((act) => act !== undefined);
  const decides = user.roles.includes('approver') && asked.every(({ by }) => by !== user.userId);
  return asked.length > 0 && !decides ? ('repairPage.why.second' as const) : undefined;
}

/** One command under its title. It names the version that was seen; a refused one comes back with its entries. */
function Act({ command, ...props }: ActsProps & { readonly command: OfferedCommand }): VNode {
  const { lang } = usePage();
  const { stored, refused } = props;
  const title = words(lang, `repairPage.act.${command}`);
  const { fields, irreversible, first, aside } = forms[command];
  const form = (
    <Form
      action={`${repairPagePath(stored.state.id)}/${command}`}
      version={stored.version}
      values={refused?.command === command ? refused.values : {}}
    >
      {fields(props, fieldOf(command))}
      <Button look={irreversible === true ? 'irreversible' : first === true ? 'primary' : 'secondary'}>
        {first === true || irreversible === true ? title : words(lang, 'repairPage.send')}
      </Button>
    </Form>
  );
  if (aside === true)
    return (
      <Details summary={title} open={refused?.command === command}>
        {form}
      </Details>
    );
  return (
    <section class="dr-act">
      <h3 class="govuk-heading-s">{title}</h3>
      {form}
    </section>
  );
}

type Fields = (props: ActsProps, field: (name: string) => string) => ComponentChildren;

interface ActForm {
  readonly fields: Fields;
  readonly irreversible?: true;
  /** The usual next step. */
  readonly first?: true;
  /** Folded away until it is asked for or comes back refused. */
  readonly aside?: true;
}

function Reason(props: { readonly name: string; readonly text?: 'reason' | 'note' | 'sent-back' }): VNode {
  const { lang } = usePage();
  const label = {
    reason: 'repairPage.reason',
    note: 'repairPage.act.note',
    'sent-back': 'repairPage.agrees.reason',
  } as const;
  return (
    <Textarea
      name={props.name}
      label={words(lang, label[props.text ?? 'reason'])}
      rows={3}
      maxLength={MOST_TEXT}
    />
  );
}

const agreement: (warn?: 'repairPage.act.decide.warn' | 'repairPage.act.cancel.warn') => Fields =
  (warn) => (_props, field) => <Agreement field={field} {...(warn === undefined ? {} : { warn })} />;

function Agreement(props: {
  readonly field: (name: string) => string;
  readonly warn?: 'repairPage.act.decide.warn' | 'repairPage.act.cancel.warn';
}): VNode {
  const { lang } = usePage();
  const { field, warn } = props;
  return (
    <>
      <Radios
        name={field('agrees')}
        label={words(lang, 'repairPage.agrees')}
        choices={[
          { value: 'yes', label: words(lang, 'repairPage.agrees.yes') },
          {
            value: 'no',
            label: words(lang, 'repairPage.agrees.no'),
            conditional: <Reason name={field('reason')} text="sent-back" />,
          },
        ]}
      />
      {warn === undefined ? null : <Warning>{words(lang, warn)}</Warning>}
    </>
  );
}

function Day(props: {
  readonly name: string;
  readonly value?: LocalDate;
  readonly label: 'repairPage.act.on' | 'repairPage.act.until' | 'repairPage.act.confirm-stopped.on';
}): VNode {
  const { lang } = usePage();
  const { name, value, label } = props;
  return <DateInput name={name} label={words(lang, label)} {...(value === undefined ? {} : { value })} />;
}

function CompletionFields({
  today,
  field,
}: {
  readonly today: LocalDate;
  readonly field: (name: string) => string;
}): VNode {
  const { lang } = usePage();
  return (
    <>
      <Checkboxes
        name={field('materials')}
        label={words(lang, 'repairPage.act.materials')}
        choices={lawAt(repairMaterials, today).map((row) => ({ value: row.rule, label: row[lang] }))}
      />
      <Textarea
        name={field('text')}
        label={words(lang, 'repairPage.act.text')}
        rows={3}
        maxLength={MOST_TEXT}
      />
      <Day name={field('until')} label="repairPage.act.until" />
    </>
  );
}

function ProposalFields({
  stored,
  today,
  field,
}: {
  readonly stored: StoredRepair;
  readonly today: LocalDate;
  readonly field: (name: string) => string;
}): VNode {
  const { lang } = usePage();
  const status = statusOf(stored);
  const step = refusalStep(status);
  const grounds = lawAt(repairRefusals, today).filter((row) => row.step === step);
  return (
    <>
      <Radios
        name={field('outcome')}
        label={words(lang, 'repairPage.act.outcome')}
        choices={[
          ...(status === 'accepted'
            ? [{ value: 'granted', label: words(lang, 'repairPage.proposal.granted') }]
            : []),
          {
            value: 'refused',
            label: words(lang, 'repairPage.proposal.refused'),
            conditional: (
              <Radios
                name={field('ground')}
                label={words(lang, 'repairPage.ground')}
                choices={grounds.map((row) => ({
                  value: row.rule,
                  label: row[lang],
                  hint: citedText(row.citation),
                }))}
              />
            ),
          },
        ]}
      />
      <Textarea
        name={field('reason')}
        label={words(lang, 'repairPage.reason')}
        hint={words(lang, 'repairPage.reason.hint')}
        rows={4}
        maxLength={MOST_TEXT}
      />
    </>
  );
}

function AcceptLead(): VNode {
  const { lang } = usePage();
  return <p class="govuk-body">{words(lang, 'repairPage.act.accept.lead')}</p>;
}

const reasonOnly: Fields = (_props, field) => <Reason name={field('reason')} />;
const received: Fields = ({ today }, field) => (
  <Day name={field('on')} value={today} label="repairPage.act.on" />
);

/** What each form asks for. */
const forms: Readonly<Record<OfferedCommand, ActForm>> = {
  apply: { fields: received, first: true },
  complete: { fields: received, first: true },
  accept: { fields: () => <AcceptLead />, first: true },
  'ask-completion': {
    fields: ({ today }, field) => <CompletionFields today={today} field={field} />,
    aside: true,
  },
  propose: {
    fields: ({ stored, today }, field) => <ProposalFields stored={stored} today={today} field={field} />,
  },
  decide: { fields: agreement('repairPage.act.decide.warn'), irreversible: true },
  'ask-extension': { fields: reasonOnly, aside: true },
  'decide-extension': { fields: agreement() },
  'confirm-stopped': {
    fields: ({ today }, field) => (
      <Day name={field('on')} value={today} label="repairPage.act.confirm-stopped.on" />
    ),
  },
  'propose-cancellation': { fields: reasonOnly, aside: true },
  cancel: { fields: agreement('repairPage.act.cancel.warn'), irreversible: true },
  withdraw: { fields: reasonOnly, aside: true },
  note: { fields: (_props, field) => <Reason name={field('text')} text="note" />, aside: true },
};
