import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import {
  citizenLine,
  citizenText,
  cleanLine,
  cleanText,
  lengthOf,
  uscc18,
} from '../../../shared/complaint/filedText.ts';
import { classify, filedMatterSchema, standings, wishes } from '../../../shared/complaint/filing.ts';
import { openedCases, samenessOf } from '../../../shared/complaint/openCases.ts';
import { plantedIdentity, testFiling } from '../../fixtures/complaintWorld.ts';

describe('whether a filing is a complaint, a report or both', () => {
  it.each([
    ['consumer', 'settle', ['complaint'], ['consumer']],
    ['consumer', 'check', ['report'], ['report']],
    ['consumer', 'both', ['complaint', 'report'], ['consumer', 'report', 'both']],
    ['business', 'settle', ['complaint'], ['reference']],
    ['business', 'check', ['report'], ['report']],
    ['business', 'both', ['complaint', 'report'], ['reference', 'report', 'both']],
    ['none', 'settle', ['report'], ['report']],
    ['none', 'check', ['report'], ['report']],
    ['none', 'both', ['report'], ['report']],
  ] as const)('%s who wishes to %s: %s', (standing, wish, kinds, bases) => {
    expect(classify(standing, wish)).toEqual({ kinds, bases });
  });

  it('finds a case for everybody', () => {
    for (const standing of standings)
      for (const wish of wishes) expect(classify(standing, wish).kinds.length).toBeGreaterThan(0);
  });
});

/** Controls and what turns text round or hides it, told apart by what Unicode says of them. */
const HIDDEN = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
/** Text as hostile as it comes: any code unit, with what turns text around among it. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        '\r\n',
        '\r',
        '\u202e',
        '\u2066',
        '\ufeff',
        '\ud800',
        '\udc00',
        '\0',
        '\x1b[31m',
        '👩‍👩‍👧',
        '<script>',
        '=1+1',
      ),
    ),
  )
  .map((parts) => parts.join(''));

describe('what citizens type', () => {
  it('is stored without what hides, turns round or breaks text, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const clean of [cleanText, cleanLine]) {
          const cleaned = clean(text);
          expect(cleaned.isWellFormed()).toBe(true);
          expect(cleaned).not.toMatch(HIDDEN);
          expect(cleaned).not.toContain('\r');
          expect(clean(cleaned)).toBe(cleaned);
        }
        expect(cleanLine(text)).not.toMatch(/[\n\t\u2028\u2029]/);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no visible character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const visible = (of: string) =>
          [...of.replaceAll(/\s/g, '')].filter((one) => !HIDDEN.test(one)).join('');
        expect(visible(cleanText(text))).toBe(visible(text));
      }),
    );
  });

  it.each([
    ['a formula stays text', '=HYPERLINK("http://x")', '=HYPERLINK("http://x")'],
    ['a header cannot be injected into one line', 'a\r\nBcc: x@example.net', 'a Bcc: x@example.net'],
    ['markup stays text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['an override is taken out', 'abc\u202Egnp.exe', 'abcgnp.exe'],
    ['a lone surrogate becomes the replacement character', 'a\ud83db', 'a\ufffdb'],
    ['an emoji of several parts stays', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['full-width digits stay as they were typed', '１２３', '１２３'],
  ])('%s', (_what, given, stored) => {
    expect(citizenLine(100).parse(given)).toBe(stored);
  });

  it('is counted as people count, and refused in words when it is missing or too long', () => {
    expect(lengthOf('👍'.repeat(10))).toBe(10);
    expect(citizenText(10).safeParse('👍'.repeat(10)).success).toBe(true);
    const refusal = (value: unknown) => citizenText(10).safeParse(value).error?.issues[0]?.message;
    expect(refusal('👍'.repeat(11))).toBe('filing.long');
    expect(refusal(' \u202e\ufeff\n ')).toBe('filing.required');
    expect(refusal(undefined)).toBe('filing.required');
    expect(refusal('长'.repeat(10_000_000))).toBe('filing.long');
  });

  it('takes a credit code only with its check character right', () => {
    expect(uscc18.safeParse('91110000710926094P').success).toBe(true);
    expect(uscc18.safeParse('91110000710926094Q').error?.issues[0]?.message).toBe('filing.uscc');
  });
});

describe('the cases of a filing', () => {
  const key = new Uint8Array(32).fill(7);
  const opened = (over = {}) => openedCases(testFiling(over), '2026-09-18T02:00:00Z', builtInCalendar, key);

  it('are two that know each other, each with its own clock and what belongs to it', () => {
    const [complaint, report] = opened();
    expect([complaint?.kind, report?.kind]).toEqual(['complaint', 'report']);
    expect(complaint?.links).toEqual([{ id: report?.id, as: 'sibling' }]);
    expect(report?.links).toEqual([{ id: complaint?.id, as: 'sibling' }]);
    expect(complaint?.deadlines.map(({ kind, deadline }) => [kind, deadline.dueLegal])).toEqual([
      ['accept', '2026-09-29'],
    ]);
    expect(report?.deadlines.map(({ kind, deadline }) => [kind, deadline.dueLegal])).toEqual([
      ['decide', '2026-10-15'],
    ]);
    expect(complaint?.matter.request).toBe('退还代理费');
    expect(report?.matter).not.toHaveProperty('request');
  });

  it('hold nothing of who filed', () => {
    const text = JSON.stringify(opened());
    for (const planted of Object.values(plantedIdentity)) expect(text).not.toContain(planted);
  });

  it('are counted from the day on which they reached the office, not from that on which they were entered', () => {
    const [complaint] = opened({ wish: 'settle', receivedOn: '2026-09-17', channel: 'post' });
    expect(complaint?.received.on).toBe('2026-09-17');
    expect(complaint?.deadlines[0]?.deadline.dueLegal).toBe('2026-09-28');
  });

  it('are found again by the agency and the application, however it is written', () => {
    const { matter } = testFiling();
    const same = samenessOf({ ...matter, applicationNumber: ' 2023 1012 3456.7 ' }, key);
    expect(same).toBe(samenessOf(matter, key));
    expect(same).toMatch(/^[0-9a-f]{32}$/);
    expect(samenessOf({ ...matter, applicationNumber: '202310123456.8' }, key)).not.toBe(same);
    expect(samenessOf(matter, new Uint8Array(32))).not.toBe(same);
  });

  it('keep money to the fen and refuse what is no amount', () => {
    const { matter } = testFiling();
    expect(filedMatterSchema.safeParse({ ...matter, amountFen: 123_45 }).success).toBe(true);
    for (const amountFen of [-1, 1.5, 10_000_000_001, Number.NaN])
      expect(filedMatterSchema.safeParse({ ...matter, amountFen }).success).toBe(false);
  });
});
