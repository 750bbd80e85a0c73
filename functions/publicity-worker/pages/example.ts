import { toHex, utf8 } from '../../../shared/draw/bytes.ts';
import { sha256Suite } from '../../../shared/draw/hash.ts';
import { keyedHash } from '../../../shared/draw/seed.ts';
import { selectCells } from '../../../shared/draw/selection.ts';

/** A line of the example: an agency, its ticket, and whether it is drawn. */
export interface ExampleLine {
  readonly name: string;
  readonly ticket: string;
  readonly drawn: boolean;
}

const names = ['A', 'B', 'C', 'D', 'E', 'F'];
/** Two of six: a third. */
const plan = {
  v: 'dr1/plan' as const,
  suite: 'sha256' as const,
  cells: [{ cell: 'example', ppm: 333_333, round: 'ceil' as const }],
  alternates: 1,
};

/** A draw of two out of six, really computed by the engine from a seed that everybody can make: SHA-256 of `example`. */
export function exampleDraw(): { readonly seed: string; readonly lines: readonly ExampleLine[] } {
  const seed = sha256Suite.hash(utf8('example'));
  const rows = names.map((tid) => ({ tid, cell: 'example' }));
  const [cell] = selectCells(plan, rows, keyedHash(sha256Suite, seed, 'ticket/agency'), 0);
  const lines = (cell?.ranks ?? []).map(({ row, ticket }, rank) => ({
    name: row.tid,
    ticket: toHex(ticket),
    drawn: rank < (cell?.n ?? 0),
  }));
  return { seed: toHex(seed), lines };
}
