import { addDays, localDate, yearOf } from '../../../shared/calendar/localDate.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import { listingDay } from '../../../shared/listing/mirror.ts';
import { notifyAgency, recordService } from '../../../shared/listing/noticing.ts';
import type { Agency } from '../../../shared/register/agency.ts';
import type { ListingDesk } from './listingDesk.ts';
import type { StoryPeople } from './penaltyStories.ts';

/** Whom the stories are about: agencies that stand on no list, and the number of a penalty decision. */
export interface ListedAgencies {
  readonly late: readonly [Agency, Agency];
  readonly serious: { readonly agency: Agency; readonly penalty: string };
}

/**
 * Entries of both lists: one of the serious-breach list that rests on a penalty, and from CNIPA's list of missing reports
 * one that was decided and one that waits for its second person.
 */
export async function listAgencies(
  desk: ListingDesk,
  { late, serious }: ListedAgencies,
  { supervisor, approver }: StoryPeople,
): Promise<void> {
  const id = await desk.propose(
    40,
    {
      uscc: serious.agency.uscc,
      source: { type: 'person' },
      origin: `demo/${serious.agency.uscc}`,
      charge: {
        ground: 'serious-conduct',
        facts: '组织批量编造专利申请，涉及多家委托人，被处罚后仍未清理，主观故意明显。',
        penalty: serious.penalty,
      },
    },
    supervisor,
  );
  await desk.give(40, id, 'notify', notifyAgency, undefined, supervisor);
  await desk.give(38, id, 'record-service', recordService, { on: desk.clock.dayAgo(38) }, supervisor);
  const reason = '事实清楚，主观故意明显，情节严重；告知后未提出陈述、申辩。';
  await desk.list(20, id, { reason, gate: true }, approver);
  await reportsMissing(desk, late, supervisor, approver);
}

async function reportsMissing(
  desk: ListingDesk,
  agencies: ListedAgencies['late'],
  supervisor: Actor,
  approver: Actor,
): Promise<void> {
  const { today } = desk.clock;
  const thisYear = listingDay(yearOf(today));
  // Early in the year the last list is that of the year before.
  const on = addDays(thisYear, 20) <= today ? thisYear : listingDay(yearOf(today) - 1);
  const usccs = agencies.map(({ uscc }) => uscc);
  const [decided] = await desk.mirror(10, { on: localDate(on), usccs }, supervisor);
  if (decided === undefined) throw new Error('the list of missing reports has opened no entry');
  await desk.list(9, decided, { reason: '与国家知识产权局名单一致。', gate: false }, approver);
}
