import { DecryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { vaultAskedMails } from '../../../shared/adapters/vaultAskedMails.ts';
import type { AskedRelease } from '../../../shared/complaint/papers/plainFilerMails.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const context = { purpose: 'complaint-identity', case: 'draft' };
/** Turns every byte; what is tested is where it goes, not how it is encrypted. */
const turned = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a);
const kms = {
  async send(command: unknown) {
    if (!(command instanceof DecryptCommand)) throw new Error('not a decryption');
    expect(command.input.EncryptionContext).toEqual(context);
    return { Plaintext: turned(command.input.CiphertextBlob ?? new Uint8Array()) };
  },
} as unknown as KMSClient;

const key = (id: string) => ({ pk: `OB#RELEASE#${id}`, sk: 'META' });
const schema = z.object({ mail: z.string(), link: z.string(), lang: z.enum(['zh', 'en']) });

const open = () =>
  vaultAskedMails<AskedRelease>(
    { client: tables.client, kms, keyId: 'k', core: 'core', vault: 'vault' },
    {
      queue: 'Q#RELEASE',
      key,
      context,
      parse(id, plain) {
        const { mail, ...rest } = schema.parse(plain);
        return { id, address: mail, ...rest };
      },
    },
  );

async function put(id: string, link: string): Promise<void> {
  const plain = JSON.stringify({ mail: 'su@example.net', link, lang: 'zh' });
  const cipher = turned(new TextEncoder().encode(plain));
  await tables.client.send(new PutCommand({ TableName: 'vault', Item: { ...key(id), cipher } }));
  const queued = { ...key(id), gqpk: 'Q#RELEASE', gqsk: '2026-09-18T02:00:00Z' };
  await tables.client.send(new PutCommand({ TableName: 'core', Item: queued }));
}

const left = async (id: string) =>
  Promise.all(
    ['core', 'vault'].map(async (TableName) => {
      const { Item: item } = await tables.client.send(new GetCommand({ TableName, Key: key(id) }));
      return item !== undefined;
    }),
  );

it('is read from the vault, and gone from both tables once it is answered', async () => {
  const asked = open();
  await put('d1', 'https://p.example.cn/1');
  expect(await asked.waiting('2026-09-18T02:00:00Z', 10)).toEqual(['d1']);
  expect(await asked.waiting('2026-09-18T01:00:00Z', 10)).toEqual([]);
  const read = await asked.read('d1');
  expect(read).toMatchObject({
    id: 'd1',
    address: 'su@example.net',
    link: 'https://p.example.cn/1',
    lang: 'zh',
  });
  await asked.answered('d1', read);
  expect(await left('d1')).toEqual([false, false]);
});

it('stays when another one has taken its place while it was answered', async () => {
  const asked = open();
  await put('d2', 'https://p.example.cn/1');
  const read = await asked.read('d2');
  await put('d2', 'https://p.example.cn/2');
  await asked.answered('d2', read);
  expect(await left('d2')).toEqual([true, true]);
  expect(await asked.read('d2')).toMatchObject({ link: 'https://p.example.cn/2' });
});

it('leaves no place in the queue when nothing is in the vault', async () => {
  const asked = open();
  const queued = { ...key('d3'), gqpk: 'Q#RELEASE', gqsk: '2026-09-18T02:00:00Z' };
  await tables.client.send(new PutCommand({ TableName: 'core', Item: queued }));
  expect(await asked.read('d3')).toBeUndefined();
  await asked.answered('d3', undefined);
  expect(await left('d3')).toEqual([false, false]);
});
