import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import { smtpMailer } from '../../shared/adapters/smtp.ts';
import { answerAsked, lostCodeAnswer, releaseAnswer } from '../../shared/complaint/papers/plainFilerMails.ts';
import { filerMailDeps, fixed, renewCodes } from './dependencies.ts';
import { type FilerWorkReport, work } from './work.ts';

const logger = new Logger({ serviceName: 'filer-mail-worker' });

/** Connections at a time: office servers refuse a client that opens many. */
const WIDTH = 4;
const MOST = 600;
/** No new mail is begun this long before the function's end: an attempt may last as long as its time-outs. */
const RESERVE_MS = 45_000;
/** Longer than a run of this function: a lease that has run out belongs to one that is dead. */
const LEASE_MS = 180_000;

/** Kicked after a commit with `{}`, swept by a schedule. Logs counts alone: no id, no address. */
export async function handler(_event: unknown, context: Context): Promise<FilerWorkReport> {
  const parts = fixed();
  const values = await parts.secrets.get();
  if (values.smtp === undefined) throw new Error('The application secret names no mail server');
  const mailer = smtpMailer(values.smtp, { name: parts.office.name, address: parts.from }, WIDTH);
  const goOn = () => context.getRemainingTimeInMillis() > RESERVE_MS;
  try {
    const limits = { most: MOST, width: WIDTH, leaseMs: LEASE_MS, goOn };
    const mails = filerMailDeps(parts, values, mailer);
    const now = () => new Date();
    const released = { asked: parts.releases, answer: releaseAnswer(mails), mailer, now };
    const lost = { asked: parts.lost, answer: lostCodeAnswer(mails, renewCodes(parts, values)), mailer, now };
    const answers = {
      releases: () => answerAsked(released, goOn),
      lost: () => answerAsked(lost, goOn),
    };
    const done = await work({ mails, answers }, limits);
    logger.info('mail', { ...done });
    return done;
  } finally {
    mailer.close();
  }
}
