import { describe, expect, test } from 'vitest';
import { fictionalAgencies } from '../../../../infra/local/demo/agencies.ts';
import { listingDesk } from '../../../../infra/local/demo/listingDesk.ts';
import { listAgencies } from '../../../../infra/local/demo/listingStories.ts';
import { penaltyDesk } from '../../../../infra/local/demo/penaltyDesk.ts';
import { punishAgencies, type StoryPeople } from '../../../../infra/local/demo/penaltyStories.ts';
import { applyForRepair } from '../../../../infra/local/demo/repairStory.ts';
import { storyClock } from '../../../../infra/local/demo/storyClock.ts';
import type { StoryDeps } from '../../../../infra/local/demo/storyDeps.ts';
import { PUBLIC_SINCE, unlisted } from '../../../../infra/local/demo/supervision.ts';
import { DynamoDrawDesk } from '../../../../shared/adapters/dynamoDrawDesk.ts';
import { DynamoListings } from '../../../../shared/adapters/dynamoListings.ts';
import { DynamoPenalties } from '../../../../shared/adapters/dynamoPenalties.ts';
import { DynamoRegister } from '../../../../shared/adapters/dynamoRegister.ts';
import { DynamoRepairs } from '../../../../shared/adapters/dynamoRepairs.ts';
import { dynamoUsers } from '../../../../shared/adapters/dynamoUsers.ts';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { builtInCalendar } from '../../../../shared/calendar/workingDays.ts';
import { createAgency } from '../../../../shared/register/commands/editAgency.ts';
import { people } from '../../../fixtures/drawWorld.ts';
import { legalReviewer } from '../../../fixtures/penaltyWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';

const office = {
  name: '北京市知识产权局',
  nameEn: 'Beijing Municipal Intellectual Property Office',
  code: 'BJIPO',
  numberPrefix: '京知抽',
  complaintPrefix: '京知诉',
  penaltyPrefix: '京知罚',
  listingPrefix: '京知名',
  repairPrefix: '京知修',
  contactUnit: '执法监督处',
  contactPhone: '010-12345678',
  address: '北京市西城区某街1号',
};
const officer = (inspectorId: string) => ({ inspectorId, name: inspectorId, certificateNo: inspectorId });
const actors: StoryPeople = {
  supervisor: people.supervisor,
  approver: people.approver,
  legalReviewer,
  officers: [officer('P001'), officer('P002')],
};

/** An ordinary day, the days after both long holidays, the turn of the year, a time before which nothing is public. */
const days = ['2026-11-26', '2026-10-09', '2027-02-26', '2027-01-04', '2026-04-14'];

describe('penalties, lists and repair of the demo office', () => {
  test.each(days)(
    'are lawful on %s and stand at the stages they are told for',
    async (day) => {
      const tables: Tables = await openTables();
      try {
        const today = localDate(day);
        const story: StoryDeps = {
          client: tables.client,
          cases: tables.store,
          core: 'core',
          register: new DynamoRegister(tables.client, 'core'),
          people: dynamoUsers(tables.client, 'core'),
          auditKey: async () => new Uint8Array(32).fill(3),
          desk: new DynamoDrawDesk(tables.client, 'core'),
          calendar: async () => builtInCalendar,
          office,
          digest: (value) => JSON.stringify(value).length.toString(16),
          clock: storyClock(today, builtInCalendar),
        };
        const { punished, late } = unlisted(fictionalAgencies(60, today));
        const now = () => new Date(`${day}T01:00:00Z`);
        for (const agency of [...punished, ...late]) {
          const made = await createAgency({ ...story, now }, agency, people.supervisor);
          expect(made.ok).toBe(true);
        }
        const { grave, performed } = await punishAgencies(penaltyDesk(story), actors, punished, PUBLIC_SINCE);
        await listAgencies(listingDesk(story), { late, serious: grave }, actors);
        const open = (await new DynamoPenalties(tables.client, 'core').openCases()).map(
          ({ status }) => status,
        );
        expect(open.sort()).toEqual(['defending', 'hearing', 'lead', 'performing', 'reviewing']);
        const listed = (await new DynamoListings(tables.client, 'core').open()).map(({ status }) => status);
        expect(listed.sort()).toEqual(['listed', 'listed', 'proposed']);
        expect(performed === undefined).toBe(day < '2026-06-01');
        if (performed === undefined) return;
        const kept: string[] = [];
        const keep = async (_case: string, sha256: string) => void kept.push(sha256);
        await applyForRepair(story, { keep }, performed.id, performed.agency);
        expect(new Set(kept).size).toBe(3);
        const repairs = await new DynamoRepairs(tables.client, 'core').ofAgency(performed.agency.uscc);
        expect(repairs.map(({ status }) => status)).toEqual(['applied']);
      } finally {
        await tables.close();
      }
    },
    60_000,
  );
});
