import { describe, expect, it } from 'vitest';
import { type AnchorDeps, anchorDays, anchorOf, type Leaf } from '../../../shared/audit/anchor.ts';
import { type LocalDate, localDate } from '../../../shared/calendar/localDate.ts';

const leaf = (caseId: string, seq: number): Leaf => ({ case: caseId, seq, digest: '00'.repeat(32) });

function store(now: string, last?: LocalDate) {
  const kept: LocalDate[] = [];
  const deps: AnchorDeps = {
    heads: async () => [leaf('DR#1', 3)],
    lastDay: async () => kept.at(-1) ?? last,
    keep: async (day) => void kept.push(day),
    now: () => new Date(now),
  };
  return { deps, kept };
}

describe('the daily anchor', () => {
  it('does not depend on the order of the chains, but on every head', () => {
    const day = localDate('2026-12-01');
    const anchor = anchorOf(day, [leaf('A', 1), leaf('B', 2)]);
    expect(anchorOf(day, [leaf('B', 2), leaf('A', 1)])).toEqual(anchor);
    expect(anchorOf(day, [leaf('A', 1), leaf('B', 3)]).root).not.toBe(anchor.root);
  });

  it('anchors the days that were skipped, each once', async () => {
    const { deps, kept } = store('2026-12-04T16:30:00Z', localDate('2026-12-01'));
    await anchorDays(deps);
    await anchorDays(deps);
    expect(kept).toEqual(['2026-12-02', '2026-12-03', '2026-12-04']);
  });

  it('begins with yesterday', async () => {
    const { deps, kept } = store('2026-12-04T16:30:00Z');
    await anchorDays(deps);
    expect(kept).toEqual(['2026-12-04']);
  });
});
