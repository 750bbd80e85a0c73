import { localDate } from '../../../../shared/calendar/localDate.ts';
import { partyLinkClaim, partyPath } from '../../../../shared/penalty/partyLink.ts';
import { penaltyWorld } from '../../../fixtures/penaltyWorld.ts';
import type { Tables } from '../../../fixtures/tables.ts';
import { linkOffice } from '../inspections/linkOffice.ts';

const START = '2026-12-08T01:00:00Z';

/** Penalty cases and the pages of their parties, under one clock. */
export async function partyOffice(tables: Tables, options: Parameters<typeof linkOffice>[1] = {}) {
  const office = await linkOffice(tables, options);
  const cases = () => {
    office.world.clock.now = START;
    return penaltyWorld(tables, START);
  };
  const linkOf = (id: string) => partyPath(office.signed(partyLinkClaim(id, localDate('2026-12-08'))));
  const words = async (path: string) => ((await office.get(path)).body ?? '').replaceAll(/<[^>]*>/g, '');
  return { office, cases, linkOf, words };
}

export type PartyOffice = Awaited<ReturnType<typeof partyOffice>>;
