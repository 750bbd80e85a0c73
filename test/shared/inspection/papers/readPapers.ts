import type { Notice } from '../../../../shared/notice/notice.ts';
import { paperText } from '../../../../shared/notice/paper.ts';
import type { PaperWorld } from '../../../fixtures/paperWorld.ts';

/** The papers that inspections of a draw have written, without the draw's own. */
export async function papers(world: PaperWorld, draw: string): Promise<readonly Notice[]> {
  const notices = (await world.notices(draw)).map(({ state }) => state);
  return notices.filter(({ inspection }) => inspection !== undefined);
}

export const kinds = (notices: readonly Notice[]) =>
  notices.map(({ kind, recipient }) => `${kind} ${recipient.id}`);

export function textOf(notices: readonly Notice[], kind: Notice['kind'], to?: string): string {
  const found = notices.find(
    (notice) => notice.kind === kind && (to === undefined || notice.recipient.id === to),
  );
  if (found === undefined) throw new Error(`no ${kind}`);
  return paperText(found.paper);
}
