import { type DrawCase, type DrawStatus, standingResultFile } from '../../shared/draw/ceremony/drawCase.ts';
import { itemsAllowed, periodOf } from '../../shared/draw/ceremony/targets.ts';
import type { SealedRow } from '../../shared/draw/ceremony/visit.ts';
import { originOfCell, type VisitOrigin } from '../../shared/draw/ceremony/visitOrigin.ts';
import { type PersonalProof, type Standing, standings } from '../../shared/draw/explain.ts';
import type { HashSuite } from '../../shared/draw/hash.ts';
import type { Plan } from '../../shared/draw/plan.ts';
import type { DrawResult } from '../../shared/draw/result.ts';
import type { AgencyRow, InspectorRow } from '../../shared/draw/snapshot.ts';
import type { Recipient } from '../../shared/notice/recipientLink.ts';
import { itemRef } from '../../shared/plan/monthPlan.ts';
import { allPersonalProofs } from '../../shared/publicity/allProofs.ts';
import type { InspectionItem } from '../../shared/register/inspectionItem.ts';

/** What an agency or inspector may see of its own row. */
export type OwnRow =
  | { readonly type: 'none' }
  | {
      readonly type: 'agency';
      readonly row: AgencyRow;
      readonly sealed: SealedRow;
      /** Agencies in the cell and its rate in millionths. */
      readonly size: number;
      readonly ppm: number;
      readonly outcome: Outcome;
    }
  | { readonly type: 'inspector'; readonly row: InspectorRow; readonly sealed: SealedRow };

export type Outcome =
  | { readonly type: 'pending' }
  /** An unannounced visit is in the draw: telling one agency would tell all. */
  | { readonly type: 'withheld'; readonly until: string }
  | {
      readonly type: 'known';
      /** By its ticket, which the proof is about. */
      readonly drawn: boolean;
      /** After drop-outs. */
      readonly standing: Standing;
      readonly origin: VisitOrigin;
      readonly n: number;
      readonly proof: PersonalProof;
    };

export interface OwnRowSources {
  sealedRow(number: string, snapshot: number, id: string): Promise<SealedRow | undefined>;
  file(key: string): Promise<Uint8Array | undefined>;
  items(): Promise<readonly InspectionItem[]>;
  readonly suite: HashSuite;
}

/**
 * The recipient's row of the sealed snapshot with its odds and, once the draw is published, its outcome and proof.
 *
 * While a planned on-site item is unannounced, pseudonym and outcome wait for the end of the visits: the result is
 * public under pseudonyms, so that the pseudonym alone would announce the visit.
 *
 * @param today Shanghai date
 */
export async function ownRow(
  sources: OwnRowSources,
  recipient: Recipient,
  draw: { readonly status: DrawStatus; readonly state: DrawCase },
  today: string,
): Promise<OwnRow> {
  const { frozen, snapshot } = draw.state;
  if (frozen === undefined) return { type: 'none' };
  const sealed = await sources.sealedRow(frozen.home, snapshot, recipient.id);
  if (sealed === undefined) return { type: 'none' };
  if (recipient.type === 'inspector') {
    const row = (await rows<InspectorRow>(sources, frozen.pools.inspector.file)).find(
      ({ tid }) => tid === sealed.tid,
    );
    return row === undefined ? { type: 'none' } : { type: 'inspector', row, sealed };
  }
  const agencies = await rows<AgencyRow>(sources, frozen.pools.agency.file);
  const row = agencies.find(({ tid }) => tid === sealed.tid);
  if (row === undefined) return { type: 'none' };
  const plan = JSON.parse(await text(sources, frozen.planFile)) as Plan;
  const outcome = await outcomeOf(sources, draw, plan, agencies, { row, uscc: recipient.id }, today);
  return {
    type: 'agency',
    row,
    sealed,
    size: agencies.filter(({ cell }) => cell === row.cell).length,
    ppm: plan.cells.find(({ cell }) => cell === row.cell)?.ppm ?? 0,
    outcome,
  };
}

async function outcomeOf(
  sources: OwnRowSources,
  { status, state }: { readonly status: DrawStatus; readonly state: DrawCase },
  plan: Plan,
  agencies: readonly AgencyRow[],
  { row, uscc }: { readonly row: AgencyRow; readonly uscc: string },
  today: string,
): Promise<Outcome> {
  const planned = (await sources.items()).filter((item) => state.plan.items.includes(itemRef(item)));
  const silent = itemsAllowed(state, uscc, planned).some(
    (item) => !item.announced && item.method === 'onsite',
  );
  const until = periodOf(state, uscc).to;
  if (silent && today <= until) return { type: 'withheld', until };
  const file = standingResultFile(state);
  if (status !== 'published' || file === undefined) return { type: 'pending' };
  const result = JSON.parse(await text(sources, file)) as DrawResult;
  const proof = allPersonalProofs(sources.suite, plan, agencies, result.seed, result.u).get(row.tid);
  if (proof === undefined) throw new Error(`${state.number}: a row of the pool has no ticket`);
  const n = result.cells.find(({ cell }) => cell === row.cell)?.n ?? 0;
  const standing = standings(result)(row.tid);
  const origin = originOfCell(row.cell);
  return { type: 'known', drawn: proof.rank < n, standing, origin, n, proof };
}

async function text(sources: OwnRowSources, key: string): Promise<string> {
  const bytes = await sources.file(key);
  if (bytes === undefined) throw new Error(`the sealed file ${key} is missing`);
  return new TextDecoder().decode(bytes);
}

async function rows<Row>(sources: OwnRowSources, key: string): Promise<readonly Row[]> {
  const lines = (await text(sources, key)).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Row);
}
