import { noticeId } from '../../notice/notice.ts';
import type { Recipient } from '../../notice/recipientLink.ts';
import type { InspectionCase } from '../inspectionCase.ts';
import { visitNo } from './teamThen.ts';

/**
 * Ids of the papers that this inspection may have written to somebody, oldest occasion first; which of them exist is
 * for the reader to find out. Those of the draw's own notices are among them.
 *
 * @param who the agency of the inspection unless somebody else is named
 */
export function papersOf(
  inspection: InspectionCase,
  who: Pick<Recipient, 'type' | 'id'> = { type: 'agency', id: inspection.agency.uscc },
): readonly string[] {
  return who.type === 'agency' ? agencyPapers(inspection, who.id) : memberPapers(inspection, who.id);
}

function agencyPapers(inspection: InspectionCase, uscc: string): readonly string[] {
  const { draw, visit, parts, events, recusals, publicity, corrections, rectification, cancelled } =
    inspection;
  const id = (kind: Parameters<typeof noticeId>[1], occasion: string) =>
    noticeId(draw, kind, visit, uscc, occasion);
  const rounds = rectification.map((_, i) => i + 1);
  return [
    // Each part was announced by its own draw before they became one visit.
    ...parts.map((part) => noticeId(part.draw, 'inspection', visitNo(part.inspection), uscc)),
    ...teamKeys(events).map((key) => id('team-change', key)),
    ...joinedKeys(inspection).map((key) => id('joint', key)),
    ...recusals.map((one) => id('recusal', `recusal-${one.id}`)),
    ...Array.from({ length: publicity?.version ?? 0 }, (_, i) => id('result', `result-${i + 1}`)),
    ...corrections.map((_, i) => id('correction', `correction-${i + 1}`)),
    ...rounds.flatMap((no) => [id('rectification', `rectification-${no}`), id('recheck', `recheck-${no}`)]),
    ...(cancelled === undefined ? [] : [id('cancelled', 'cancelled')]),
  ];
}

function memberPapers(inspection: InspectionCase, inspectorId: string): readonly string[] {
  const { parts, events, cancelled } = inspection;
  return parts.flatMap((part) => {
    const id = (kind: Parameters<typeof noticeId>[1], occasion?: string) =>
      noticeId(part.draw, kind, visitNo(part.inspection), inspectorId, occasion);
    return [
      id('assignment'),
      ...teamKeys(events).map((key) => id('assignment', key)),
      ...joinedKeys(inspection).map((key) => id('joint-team', key)),
      ...(cancelled === undefined ? [] : [id('cancelled-team', 'cancelled')]),
    ];
  });
}

/** Keys under which the papers on events of the draws were ordered; an event is named `<draw>/<event>`. */
function teamKeys(events: readonly string[]): readonly string[] {
  return events.map((name) => `team-${name.replace('/', '-')}`);
}

function joinedKeys({ parts }: InspectionCase): readonly string[] {
  return parts.slice(1).map((part) => `joint-${part.inspection}`);
}
