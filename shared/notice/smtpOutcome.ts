import type { SendOutcome } from './mailPort.ts';

/** What is known of a failed attempt: the SMTP reply code, the stage, and the library's or system's error code. */
export interface SmtpFailure {
  readonly responseCode?: number;
  readonly command?: string;
  readonly code?: string;
}

/** A 5xx in these stages speaks of us (password, greylisted host, TLS), not of the recipient. */
const ourStages = /^(?:CONN|EHLO|HELO|LHLO|STARTTLS|AUTH)/i;

/**
 * Whether it is worth trying again. 4xx, time-outs and everything before the envelope can pass; a 5xx on the
 * envelope or the message will not (RFC 5321 §4.2.1). An attempt without any reply is temporary: nobody refused.
 */
export function classify(failure: SmtpFailure): SendOutcome {
  const reply = failure.responseCode;
  if (reply !== undefined && reply >= 500 && reply < 600 && !ourStages.test(failure.command ?? '')) {
    return failure.code === 'EAUTH'
      ? { type: 'temporary', code: String(reply) }
      : { type: 'permanent', code: String(reply) };
  }
  if (reply !== undefined && reply > 0) return { type: 'temporary', code: String(reply) };
  return { type: 'temporary', code: safeCode(failure.code) };
}

/** Error codes are words in capitals; anything else could be a text with somebody's address in it. */
function safeCode(code: string | undefined): string {
  return code !== undefined && /^[A-Z][A-Z0-9_]{1,39}$/.test(code) ? code : 'UNKNOWN';
}
