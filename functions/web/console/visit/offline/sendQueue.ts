import { inOrder, isWaiting, type Kept, type KeptAnswer, type KeptFile, type KeptQueue } from './kept.ts';

/** Answers of one request; the server takes no more. */
export const BATCH = 10;

/** Why nothing more can be sent now. `later`: no signal, or the server asks for patience. */
export type Stop = 'later' | 'signed-out' | 'other-person' | 'gone';
interface Stopped {
  readonly type: Stop;
}
interface Refused {
  readonly type: 'refused';
  readonly why: string;
}

export interface Taken {
  readonly type: 'taken';
  readonly stored: readonly { readonly id: string; readonly standing?: string | undefined }[];
  readonly refused: readonly { readonly id: string; readonly why: string }[];
}

export interface SignedForm {
  readonly type: 'form';
  readonly id: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The server as the phone sees it. Nothing of it throws. */
export interface Office {
  answers(batch: readonly KeptAnswer[]): Promise<Taken | Refused | Stopped>;
  form(file: KeptFile): Promise<SignedForm | Refused | Stopped>;
  /** False when the file store did not take the file. */
  upload(form: SignedForm, file: KeptFile): Promise<boolean>;
  take(
    file: KeptFile,
    upload: string,
  ): Promise<{ readonly type: 'stored' } | { readonly type: 'missing' } | Refused | Stopped>;
}

export interface Sent {
  readonly entry: Kept;
  /** Whose later answer stands, where this one no longer counts. */
  readonly standing?: string | undefined;
  /** The file as the record knows it. */
  readonly upload?: string;
}

/**
 * Sends everything that waits, oldest first, and removes an entry only when the server has confirmed its id. Cut off
 * at any point it can be started again: what was stored already is confirmed, not stored twice.
 *
 * @param tell called after each confirmed entry is gone from the phone
 */
export async function sendQueue(
  queue: KeptQueue,
  office: Office,
  tell: (sent: Sent) => void,
): Promise<'done' | Stop> {
  const waiting = [...(await queue.all())].filter(isWaiting).sort(inOrder);
  const answers = waiting.filter((one) => one.type === 'answer');
  for (let from = 0; from < answers.length; from += BATCH) {
    const stop = await sendAnswers(queue, office, answers.slice(from, from + BATCH), tell);
    if (stop !== undefined) return stop;
  }
  for (const file of waiting.filter((one) => one.type === 'file')) {
    const stop = await sendFile(queue, office, file, tell);
    if (stop !== undefined) return stop;
  }
  return 'done';
}

async function sendAnswers(
  queue: KeptQueue,
  office: Office,
  batch: readonly KeptAnswer[],
  tell: (sent: Sent) => void,
): Promise<Stop | undefined> {
  const reply = await office.answers(batch);
  if (reply.type === 'refused') {
    for (const entry of batch) await queue.put({ ...entry, refused: reply.why });
    return undefined;
  }
  if (reply.type !== 'taken') return reply.type;
  let open = batch.length;
  for (const entry of batch) {
    const stored = reply.stored.find(({ id }) => id === entry.id);
    const refused = reply.refused.find(({ id }) => id === entry.id);
    if (stored !== undefined) {
      await queue.remove(entry.id);
      tell({ entry, standing: stored.standing });
    } else if (refused !== undefined) await queue.put({ ...entry, refused: refused.why });
    else continue;
    open -= 1;
  }
  // Neither stored nor refused: it stays and comes again.
  return open === 0 ? undefined : 'later';
}

async function sendFile(
  queue: KeptQueue,
  office: Office,
  file: KeptFile,
  tell: (sent: Sent) => void,
): Promise<Stop | undefined> {
  if (file.upload !== undefined) {
    const stop = await confirmFile(queue, office, file, file.upload, tell);
    if (stop !== 'missing') return stop;
  }
  const form = await office.form(file);
  if (form.type === 'refused') {
    await queue.put({ ...file, refused: form.why });
    return undefined;
  }
  if (form.type !== 'form') return form.type;
  // Written down first: a file that arrives while the page is closed is found again by this id.
  await queue.put({ ...file, upload: form.id });
  if (!(await office.upload(form, file))) return 'later';
  const stop = await confirmFile(queue, office, file, form.id, tell);
  return stop === 'missing' ? 'later' : stop;
}

async function confirmFile(
  queue: KeptQueue,
  office: Office,
  file: KeptFile,
  upload: string,
  tell: (sent: Sent) => void,
): Promise<Stop | 'missing' | undefined> {
  const reply = await office.take(file, upload);
  if (reply.type === 'stored') {
    await queue.remove(file.id);
    tell({ entry: file, upload });
    return undefined;
  }
  if (reply.type === 'refused') {
    await queue.put({ ...file, refused: reply.why });
    return undefined;
  }
  return reply.type;
}

const SHORTEST = 5_000;
const LONGEST = 5 * 60_000;

/** How long to wait after so many attempts in a row that failed. Milliseconds. */
export function pauseAfter(failures: number): number {
  return Math.min(LONGEST, SHORTEST * 2 ** Math.max(0, failures - 1));
}
