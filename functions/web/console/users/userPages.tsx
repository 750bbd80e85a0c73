import type { VNode } from 'preact';
import { roleLabels, roles } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { districts } from '../../../../shared/register/district.ts';
import type { Inspector } from '../../../../shared/register/inspector.ts';
import { Button, ButtonGroup, ButtonLink } from '../../kit/components/button.tsx';
import { Checkboxes, Select } from '../../kit/components/choiceFields.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Filters } from '../../kit/components/filters.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { firstValue } from '../../kit/links.ts';
import { momentText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';

function roleNames(lang: Lang, user: User): string {
  return user.roles.map((role) => roleLabels[role][lang]).join(lang === 'zh' ? '、' : ', ');
}

function StateTag({ user }: { user: User }): VNode {
  const { lang } = usePage();
  return user.disabledAt === undefined ? (
    <Tag tone="done">{text(lang, 'users.active')}</Tag>
  ) : (
    <Tag tone="neutral">{text(lang, 'users.disabled')}</Tag>
  );
}

/** The people of the office with their roles. */
export function UsersPage(props: { users: readonly User[]; query: Values; edits: boolean }): VNode {
  const { lang } = usePage();
  const [role, state] = [firstValue(props.query, 'role'), firstValue(props.query, 'state')];
  const name = firstValue(props.query, 'text').trim().toLowerCase();
  const found = props.users.filter(
    (user) =>
      (role === '' || user.roles.some((one) => one === role)) &&
      (state === '' || (state === 'disabled') === (user.disabledAt !== undefined)) &&
      (name === '' || `${user.name} ${user.sub} ${user.email ?? ''}`.toLowerCase().includes(name)),
  );
  return (
    <ConsolePage
      title={text(lang, 'users.title')}
      {...(props.edits
        ? { action: <ButtonLink href="/users/new">{text(lang, 'users.new')}</ButtonLink> }
        : {})}
    >
      <Filters>
        <TextInput name="text" label={text(lang, 'users.text')} type="search" width={20} />
        <Select
          name="role"
          label={text(lang, 'users.role')}
          empty={text(lang, 'registers.filter.all')}
          choices={roles.map((value) => ({ value, label: roleLabels[value][lang] }))}
        />
        <Select
          name="state"
          label={text(lang, 'users.state')}
          empty={text(lang, 'registers.filter.all')}
          choices={(['active', 'disabled'] as const).map((value) => ({
            value,
            label: text(lang, `users.${value}`),
          }))}
        />
      </Filters>
      <DataTable
        caption={text(lang, 'users.title')}
        captionHidden
        columns={[
          {
            key: 'name',
            label: text(lang, 'users.name'),
            rowHeader: true,
            cell: (user: User) => (
              <a class="govuk-link" href={`/users/${user.userId}`}>
                {user.name}
              </a>
            ),
          },
          { key: 'roles', label: text(lang, 'users.role'), cell: (user: User) => roleNames(lang, user) },
          { key: 'sub', label: text(lang, 'users.sub'), cell: (user: User) => user.sub },
          { key: 'email', label: text(lang, 'users.email'), cell: (user: User) => user.email ?? '—' },
          { key: 'state', label: text(lang, 'users.state'), cell: (user: User) => <StateTag user={user} /> },
        ]}
        rows={found}
        rowKey={({ userId }) => userId}
      />
    </ConsolePage>
  );
}

/** One person: rights, and what the administrator can do at once. */
export function UserPage(props: {
  user: User;
  edits: boolean;
  own: boolean;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const { user } = props;
  const path = `/users/${user.userId}`;
  return (
    <ConsolePage
      title={user.name}
      lead={<StateTag user={user} />}
      back={{ href: '/users', label: text(lang, 'users.title') }}
      problems={props.problems ?? []}
      {...(props.edits
        ? { action: <ButtonLink href={`${path}/edit`}>{text(lang, 'registers.edit')}</ButtonLink> }
        : {})}
    >
      <SummaryList
        rows={[
          { label: text(lang, 'users.role'), value: roleNames(lang, user) },
          { label: text(lang, 'users.email'), value: user.email ?? '—' },
          {
            label: text(lang, 'users.district'),
            value:
              user.district === undefined
                ? text(lang, 'users.wholeCity')
                : vocabularyText(lang, districts, user.district),
          },
          { label: text(lang, 'users.inspector'), value: user.inspectorId ?? '—' },
          { label: text(lang, 'users.iss'), value: user.iss },
          { label: text(lang, 'users.sub'), value: user.sub },
          user.disabledAt === undefined
            ? undefined
            : { label: text(lang, 'users.disabledAt'), value: momentText(lang, user.disabledAt) },
          user.sessionsValidFrom === undefined
            ? undefined
            : { label: text(lang, 'users.sessionsFrom'), value: momentText(lang, user.sessionsValidFrom) },
          { label: text(lang, 'users.auditCase'), value: `US#${user.userId}` },
        ]}
      />
      {props.edits ? (
        <>
          <Details summary={text(lang, 'users.endSessions')}>
            <Form action={`${path}/end-sessions`}>
              <p class="govuk-body">{text(lang, 'users.endSessions.hint')}</p>
              <Button look="secondary">{text(lang, 'users.endSessions')}</Button>
            </Form>
          </Details>
          {props.own ? null : user.disabledAt === undefined ? (
            <Details summary={text(lang, 'users.disable')}>
              <Form action={`${path}/disable`}>
                <p class="govuk-body">{text(lang, 'users.disable.hint')}</p>
                <Button look="secondary">{text(lang, 'users.disable')}</Button>
              </Form>
            </Details>
          ) : (
            <Details summary={text(lang, 'users.enable')}>
              <Form action={`${path}/enable`}>
                <p class="govuk-body">{text(lang, 'users.enable.hint')}</p>
                <Button look="secondary">{text(lang, 'users.enable')}</Button>
              </Form>
            </Details>
          )}
        </>
      ) : null}
    </ConsolePage>
  );
}

/** Adds a person or changes one; the identity at the provider never changes. */
export function UserFormPage(props: {
  user: User | undefined;
  iss: string;
  inspectors: readonly Inspector[];
  values?: Values;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const { user } = props;
  const back = user === undefined ? '/users' : `/users/${user.userId}`;
  return (
    <ConsolePage
      title={user === undefined ? text(lang, 'users.new') : text(lang, 'users.edit', { name: user.name })}
      back={{ href: back }}
      problems={props.problems ?? []}
    >
      <Form
        action={user === undefined ? '/users' : `${back}/edit`}
        values={props.values ?? {}}
        {...(user === undefined ? {} : { version: user.version })}
      >
        {user === undefined ? (
          <>
            <TextInput
              name="iss"
              label={text(lang, 'users.iss')}
              hint={text(lang, 'users.iss.hint')}
              value={props.iss}
              spellcheck={false}
            />
            <TextInput
              name="sub"
              label={text(lang, 'users.sub')}
              hint={text(lang, 'users.sub.hint')}
              width={30}
              spellcheck={false}
            />
          </>
        ) : null}
        <TextInput name="name" label={text(lang, 'users.name')} value={user?.name ?? ''} width={20} />
        <TextInput
          name="email"
          label={text(lang, 'users.email')}
          value={user?.email ?? ''}
          type="email"
          width={30}
          optional
        />
        <Checkboxes
          name="roles"
          label={text(lang, 'users.role')}
          hint={text(lang, 'users.role.hint')}
          values={user?.roles ?? []}
          choices={roles.map((value) => ({ value, label: roleLabels[value][lang] }))}
        />
        <Select
          name="district"
          label={text(lang, 'users.district')}
          value={user?.district ?? ''}
          empty={text(lang, 'users.wholeCity')}
          choices={districts.map((one) => ({ value: one.code, label: one[lang] }))}
          optional
        />
        <Select
          name="inspectorId"
          label={text(lang, 'users.inspector')}
          hint={text(lang, 'users.inspector.hint')}
          value={user?.inspectorId ?? ''}
          empty={text(lang, 'users.inspector.none')}
          choices={props.inspectors.map(({ id, name, unit }) => ({
            value: id,
            label: `${name}（${id}，${unit}）`,
          }))}
          optional
        />
        <ButtonGroup>
          <Button>{text(lang, 'kit.save')}</Button>
          <a class="govuk-link" href={back}>
            {text(lang, 'kit.cancel')}
          </a>
        </ButtonGroup>
      </Form>
    </ConsolePage>
  );
}
