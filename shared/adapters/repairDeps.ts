import { inspectionSubject } from '../repair/inspectionSubject.ts';
import { type ListingSubjectDeps, listingSubject } from '../repair/listingSubject.ts';
import { penaltySubject } from '../repair/penaltySubject.ts';
import type { RepairDeps, RepairKick, RepairLists } from '../repair/ports.ts';
import { commandDeps } from './commandDeps.ts';
import { documentClient } from './dynamo.ts';
import { DynamoDrawDesk } from './dynamoDrawDesk.ts';
import { DynamoInspections } from './dynamoInspections.ts';
import { DynamoPenalties } from './dynamoPenalties.ts';
import { DynamoRepairs } from './dynamoRepairs.ts';
import { environment } from './environment.ts';
import { type Woken, wakers } from './kick.ts';
import { listingDeps } from './listingDeps.ts';

/**
 * What a function needs to give commands to applications for credit repair; made once per process.
 *
 * @param prefix first part of the numbers of papers
 */
export function repairDeps(kick: RepairKick, prefix: string): RepairDeps & { readonly lists: RepairLists } {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const { cases, calendar, auditKey, now } = commandDeps();
  const penalties = new DynamoPenalties(client, core);
  // A repair gives the lists their commands as parts of its own, and wakes whoever waits for them.
  const listings = listingDeps({ mail: async () => {}, publish: async () => {} });
  const listed: ListingSubjectDeps = { listings, lists: listings.lists, penalties };
  return {
    cases,
    subjects: {
      penalty: penaltySubject({
        penalties: { cases, calendar, auditKey },
        lists: penalties,
      }),
      abnormal: listingSubject('abnormal', listed),
      serious: listingSubject('serious', listed),
      inspection: inspectionSubject({ cases, lists: new DynamoInspections(client, core) }),
    },
    lists: new DynamoRepairs(client, core),
    desk: new DynamoDrawDesk(client, core),
    prefix,
    kick,
    calendar,
    auditKey,
    now,
  };
}

/** The functions that every command may wake. */
export const repairWorkers = {
  publish: 'PUBLICITY_WORKER',
  mail: 'MAIL_WORKER',
  credit: 'CREDIT_WORKER',
  leads: 'LEAD_WORKER',
} as const;

export function repairKick(woken: Woken<keyof RepairKick>): RepairKick {
  const wake = wakers(woken);
  return { mail: wake('mail'), publish: wake('publish'), credit: wake('credit'), leads: wake('leads') };
}
