import type { VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import { daysBetween } from '../../../../shared/calendar/localDate.ts';
import { openSuspension } from '../../../../shared/complaint/complaintCase.ts';
import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { dayText } from '../moment.ts';
import { caseName, complaintPath, words } from './complaintWords.ts';

/** How many days before rights are lost the day is marked. */
const URGENT_DAYS = 14;

/** The case by its number, as a link. */
export function CaseLink({ stored }: { stored: StoredComplaint }): VNode {
  const { state } = stored;
  return (
    <a class="govuk-link dr-code" href={complaintPath(state.id)}>
      {caseName(state)}
    </a>
  );
}

/** The day from which rights are lost: nobody of the office owes it, and yet it presses. */
export function UrgentLine(props: { stored: StoredComplaint; today: LocalDate }): VNode | null {
  const { lang } = usePage();
  const { urgent } = props.stored.state;
  if (urgent === undefined) return null;
  const text = words(lang, 'complaintPage.urgent', { on: dayText(lang, urgent) });
  return daysBetween(props.today, urgent) <= URGENT_DAYS ? (
    <Tag tone="waiting">{text}</Tag>
  ) : (
    <span>{text}</span>
  );
}

export function PausedTag({ stored }: { stored: StoredComplaint }): VNode | null {
  const { lang } = usePage();
  const rest = openSuspension(stored.state);
  return rest === undefined ? null : (
    <Tag tone="neutral">{words(lang, 'complaintPage.paused', { from: dayText(lang, rest.from) })}</Tag>
  );
}
