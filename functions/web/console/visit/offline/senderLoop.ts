import type { KeptQueue } from './kept.ts';
import { type Office, pauseAfter, type Sent, type Stop, sendQueue } from './sendQueue.ts';

export interface SenderLoop {
  /** Sends now; when it is sending already, once more afterwards. */
  now(): void;
  isSending(): boolean;
  /** How the last attempt ended. */
  stop(): Stop | 'done';
}

/**
 * Sends when something is entered, when the signal or the person comes back, and otherwise after pauses that grow.
 * Of several tabs one sends at a time; where the browser has no locks, the ids keep an answer from being two.
 */
export function senderLoop(parts: {
  readonly name: string;
  readonly queue: KeptQueue;
  readonly office: Office;
  readonly tell: (sent: Sent) => void;
  /** Something that is shown has changed. */
  readonly changed: () => void;
}): SenderLoop {
  const { name, queue, office, tell, changed } = parts;
  let sending = false;
  let again = false;
  let failures = 0;
  let last: Stop | 'done' = 'done';
  let timer: number | undefined;

  const attempt = async (): Promise<Stop | 'done'> => {
    if (!('locks' in navigator)) return sendQueue(queue, office, tell);
    return navigator.locks.request(name, { ifAvailable: true }, (lock) =>
      lock === null ? ('later' as const) : sendQueue(queue, office, tell),
    );
  };

  const run = async (): Promise<void> => {
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    clearTimeout(timer);
    changed();
    last = await attempt().catch(() => 'later' as const);
    sending = false;
    failures = last === 'done' ? 0 : failures + 1;
    changed();
    if (again) {
      again = false;
      void run();
    } else if (last !== 'done') timer = window.setTimeout(() => void run(), pauseAfter(failures));
  };

  const now = () => {
    failures = 0;
    void run();
  };
  window.addEventListener('online', now);
  window.addEventListener('focus', now);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') now();
  });
  return { now, isSending: () => sending, stop: () => last };
}
