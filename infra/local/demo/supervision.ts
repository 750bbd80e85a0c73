import type { LocalDate } from '../../../shared/calendar/localDate.ts';
import { publicityTerms } from '../../../shared/law/publicityTerms.ts';
import type { Agency } from '../../../shared/register/agency.ts';
import type { SeedContext } from '../runtime.ts';
import { listingDesk } from './listingDesk.ts';
import { listAgencies } from './listingStories.ts';
import type { OfficeDeps } from './officeDeps.ts';
import { penaltyDesk } from './penaltyDesk.ts';
import { punishAgencies, type StoryPeople } from './penaltyStories.ts';
import { applyForRepair, demoEvidence } from './repairStory.ts';
import { storyDeps } from './storyDeps.ts';

/** The first day on which the terms of publicity are in force: nothing of the demo is published before. */
export const PUBLIC_SINCE: LocalDate = publicityTerms[0].validFrom;

/** Patent agencies that stand on no list, for a story each. @throws Error when the office has too few */
export function unlisted(agencies: readonly Agency[]) {
  const [a, b, c, d, e, f, g, h, i] = agencies
    .filter(
      ({ status, headOf, listing, kinds }) =>
        status === 'active' && headOf === undefined && listing === 'none' && kinds.includes('patent'),
    )
    // The first few are those that complaints are about.
    .slice(4);
  if (!a || !b || !c || !d || !e || !f || !g || !h || !i)
    throw new Error('the demo office has too few agencies for its penalties');
  return { punished: [a, b, c, d, e, f, g], late: [h, i] } as const;
}

/** Penalties in different states, entries of both lists and an application for repair. */
export async function superviseAgencies(
  context: SeedContext,
  office: OfficeDeps,
  agencies: readonly Agency[],
  people: StoryPeople,
): Promise<void> {
  const story = await storyDeps(context, office);
  const { punished, late } = unlisted(agencies);
  const { grave, performed } = await punishAgencies(penaltyDesk(story), people, punished, PUBLIC_SINCE);
  await listAgencies(listingDesk(story), { late, serious: grave }, people);
  context.hint({
    zh: '信用系统（模拟）：选一种故障，再办一件处罚，看两边怎样恢复一致',
    en: 'Credit simulator: choose a fault, then decide a penalty, and see both sides agree again',
    value: context.addresses.credit,
    href: context.addresses.credit,
  });
  context.hint({
    zh: '处罚案件：从线索到公示、撤销，每个环节一件',
    en: 'Penalty cases: one at each stage from the lead to publicity and annulment',
    value: `${context.addresses.console}/penalties`,
    href: `${context.addresses.console}/penalties`,
  });
  if (performed !== undefined)
    await applyForRepair(story, demoEvidence(context), performed.id, performed.agency);
}
