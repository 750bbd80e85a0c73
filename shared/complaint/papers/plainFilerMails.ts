import { inParallel } from '../../inParallel.ts';
import type { Lang } from '../../messages/message.ts';
import type { Mailer, MailMessage } from '../../notice/mailPort.ts';
import { type FilerMailFrame, lostCodeMail, releaseMail } from './filerMailText.ts';

/**
 * Mails to people who are no filer yet, or have lost their code: each answers something that stands encrypted in the
 * vault with the address, and is gone from there once the mail server has taken or refused it.
 */

/** Something asked for, with the address to which it is answered. */
export interface AskedMail {
  readonly id: string;
  readonly address: string;
  readonly lang: Lang;
}

/** What waits to be answered by mail. */
export interface AskedMails<Asked extends AskedMail> {
  /** Ids of what waits, the oldest first. */
  waiting(now: string, limit: number): Promise<readonly string[]>;
  /** Undefined when it was answered meanwhile. */
  read(id: string): Promise<Asked | undefined>;
  /**
   * Deletes what was asked for, and the row that says that something waits.
   *
   * @param asked what was read, undefined when nothing was there: what has replaced it meanwhile stays
   */
  answered(id: string, asked: Asked | undefined): Promise<void>;
}

export interface AnsweringDeps<Asked extends AskedMail> {
  readonly asked: AskedMails<Asked>;
  /** The mail that answers; undefined when there is none to be sent: then nothing is, and nobody learns why. */
  readonly answer: (asked: Asked) => Promise<MailMessage | undefined>;
  readonly mailer: Mailer;
  readonly now: () => Date;
}

const MOST = 100;
const WIDTH = 4;

export interface AnsweredReport {
  readonly answered: number;
  /** Left for the next run: the mail server or the vault could not be reached. */
  readonly left: number;
}

/**
 * Answers what waits. A mail that the server does not take now is tried again at the next run; one whose end is not
 * known is not sent again: whoever asked can ask again.
 */
export async function answerAsked<Asked extends AskedMail>(
  deps: AnsweringDeps<Asked>,
  goOn = (): boolean => true,
): Promise<AnsweredReport> {
  const count = { answered: 0, left: 0 };
  const now = `${deps.now().toISOString().slice(0, 19)}Z`;
  await inParallel(await deps.asked.waiting(now, MOST), WIDTH, async (id) => {
    if (!goOn()) return;
    count[await answerOne(deps, id).catch(() => 'left' as const)] += 1;
  });
  return count;
}

async function answerOne<Asked extends AskedMail>(
  deps: AnsweringDeps<Asked>,
  id: string,
): Promise<'answered' | 'left'> {
  const asked = await deps.asked.read(id);
  const message = asked === undefined ? undefined : await deps.answer(asked);
  if (message !== undefined) {
    const outcome = await deps.mailer.send(message);
    if (outcome.type === 'temporary' && outcome.uncertain !== true) return 'left';
  }
  await deps.asked.answered(id, asked);
  return 'answered';
}

/** Somebody who runs no script asked for the link that sends their form. The id is that of the draft. */
export interface AskedRelease extends AskedMail {
  readonly link: string;
}

export function releaseAnswer(frame: FilerMailFrame) {
  return async ({ id, ...release }: AskedRelease): Promise<MailMessage | undefined> =>
    releaseMail({ draft: id, ...release }, frame);
}

/**
 * @param renew gives every receipt of the address a new code; none when the address is unknown or was never confirmed.
 *   Asked again with the same request it has to answer with the same codes
 */
export function lostCodeAnswer<Asked extends AskedMail>(
  frame: FilerMailFrame,
  renew: (asked: Asked) => Promise<readonly string[]>,
) {
  return async (asked: Asked): Promise<MailMessage | undefined> => {
    const codes = await renew(asked);
    return codes.length === 0 ? undefined : lostCodeMail(asked, codes, frame);
  };
}
