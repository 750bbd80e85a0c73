import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandsFor } from '../../../shared/case/transition.ts';
import { noticeStatuses } from '../../../shared/notice/notice.ts';
import { noticeTransitions } from '../../../shared/notice/noticeTransitions.ts';
import { MAX_ATTEMPTS, retryDelay } from '../../../shared/notice/retry.ts';
import { classify } from '../../../shared/notice/smtpOutcome.ts';

describe('a failed attempt', () => {
  it.each([
    [{ responseCode: 450, command: 'RCPT TO' }, 'temporary', '450'],
    [{ responseCode: 421, command: 'CONN' }, 'temporary', '421'],
    [{ responseCode: 550, command: 'RCPT TO', code: 'EENVELOPE' }, 'permanent', '550'],
    [{ responseCode: 552, command: 'DATA', code: 'EMESSAGE' }, 'permanent', '552'],
    [{ responseCode: 553, command: 'MAIL FROM', code: 'EENVELOPE' }, 'permanent', '553'],
    [{ responseCode: 535, command: 'AUTH PLAIN', code: 'EAUTH' }, 'temporary', '535'],
    [{ responseCode: 554, command: 'CONN' }, 'temporary', '554'],
    [{ responseCode: 502, command: 'STARTTLS', code: 'ETLS' }, 'temporary', '502'],
    [{ code: 'ETIMEDOUT' }, 'temporary', 'ETIMEDOUT'],
    [{ code: 'ECONNREFUSED' }, 'temporary', 'ECONNREFUSED'],
    [{ code: 'user@example.cn unknown' }, 'temporary', 'UNKNOWN'],
    [{}, 'temporary', 'UNKNOWN'],
  ] as const)('%j is %s with code %s', (failure, type, code) => {
    expect(classify(failure)).toEqual({ type, code });
  });
});

describe('the wait before the next attempt', () => {
  it('doubles from a minute, within 20 %, and never passes a day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (attempt, random) => {
          const base = Math.min(86_400_000, 60_000 * 2 ** (attempt - 1));
          const delay = retryDelay(attempt, random);
          return delay >= base * 0.8 - 1 && delay <= Math.min(86_400_000, base * 1.2 + 1);
        },
      ),
    );
    expect(retryDelay(1, 0.5)).toBe(60_000);
    expect(retryDelay(4, 0.5)).toBe(480_000);
  });
  it('ends after twelve attempts', () => {
    expect(MAX_ATTEMPTS).toBe(12);
  });
});

describe('the states of a notice', () => {
  it('can all be left by a person towards served, and served by nobody', () => {
    for (const status of noticeStatuses) {
      const commands = commandsFor(noticeTransitions, status, ['supervisor']);
      expect(commands.includes('mark-served')).toBe(status !== 'served');
    }
    expect(commandsFor(noticeTransitions, 'served', ['supervisor', 'system', 'link'])).toEqual([]);
  });
  it('give a link no more than the receipt', () => {
    for (const status of noticeStatuses) {
      const commands = commandsFor(noticeTransitions, status, ['link']);
      expect(commands).toEqual(status === 'sent' ? ['confirm-receipt'] : []);
    }
  });
});
