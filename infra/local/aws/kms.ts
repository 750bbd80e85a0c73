import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { writeFileAtomically } from '../atomicFile.ts';
import { AwsError } from './awsError.ts';
import { type OperationTable, operation } from './operations.ts';

export interface LocalKms {
  readonly operations: OperationTable;
  /** A disabled key refuses everything, as after `DisableKey`. */
  setEnabled(keyId: string, enabled: boolean): void;
}

export interface KmsKey {
  readonly keyId: string;
  readonly arn: string;
  readonly aliases: readonly string[];
}

const keyFile = z.record(z.string(), z.string());
const context = z.record(z.string(), z.string()).optional();
const blob = z.string().transform((text) => Buffer.from(text, 'base64'));

/** Longest plaintext of Encrypt, in bytes. */
const LONGEST_PLAINTEXT = 4_096;
const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

function readKeys(file: string): Record<string, string> {
  try {
    return keyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}

/** The encryption context in one canonical form: the additional authenticated data. */
function additionalData(given: Readonly<Record<string, string>> | undefined): Buffer {
  const pairs = Object.entries(given ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(JSON.stringify(pairs));
}

/**
 * Encrypt, Decrypt and GenerateDataKey with AES-256-GCM. The key material lies in a file of the data folder:
 * this protects nothing, it only behaves like the service. The ciphertext names its key.
 */
export function openKms(file: string, keys: readonly KmsKey[]): LocalKms {
  const material = readKeys(file);
  const disabled = new Set<string>();
  let isNew = false;
  for (const { keyId } of keys) {
    if (!material[keyId]) {
      material[keyId] = randomBytes(32).toString('base64');
      isNew = true;
    }
  }
  if (isNew) writeFileAtomically(file, JSON.stringify(material));

  const find = (id: string): { key: KmsKey; secret: Buffer } => {
    const key = keys.find(
      (one) =>
        one.keyId === id ||
        one.arn === id ||
        one.aliases.some((name) => name === id || id.endsWith(`:${name}`)),
    );
    const stored = key && material[key.keyId];
    if (!key || !stored) throw new AwsError('NotFoundException', `Key '${id}' does not exist`);
    if (disabled.has(key.keyId)) throw new AwsError('DisabledException', `${key.arn} is disabled.`);
    return { key, secret: Buffer.from(stored, 'base64') };
  };
  const seal = (id: string, plaintext: Buffer, given: Record<string, string> | undefined) => {
    const { key, secret } = find(id);
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(additionalData(given));
    const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
    const name = Buffer.from(key.keyId);
    const parts = [Buffer.from([VERSION, name.length]), name, iv, cipher.getAuthTag(), sealed];
    return { key, blob: Buffer.concat(parts).toString('base64') };
  };
  const open = (sealed: Buffer, given: Record<string, string> | undefined) => {
    const nameEnd = 2 + (sealed[1] ?? 0);
    const ivEnd = nameEnd + IV_BYTES;
    const tagEnd = ivEnd + TAG_BYTES;
    if (sealed[0] !== VERSION || sealed.length < tagEnd) throw new AwsError('InvalidCiphertextException', '');
    const { key, secret } = find(sealed.subarray(2, nameEnd).toString());
    try {
      const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(nameEnd, ivEnd))
        .setAAD(additionalData(given))
        .setAuthTag(sealed.subarray(ivEnd, tagEnd));
      return { key, plaintext: Buffer.concat([decipher.update(sealed.subarray(tagEnd)), decipher.final()]) };
    } catch {
      throw new AwsError('InvalidCiphertextException', 'The ciphertext or its context does not fit');
    }
  };
  const dataKey = z.object({
    KeyId: z.string(),
    EncryptionContext: context,
    KeySpec: z.enum(['AES_128', 'AES_256']).optional(),
    NumberOfBytes: z.number().int().min(1).max(1024).optional(),
  });
  const generate = (input: z.infer<typeof dataKey>) => {
    const plaintext = randomBytes(input.NumberOfBytes ?? (input.KeySpec === 'AES_128' ? 16 : 32));
    const { key, blob: sealed } = seal(input.KeyId, plaintext, input.EncryptionContext);
    return { KeyId: key.arn, CiphertextBlob: sealed, Plaintext: plaintext.toString('base64') };
  };
  return {
    setEnabled: (keyId, enabled) => {
      if (enabled) disabled.delete(keyId);
      else disabled.add(keyId);
    },
    operations: {
      'TrentService.Encrypt': operation(
        z.object({ KeyId: z.string(), Plaintext: blob, EncryptionContext: context }),
        (input) => {
          if (input.Plaintext.length === 0 || input.Plaintext.length > LONGEST_PLAINTEXT) {
            throw new AwsError(
              'ValidationException',
              `The plaintext must have 1 to ${LONGEST_PLAINTEXT} bytes`,
            );
          }
          const { key, blob: sealed } = seal(input.KeyId, input.Plaintext, input.EncryptionContext);
          return { KeyId: key.arn, CiphertextBlob: sealed, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
        },
      ),
      'TrentService.Decrypt': operation(
        z.object({ KeyId: z.string().optional(), CiphertextBlob: blob, EncryptionContext: context }),
        (input) => {
          const { key, plaintext } = open(input.CiphertextBlob, input.EncryptionContext);
          if (input.KeyId !== undefined && find(input.KeyId).key !== key) {
            throw new AwsError('IncorrectKeyException', 'The ciphertext was made with another key');
          }
          return {
            KeyId: key.arn,
            Plaintext: plaintext.toString('base64'),
            EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
          };
        },
      ),
      'TrentService.GenerateDataKey': operation(dataKey, generate),
      'TrentService.GenerateDataKeyWithoutPlaintext': operation(dataKey, (input) => {
        const { KeyId, CiphertextBlob } = generate(input);
        return { KeyId, CiphertextBlob };
      }),
    },
  };
}
