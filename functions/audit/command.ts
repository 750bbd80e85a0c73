/**
 * `npm run audit`: reads every audit chain and names the entry that was changed, is missing or was inserted.
 *
 * Tables are named by CORE_TABLE and AUDIT_TABLE with the AWS settings of the environment; without them the
 * running local system is read (.local/tables.json). Exit 0: all chains hold; 1: faults; 2: cannot be read.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { auditEntries } from '../../shared/adapters/auditEntries.ts';
import { caseHeads } from '../../shared/adapters/caseHeads.ts';
import type { AuditEntry } from '../../shared/audit/entry.ts';
import { verifyCases } from '../../shared/audit/verifyCases.ts';
import type { ChainFault } from '../../shared/audit/verifyChain.ts';

const placeSchema = z.object({
  endpoint: z.string().optional(),
  region: z.string().optional(),
  core: z.string(),
  audit: z.string(),
});

function place(): z.infer<typeof placeSchema> {
  const { CORE_TABLE: core, AUDIT_TABLE: audit, LOCAL_DATA: folder = '.local' } = process.env;
  if (core !== undefined && audit !== undefined) return { core, audit };
  return placeSchema.parse(JSON.parse(readFileSync(join(folder, 'tables.json'), 'utf8')));
}

const meaning: Readonly<Record<ChainFault['fault'], string>> = {
  changed: '内容被改动 changed',
  missing: '缺失 missing',
  inserted: '多出 inserted',
  foreign: '属于其他案件 of another case',
  truncated: '末尾被截去 cut off at the end',
  head: '与案件记载的末端不符 does not fit the head kept with the case',
  status: '案件状态被改动 the status of the case was changed',
};

async function main(): Promise<number> {
  const { endpoint, region, core, audit } = place();
  const local = {
    endpoint,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient(endpoint === undefined || region === undefined ? {} : { ...local, endpoint, region }),
  );
  const entries: AuditEntry[] = [];
  for await (const entry of auditEntries(client, audit)) entries.push(entry);
  const report = verifyCases(entries, await caseHeads(client, core));
  for (const { case: caseId, seq, fault } of report.faults) {
    console.log(`${caseId} #${seq}: ${meaning[fault]}`);
  }
  const verdict = report.faults.length === 0 ? '一致 all chains hold' : '不一致 chains are broken';
  console.log(`${report.cases} cases, ${report.entries} entries: ${verdict}`);
  return report.faults.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(
    '无法读取审计表。请先运行 npm start，或者设置 CORE_TABLE 和 AUDIT_TABLE。' +
      ' The audit table cannot be read: run npm start first, or set CORE_TABLE and AUDIT_TABLE.',
  );
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
