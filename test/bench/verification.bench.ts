import { hash } from 'node:crypto';
import { nodeSuites } from '../../shared/adapters/nodeHash.ts';
import { verifyBeacon } from '../../shared/draw/beacon.ts';
import { portableSuites, type Suites } from '../../shared/draw/hash.ts';
import { loadPools, readRecord, recordBytes } from '../../shared/draw/record.ts';
import { verifyRecord } from '../../shared/draw/verify.ts';
import { ROUND_1000, readVector, recordOf } from '../shared/draw/vectors.ts';
import { type Measured, measure, printTable } from './table.ts';

/** Full verification of vector 2 (3,600 agencies, 60 inspectors, 2,386 relations) from the bytes of its file. */
export async function run(): Promise<void> {
  const bytes = recordBytes(recordOf(readVector(2)));
  const text = Buffer.from(bytes).toString();
  const verifyWith = (suites: Suites) => (): void => {
    const record = readRecord(bytes);
    const pools = record.ok ? loadPools(record.value) : record;
    if (!record.ok || !pools.ok || !verifyRecord(record.value, pools.value, { suites }).consistent)
      throw new Error('vector 2 must be consistent');
  };
  const rows: Measured[] = [
    {
      name: 'floor: JSON.parse and one hash of the file',
      ms: await measure(() => [JSON.parse(text), hash('sha256', bytes)]),
    },
    { name: 'strict reading', ms: await measure(() => readRecord(bytes)) },
    { name: 'verification, portable', ms: await measure(verifyWith(portableSuites)), goalMs: 100 },
    { name: 'verification, node:crypto', ms: await measure(verifyWith(nodeSuites)), goalMs: 100 },
    { name: 'one beacon signature', ms: await measure(() => verifyBeacon(1000, ROUND_1000)), goalMs: 40 },
  ];
  printTable('verification of 3,600 agencies', rows);
}
