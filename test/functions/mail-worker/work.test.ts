import { expect, it } from 'vitest';
import { type WorkReport, work } from '../../../functions/mail-worker/work.ts';
import { DynamoListings } from '../../../shared/adapters/dynamoListings.ts';
import { dynamoOwnRowRequests } from '../../../shared/adapters/dynamoOwnRowRequests.ts';
import { DynamoRepairs } from '../../../shared/adapters/dynamoRepairs.ts';
import type { CaseStore } from '../../../shared/case/caseStore.ts';
import { complaintPaperWorld } from '../../fixtures/complaintPaperWorld.ts';
import { paperWorld } from '../../fixtures/paperWorld.ts';
import { penaltyWorld } from '../../fixtures/penaltyWorld.ts';
import { openTables } from '../../fixtures/tables.ts';
import { limits, mailWorld } from './mailWorld.ts';

it('sends what was written in the same run and then tells the operators what could not be written', async () => {
  const tables = await openTables();
  const mails = await mailWorld(tables);
  try {
    const world = paperWorld(tables);
    const broken = await world.opened('tell');
    await world.opened('tell');
    const cases: CaseStore = {
      load: (id) => (id === `DR#${broken.draw}` ? Promise.resolve(undefined) : tables.store.load(id)),
      commit: (commit) => tables.store.commit(commit),
      chain: (id) => tables.store.chain(id),
    };
    const { digest, office, now } = world.deps;
    const run = (papers: typeof world.deps, log: (report: WorkReport) => void) =>
      work(
        {
          papers,
          forms: complaintPaperWorld(tables).forms,
          listings: {
            ...complaintPaperWorld(tables).forms,
            lists: new DynamoListings(tables.client, 'core'),
          },
          repairs: { ...complaintPaperWorld(tables).forms, lists: new DynamoRepairs(tables.client, 'core') },
          penalties: penaltyWorld(tables).paperDeps,
          answers: {
            store: tables.store,
            requests: dynamoOwnRowRequests(tables.client, 'core'),
            agency: async () => undefined,
            office,
            digest,
            now,
          },
          delivery: mails.deps(),
        },
        limits,
        log,
      );
    const logged: WorkReport[] = [];
    await expect(run({ ...world.deps, cases }, (report) => logged.push(report))).rejects.toThrow(
      `papers not written: ${broken.number}/first`,
    );
    expect(logged[0]).toMatchObject({ papers: { done: 1 }, report: { sent: 3 } });
    expect(mails.inbox.mails).toHaveLength(3);
    // Once the cause is gone the next run makes up for it.
    expect(await run(world.deps, () => {})).toMatchObject({ sent: 3 });
    expect(mails.inbox.mails).toHaveLength(6);
  } finally {
    await mails.close();
    await tables.close();
  }
});
