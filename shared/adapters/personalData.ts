import { DeleteObjectCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import { DeleteCommand, type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { identityKey } from '../complaint/complaintRows.ts';
import type { PersonalData } from '../complaint/erasing.ts';

interface Places {
  readonly client: DynamoDBDocumentClient;
  readonly vault: string;
  readonly s3: S3Client;
  readonly evidence: string;
}

/** Erases identities from the vault table and files from the versioned evidence bucket, every version of them. */
export function personalData({ client, vault, s3, evidence }: Places): PersonalData {
  return {
    async eraseIdentity(id) {
      const Key = identityKey(id);
      const { Item: identity } = await client.send(
        new GetCommand({ TableName: vault, Key, ConsistentRead: true }),
      );
      // First the row that the identity leads to: cut off in between, the identity still leads there.
      const address: unknown = identity?.['address'];
      if (isKey(address)) await client.send(new DeleteCommand({ TableName: vault, Key: address }));
      await client.send(new DeleteCommand({ TableName: vault, Key }));
    },

    async eraseFile(key) {
      // Listed again until nothing is left: a page holds a thousand versions.
      for (;;) {
        const { Versions: versions = [], DeleteMarkers: marks = [] } = await s3.send(
          new ListObjectVersionsCommand({ Bucket: evidence, Prefix: key }),
        );
        // A mark left behind would still name the file.
        const left = [...versions, ...marks].filter((one) => one.Key === key);
        if (left.length === 0) return;
        for (const { VersionId } of left)
          await s3.send(new DeleteObjectCommand({ Bucket: evidence, Key: key, VersionId }));
      }
    },
  };
}

function isKey(value: unknown): value is { readonly pk: string; readonly sk: string } {
  return typeof value === 'object' && value !== null && 'pk' in value && 'sk' in value;
}
