import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { type Address } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import * as z from 'zod';
import { writeFileAtomically } from '../atomicFile.ts';
import { portProblem } from '../http/server.ts';

/** What the next deliveries meet. */
export interface MailFault {
  /**
   * `refuse` answers the command with the code (4xx temporary, 5xx permanent); `accept-then-hang` takes the
   * message into the inbox and never says so, as when the answer is lost.
   */
  readonly kind: 'refuse' | 'accept-then-hang';
  readonly code?: number;
  readonly message?: string;
  /** How many deliveries meet it. */
  readonly times: number;
  /** Only recipients that contain this text. */
  readonly recipient?: string;
}

const mailSchema = z.object({
  id: z.string(),
  messageId: z.string(),
  received: z.string(),
  /** How often the same Message-ID was delivered. */
  deliveries: z.number(),
  envelope: z.object({ from: z.string(), to: z.array(z.string()) }),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.array(z.object({ key: z.string(), value: z.string() })),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), size: z.number() })),
});

export type ReceivedMail = z.infer<typeof mailSchema>;

export interface Inbox {
  readonly port: number;
  /** Newest first. */
  list(): readonly ReceivedMail[];
  get(id: string): ReceivedMail | undefined;
  /** The message as it came over the wire. */
  raw(id: string): Buffer | undefined;
  clear(): void;
  fail(fault: MailFault): void;
  clearFaults(): void;
  /** Resolves with the first mail that passes, already there or still to come; rejects after the time. */
  waitFor(test: (mail: ReceivedMail) => boolean, timeoutMs?: number): Promise<ReceivedMail>;
  close(): Promise<void>;
}

const LARGEST_MAIL = 25 * 1024 * 1024;

function addresses(given: Address[] | undefined): string[] {
  return (given ?? []).map((one) => (one.name ? `${one.name} <${one.address ?? ''}>` : (one.address ?? '')));
}

async function readMail(
  raw: Buffer,
  envelope: ReceivedMail['envelope'],
  received: string,
  id: string,
): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(raw);
  return {
    id,
    received,
    envelope,
    messageId: mail.messageId ?? `<none-${id}@local>`,
    deliveries: 1,
    from: addresses(mail.from ? [mail.from] : [])[0] ?? '',
    to: addresses(mail.to),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    headers: mail.headers.map(({ key, value }) => ({ key, value })),
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? '',
      type: mimeType,
      size: typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength,
    })),
  };
}

function smtpError(code: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: code });
}

/** The mails of an office with no mail server: everything sent over SMTP to the loopback port lands here. */
export async function openInbox(folder: string, port: number, now: () => string): Promise<Inbox> {
  const mails = new Map<string, ReceivedMail>();
  const faults: { fault: MailFault; left: number }[] = [];
  const listeners = new Set<(mail: ReceivedMail) => void>();
  let serial = 0;
  for (const file of safeList(folder)) {
    if (!file.endsWith('.json')) continue;
    const mail = mailSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    mails.set(mail.id, mail);
    serial = Math.max(serial, Number(mail.id));
  }
  const store = async (raw: Buffer, session: SMTPServerSession) => {
    const { mailFrom, rcptTo } = session.envelope;
    const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) };
    serial += 1;
    const id = String(serial).padStart(8, '0');
    const mail = await readMail(raw, envelope, now(), id);
    const known = [...mails.values()].find(
      (one) => one.messageId === mail.messageId && one.envelope.to.join() === envelope.to.join(),
    );
    const kept = known ? { ...known, deliveries: known.deliveries + 1 } : mail;
    mails.set(kept.id, kept);
    if (!known) writeFileAtomically(join(folder, `${kept.id}.eml`), raw);
    writeFileAtomically(join(folder, `${kept.id}.json`), JSON.stringify(kept));
    for (const listener of [...listeners]) listener(kept);
  };
  const meet = (session: SMTPServerSession): MailFault | undefined => {
    const to = session.envelope.rcptTo.map(({ address }) => address).join(' ');
    const next = faults.find(({ fault, left }) => left > 0 && to.includes(fault.recipient ?? ''));
    if (next) next.left -= 1;
    return next?.fault;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    // The password of the local settings means nothing, and any is taken.
    onAuth: (auth, _, done) => done(null, { user: auth.username ?? 'local' }),
    allowInsecureAuth: true,
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    logger: false,
    onData: (stream, session, done) => {
      void receive(stream)
        .then(async (raw) => {
          if (stream.sizeExceeded) throw smtpError(552, 'Message is too long');
          const fault = meet(session);
          if (fault?.kind === 'refuse')
            throw smtpError(fault.code ?? 451, fault.message ?? 'Refused for a test');
          await store(raw, session);
          if (fault?.kind === 'accept-then-hang') return;
          done();
        })
        .catch((error: unknown) => done(error instanceof Error ? error : new Error(String(error))));
    },
  });
  // A client that goes away in the middle is its own affair.
  server.on('error', () => {});
  const actual = await new Promise<number>((resolve, reject) => {
    server.server.once('error', (error) => reject(portProblem(port, error)));
    server.listen(port, '127.0.0.1', () => {
      const bound = server.server.address();
      resolve(typeof bound === 'object' && bound ? bound.port : port);
    });
  });
  return {
    port: actual,
    list: () => [...mails.values()].sort((a, b) => (a.id < b.id ? 1 : -1)),
    get: (id) => mails.get(id),
    raw: (id) => (mails.has(id) ? readFileSync(join(folder, `${id}.eml`)) : undefined),
    clear: () => {
      mails.clear();
      for (const file of safeList(folder)) rmSync(join(folder, file), { force: true });
    },
    fail: (fault) => void faults.push({ fault, left: fault.times }),
    clearFaults: () => void faults.splice(0),
    waitFor: (test, timeoutMs = 10_000) =>
      new Promise((resolve, reject) => {
        const there = [...mails.values()].find(test);
        if (there) {
          resolve(there);
          return;
        }
        const timer = setTimeout(() => {
          listeners.delete(listener);
          reject(new Error(`No such mail within ${timeoutMs} ms`));
        }, timeoutMs);
        const listener = (mail: ReceivedMail) => {
          if (!test(mail)) return;
          clearTimeout(timer);
          listeners.delete(listener);
          resolve(mail);
        };
        listeners.add(listener);
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const connection of server.connections) connection.close();
      }),
  };
}

function safeList(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

async function receive(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
