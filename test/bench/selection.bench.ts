import { createHash, hash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { nodeSuites } from '../../shared/adapters/nodeHash.ts';
import { portableSuites } from '../../shared/draw/hash.ts';
import type { Plan } from '../../shared/draw/plan.ts';
import { quotaOffset } from '../../shared/draw/quota.ts';
import { keyBlock, keyedHash } from '../../shared/draw/seed.ts';
import { rankRoot, selectCells, ticket } from '../../shared/draw/selection.ts';
import type { AgencyRow } from '../../shared/draw/snapshot.ts';
import { type Measured, measure, printTable } from './table.ts';

const SIZES = [3_600, 100_000];
const RATE_PPM = 50_000;

/** Selection against SQLite's `ORDER BY random()` (not verifiable) and one-shot hashing of the same messages. */
export async function run(): Promise<void> {
  for (const size of SIZES) printTable(`selection of ${size} agencies`, await rowsFor(size));
}

async function rowsFor(size: number): Promise<Measured[]> {
  const plan: Plan = {
    v: 'dr1/plan',
    suite: 'sha256',
    cells: [{ cell: 'A', ppm: RATE_PPM, round: 'exact' }],
    alternates: 5,
  };
  const agencies: AgencyRow[] = Array.from({ length: size }, (_, n) => ({
    tid: `A${String(n).padStart(6, '0')}`,
    cell: 'A',
  }));
  const seed = createHash('sha256').update('bench').digest();
  const [portable, node] = [portableSuites('sha256'), nodeSuites('sha256')];
  const key = keyedHash(portable, seed, 'ticket/agency');
  const block = Buffer.from(keyBlock(portable, seed, 'ticket/agency')).toString('latin1');
  const u = quotaOffset(keyedHash(portable, seed, 'quota'));
  const database = shuffledTable(agencies);
  const drawn = Math.round((size * RATE_PPM) / 1e6);
  const select = database.prepare('SELECT tid FROM agency ORDER BY random() LIMIT ?');
  const withRoot = (suite: typeof portable): void => {
    const cells = selectCells(plan, agencies, keyedHash(suite, seed, 'ticket/agency'), u);
    for (const cell of cells) rankRoot(suite, cell.ranks);
  };
  const timed = async (name: string, work: () => unknown): Promise<Measured> => ({
    name,
    ms: await measure(work),
    units: size,
  });
  const rows = [
    await timed('floor: crypto.hash one-shot per ticket', () => {
      for (const { tid } of agencies) hash('sha256', block + tid, 'buffer');
    }),
    await timed('tickets, portable', () => {
      for (const { tid } of agencies) ticket(key, tid);
    }),
    await timed('tickets and ranks, portable', () => selectCells(plan, agencies, key, u)),
    await timed('tickets, ranks and rank root, portable', () => withRoot(portable)),
    await timed('tickets, ranks and rank root, node:crypto', () => withRoot(node)),
    await timed('peer: SQLite ORDER BY random()', () => select.all(drawn)),
  ];
  database.close();
  return rows;
}

function shuffledTable(agencies: readonly AgencyRow[]): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE agency (tid TEXT PRIMARY KEY, cell TEXT) WITHOUT ROWID; BEGIN');
  const insert = database.prepare('INSERT INTO agency VALUES (?, ?)');
  for (const { tid, cell } of agencies) insert.run(tid, cell);
  database.exec('COMMIT');
  return database;
}
