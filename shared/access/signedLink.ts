import { ok, problem, type Result } from '../problem.ts';

/** HMAC-SHA256 under the office's link key; injected, so that this file knows no key and no platform. */
export type Hmac = (message: Uint8Array) => Uint8Array;

export interface LinkClaim {
  /** What the link opens, such as `rectification`: a link for one purpose never opens another. */
  readonly purpose: string;
  /** Identifier of the case, notice or task. */
  readonly subject: string;
  /** Seconds since 1970. */
  readonly expires: number;
}

const encoder = new TextEncoder();

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function textFromBase64url(text: string): string | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (character) => character.charCodeAt(0)),
    );
  } catch {
    return undefined;
  }
}

// JSON separates the three unambiguously: no subject can pose as a purpose.
function macOf(claim: LinkClaim, hmac: Hmac): string {
  return base64url(
    hmac(encoder.encode(JSON.stringify(['link', claim.purpose, claim.subject, claim.expires]))),
  );
}

/** Whether two texts are equal, in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index += 1) {
    difference |= a.charCodeAt(index) ^ b.charCodeAt(index % Math.max(1, b.length));
  }
  return difference === 0;
}

/** The token of a link: `subject.expiry.mac`, safe in a path without encoding. */
export function signLink(claim: LinkClaim, hmac: Hmac): string {
  const subject = base64url(encoder.encode(claim.subject));
  return `${subject}.${claim.expires.toString(36)}.${macOf(claim, hmac)}`;
}

/**
 * What a token opens. Everything wrong with it gives one answer (`access.link.invalid`), except that a genuine
 * link which has ended says so (`access.link.expired`), because its holder can ask for another.
 */
export function openLink(
  token: string,
  purpose: string,
  now: Date,
  hmac: Hmac,
): Result<{ readonly subject: string; readonly expires: number }> {
  const parts = token.split('.');
  const [encoded = '', expiry = '', mac = ''] = parts;
  const subject = textFromBase64url(encoded);
  const expires = /^[0-9a-z]{1,9}$/.test(expiry) ? Number.parseInt(expiry, 36) : Number.NaN;
  if (parts.length !== 3 || subject === undefined || !Number.isSafeInteger(expires)) {
    return problem('access.link.invalid');
  }
  if (!sameText(mac, macOf({ purpose, subject, expires }, hmac))) return problem('access.link.invalid');
  if (now.getTime() >= expires * 1000) return problem('access.link.expired');
  return ok({ subject, expires });
}
