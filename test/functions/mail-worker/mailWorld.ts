import { deliveryDeps } from '../../../functions/mail-worker/deliveryDeps.ts';
import { DynamoMailQueue } from '../../../shared/adapters/dynamoOutbox.ts';
import { type SmtpTimeouts, smtpMailer } from '../../../shared/adapters/smtp.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { buildNotices } from '../../../shared/notice/buildNotices.ts';
import type { DeliveryLimits } from '../../../shared/notice/deliver.ts';
import { deliverNotices } from '../../../shared/notice/deliverNotices.ts';
import type { Mailer } from '../../../shared/notice/mailPort.ts';
import type { Notice } from '../../../shared/notice/notice.ts';
import { queueNotices } from '../../../shared/notice/queueNotices.ts';
import type { Tables } from '../../fixtures/tables.ts';
import { digest } from '../../shared/notice/memory.ts';
import { sources } from '../../shared/notice/sources.ts';
import { startInbox } from './inbox.ts';

export const linkKey = new Uint8Array(32).fill(7);
const values = { auditKey: new Uint8Array(32).fill(8), linkKey };
export const MINUTE = 60_000;
export const limits: DeliveryLimits = { most: 600, width: 4, leaseMs: 3 * MINUTE, goOn: () => true };

let draws = 0;

/** The real database, a mail server of its own on loopback, and a clock that the test moves. */
export async function mailWorld(tables: Tables) {
  const inbox = await startInbox();
  const mailerOf = (timeouts: SmtpTimeouts) =>
    smtpMailer(
      { host: '127.0.0.1', port: inbox.port, secure: false },
      { name: '北京市知识产权局', address: 'notice@office.example.cn' },
      4,
      timeouts,
    );
  const mailer = mailerOf({ connectMs: 500, answerMs: 700 });
  const patient = mailerOf({ connectMs: 10_000, answerMs: 30_000 });
  const clock = { now: new Date('2026-11-06T02:00:00Z') };
  const at = () => `${clock.now.toISOString().slice(0, 19)}Z`;
  const later = (ms: number) => {
    clock.now = new Date(clock.now.getTime() + ms);
  };
  const deps = (over: { mailer?: Mailer; store?: Tables['store'] } = {}) =>
    deliveryDeps({
      store: tables.store,
      queue: new DynamoMailQueue(tables.client, 'core'),
      mailer,
      values,
      publicUrl: 'https://links.example.cn/',
      consoleUrl: 'https://console.example.cn/',
      stands: async () => true,
      mailDomain: 'office.example.cn',
      now: () => clock.now,
      random: () => 0.5,
      ...over,
    });
  const run = (over: Parameters<typeof deps>[0] = {}) => deliverNotices(deps(over), limits);
  return {
    inbox,
    mailer,
    /** Keeps a connection on which nothing moves for a while because the machine is busy. */
    patient,
    clock,
    at,
    later,
    deps,
    run,
    /** Queues the notices of a draw of its own; the third is the one to the agency. */
    async queued(over: Parameters<typeof sources>[0] = {}): Promise<Notice[]> {
      draws += 1;
      const given = sources(over);
      const draw = { ...given.draw, number: `2026-${100 + draws}` };
      const notices = [...buildNotices({ ...given, draw }, 1, localDate('2026-11-06'))];
      await queueNotices({ store: tables.store, digest }, notices, at());
      return notices;
    },
    async load(notice: Notice | undefined) {
      const found = notice === undefined ? undefined : await tables.store.load<Notice>(notice.id);
      if (found === undefined) throw new Error('the notice is not stored');
      return found;
    },
    /** Leaves nothing behind for the next test. */
    async drain() {
      inbox.state.fault = 'none';
      later(30 * 24 * 60 * MINUTE);
      await run({ mailer: { send: async () => ({ type: 'accepted' }) } });
    },
    person: (roles: readonly ('supervisor' | 'auditor' | 'link')[] = ['supervisor']) => ({
      store: tables.store,
      digest,
      actor: { id: 'u9', roles },
      at: at(),
    }),
    async close() {
      mailer.close();
      patient.close();
      await inbox.close();
    },
  };
}

export type MailWorld = Awaited<ReturnType<typeof mailWorld>>;
