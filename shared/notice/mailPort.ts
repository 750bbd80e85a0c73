import type { MailAddress } from './mailAddress.ts';

/** One mail to one recipient. */
export interface MailMessage {
  readonly to: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** With angle brackets. The same for every attempt, so that receivers can drop a repeat. */
  readonly messageId: string;
}

/** What the mail server made of it. `code` is an SMTP reply or an error code, never the server's text. */
export type SendOutcome =
  | { readonly type: 'accepted' }
  /** `uncertain`: the whole message was handed over, but no answer came. It may have been accepted. */
  | { readonly type: 'temporary'; readonly code: string; readonly uncertain?: true }
  | { readonly type: 'permanent'; readonly code: string };

export interface Mailer {
  /** Never throws for anything the server or the network does. */
  send(message: MailMessage): Promise<SendOutcome>;
}

/** A notice taken for sending. */
export interface Lease {
  readonly noticeId: string;
  /** How often it was taken at this version: above 1, an earlier attempt ended without a trace. */
  readonly count: number;
}

/** The queue of notices to be sent. */
export interface MailQueue {
  /** Ids whose time has come, oldest first, at most `limit`. */
  due(now: string, limit: number): Promise<readonly string[]>;
  /**
   * Takes a queued notice until `until`; undefined when it is not due any more or somebody else has it.
   * It returns to the queue by itself when the lease runs out.
   */
  lease(noticeId: string, now: string, until: string): Promise<Lease | undefined>;
}
