import type { NoticeSources } from '../../notice/buildNotices.ts';
import type { Office } from '../../notice/office.ts';
import type { RegisterStore } from '../../register/registerStore.ts';
import type { DrawCase } from './drawCase.ts';
import type { Visit } from './visit.ts';

export interface NoticeDesk {
  readonly registers: RegisterStore;
  readonly office: Office;
}

/** Everything the notices of a draw are written from, as the registers are now. */
export async function noticeSources(
  { registers, office }: NoticeDesk,
  draw: DrawCase,
  visits: readonly Visit[],
): Promise<NoticeSources> {
  const [agencies, inspectors, items] = await Promise.all([
    registers.agencies(),
    registers.inspectors(),
    registers.items(),
  ]);
  const planned = draw.plan.items.flatMap((name) =>
    items.filter((item) => `${item.code}@${item.version}` === name),
  );
  return {
    draw,
    visits,
    agencies: new Map(agencies.map((agency) => [agency.uscc, agency])),
    inspectors: new Map(inspectors.map((inspector) => [inspector.id, inspector])),
    items: planned,
    office,
  };
}
