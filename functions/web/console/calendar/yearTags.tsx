import type { VNode } from 'preact';
import type { HolidayYear } from '../../../../shared/calendar/holidays.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';

/** Whether a table was read against the notice. */
export function VerificationTag({ table }: { table: HolidayYear }): VNode {
  const { lang } = usePage();
  return table.verification === 'V' ? (
    <Tag tone="done">{text(lang, 'calendarPage.verified')}</Tag>
  ) : (
    <Tag tone="waiting">{text(lang, 'calendarPage.unverified')}</Tag>
  );
}

/** Whether a year is known: wholly, in part, not at all. `pressing` when a person has to act now. */
export function CompletenessTag(props: { table: HolidayYear | undefined; pressing?: boolean }): VNode {
  const { lang } = usePage();
  const { table } = props;
  if (table?.complete === true) return <Tag tone="done">{text(lang, 'calendarPage.whole')}</Tag>;
  return (
    <Tag tone={props.pressing === true ? 'overdue' : 'neutral'}>
      {text(lang, table === undefined ? 'calendarPage.absent' : 'calendarPage.part')}
    </Tag>
  );
}
