import * as z from 'zod';
import { AwsError } from '../aws/awsError.ts';
import { isSignatureOf } from './signingKey.ts';

const condition = z.union([
  z.record(z.string(), z.string()),
  z.tuple([z.enum(['eq', 'starts-with']), z.string(), z.string()]),
  z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]),
]);
const policySchema = z.object({ expiration: z.string(), conditions: z.array(condition) });

const denied = (message: string) => new AwsError('AccessDenied', message, 403);

/** Fields that a policy need not mention. */
const FREE_FIELDS = /^(x-amz-signature|file|policy|x-ignore-.*|awsaccesskeyid)$/;

function checkSignature(fields: ReadonlyMap<string, string>, secretKey: string): void {
  const [policy = '', given = '', credential = ''] = ['policy', 'x-amz-signature', 'x-amz-credential'].map(
    (name) => fields.get(name),
  );
  if (!isSignatureOf(policy, given, credential, secretKey)) {
    throw new AwsError('SignatureDoesNotMatch', 'The signature of the policy does not match', 403);
  }
}

/** Checks one condition. @returns the fields it speaks of */
function checkCondition(
  rule: z.infer<typeof condition>,
  fields: ReadonlyMap<string, string>,
  size: number,
): readonly string[] {
  const need = (holds: boolean) => {
    if (!holds) throw denied(`Invalid according to Policy: Policy Condition failed: ${JSON.stringify(rule)}`);
  };
  if (!Array.isArray(rule)) {
    for (const [name, value] of Object.entries(rule)) need(fields.get(name.toLowerCase()) === value);
    return Object.keys(rule).map((name) => name.toLowerCase());
  }
  if (rule[0] === 'content-length-range') {
    const [, least, most] = rule;
    if (size < least) {
      throw new AwsError('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
    }
    if (size > most) {
      throw new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
    }
    return [];
  }
  const name = rule[1].replace(/^\$/, '').toLowerCase();
  const value = fields.get(name) ?? '';
  need(rule[0] === 'eq' ? value === rule[2] : value.startsWith(rule[2]));
  return [name];
}

/**
 * Checks a form upload against its signed policy as S3 does: signature, expiry, every condition, and that no
 * field lacks a condition.
 * @param fields form fields, names in lower case, with `bucket` and the final `key`
 * @param size bytes of the file
 * @throws AwsError as S3 would answer
 */
export function checkPostPolicy(
  fields: ReadonlyMap<string, string>,
  size: number,
  secretKey: string,
  now: number,
): void {
  const encoded = fields.get('policy');
  if (encoded === undefined) throw denied('Anonymous uploads are not allowed: the form has no policy');
  checkSignature(fields, secretKey);
  let policy: z.infer<typeof policySchema>;
  try {
    policy = policySchema.parse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  } catch {
    throw new AwsError('InvalidPolicyDocument', 'Invalid Policy: Invalid JSON.');
  }
  if (!(Date.parse(policy.expiration) > now)) throw denied('Invalid according to Policy: Policy expired.');
  const mentioned = new Set(policy.conditions.flatMap((rule) => checkCondition(rule, fields, size)));
  for (const name of fields.keys()) {
    if (!mentioned.has(name) && !FREE_FIELDS.test(name)) {
      throw denied(`Invalid according to Policy: Extra input fields: ${name}`);
    }
  }
}
