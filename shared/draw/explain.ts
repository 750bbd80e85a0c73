import * as z from 'zod/mini';
import { ok, problem, type Result } from '../problem.ts';
import { concat, fromHex, lengthPrefixed, toHex, utf8 } from './bytes.ts';
import { canonicalJson } from './canonicalJson.ts';
import { type Check, compared, holds } from './check.ts';
import { type Commit, commitDigest } from './commitment.ts';
import { type HashSuite, portableSuites, type Suites } from './hash.ts';
import { inclusionProof, verifyInclusion } from './merkle.ts';
import type { Plan } from './plan.ts';
import type { Draw, DrawResult } from './result.ts';
import { drawSeed, keyedHash } from './seed.ts';
import { rankLeaf, ticket } from './selection.ts';
import { count, hex32, readShape } from './shape.ts';
import { type AgencyRow, agencyRowSchema, rowBytes } from './snapshot.ts';
import { parseStrictJson } from './strictJson.ts';

/**
 * "Why was I, why was I not drawn?" answered for one agency without another's row: its own row with the path
 * to the committed root, its ticket, and its rank with the path to the rank root of its cell (DR-1 §1.8, §5).
 */

export const personalProofSchema = z.strictObject({
  v: z.literal('dr1/proof'),
  row: agencyRowSchema,
  /** Place in the snapshot, from 0, and sibling hashes upwards. */
  index: count,
  path: z.array(hex32),
  /** H(KB("ticket/agency") ‖ tid) in hex. */
  ticket: hex32,
  /** Place in the cell, from 0; drawn means rank < n. */
  rank: count,
  rankPath: z.array(hex32),
});

export type PersonalProof = z.infer<typeof personalProofSchema>;

/** The proof for one agency of a draw, or undefined if it is not in the pool. */
export function personalProof(
  draw: Draw,
  agencies: readonly AgencyRow[],
  tid: string,
): PersonalProof | undefined {
  const index = agencies.findIndex((row) => row.tid === tid);
  const row = agencies[index];
  const ranks = draw.cells.find(({ cell }) => cell.cell === row?.cell)?.ranks ?? [];
  const rank = ranks.findIndex((ranked) => ranked.row.tid === tid);
  const ranked = ranks[rank];
  if (row === undefined || ranked === undefined) return undefined;
  return {
    v: 'dr1/proof',
    row,
    index,
    path: inclusionProof(draw.suite, agencies.map(rowBytes), index).map(toHex),
    ticket: toHex(ranked.ticket),
    rank,
    rankPath: inclusionProof(draw.suite, ranks.map(rankLeaf), rank).map(toHex),
  };
}

/** What everybody can read about the draw that a proof belongs to. */
export interface PublishedDraw {
  readonly plan: Plan;
  readonly commit: Commit;
  readonly values: readonly string[];
  readonly result: DrawResult;
}

export interface PersonalAnswer {
  readonly checks: readonly Check[];
  readonly consistent: boolean;
  readonly cell: string;
  /** Agencies in the cell and how many of them are drawn. */
  readonly N: number;
  readonly n: number;
  readonly rank: number;
  readonly drawn: boolean;
  readonly standing: Standing;
}

/**
 * Where an agency stands after the events: `left` was drawn and dropped out, `cameIn` replaces one that did
 * (DR-1 §1.11.12).
 */
export type Standing = 'drawn' | 'notDrawn' | 'left' | 'cameIn';

/** Where each agency stands by a result with the state after its events, if it has any. */
export function standings(result: Pick<DrawResult, 'cells' | 'after'>): (tid: string) => Standing {
  const tids = (cells: readonly { readonly drawn: readonly string[] }[]) =>
    new Set(cells.flatMap(({ drawn }) => drawn));
  const before = tids(result.cells);
  const now = tids(result.after?.cells ?? result.cells);
  return (tid) => {
    if (before.has(tid)) return now.has(tid) ? 'drawn' : 'left';
    return now.has(tid) ? 'cameIn' : 'notDrawn';
  };
}

/** Checks a proof against the published draw; needs one hash per line of it, and nobody else's row. */
export function verifyPersonalProof(
  proof: PersonalProof,
  published: PublishedDraw,
  suites: Suites = portableSuites,
): PersonalAnswer {
  const { plan, commit, result } = published;
  const suite = suites(plan.suite);
  const seed = drawSeed(suite, commit, published.values);
  const ownTicket = ticket(keyedHash(suite, seed, 'ticket/agency'), proof.row.tid);
  const cell = result.cells.find((one) => one.cell === proof.row.cell);
  const { N, n, rankRoot } = cell ?? { N: 0, n: 0, rankRoot: '' };
  const listed = cell?.drawn.includes(proof.row.tid) ?? false;
  const isDrawn = proof.rank < n;
  const rankedLeaf = concat(ownTicket, utf8(proof.row.tid));
  const checks = [
    compared('proof.commit', toHex(commitDigest(suite, commit)), result.commit),
    compared('proof.seed', toHex(seed), result.seed),
    holds(
      'proof.snapshot',
      isIncluded(
        suite,
        rowBytes(proof.row),
        proof.index,
        commit.pools.agency.n,
        proof.path,
        commit.pools.agency.root,
      ),
    ),
    compared('proof.ticket', toHex(ownTicket), proof.ticket),
    holds('proof.rank', isIncluded(suite, rankedLeaf, proof.rank, N, proof.rankPath, rankRoot)),
    compared('proof.drawn', String(isDrawn), String(listed)),
  ];
  return {
    checks,
    consistent: checks.every((check) => check.ok),
    cell: proof.row.cell,
    N,
    n,
    rank: proof.rank,
    drawn: isDrawn,
    standing: standings(result)(proof.row.tid),
  };
}

function isIncluded(
  suite: HashSuite,
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly string[],
  root: string,
): boolean {
  if (root === '') return false;
  return verifyInclusion(suite, leaf, index, size, path.map(fromHex), fromHex(root));
}

/**
 * The compact form for a link or a QR sheet: `LP(JCS(proof without paths)) ‖ u8 lengths ‖ hashes`; at most
 * 1.5 KB at 100,000 agencies and 2.5 KB at 180 million for rows of the usual size.
 */
export function packProof(proof: PersonalProof): Uint8Array {
  const { path, rankPath, ticket: ticketHex, ...rest } = proof;
  const hashes = [ticketHex, ...path, ...rankPath].map(fromHex);
  return concat(lengthPrefixed(canonicalJson(rest)), Uint8Array.of(path.length, rankPath.length), ...hashes);
}

const HASH_BYTES = 32;

/** A packed proof, or problem `draw.proof.malformed`. */
export function unpackProof(packed: Uint8Array): Result<PersonalProof> {
  const malformed = problem('draw.proof.malformed');
  if (packed.length < 4) return malformed;
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0);
  const [pathLength = 0, rankPathLength = 0] = packed.subarray(4 + length);
  const hashes = packed.subarray(6 + length);
  if (hashes.length !== HASH_BYTES * (1 + pathLength + rankPathLength)) return malformed;
  const rest = parseStrictJson(new TextDecoder().decode(packed.subarray(4, 4 + length)));
  if (!rest.ok || typeof rest.value !== 'object') return malformed;
  const hexes = Array.from({ length: hashes.length / HASH_BYTES }, (_, i) =>
    toHex(hashes.subarray(HASH_BYTES * i, HASH_BYTES * (i + 1))),
  );
  const read = readShape(personalProofSchema, {
    ...rest.value,
    ticket: hexes[0],
    path: hexes.slice(1, 1 + pathLength),
    rankPath: hexes.slice(1 + pathLength),
  });
  return read.ok ? ok(read.value) : malformed;
}
