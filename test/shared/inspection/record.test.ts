import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DynamoInspections } from '../../../shared/adapters/dynamoInspections.ts';
import { answerDigest } from '../../../shared/inspection/answerDigest.ts';
import {
  proposeCorrection,
  raiseCorrection,
  settleCorrection,
} from '../../../shared/inspection/correcting.ts';
import { dossierOf } from '../../../shared/inspection/dossier/dossier.ts';
import { verifyDossier } from '../../../shared/inspection/dossier/verifyDossier.ts';
import type { Answer } from '../../../shared/inspection/inspectionCase.ts';
import { recordDigest } from '../../../shared/inspection/record.ts';
import { standingSignatures } from '../../../shared/inspection/submitting.ts';
import { type DossierWorld, dossierWorld } from '../../fixtures/dossierWorld.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
let office: DossierWorld;
beforeAll(async () => {
  tables = await openTables();
  office = await dossierWorld(tables);
});
afterAll(() => tables.close());

const KEY = 'ZL-01@1/1';

async function rows(): Promise<readonly Answer[]> {
  const all = await new DynamoInspections(tables.client, 'core').answers(office.number);
  return all.filter(({ key }) => key === KEY).map(({ answer }) => answer as Answer);
}

describe('answers', () => {
  test('each refers to the one it takes the place of', async () => {
    await office.say('10', KEY, 'inconsistent');
    const first = (await office.stored()).state.answers[KEY];
    await office.say('11', KEY, 'consistent');
    const second = (await office.stored()).state.answers[KEY];
    if (first === undefined || second === undefined) throw new Error('no answer');
    expect(first.before).toBeUndefined();
    expect(second).toMatchObject({ value: 'consistent', before: answerDigest(KEY, first) });
    expect(await rows()).toEqual([first, second]);
  });

  test('the one that stands sent again writes nothing, not even under another value', async () => {
    const before = await office.stored();
    await office.say('11', KEY, 'consistent');
    await office.say('11', KEY, 'inconsistent');
    expect(await office.stored()).toEqual(before);
    expect(await rows()).toHaveLength(2);
  });

  test('an earlier one sent again under another value does not write over what was given', async () => {
    const given = await rows();
    await office.say('10', KEY, 'not-applicable');
    expect(await rows()).toEqual(expect.arrayContaining([...given]));
  });
});

describe('a signature', () => {
  test('outlasts a corrected publication, and what stood before is kept', async () => {
    const other = await openTables();
    try {
      const world = await dossierWorld(other);
      await world.visit();
      await world.aftermath();
      const signed = (await world.stored()).state;
      const right = {
        item: 'ZL-01@1',
        results: ['no_problem'],
        obstruction: '',
        unreachable: '',
        note: '更正',
      };
      await world.give('raise-correction', raiseCorrection, { text: '有误' }, people.supervisor);
      await world.give(
        'propose-correction',
        proposeCorrection,
        { reason: '查实', results: [right] },
        people.supervisor,
      );
      await world.give('settle-correction', settleCorrection, { keep: false }, people.approver);
      const { state } = await world.stored();
      expect(state.results).toEqual({ 'ZL-01@1': { results: ['no_problem'], note: '更正' } });
      expect(state.corrections[0]?.settled?.replaced).toEqual(signed.results);
      expect(recordDigest(state)).toBe(recordDigest(signed));
      expect(standingSignatures(state)).toHaveLength(2);
      const checks = verifyDossier(dossierOf(await world.gather(), [])).checks;
      expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    } finally {
      await other.close();
    }
  });
});
