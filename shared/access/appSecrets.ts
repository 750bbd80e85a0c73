import { createHmac } from 'node:crypto';
import * as z from 'zod';

const smtpSettings = z.object({
  host: z.string(),
  port: z.int().min(1).max(65_535),
  secure: z.boolean().optional(),
  requireTls: z.boolean().optional(),
  user: z.string().optional(),
  password: z.string().optional(),
});

const stored = z.object({
  oidcClientSecret: z.string(),
  /** One generated key of at least 32 characters; every use has a key of its own derived from it. */
  key: z.string().min(32),
  smtp: smtpSettings.optional(),
  credit: z
    .object({ keyId: z.string().optional(), key: z.string().optional(), bearer: z.string().optional() })
    .optional(),
});

/** The office's mail server. */
export interface SmtpSecret {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte: the usage of port 465 (RFC 8314), unless the secret says otherwise. */
  readonly secure: boolean;
  readonly requireTls?: boolean;
  readonly user?: string;
  readonly password?: string;
}

/** An empty host or user stands for "none": that is how the secret is created, before somebody fills it in. */
function smtpOf(given: z.infer<typeof smtpSettings> | undefined): SmtpSecret | undefined {
  if (given === undefined || given.host === '') return undefined;
  const { host, port, secure, requireTls, user, password } = given;
  return {
    host,
    port,
    secure: secure ?? port === 465,
    ...(requireTls === undefined ? {} : { requireTls }),
    ...(user === undefined || user === '' ? {} : { user, password: password ?? '' }),
  };
}

/** How requests to the credit system are signed: by a key of ours that it knows, or with a bearer key of its own. */
export type CreditSecret = { readonly keyId: string; readonly key: string } | { readonly bearer: string };

/** Empty fields stand for "none": that is how the secret is created. */
function creditOf(given: z.infer<typeof stored>['credit']): CreditSecret | undefined {
  const { keyId = '', key = '', bearer = '' } = given ?? {};
  if (bearer !== '') return { bearer };
  return keyId === '' || key === '' ? undefined : { keyId, key };
}

/** The secrets of the office that functions use. Keys have 32 bytes. */
export interface AppSecretValues {
  readonly oidcClientSecret: string;
  /** Signs the links of agencies and witnesses. */
  readonly linkKey: Uint8Array;
  /** Keys the digests in the audit chain. */
  readonly auditKey: Uint8Array;
  /** Keys the digests under which the cases of a mail address are found. */
  readonly mailDigestKey: Uint8Array;
  /** Encrypts short-lived cookies. */
  readonly cookieKey: Uint8Array;
  /** Keys the digests under which receipts of complaints are found. */
  readonly receiptPepper: Uint8Array;
  /** Seed of the Ed25519 key that signs proofs of filing. */
  readonly receiptSigningSeed: Uint8Array;
  /** Signs what the public form hands out: challenges of the proof of work, confirmations of mail addresses. */
  readonly intakeKey: Uint8Array;
  /** Absent until the office has entered its mail server. */
  readonly smtp?: SmtpSecret;
  /** Absent until the credit system has given a key. */
  readonly credit?: CreditSecret;
}

export interface AppSecrets {
  get(): Promise<AppSecretValues>;
}

/**
 * Reads the text of the secret.
 *
 * @throws when it is not JSON or lacks a part; the message never repeats the text
 */
export function parseAppSecrets(text: string): AppSecretValues {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error('The application secret is not JSON');
  }
  const parsed = stored.safeParse(json);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new Error(`The application secret is incomplete: ${fields}`);
  }
  const { oidcClientSecret, key } = parsed.data;
  const smtp = smtpOf(parsed.data.smtp);
  const credit = creditOf(parsed.data.credit);
  const derive = (purpose: string) => new Uint8Array(createHmac('sha256', key).update(purpose).digest());
  return {
    oidcClientSecret,
    linkKey: derive('link'),
    auditKey: derive('audit'),
    mailDigestKey: derive('mail-digest'),
    cookieKey: derive('cookie'),
    receiptPepper: derive('receipt-pepper'),
    receiptSigningSeed: derive('receipt-signing'),
    intakeKey: derive('intake'),
    ...(smtp === undefined ? {} : { smtp }),
    ...(credit === undefined ? {} : { credit }),
  };
}
