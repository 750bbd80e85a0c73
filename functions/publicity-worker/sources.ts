import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoDrawDesk } from '../../shared/adapters/dynamoDrawDesk.ts';
import { dynamoEditions } from '../../shared/adapters/dynamoEditions.ts';
import { DynamoInspections } from '../../shared/adapters/dynamoInspections.ts';
import { DynamoListings } from '../../shared/adapters/dynamoListings.ts';
import { DynamoPenalties } from '../../shared/adapters/dynamoPenalties.ts';
import { DynamoPlans } from '../../shared/adapters/dynamoPlans.ts';
import { DynamoRegister } from '../../shared/adapters/dynamoRegister.ts';
import { DynamoRepairs } from '../../shared/adapters/dynamoRepairs.ts';
import { loadedCalendar } from '../../shared/adapters/loadedCalendar.ts';
import { dynamoReceiptKeys } from '../../shared/adapters/receiptKeys.ts';
import type { CaseStore } from '../../shared/case/caseStore.ts';
import type { DrawCase, DrawStatus } from '../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../shared/draw/ceremony/drawRows.ts';
import { tombstoneOf } from '../../shared/publicity/withdrawal.ts';
import { publicRiskCounts } from '../../shared/statistics/riskCounts.ts';
import type { SiteSources } from './siteBuilder.ts';

/** What the site is made from, read from the core table and the records bucket. */
export function dynamoSources(
  client: DynamoDBDocumentClient,
  table: string,
  store: CaseStore,
  record: SiteSources['record'],
): SiteSources {
  const desk = new DynamoDrawDesk(client, table);
  const plans = new DynamoPlans(client, table, store);
  const registers = new DynamoRegister(client, table);
  const inspections = new DynamoInspections(client, table);
  const listings = new DynamoListings(client, table);
  const penalties = new DynamoPenalties(client, table);
  const keys = dynamoReceiptKeys(client, table);
  const editions = dynamoEditions(client, table);
  const repairs = new DynamoRepairs(client, table);
  return {
    numbers: () => desk.numbers(),
    async draw(number) {
      const stored = await store.load<DrawCase>(drawCaseId(number));
      return stored === undefined ? undefined : { status: stored.status as DrawStatus, state: stored.state };
    },
    lock: (month) => desk.lock(month),
    log: (number) => desk.log(number),
    tombstone: (number) => tombstoneOf(store, number, 'opened'),
    record,
    async plans() {
      const months = await plans.plans();
      return (await Promise.all(months.map(({ month }) => plans.published(month)))).flat();
    },
    items: () => registers.items(),
    inspections: (year) => inspections.ofYear(year),
    listings: async () => (await Promise.all([listings.open(), listings.ended()])).flat(),
    penalties: () => penalties.published(),
    calendar: loadedCalendar(client, table),
    receiptKeys: () => keys.all(),
    editions: () => editions.all(),
    async riskCounts() {
      const month = await plans.lastPublished();
      return month === undefined ? undefined : publicRiskCounts(await registers.agencies(), month);
    },
    repairs: () => repairs.published(),
  };
}
