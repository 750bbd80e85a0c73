import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { type LeftBehind, rowsOf } from '../fixtures/plantedSearch.ts';

/** Most lines that the log keeps. */
const LOG_LINES = 5_000;

/**
 * Everything that a running office has written down by now: the rows of all tables, the log, the files of all buckets,
 * and the mails but for the address to which each went.
 */
export async function leftBehind(
  runtime: LocalRuntime,
  client: DynamoDBDocumentClient,
): Promise<readonly LeftBehind[]> {
  const settings = runtime.context.environmentOf('identity');
  const rows = await Promise.all(
    ['CORE_TABLE', 'AUDIT_TABLE', 'VAULT_TABLE'].map((table) => rowsOf(client, settings[table] ?? '')),
  );
  const log = runtime.log.tail(LOG_LINES).map(({ source, text }) => ({ where: source, content: text }));
  const mails = runtime.inbox.list().map(({ to: _to, envelope: _envelope, headers, ...mail }) => ({
    where: `mail ${mail.subject}`,
    content: JSON.stringify({ ...mail, headers: headers.filter(({ key }) => key !== 'to') }),
  }));
  const files = runtime.buckets.flatMap((bucket) =>
    bucket.list('').map((object) => ({
      where: `${bucket.rules.name} ${object.key}`,
      content: bucket.read(object),
    })),
  );
  return [...rows.flat(), ...log, ...mails, ...files];
}
