import { concat, fromHex, toHex } from '../draw/bytes.ts';
import type { PersonalProof } from '../draw/explain.ts';
import type { HashSuite } from '../draw/hash.ts';
import { leafHash } from '../draw/merkle.ts';
import type { Plan } from '../draw/plan.ts';
import { keyedHash } from '../draw/seed.ts';
import { rankLeaf, selectCells } from '../draw/selection.ts';
import { type AgencyRow, rowBytes } from '../draw/snapshot.ts';

const NODE = Uint8Array.of(1);

/**
 * The inclusion proofs of all leaves of one tree in a single pass (RFC 9162 §2.1.3, bottom-up form of DR-1 §1.2:
 * neighbours are paired, an odd last node moves up unchanged).
 */
export function allInclusionProofs(
  suite: HashSuite,
  leaves: readonly Uint8Array[],
): readonly (readonly string[])[] {
  const levels: Uint8Array[][] = [leaves.map((leaf) => leafHash(suite, leaf))];
  for (let level = levels[0] ?? []; level.length > 1; ) {
    const next: Uint8Array[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const left = level[i] ?? NODE;
      const right = level[i + 1];
      next.push(right === undefined ? left : suite.hash(concat(NODE, left, right)));
    }
    levels.push(next);
    level = next;
  }
  return leaves.map((_, index) =>
    levels.flatMap((level, height) => {
      const sibling = level[(index >> height) ^ 1];
      return sibling === undefined ? [] : [toHex(sibling)];
    }),
  );
}

/** The personal proof of every agency of a draw, by tid: what `personalProof` gives one at a time. */
export function allPersonalProofs(
  suite: HashSuite,
  plan: Plan,
  agencies: readonly AgencyRow[],
  seed: string,
  u: number,
): ReadonlyMap<string, PersonalProof> {
  const cells = selectCells(plan, agencies, keyedHash(suite, fromHex(seed), 'ticket/agency'), u);
  const paths = allInclusionProofs(suite, agencies.map(rowBytes));
  const places = new Map(agencies.map((row, index) => [row.tid, index]));
  return new Map(
    cells.flatMap(({ ranks }) => {
      const rankPaths = allInclusionProofs(suite, ranks.map(rankLeaf));
      return ranks.map(({ row, ticket }, rank): [string, PersonalProof] => {
        const index = places.get(row.tid) ?? 0;
        return [
          row.tid,
          {
            v: 'dr1/proof',
            row,
            index,
            path: [...(paths[index] ?? [])],
            ticket: toHex(ticket),
            rank,
            rankPath: [...(rankPaths[rank] ?? [])],
          },
        ];
      });
    }),
  );
}
