import type { VNode } from 'preact';
import type { User } from '../../../../shared/access/user.ts';
import { type HolidayStatus, holidayTransitions } from '../../../../shared/calendar/holidayCase.ts';
import { changedDays, type YearStanding } from '../../../../shared/calendar/holidayYears.ts';
import { workingCalendar } from '../../../../shared/calendar/workingDays.ts';
import { commandsFor } from '../../../../shared/case/transition.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { Button, ButtonLink } from '../../kit/components/button.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details, Inset } from '../../kit/components/notices.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { ChangesView, HolidayTableView } from './tableView.tsx';
import { CompletenessTag } from './yearTags.tsx';

interface YearPageProps {
  readonly standing: YearStanding;
  readonly user: Pick<User, 'userId' | 'roles'>;
  /** A table of this year may be entered. */
  readonly open: boolean;
  readonly problems: readonly Problem[];
}

/** One year: the version that waits with what it would change, and the table that counts. */
export function YearPage(props: YearPageProps): VNode {
  const { lang } = usePage();
  const { year, table, stored, pressing } = props.standing;
  const proposed = stored?.state.proposed;
  const commands = commandsFor(
    holidayTransitions,
    (stored?.status ?? 'discarded') as HolidayStatus,
    props.user.roles,
  );
  const edit =
    proposed !== undefined
      ? text(lang, 'calendarPage.correct')
      : table === undefined
        ? text(lang, 'calendarPage.enter', { year })
        : text(lang, 'calendarPage.change');
  return (
    <ConsolePage
      title={text(lang, 'calendarPage.yearTitle', { year })}
      lead={<CompletenessTag table={table} pressing={pressing} />}
      back={{ href: '/calendar', label: text(lang, 'calendarPage.title') }}
      problems={props.problems}
      {...(props.open && commands.includes('save')
        ? { action: <ButtonLink href={`/calendar/${year}/edit`}>{edit}</ButtonLink> }
        : {})}
    >
      <Proposal {...props} commands={commands} />
      <section>
        <h2 class="govuk-heading-m">{text(lang, 'calendarPage.current')}</h2>
        {table === undefined ? (
          <p class="govuk-body">{text(lang, 'calendarPage.none')}</p>
        ) : (
          <HolidayTableView
            table={table}
            version={stored?.state.confirmed}
            name={text(lang, 'calendarPage.current')}
          />
        )}
      </section>
    </ConsolePage>
  );
}

function Proposal({
  standing,
  user,
  commands,
}: YearPageProps & { commands: readonly string[] }): VNode | null {
  const { lang } = usePage();
  const { year, table, stored } = standing;
  const proposed = stored?.state.proposed;
  if (stored === undefined || proposed === undefined) return null;
  const now = workingCalendar(table === undefined ? [] : [table]);
  const name = text(lang, 'calendarPage.proposal', { version: proposed.version });
  return (
    <section class="dr-todo">
      <h2 class="govuk-heading-m">{name}</h2>
      <HolidayTableView table={proposed.table} version={proposed} name={name} />
      <ChangesView
        changes={changedDays(year, now, workingCalendar([proposed.table]))}
        againstNothing={table === undefined}
      />
      {commands.includes('confirm') && proposed.saved.by !== user.userId ? (
        <Form action={`/calendar/${year}/confirm`} version={stored.version}>
          <p class="govuk-body">{text(lang, 'calendarPage.confirm.hint')}</p>
          <Button>{text(lang, 'calendarPage.confirm')}</Button>
        </Form>
      ) : (
        <Inset>{text(lang, 'calendarPage.confirm.other')}</Inset>
      )}
      {commands.includes('discard') ? (
        <Details summary={text(lang, 'calendarPage.discard')}>
          <Form action={`/calendar/${year}/discard`} version={stored.version}>
            <p class="govuk-body">{text(lang, 'calendarPage.discard.hint')}</p>
            <Button look="secondary">{text(lang, 'calendarPage.discard')}</Button>
          </Form>
        </Details>
      ) : null}
    </section>
  );
}
