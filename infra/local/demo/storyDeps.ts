import { createHmac } from 'node:crypto';
import { DynamoDrawDesk } from '../../../shared/adapters/dynamoDrawDesk.ts';
import { shanghaiDate } from '../../../shared/calendar/localDate.ts';
import { canonicalJson } from '../../../shared/draw/canonicalJson.ts';
import { type Office, officeSchema } from '../../../shared/notice/office.ts';
import type { SeedContext } from '../runtime.ts';
import { type OfficeDeps, settingsOf } from './officeDeps.ts';
import { type StoryClock, storyClock } from './storyClock.ts';

/** What the desks of penalties, lists and repairs share. */
export interface StoryDeps extends Pick<OfficeDeps, 'client' | 'cases' | 'register' | 'people' | 'auditKey'> {
  readonly core: string;
  readonly desk: DynamoDrawDesk;
  readonly calendar: OfficeDeps['calendar'];
  readonly office: Office;
  /** Keyed digest of what an audit entry does not hold itself. */
  readonly digest: (value: unknown) => string;
  readonly clock: StoryClock;
}

export async function storyDeps(context: SeedContext, office: OfficeDeps): Promise<StoryDeps> {
  const named = settingsOf(context, 'console');
  const core = named('CORE_TABLE');
  const [key, calendar] = await Promise.all([office.auditKey(), office.calendar()]);
  return {
    client: office.client,
    cases: office.cases,
    register: office.register,
    people: office.people,
    auditKey: office.auditKey,
    core,
    desk: new DynamoDrawDesk(office.client, core),
    // Read once: nothing of it changes while the stories are told.
    calendar: async () => calendar,
    office: officeSchema.parse(JSON.parse(named('OFFICE'))),
    digest: (value) => createHmac('sha256', key).update(canonicalJson(value)).digest('hex'),
    clock: storyClock(shanghaiDate(office.now()), calendar),
  };
}

/** Whatever else follows an act is found by the sweeps once the office is open. */
export async function nobody(): Promise<void> {}

/** @throws Error naming what failed */
export function allWritten(what: string, { failed }: { readonly failed: readonly string[] }): void {
  if (failed.length > 0) throw new Error(`${what} of the demo office: ${failed.join('; ')}`);
}
