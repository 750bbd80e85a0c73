import * as z from 'zod';
import { addDays, type LocalDate } from '../calendar/localDate.ts';
import { type Anchor, anchorOf, type Leaf } from './anchor.ts';
import { type AuditEntry, entryDigest } from './entry.ts';

/** An anchor was kept for that day: its file is not there, or is not what it says of itself. */
interface FileFault {
  readonly day: LocalDate;
  readonly fault: 'lost' | 'broken';
}

/**
 * A chain is not the one that was anchored: no entry of the case is left (`gone`), the anchored entry is not
 * there (`cut`), or another one is in its place (`rewritten`).
 */
interface LeafFault {
  readonly day: LocalDate;
  readonly fault: 'gone' | 'cut' | 'rewritten';
  readonly case: string;
  readonly seq: number;
}

export type AnchorFault = FileFault | LeafFault;

/** Days whose anchors the audit compares. */
export const COMPARED_DAYS = 35;

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const fileSchema = z.strictObject({
  anchor: z.strictObject({
    v: z.literal('audit-anchor/1'),
    day: z.string(),
    cases: z.int().nonnegative(),
    root: hex,
  }),
  leaves: z.array(
    z.strictObject({
      case: z.string().refine((text) => text.isWellFormed()),
      seq: z.int().nonnegative(),
      digest: hex,
    }),
  ),
});

/**
 * The newest days among those with a file, and the first day of every gap between them: anchors are kept for
 * each day without exception.
 *
 * @param kept days with a file, ascending
 * @param last the day that the anchoring itself says it kept last
 */
export function daysToCompare(
  kept: readonly LocalDate[],
  last: LocalDate | undefined,
): { readonly days: readonly LocalDate[]; readonly lost: readonly FileFault[] } {
  const days = kept.slice(-COMPARED_DAYS);
  const newest = days.at(-1);
  const lost = days
    .slice(0, -1)
    .map((day) => addDays(day, 1))
    .filter((day, i) => day !== days[i + 1]);
  if (last !== undefined && (newest === undefined || last > newest)) lost.push(last);
  return { days, lost: lost.map((day) => ({ day, fault: 'lost' })) };
}

/**
 * Compares anchor files with the chains as they are now. Chains only grow, so that an entry which was once
 * anchored stands at its number with its digest for ever; a chain that was rewritten together with the head
 * its case keeps shows here and nowhere else.
 *
 * Give the days in ascending order: of each case and kind of fault the first is named. The chains have to be
 * read after the files were listed, or a new anchor would be ahead of them.
 *
 * @returns checks the file of one day; `bytes` is undefined when the file is not there
 */
export function anchorCheck(
  entries: Iterable<AuditEntry>,
): (day: LocalDate, bytes: Uint8Array | undefined) => readonly AnchorFault[] {
  const chains = new Map<string, Map<number, AuditEntry[]>>();
  for (const entry of entries) {
    const chain = chains.get(entry.case) ?? new Map<number, AuditEntry[]>();
    chains.set(entry.case, chain);
    chain.set(entry.seq, [...(chain.get(entry.seq) ?? []), entry]);
  }
  const compare = (leaf: Leaf): LeafFault['fault'] | undefined => {
    const chain = chains.get(leaf.case);
    if (chain === undefined) return 'gone';
    const there = chain.get(leaf.seq);
    if (there === undefined) return 'cut';
    return there.some((entry) => entryDigest(entry) === leaf.digest) ? undefined : 'rewritten';
  };
  // Most chains stand still from one day to the next: each leaf is compared, and each fault named, once.
  const compared = new Set<string>();
  const named = new Set<string>();
  const isNew = (set: Set<string>, ...parts: readonly (string | number)[]) => {
    const key = JSON.stringify(parts);
    const isUnknown = !set.has(key);
    set.add(key);
    return isUnknown;
  };
  return (day, bytes) => {
    if (bytes === undefined) return [{ day, fault: 'lost' }];
    const kept = readAnchorFile(day, bytes);
    if (kept === undefined) return [{ day, fault: 'broken' }];
    const faults: LeafFault[] = [];
    for (const leaf of kept.leaves) {
      if (!isNew(compared, leaf.case, leaf.seq, leaf.digest)) continue;
      const fault = compare(leaf);
      if (fault === undefined || !isNew(named, leaf.case, fault)) continue;
      faults.push({ day, fault, case: leaf.case, seq: leaf.seq });
    }
    return faults;
  };
}

/** A day's file, or undefined when its leaves are not those under its root. */
export function readAnchorFile(
  day: LocalDate,
  bytes: Uint8Array,
): { readonly anchor: Anchor; readonly leaves: readonly Leaf[] } | undefined {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  const read = fileSchema.safeParse(json);
  if (!read.success) return undefined;
  const { anchor, leaves } = read.data;
  const fitting: Anchor = anchorOf(day, leaves);
  const fits = anchor.day === day && anchor.cases === fitting.cases && anchor.root === fitting.root;
  return fits ? { anchor: fitting, leaves } : undefined;
}
