import { DecryptCommand, EncryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { addressKey, complaintCaseId, identityKey } from '../complaint/complaintRows.ts';
import { type Identity, identitySchema } from '../complaint/filing.ts';
import { mailDigest } from '../complaint/mailAddress.ts';
import type { IdentitySealer } from '../complaint/sendFiling.ts';

export interface IdentityReader {
  /** The identity of whoever filed a case; undefined when there is none or it was erased. */
  read(id: string): Promise<Identity | undefined>;
}

interface Vault {
  readonly client: DynamoDBDocumentClient;
  readonly kms: KMSClient;
  readonly table: string;
  readonly keyId: string;
}

/** KMS binds the ciphertext to its case: moved to another row it opens nothing. */
const contextOf = (id: string) => ({ purpose: 'complaint-identity', case: complaintCaseId(id) });

/**
 * Encrypts identities under the vault key; the rows belong into the transaction that makes the case. With a mail
 * address there is a second one, under its digest: that is how somebody who lost the receipt is found.
 */
export function identitySealer({
  kms,
  keyId,
  mailDigestKey,
}: Pick<Vault, 'kms' | 'keyId'> & { readonly mailDigestKey: () => Promise<Uint8Array> }): IdentitySealer {
  return {
    async seal(id, identity) {
      const { CiphertextBlob: cipher } = await kms.send(
        new EncryptCommand({
          KeyId: keyId,
          Plaintext: new TextEncoder().encode(JSON.stringify(identity)),
          EncryptionContext: contextOf(id),
        }),
      );
      if (cipher === undefined) throw new Error('KMS gave no ciphertext');
      const put = { table: 'vault', expect: 'absent' } as const;
      if (identity.mail === undefined) return [{ ...put, row: { ...identityKey(id), cipher } }];
      const address = addressKey(mailDigest(await mailDigestKey(), identity.mail), id);
      // The identity says where its address is found: both are erased without opening it.
      const row = { ...identityKey(id), cipher, address };
      return [
        { ...put, row },
        { ...put, row: address, expect: 'any' },
      ];
    },
  };
}

/** Reads identities; only functions whose task it is have the right on the key. */
export function identityReader({ client, kms, table, keyId }: Vault): IdentityReader {
  return {
    async read(id) {
      const { Item: item } = await client.send(
        new GetCommand({ TableName: table, Key: identityKey(id), ConsistentRead: true }),
      );
      const cipher: unknown = item?.['cipher'];
      if (!(cipher instanceof Uint8Array)) return undefined;
      const { Plaintext: plain } = await kms.send(
        new DecryptCommand({ KeyId: keyId, CiphertextBlob: cipher, EncryptionContext: contextOf(id) }),
      );
      if (plain === undefined) throw new Error('KMS gave no plaintext');
      return identitySchema.parse(JSON.parse(new TextDecoder().decode(plain)));
    },
  };
}
