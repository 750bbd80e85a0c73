import { toHex } from '../../../../shared/draw/bytes.ts';
import { newestFrozen } from '../../../../shared/draw/ceremony/newestFrozen.ts';
import { inclusionProof } from '../../../../shared/draw/merkle.ts';
import {
  type InspectorRow,
  inspectorRowSchema,
  type RelationRow,
  relationRowSchema,
  rowBytes,
} from '../../../../shared/draw/snapshot.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';

/** An inspector's own row in the sealed lists of the newest draw, with what proves that it stands in them. */
export interface OwnInspectorRow {
  readonly draw: string;
  readonly month: string;
  readonly row: InspectorRow;
  /** How many agencies the inspector must not inspect; which ones and why is sealed. */
  readonly relations: number;
  /** Whether an objection is still possible. */
  readonly objectionsUntil?: string;
  readonly proof: InspectorProof;
}

/** The row's place in the pool (RFC 9162 path to its root) and the opening of its confidential part. */
export interface InspectorProof {
  readonly draw: string;
  readonly pool: 'inspector';
  readonly root: string;
  readonly size: number;
  readonly index: number;
  readonly path: readonly string[];
  readonly row: InspectorRow;
  /** `p` of the row is `H(salt ‖ JCS(private))` (DR-1 §1.2). */
  readonly salt: string;
  readonly private: Readonly<Record<string, unknown>>;
}

/**
 * The inspector's row in the newest draw whose lists are sealed.
 *
 * @returns undefined when there is no such draw or no such row
 */
export async function ownInspectorRow(
  deps: Pick<ConsoleDeps, 'draws' | 'drawFiles' | 'suite'>,
  inspectorId: string,
): Promise<OwnInspectorRow | undefined> {
  const draw = await newestFrozen(deps.draws);
  const frozen = draw?.state.frozen;
  if (draw === undefined || frozen === undefined) return undefined;
  const { number, task, snapshot, window } = draw.state;
  const sealed = await deps.draws.desk.sealedRow(frozen.home, snapshot, inspectorId);
  if (sealed === undefined) return undefined;
  const inspectors = await rowsOf(deps, frozen.pools.inspector.file, inspectorRowSchema.parse);
  const index = inspectors.findIndex(({ tid }) => tid === sealed.tid);
  const row = inspectors[index];
  if (row === undefined) return undefined;
  const relations = await rowsOf<RelationRow>(deps, frozen.pools.relation.file, relationRowSchema.parse);
  return {
    draw: number,
    month: task,
    row,
    relations: relations.filter(({ i }) => i === row.tid).length,
    ...(draw.status === 'objection' && window !== undefined ? { objectionsUntil: window.lastDay } : {}),
    proof: {
      draw: number,
      pool: 'inspector',
      root: frozen.pools.inspector.root,
      size: inspectors.length,
      index,
      path: inclusionProof(deps.suite, inspectors.map(rowBytes), index).map(toHex),
      row,
      salt: sealed.salt,
      private: sealed.private,
    },
  };
}

async function rowsOf<Row>(
  deps: Pick<ConsoleDeps, 'drawFiles'>,
  key: string,
  parse: (row: unknown) => Row,
): Promise<readonly Row[]> {
  const bytes = await deps.drawFiles.get(key);
  if (bytes === undefined) throw new Error(`the sealed file ${key} is missing`);
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.filter((line) => line !== '').map((line) => parse(JSON.parse(line)));
}
