/**
 * `npm run audit`: reads every audit chain and names the entry that was changed, is missing or was inserted;
 * then compares the chains with the anchors of the last days, which shows what was rewritten consistently.
 *
 * Tables and bucket are named by CORE_TABLE, AUDIT_TABLE and RECORDS_BUCKET with the AWS settings of the
 * environment; without the tables the running local system is read (.local/tables.json). Exit 0: all chains
 * hold; 1: faults; 2: the tables cannot be read. Without anchors the chains alone decide, and a line says so.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { lastAnchoredDay } from '../../shared/adapters/anchorStore.ts';
import { auditEntries } from '../../shared/adapters/auditEntries.ts';
import { caseHeads } from '../../shared/adapters/caseHeads.ts';
import type { AuditEntry } from '../../shared/audit/entry.ts';
import type { AnchorFault } from '../../shared/audit/verifyAnchors.ts';
import { verifyCases } from '../../shared/audit/verifyCases.ts';
import type { ChainFault } from '../../shared/audit/verifyChain.ts';
import { type AnchorReport, listAnchors } from './compareAnchors.ts';

const placeSchema = z.object({
  endpoint: z.string().optional(),
  region: z.string().optional(),
  core: z.string(),
  audit: z.string(),
  /** The records bucket and the endpoint it is read from. */
  records: z.string().optional(),
  aws: z.string().optional(),
});

const LOCAL = { credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

function place(): z.infer<typeof placeSchema> {
  const { CORE_TABLE: core, AUDIT_TABLE: audit, LOCAL_DATA: folder = '.local' } = process.env;
  if (core !== undefined && audit !== undefined) {
    return { core, audit, records: process.env['RECORDS_BUCKET'] || undefined };
  }
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

const anchorMeaning: Readonly<Record<AnchorFault['fault'], string>> = {
  lost: '锚文件缺失 the anchor file is missing',
  broken: '锚文件的根与其内容不符 the root of the anchor file does not fit its contents',
  gone: '锚定过的案件已无任何记录 the case was anchored and no entry is left',
  cut: '锚定过的记录已不存在 the anchored entry is no longer there',
  rewritten: '与锚定的摘要不符 does not fit the digest that was anchored',
};

const NOT_COMPARED = '各链未与锚比对 the chains were not compared with anchors';

function anchorLine(fault: AnchorFault): string {
  if (!('case' in fault)) {
    return `audit/${fault.day}.json: ${anchorMeaning[fault.fault]}`;
  }
  return `${fault.case} #${fault.seq}: ${anchorMeaning[fault.fault]} (audit/${fault.day}.json)`;
}

/** One line on what the chains were compared with. */
function anchorVerdict({ compared, faults, unread }: AnchorReport): string {
  const span = `${compared.length} anchors (${compared.at(0)} – ${compared.at(-1)})`;
  if (unread !== undefined) {
    const extent = compared.length === 0 ? NOT_COMPARED : `只比对了 only compared: ${span}`;
    return `有锚文件无法读取 anchors cannot be read; ${extent}: ${unread}`;
  }
  if (faults.length > 0) return `${span}: 不一致 the chains are not those that were anchored`;
  if (compared.length === 0) return `尚无锚文件，${NOT_COMPARED}: no anchor has been kept yet`;
  return `${span}: 一致 the chains are those that were anchored`;
}

/** The anchors of the system, as far as it says where they are. */
async function anchorsOf(
  { aws, region, core, records }: z.infer<typeof placeSchema>,
  client: DynamoDBDocumentClient,
): ReturnType<typeof listAnchors> {
  if (records === undefined) {
    return async () => ({ compared: [], faults: [], unread: '未设置 RECORDS_BUCKET is not set' });
  }
  const local = aws === undefined || region === undefined ? {} : { ...LOCAL, endpoint: aws, region };
  const s3 = new S3Client({ ...local, forcePathStyle: true, requestHandler: { connectionTimeout: 5000 } });
  return listAnchors(s3, records, await lastAnchoredDay(client, core));
}

async function main(): Promise<number> {
  const where = place();
  const { endpoint, region, core, audit } = where;
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient(endpoint === undefined || region === undefined ? {} : { ...LOCAL, endpoint, region }),
  );
  const compare = await anchorsOf(where, client);
  const entries: AuditEntry[] = [];
  for await (const entry of auditEntries(client, audit)) entries.push(entry);
  const report = verifyCases(entries, await caseHeads(client, core));
  for (const { case: caseId, seq, fault } of report.faults) {
    console.log(`${caseId} #${seq}: ${meaning[fault]}`);
  }
  const anchors = await compare(entries);
  for (const fault of anchors.faults) console.log(anchorLine(fault));
  const verdict = report.faults.length === 0 ? '一致 all chains hold' : '不一致 chains are broken';
  console.log(`${report.cases} cases, ${report.entries} entries: ${verdict}`);
  console.log(anchorVerdict(anchors));
  return report.faults.length + anchors.faults.length === 0 ? 0 : 1;
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
