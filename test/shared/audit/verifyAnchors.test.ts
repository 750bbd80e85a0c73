import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOf, type Leaf } from '../../../shared/audit/anchor.ts';
import { type AuditEntry, entryDigest, NO_ENTRY } from '../../../shared/audit/entry.ts';
import { anchorCheck, COMPARED_DAYS, daysToCompare } from '../../../shared/audit/verifyAnchors.ts';
import { addDays, localDate } from '../../../shared/calendar/localDate.ts';

const day = localDate('2026-12-01');
const next = addDays(day, 1);

function chain(caseId: string, length: number, actor = 'u-1'): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let seq = 0; seq < length; seq++) {
    const before = entries.at(-1);
    const prev = before === undefined ? NO_ENTRY : entryDigest(before);
    const at = '2026-12-01T01:00:00Z';
    const facts = { kind: 'draw', command: 'step', from: 'a', to: 'b', actor, at, digests: {} };
    entries.push({ v: 'audit/1', case: caseId, seq, prev, ...facts });
  }
  return entries;
}

const leafOf = (entries: readonly AuditEntry[], seq = entries.length - 1): Leaf[] =>
  entries
    .filter((entry) => entry.seq === seq)
    .map((entry) => ({ case: entry.case, seq, digest: entryDigest(entry) }));

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const file = (leaves: readonly Leaf[], of = day) => bytes({ anchor: anchorOf(of, leaves), leaves });

describe('which days are compared', () => {
  const days = (count: number) => Array.from({ length: count }, (_, i) => addDays(day, i));

  it('takes the newest', () => {
    const kept = days(40);
    expect(daysToCompare(kept, kept.at(-1))).toEqual({ days: kept.slice(40 - COMPARED_DAYS), lost: [] });
  });

  it('misses the first day of a gap, and the day that was anchored last', () => {
    const kept = days(9).filter((_, i) => ![3, 4, 8].includes(i));
    expect(daysToCompare(kept, localDate('2026-12-09')).lost).toEqual([
      { day: '2026-12-04', fault: 'lost' },
      { day: '2026-12-09', fault: 'lost' },
    ]);
  });

  it('misses nothing before the first anchor, nor when the file is ahead of its note', () => {
    expect(daysToCompare([], undefined)).toEqual({ days: [], lost: [] });
    expect(daysToCompare(days(2), day).lost).toEqual([]);
  });
});

describe('an anchor', () => {
  it('holds for every chain that has only grown since', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5))), (lengths) => {
        const chains = lengths.map(([then, since], i) => ({ then, all: chain(`DR#${i}`, then + since + 1) }));
        const leaves = chains.flatMap(({ then, all }) => leafOf(all, then));
        expect(anchorCheck(chains.flatMap(({ all }) => all))(day, file(leaves))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['gone', chain('DR#2', 9)],
    ['cut', chain('DR#1', 3)],
    ['rewritten', chain('DR#1', 9, 'u-2')],
  ] as const)('shows that a chain is %s, once', (fault, now) => {
    const before = chain('DR#1', 5);
    const check = anchorCheck(now);
    expect(check(day, file(leafOf(before, 3)))).toEqual([{ day, fault, case: 'DR#1', seq: 3 }]);
    expect(check(next, file(leafOf(before, 3), next))).toEqual([]);
    expect(check(next, file(leafOf(before, 4), next))).toEqual([]);
  });

  it('is satisfied by the anchored entry though another one has its number', () => {
    const entries = chain('DR#1', 2);
    const check = anchorCheck([...chain('DR#1', 2, 'u-2'), ...entries]);
    expect(check(day, file(leafOf(entries)))).toEqual([]);
  });

  it('names the day whose file is not there', () => {
    expect(anchorCheck([])(day, undefined)).toEqual([{ day, fault: 'lost' }]);
  });

  const leaves = leafOf(chain('DR#1', 2));
  const anchor = anchorOf(day, leaves);
  it.each([
    ['is not JSON', new TextEncoder().encode('{')],
    ['has another form', bytes({ anchor })],
    ['has leaves that are not under its root', bytes({ anchor, leaves: leafOf(chain('DR#2', 2)) })],
    ['lacks a leaf', bytes({ anchor, leaves: [] })],
    ['says another number of cases', bytes({ anchor: { ...anchor, cases: 2 }, leaves })],
    ['has a leaf without canonical text', bytes({ anchor, leaves: [{ ...leaves[0], case: '\ud800' }] })],
    ['is of another day', file(leaves, next)],
  ])('proves nothing when its file %s', (_, broken) => {
    expect(anchorCheck(chain('DR#1', 2))(day, broken)).toEqual([{ day, fault: 'broken' }]);
  });
});
