import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { writeFileAtomically } from '../atomicFile.ts';
import type { ResolvedResource } from '../template/stack.ts';
import { AwsError } from './awsError.ts';
import { type OperationTable, operation } from './operations.ts';

const stored = z.record(z.string(), z.string());

const generateSecretString = z.looseObject({
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
  PasswordLength: z.number().int().min(1).max(4_096).default(32),
  ExcludePunctuation: z.boolean().optional(),
});

function generated(properties: Readonly<Record<string, unknown>>): string {
  const given = properties['SecretString'];
  if (typeof given === 'string') return given;
  const rule = generateSecretString.parse(properties['GenerateSecretString'] ?? {});
  const password = randomBytes(rule.PasswordLength).toString('hex').slice(0, rule.PasswordLength);
  if (rule.SecretStringTemplate === undefined || rule.GenerateStringKey === undefined) return password;
  const template = z.record(z.string(), z.unknown()).parse(JSON.parse(rule.SecretStringTemplate));
  return JSON.stringify({ ...template, [rule.GenerateStringKey]: password });
}

export interface LocalSecrets {
  readonly operations: OperationTable;
  /** Current value by ARN or name. Throws ResourceNotFoundException. */
  read(id: string): string;
  /** Replaces a value, e.g. to test a rotated one. */
  write(id: string, value: string): void;
}

/**
 * GetSecretValue over the secrets of the template. A value is generated as the template says, then completed
 * by `complete` (what an operator fills in after a deployment), and kept in a file.
 */
export function openSecrets(
  file: string,
  secrets: readonly ResolvedResource[],
  complete: (value: string) => string,
): LocalSecrets {
  let values: Record<string, string> = {};
  try {
    values = stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  // Completed on every start: the mail port and the like may have moved.
  for (const { name, properties } of secrets) values[name] = complete(values[name] ?? generated(properties));
  writeFileAtomically(file, JSON.stringify(values));
  const find = (id: string): ResolvedResource => {
    const found = secrets.find(({ name, ref }) => id === name || id === ref);
    if (!found)
      throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    return found;
  };
  const read = (id: string) => values[find(id).name] ?? '';
  return {
    read,
    write: (id, value) => {
      values[find(id).name] = value;
      writeFileAtomically(file, JSON.stringify(values));
    },
    operations: {
      'secretsmanager.GetSecretValue': operation(z.object({ SecretId: z.string() }), ({ SecretId }) => {
        const { name, ref } = find(SecretId);
        return {
          ARN: ref,
          Name: name,
          SecretString: read(SecretId),
          VersionId: '00000000-0000-4000-8000-000000000000',
          VersionStages: ['AWSCURRENT'],
        };
      }),
    },
  };
}
