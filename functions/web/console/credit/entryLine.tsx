import type { VNode } from 'preact';
import { type CreditItem, type CreditStatus, isLate, wireId } from '../../../../shared/credit/creditItem.ts';
import { wireTypeOf } from '../../../../shared/credit/mapping/wireTypes.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { Tag, type Tone } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { dayText } from '../moment.ts';
import { say } from './creditWords.ts';

const tones: Readonly<Record<CreditStatus, Tone>> = {
  queued: 'waiting',
  sent: 'active',
  acknowledged: 'done',
  rejected: 'overdue',
  superseded: 'neutral',
  'given-up': 'neutral',
};

export function StatusTag({ status }: { status: CreditStatus }): VNode {
  const { lang } = usePage();
  return <Tag tone={tones[status]}>{say(lang, `credit.status.${status}`)}</Tag>;
}

/** What kind of record it is and what is said of it. */
export function entryText(lang: Lang, { entry }: Pick<CreditItem, 'entry'>): string {
  const type = entry.record === undefined ? 'none' : wireTypeOf(entry.record);
  return `${say(lang, `credit.operation.${entry.operation}`)} · ${say(lang, `credit.type.${type}`)}`;
}

/** The name of an entry with what it says. */
export function EntryName({ item }: { item: CreditItem }): VNode {
  const { lang } = usePage();
  return (
    <>
      {entryText(lang, item)}
      <br />
      <code>{wireId(item)}</code>
    </>
  );
}

/** The day by which the law wants it there. */
export function DueText({ item, now }: { item: CreditItem; now: Date }): VNode | null {
  const { lang } = usePage();
  const { due } = item.entry;
  if (due === undefined) return null;
  return (
    <>
      <time dateTime={due}>{dayText(lang, due)}</time>{' '}
      {isLate(item, now.toISOString()) ? <Tag tone="overdue">{say(lang, 'creditPage.late')}</Tag> : null}
    </>
  );
}

/** What came of it last. */
export function lastText(lang: Lang, item: CreditItem): string {
  const last = item.said.at(-1);
  if (last === undefined) return '';
  const words = say(lang, `credit.outcome.${last.outcome}`);
  return last.answer === undefined ? words : `${words} (${last.answer})`;
}
