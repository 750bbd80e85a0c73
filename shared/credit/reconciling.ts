import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import { inParallel } from '../inParallel.ts';
import { type Compared, compareSides, lateItems } from './comparison.ts';
import { creditCaseId, creditEntryId } from './creditEntry.ts';
import type { CreditItem } from './creditItem.ts';
import { type CreditDifference, type DifferenceKind, differenceRow, type Side } from './differences.ts';
import { type CreditLedger, ledgerCommit } from './ledger.ts';
import type { OutcomeCode } from './outcomes.ts';
import type { CreditTransport, Held, PushDeps } from './ports.ts';

export type ReportLineKind = DifferenceKind | 'late';

export interface ReportLine {
  readonly kind: ReportLineKind;
  readonly key: string;
  readonly uscc: string;
  readonly agency: string;
}

/** What a day's reconciliation found. */
export interface CreditReport {
  readonly day: LocalDate;
  readonly at: string;
  /** `none`: this way of transport has no list to compare with. `failed`: the list could not be read to its end. */
  readonly list: 'whole' | 'none' | 'failed';
  readonly outcome?: OutcomeCode;
  /** Agencies that were compared. */
  readonly agencies: number;
  readonly counts: Readonly<Record<ReportLineKind | 'equal' | 'under-way', number>>;
  /** At most `MOST_LINES` of each kind; the counts are whole. */
  readonly lines: readonly ReportLine[];
}

export interface CreditBooks {
  /** Codes of every agency about which something was or is to be said. */
  agencies(): Promise<readonly string[]>;
  items(uscc: string): Promise<readonly CreditItem[]>;
  differences(uscc: string): Promise<readonly CreditDifference[]>;
  keepReport(report: CreditReport): Promise<void>;
}

/** How the records of an agency stand on the other side. */
export interface Seen {
  readonly uscc: string;
  /** Day of the comparison. */
  readonly on: LocalDate;
  /** By key whether it is gone there: what we said last has arrived, and it is not public any more. */
  readonly gone: ReadonlyMap<string, boolean>;
}

export interface ReconcileDeps extends Pick<PushDeps, 'cases' | 'auditKey' | 'now'> {
  readonly books: CreditBooks;
  readonly transport: Pick<CreditTransport, 'list'>;
  /** Tells whoever waits for the other side to have stopped; told every day, so it changes nothing the second time. */
  readonly seen: (seen: Seen) => Promise<void>;
}

export const MOST_LINES = 200;
/** Pages of the other side's list; more is no list but a loop. */
const MOST_PAGES = 2_000;
const WIDTH = 16;
const ATTEMPTS = 8;

/**
 * The daily comparison in both directions. What differs becomes a task of a person, what differs no more ends by itself;
 * on the other side nothing is changed here.
 */
export async function reconcileCredit(deps: ReconcileDeps): Promise<CreditReport> {
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  const listed = await listAll(deps.transport);
  const byAgency = new Map<string, Held[]>();
  for (const held of listed.records) byAgency.set(held.uscc, [...(byAgency.get(held.uscc) ?? []), held]);
  const agencies = new Set([...(await deps.books.agencies()), ...byAgency.keys()]);
  const counts = {
    'missing-there': 0,
    'unknown-here': 0,
    differing: 0,
    late: 0,
    equal: 0,
    'under-way': 0,
  };
  const lines: ReportLine[] = [];
  const note = (kind: ReportLineKind, key: string, uscc: string, agency: string) => {
    counts[kind] += 1;
    if (lines.filter((line) => line.kind === kind).length < MOST_LINES)
      lines.push({ kind, key, uscc, agency });
  };
  await inParallel([...agencies].sort(), WIDTH, async (uscc) => {
    const items = await deps.books.items(uscc);
    const theirs = byAgency.get(uscc) ?? [];
    const agency = items.at(-1)?.entry.agency ?? theirs[0]?.name ?? uscc;
    for (const { entry } of lateItems(items, at)) note('late', creditEntryId(entry), uscc, agency);
    if (listed.list !== 'whole') return;
    const compared = compareSides(items, theirs, at);
    for (const { result, key } of compared) {
      if (result === 'equal' || result === 'under-way') counts[result] += 1;
      else note(result, key, uscc, agency);
    }
    await keepDifferences(deps, { uscc, agency, items, compared, at });
    await deps.seen({ uscc, on: shanghaiDate(at), gone: goneKeys(compared) });
  });
  const order = (line: ReportLine) => `${line.kind} ${line.uscc} ${line.key}`;
  const report: CreditReport = {
    day: shanghaiDate(at),
    at,
    list: listed.list,
    ...(listed.outcome === undefined ? {} : { outcome: listed.outcome }),
    agencies: agencies.size,
    counts,
    lines: lines.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)),
  };
  await deps.books.keepReport(report);
  return report;
}

function goneKeys(compared: readonly Compared[]): Seen['gone'] {
  return new Map(
    compared.map(({ key, result, theirs }) => [key, result !== 'under-way' && theirs?.state !== 'published']),
  );
}

interface Whole {
  readonly list: CreditReport['list'];
  readonly records: readonly Held[];
  readonly outcome?: OutcomeCode;
}

/** A list that breaks off is no list: what it did not come to would look as if it were missing. */
async function listAll(transport: Pick<CreditTransport, 'list'>): Promise<Whole> {
  const records = new Map<string, Held>();
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const listed = await transport.list(cursor);
    if ('none' in listed) return { list: 'none', records: [] };
    if ('failed' in listed) return { list: 'failed', records: [], outcome: listed.failed.outcome };
    // A page boundary that moved shows a record twice.
    for (const held of listed.records) records.set(held.key, held);
    if (listed.next === undefined) return { list: 'whole', records: [...records.values()] };
    cursor = listed.next;
  }
  return { list: 'failed', records: [], outcome: 'unreadable' };
}

interface OfAgency {
  readonly uscc: string;
  readonly agency: string;
  readonly items: readonly CreditItem[];
  readonly compared: readonly Compared[];
  readonly at: string;
}

/** Writes down what is new about the differences of an agency; what is as it was is left alone. */
async function keepDifferences(deps: ReconcileDeps, of: OfAgency): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const known = await deps.books.differences(of.uscc);
    const changed = [...found(of, known), ...gone(of, known)];
    if (changed.length === 0) return;
    const stale = await writeEach(deps, of, changed);
    if (!stale) return;
  }
  throw new Error(`the differences of ${of.uscc} could not be kept`);
}

interface Changed {
  readonly before: CreditDifference | undefined;
  readonly after: CreditDifference;
}

const sameSide = (a: Side | undefined, b: Side | undefined) =>
  a?.digest === b?.digest && a?.version === b?.version && a?.state === b?.state;

function found({ uscc, agency, compared, at }: OfAgency, known: readonly CreditDifference[]): Changed[] {
  return compared.flatMap(({ key, result, ours, theirs }) => {
    if (result === 'equal' || result === 'under-way') return [];
    const before = known.find((one) => one.key === key);
    const asKnown = before?.kind === result && sameSide(before.ours, ours) && sameSide(before.theirs, theirs);
    // What two people have accepted stays accepted as long as it is the same.
    if (asKnown && (before.status !== 'settled' || before.settled?.how === 'accept')) return [];
    const after: CreditDifference = {
      key,
      uscc,
      agency,
      kind: result,
      status: 'open',
      revision: (before?.revision ?? 0) + 1,
      found: at,
      ...(ours === undefined ? {} : { ours }),
      ...(theirs === undefined ? {} : { theirs }),
    };
    return [{ before, after }];
  });
}

function gone({ compared, at }: OfAgency, known: readonly CreditDifference[]): Changed[] {
  const differs = (key: string) =>
    compared.some((one) => one.key === key && one.result !== 'equal' && one.result !== 'under-way');
  return known
    .filter(({ status, key }) => status !== 'settled' && !differs(key))
    .map((before) => {
      const { proposal: _, ...rest } = before;
      const settled = { at, how: 'gone' } as const;
      return { before, after: { ...rest, status: 'settled', revision: before.revision + 1, settled } };
    });
}

/** @returns whether somebody else wrote meanwhile, so that it has to be looked at anew */
async function writeEach(
  deps: ReconcileDeps,
  { uscc, agency, items, at }: OfAgency,
  changed: readonly Changed[],
): Promise<boolean> {
  const key = await deps.auditKey();
  for (const { before, after } of changed) {
    const ledger = await deps.cases.load<CreditLedger>(creditCaseId(uscc));
    const change = {
      uscc,
      agency: ledger?.state.agency ?? agency,
      ledger,
      items,
      command: after.status === 'open' ? ('difference-found' as const) : ('difference-gone' as const),
      ground: after.kind,
      rows: [differenceRow(after, before)],
      seal: { difference: after },
      actor: SYSTEM,
      at,
    };
    if (!(await deps.cases.commit(ledgerCommit(change, key))).ok) return true;
  }
  return false;
}
