import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Anchor, type AnchorDeps, anchorOf, type Leaf } from '../audit/anchor.ts';
import { type AuditEntry, entryDigest } from '../audit/entry.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import { utf8 } from '../draw/bytes.ts';
import { canonicalJson } from '../draw/canonicalJson.ts';
import { auditEntries } from './auditEntries.ts';
import { s3DrawFiles } from './drawFiles.ts';

const cursorKey = { pk: 'CU#audit-anchor', sk: '-' };

export const ANCHOR_FOLDER = 'audit/';

/** Where the anchor of a day is, in the records bucket and on the public site. */
export const anchorKey = (day: LocalDate): string => `${ANCHOR_FOLDER}${day}.json`;

/** The day that was anchored last; its file was written before this is said. */
export async function lastAnchoredDay(
  client: DynamoDBDocumentClient,
  core: string,
): Promise<LocalDate | undefined> {
  const { Item: item } = await client.send(
    new GetCommand({ TableName: core, Key: cursorKey, ConsistentRead: true }),
  );
  return item?.['day'] as LocalDate | undefined;
}

/** Anchors in the records bucket (Object Lock) and, root only, on the public site. */
export function anchorStore(on: {
  readonly client: DynamoDBDocumentClient;
  readonly s3: S3Client;
  readonly core: string;
  readonly audit: string;
  readonly records: string;
  readonly publicity: string;
}): AnchorDeps {
  return {
    async heads() {
      const heads = new Map<string, AuditEntry>();
      for await (const entry of auditEntries(on.client, on.audit)) {
        if ((heads.get(entry.case)?.seq ?? -1) < entry.seq) heads.set(entry.case, entry);
      }
      return [...heads.values()].map(
        (entry): Leaf => ({ case: entry.case, seq: entry.seq, digest: entryDigest(entry) }),
      );
    },
    lastDay: () => lastAnchoredDay(on.client, on.core),
    async keep(day, leaves) {
      const files = s3DrawFiles(on.s3, on.records);
      const key = anchorKey(day);
      // Interrupted after the locked file was written: that file is the anchor, whatever has happened since.
      const there = await files.get(key);
      const anchor = there === undefined ? anchorOf(day, leaves) : readAnchor(there);
      if (there === undefined) await files.put(key, anchorFile(anchor, leaves), 'application/json');
      await on.s3.send(
        new PutObjectCommand({
          Bucket: on.publicity,
          Key: key,
          Body: utf8(canonicalJson({ ...anchor })),
          ContentType: 'application/json',
        }),
      );
      await on.client.send(
        new PutCommand({ TableName: on.core, Item: { ...cursorKey, day, root: anchor.root } }),
      );
    },
    now: () => new Date(),
  };
}

function anchorFile(anchor: Anchor, leaves: readonly Leaf[]): Uint8Array {
  return utf8(canonicalJson({ anchor: { ...anchor }, leaves: leaves.map((leaf) => ({ ...leaf })) }));
}

function readAnchor(bytes: Uint8Array): Anchor {
  return (JSON.parse(new TextDecoder().decode(bytes)) as { anchor: Anchor }).anchor;
}
