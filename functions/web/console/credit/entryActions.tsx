import type { ComponentChildren, VNode } from 'preact';
import { mayAct } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { creditEntryId } from '../../../../shared/credit/creditEntry.ts';
import type { CreditItem } from '../../../../shared/credit/creditItem.ts';
import { MOST_REASON } from '../../../../shared/credit/decisions.ts';
import type { MappingContext } from '../../../../shared/credit/mapping/fieldRow.ts';
import { fieldsOf, wordingFields } from '../../../../shared/credit/mapping/wireTypes.ts';
import { Button } from '../../kit/components/button.tsx';
import { Details, Inset, Warning } from '../../kit/components/notices.tsx';
import { Textarea, TextInput } from '../../kit/components/textFields.tsx';
import { usePage } from '../../kit/context.tsx';
import { ActForm, type Refused } from './actForm.tsx';
import { type EntryAct, entryActs, formName } from './creditActs.ts';
import { say } from './creditWords.ts';

export interface EntryActionProps {
  readonly item: CreditItem;
  /** Its place among the entries of the page: tells its forms from others. */
  readonly position: number;
  readonly version: number;
  readonly user: Pick<User, 'userId' | 'roles'>;
  readonly office: MappingContext['office'];
  readonly refused: Refused | undefined;
}

/** What this person may do about an entry that waits for a person, or that is the next to go. */
export function EntryActions(props: EntryActionProps): VNode | null {
  const { lang } = usePage();
  const { item, user } = props;
  const may = (act: EntryAct) => mayAct(user.roles, entryActs[act].access);
  if (item.status === 'queued') {
    return may('stop') ? (
      <Act {...props} act="stop">
        <Button look="secondary">{say(lang, 'creditPage.act.stop')}</Button>
      </Act>
    ) : null;
  }
  if (item.status !== 'rejected') return null;
  const { proposal } = item;
  return (
    <section class="dr-todo">
      {proposal === undefined ? null : <Proposed {...props} />}
      {may('retry') ? (
        <Act {...props} act="retry">
          <p class="govuk-body">{say(lang, 'creditPage.act.retry.hint')}</p>
          <Button>{say(lang, 'creditPage.act.retry')}</Button>
        </Act>
      ) : null}
      {may('correct') ? <Correct {...props} /> : null}
      {proposal === undefined && may('propose-give-up') ? <Propose {...props} /> : null}
    </section>
  );
}

function Act(props: EntryActionProps & { act: EntryAct; children: ComponentChildren }): VNode {
  const { item, act, position } = props;
  return (
    <ActForm
      uscc={item.entry.uscc}
      version={props.version}
      to={`entries/${act}`}
      form={formName(act, position)}
      about={creditEntryId(item.entry)}
      refused={props.refused}
    >
      {props.children}
    </ActForm>
  );
}

function Proposed(props: EntryActionProps): VNode | null {
  const { lang } = usePage();
  const { item, user } = props;
  const { proposal } = item;
  if (proposal === undefined) return null;
  const confirms = mayAct(user.roles, entryActs['give-up'].access) && proposal.by !== user.userId;
  return (
    <>
      <Inset>
        {say(lang, 'creditPage.act.give-up.proposed', { name: proposal.name, reason: proposal.reason })}
        {confirms ? null : ` ${say(lang, 'creditPage.act.second')}`}
      </Inset>
      {confirms ? (
        <Act {...props} act="give-up">
          <Warning>{say(lang, 'creditPage.act.give-up.warn')}</Warning>
          <Button look="irreversible">{say(lang, 'creditPage.act.give-up')}</Button>
        </Act>
      ) : null}
      {mayAct(user.roles, entryActs['withdraw-give-up'].access) ? (
        <Act {...props} act="withdraw-give-up">
          <Button look="secondary">{say(lang, 'creditPage.act.withdraw-give-up')}</Button>
        </Act>
      ) : null}
    </>
  );
}

function Correct(props: EntryActionProps): VNode {
  const { lang } = usePage();
  const { item, position, office, refused } = props;
  const { entry, amended } = item;
  const form = formName('correct', position);
  const made = entry.record === undefined ? {} : fieldsOf(entry.record, { entry, office }).fields;
  return (
    <Details summary={say(lang, 'creditPage.act.correct')} open={refused?.form === form}>
      <Act {...props} act="correct">
        <p class="govuk-body">{say(lang, 'creditPage.act.correct.hint')}</p>
        <TextInput
          name={`${form}.subject`}
          label={say(lang, 'creditPage.act.subject')}
          value={amended?.fields['subject'] ?? entry.agency}
        />
        {wordingFields(entry).map((row) => (
          <Textarea
            key={row.field}
            name={`${form}.${row.field}`}
            label={row[lang]}
            hint={row.field}
            rows={2}
            value={amended?.fields[row.field] ?? made[row.field] ?? ''}
          />
        ))}
        <Button>{say(lang, 'creditPage.act.correct')}</Button>
      </Act>
    </Details>
  );
}

function Propose(props: EntryActionProps): VNode {
  const { lang } = usePage();
  const form = formName('propose-give-up', props.position);
  return (
    <Details summary={say(lang, 'creditPage.act.propose-give-up')} open={props.refused?.form === form}>
      <Act {...props} act="propose-give-up">
        <Textarea
          name={`${form}.reason`}
          label={say(lang, 'creditPage.act.reason')}
          hint={say(lang, 'creditPage.act.second')}
          rows={2}
          maxLength={MOST_REASON}
        />
        <Button look="irreversible">{say(lang, 'creditPage.act.propose-give-up')}</Button>
      </Act>
    </Details>
  );
}
