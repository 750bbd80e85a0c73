import type { User } from '../access/user.ts';
import { shanghaiDate } from '../calendar/localDate.ts';
import type { CaseStore } from '../case/caseStore.ts';
import type { KeyedDigest } from './noticeCommit.ts';
import {
  type Reminder,
  type ReminderRecipient,
  type ReminderWords,
  reminderCommit,
  reminderId,
} from './reminder.ts';

/** A mail about a date: of which case, by which order, and what it says. */
export interface ReminderOf {
  /** Id of the case with its prefix. */
  readonly about: string;
  /** Key of the order: the same key is the same mail. */
  readonly key: string;
  readonly date: Reminder['of'];
  readonly words: Omit<ReminderWords, 'greeting'>;
  /** Now. */
  readonly at: string;
}

/** One mail about a date to whoever is named; whom it opens what for is told by the type of the recipient. */
export function reminderTo(
  recipient: ReminderRecipient,
  { address, greeting }: { readonly address: string; readonly greeting: string },
  of: ReminderOf,
): Reminder {
  return {
    id: reminderId(of.about, of.key, recipient),
    kind: 'reminder',
    about: of.about,
    of: of.date,
    date: shanghaiDate(of.at),
    recipient,
    words: { ...of.words, greeting },
    mail: { address, generation: 1, attempts: 0, nextAt: of.at },
  };
}

/** One mail about a date to each of these people of the office who has an address. */
export function staffReminders({
  people,
  ...of
}: ReminderOf & { readonly people: readonly User[] }): readonly Reminder[] {
  return people.flatMap(({ userId, name, email }): readonly Reminder[] => {
    if (email === undefined) return [];
    return [
      reminderTo({ type: 'staff', id: userId, name }, { address: email, greeting: `${name}同志：` }, of),
    ];
  });
}

/**
 * Puts mails about dates into the queue. One that exists is left as it is: nobody is reminded of the same date twice.
 *
 * @throws when one could not be queued
 */
export async function queueReminders(
  deps: { readonly cases: CaseStore; readonly digest: KeyedDigest },
  reminders: readonly Reminder[],
  at: string,
): Promise<void> {
  for (const reminder of reminders) {
    const step = { before: undefined, command: 'queue', status: 'queued', at } as const;
    const outcome = await deps.cases.commit(reminderCommit({ ...step, reminder }, deps.digest));
    if (!outcome.ok && (await deps.cases.load(reminder.id)) === undefined)
      throw new Error('a reminder could not be queued');
  }
}
