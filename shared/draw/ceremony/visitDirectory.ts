import type { RegisterStore } from '../../register/registerStore.ts';
import { fromHex, toHex } from '../bytes.ts';
import type { HashSuite } from '../hash.ts';
import { keyedHash } from '../seed.ts';
import { ticket } from '../selection.ts';
import type { AgencyRow } from '../snapshot.ts';
import type { DrawCase } from './drawCase.ts';
import type { DrawDesk } from './ports.ts';
import type { Holder, SealedRow, Visit } from './visit.ts';
import { originOfCell } from './visitOrigin.ts';

/** Who is behind the pseudonyms of a draw, with the names that the registers have now. */
export interface VisitDirectory {
  /** Pseudonym of an inspector, undefined when they were not in the sealed list. */
  tidOf(inspectorId: string): string | undefined;
  /** Nobody for `''`. @throws for a pseudonym that is not of this draw */
  holder(tid: string): Holder;
  visit(place: Pick<Visit, 'no' | 'tid' | 'cell' | 'rank'>, seats: readonly string[]): Visit;
}

export interface DirectoryDeps {
  readonly desk: Pick<DrawDesk, 'sealedRows'>;
  readonly registers: RegisterStore;
}

/** @throws when the draw is not frozen */
export async function visitDirectory(
  deps: DirectoryDeps,
  draw: DrawCase,
  agencyPool: readonly AgencyRow[],
  suite: HashSuite,
  seed: string,
): Promise<VisitDirectory> {
  const { frozen } = draw;
  if (frozen === undefined) throw new Error(`${draw.number} is not frozen`);
  const [sealedRows, inspectors, agencies] = await Promise.all([
    deps.desk.sealedRows(frozen.home, draw.snapshot),
    deps.registers.inspectors(),
    deps.registers.agencies(),
  ]);
  const sealed = new Map<string, SealedRow>(sealedRows.map((row) => [row.tid, row]));
  const tids = new Map(sealedRows.map(({ id, tid }) => [id, tid]));
  const rows = new Map(agencyPool.map((row) => [row.tid, row]));
  const people = new Map(inspectors.map(({ id, name }) => [id, name]));
  const names = new Map<string, string>(agencies.map(({ uscc, name }) => [uscc, name]));
  const ticketKey = keyedHash(suite, fromHex(seed), 'ticket/agency');
  const idOf = (tid: string): string => {
    const row = sealed.get(tid);
    if (row === undefined) throw new Error(`${draw.number}: no sealed row for ${tid}`);
    return row.id;
  };
  const holder = (tid: string): Holder => {
    if (tid === '') return { tid: '', inspectorId: '', name: '' };
    const inspectorId = idOf(tid);
    return { tid, inspectorId, name: people.get(inspectorId) ?? inspectorId };
  };
  return {
    tidOf: (inspectorId) => tids.get(inspectorId),
    holder,
    visit({ no, tid, cell, rank }, seats) {
      const uscc = idOf(tid);
      const row = rows.get(tid);
      return {
        draw: draw.number,
        no,
        tid,
        uscc,
        agencyName: names.get(uscc) ?? uscc,
        district: row?.d ?? '',
        kind: row?.kind ?? '',
        cell,
        rank,
        ticket: toHex(ticket(ticketKey, tid)),
        origin: originOfCell(cell),
        seats: seats.map((seatTid, at) => ({ seat: at + 1, ...holder(seatTid) })),
      };
    },
  };
}
