import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, startDatabase } from '../../../infra/local/database/dynoxide.ts';

let databases: readonly Database[];
beforeAll(async () => {
  databases = await Promise.all([startDatabase(undefined), startDatabase(undefined)]);
});
afterAll(() => Promise.all(databases.map((database) => database.stop())));

/** Whether a server at the address lists its tables for whoever asks, as it does for a page of any site. */
async function answersAnybody(address: string): Promise<boolean> {
  const headers = {
    origin: 'https://elsewhere.example',
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDB_20120810.ListTables',
    'x-amz-date': '20261123T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=a/20261123/r/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  };
  try {
    return (await fetch(address, { method: 'POST', headers, body: '{}' })).ok;
  } catch {
    return false;
  }
}

it('keeps the database, which asks nobody who they are, away from the address that pages can guess', async () => {
  expect(new Set(databases.map(({ endpoint }) => new URL(endpoint).hostname)).size).toBe(2);
  for (const { endpoint } of databases) {
    const { port } = new URL(endpoint);
    expect(await answersAnybody(endpoint)).toBe(true);
    expect(await answersAnybody(`http://127.0.0.1:${port}`)).toBe(false);
    expect(await answersAnybody(`http://localhost:${port}`)).toBe(false);
  }
});
