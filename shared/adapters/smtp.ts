import { createTransport } from 'nodemailer';
import type { Mailer, MailMessage, SendOutcome } from '../notice/mailPort.ts';
import { classify, type SmtpFailure } from '../notice/smtpOutcome.ts';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465); otherwise STARTTLS. */
  readonly secure: boolean;
  /** False only inside a closed network whose server knows no TLS. */
  readonly requireTls?: boolean | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
}

export interface Sender {
  readonly name: string;
  readonly address: string;
}

export interface SmtpMailer extends Mailer {
  /** Ends the connections. */
  close(): void;
}

export interface SmtpTimeouts {
  readonly connectMs: number;
  readonly answerMs: number;
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/;
const usual: SmtpTimeouts = { connectMs: 10_000, answerMs: 30_000 };

/**
 * A pool of connections to the office's mail server. Certificates are verified and TLS is required except on
 * loopback. Attachments by path or address are off, so that no text of a notice can make the library read a file.
 *
 * @param width most connections at a time
 */
export function smtpMailer(
  settings: SmtpSettings,
  from: Sender,
  width: number,
  timeouts: SmtpTimeouts = usual,
): SmtpMailer {
  const local = loopback.test(settings.host);
  const transport = createTransport({
    pool: true,
    maxConnections: width,
    maxMessages: 200,
    // The pool would resend by itself, up to five times, when a connection closes: perhaps after the server took it.
    maxRequeues: 0,
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    requireTLS: !settings.secure && (settings.requireTls ?? !local),
    ignoreTLS: local && !settings.secure && settings.requireTls !== true,
    tls: { rejectUnauthorized: !local, minVersion: 'TLSv1.2' },
    ...(settings.user === undefined || settings.password === undefined
      ? {}
      : { auth: { user: settings.user, pass: settings.password } }),
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.connectMs,
    socketTimeout: timeouts.answerMs,
    dnsTimeout: timeouts.connectMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const underWay = new Map<string, { whole: boolean }>();
  transport.use('stream', (mail, done) => {
    const handedOver = underWay.get(String(mail.data.messageId));
    // Nobody reads this stream before the server has taken the envelope. Once its last byte is gone, a missing
    // answer no longer means "not accepted".
    const original = mail.message.createReadStream.bind(mail.message);
    mail.message.createReadStream = (options) =>
      original(options).once('end', () => {
        if (handedOver !== undefined) handedOver.whole = true;
      });
    done();
  });
  return {
    async send(message) {
      const handedOver = { whole: false };
      underWay.set(message.messageId, handedOver);
      try {
        await transport.sendMail(envelopeOf(from, message));
        return { type: 'accepted' };
      } catch (error) {
        return outcomeOf(error, handedOver.whole);
      } finally {
        underWay.delete(message.messageId);
      }
    },
    close: () => transport.close(),
  };
}

function envelopeOf(from: Sender, message: MailMessage) {
  return {
    from: { name: from.name, address: from.address },
    to: { name: message.to.name, address: message.to.address },
    envelope: { from: from.address, to: [message.to.address] },
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId: message.messageId,
    // Machines (out-of-office answers) must not reply (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function outcomeOf(error: unknown, handedOver: boolean): SendOutcome {
  const failure = read(error);
  const outcome = classify(failure);
  const unanswered = outcome.type === 'temporary' && failure.responseCode === undefined && handedOver;
  return unanswered ? { ...outcome, uncertain: true } : outcome;
}

/** The library's errors carry these fields, the system's only a code. */
function read(error: unknown): SmtpFailure {
  if (typeof error !== 'object' || error === null) return {};
  return {
    ...('responseCode' in error && typeof error.responseCode === 'number'
      ? { responseCode: error.responseCode }
      : {}),
    ...('command' in error && typeof error.command === 'string' ? { command: error.command } : {}),
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
  };
}
