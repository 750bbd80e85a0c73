import { expect } from 'vitest';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { auditEntries } from '../../shared/adapters/auditEntries.ts';
import { caseHeads } from '../../shared/adapters/caseHeads.ts';
import { nodeSuites } from '../../shared/adapters/nodeHash.ts';
import type { AuditEntry } from '../../shared/audit/entry.ts';
import { type AuditReport, verifyCases } from '../../shared/audit/verifyCases.ts';
import { loadPools, readRecord } from '../../shared/draw/record.ts';
import { verifyRecord } from '../../shared/draw/verify.ts';
import type { LiveDesk } from './drawDesk.ts';

/** Every audit chain of the office, held against the heads that the cases keep. */
export async function auditReport(desk: LiveDesk): Promise<AuditReport> {
  const entries: AuditEntry[] = [];
  for await (const entry of auditEntries(desk.client, desk.audit)) entries.push(entry);
  return verifyCases(entries, await caseHeads(desk.client, desk.core));
}

/** Whether the verifier agrees with a published record, inline pools and all. */
export function isConsistent(record: string): boolean {
  const read = readRecord(new TextEncoder().encode(record));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const pools = loadPools(read.value);
  if (!pools.ok) throw new Error(JSON.stringify(pools.problems));
  return verifyRecord(read.value, pools.value, { suites: nodeSuites }).consistent;
}

/**
 * What has to hold after whatever happened: one published draw in the month, a record that verifies, every notice
 * mailed exactly once to one recipient, every audit chain whole.
 */
export async function expectSound(
  runtime: Pick<LocalRuntime, 'lambda' | 'inbox'>,
  desk: LiveDesk,
  number: string,
  record: string,
): Promise<void> {
  expect(isConsistent(record)).toBe(true);
  const draw = await desk.draw(number);
  const ofMonth = await Promise.all((await desk.desk.numbers()).map((one) => desk.draw(one)));
  expect(ofMonth.filter((one) => one?.kind === 'draw').map((one) => one?.number)).toEqual([number]);
  await runtime.lambda.idle();
  const mails = runtime.inbox.list();
  expect(mails.length).toBeGreaterThan(0);
  expect(mails).toHaveLength(draw?.result?.notices ?? -1);
  expect(mails.filter(({ deliveries }) => deliveries !== 1)).toEqual([]);
  expect(mails.filter(({ envelope }) => envelope.to.length !== 1)).toEqual([]);
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
  expect(new Set(mails.map(({ subject }) => subject)).size).toBe(mails.length);
  const { faults, cases } = await auditReport(desk);
  expect(faults).toEqual([]);
  expect(cases).toBeGreaterThan(mails.length);
}
