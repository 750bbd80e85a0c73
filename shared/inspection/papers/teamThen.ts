import type { FormerHolder, Holder, Visit, VisitSeat } from '../../draw/ceremony/visit.ts';
import type { TeamMember, VisitFacts } from '../../notice/noticeFacts.ts';
import type { Part } from '../inspectionCase.ts';
import { itemsNamed, type PaperSources } from './paperSources.ts';

/**
 * The team as it was when a paper was ordered. A paper that is written late tells of its own occasion: what the draw
 * has changed since has a paper of its own.
 */

/** A member, with the draw that dealt the seat and the visit that it was dealt for. */
export interface SeatedMember extends TeamMember {
  readonly draw: string;
  readonly visit: number;
}

export interface VisitThen extends VisitFacts {
  readonly team: readonly SeatedMember[];
}

/** Up to which event, in which draw; what other draws changed is told by the instant of the order. */
export interface Occasion {
  readonly draw?: string;
  readonly event?: number;
  readonly at: string;
}

/** Seats of the draws that joined come after those of the first, so that no second leader is among them. */
const JOINED = 100;

function happened({ draw, event, at }: Occasion, of: string, former: FormerHolder): boolean {
  return draw === of && event !== undefined ? former.e <= event : former.at <= at;
}

/** Who held the seat after everything that had happened by then. */
export function holderThen(seat: VisitSeat, of: string, occasion: Occasion): Holder {
  return (seat.replaced ?? []).find((former) => !happened(occasion, of, former)) ?? seat;
}

export function visitNo(inspection: string): number {
  return Number(inspection.slice(inspection.lastIndexOf('-') + 1));
}

/** The draw of a part with its visit. @throws when it is not among the sources */
function dealt(sources: PaperSources, part: Part) {
  const found = sources.draws.get(part.draw);
  const visit = found?.visits.find(({ no }) => no === visitNo(part.inspection));
  if (found === undefined || visit === undefined) throw new Error(`${part.inspection} has no visit`);
  return { draw: found.draw, visit };
}

export function visitOfPart(sources: PaperSources, part: Part): Visit {
  return dealt(sources, part).visit;
}

/** What the papers of a visit of these parts are written from, as it was on that occasion. */
export function visitThen(sources: PaperSources, parts: readonly Part[], occasion: Occasion): VisitThen {
  const [first] = parts;
  if (first === undefined) throw new Error(`${sources.inspection.number} has no part`);
  const { inspection, agency, office, date } = sources;
  const team = parts.flatMap((part, index) =>
    [...visitOfPart(sources, part).seats]
      .sort((a, b) => a.seat - b.seat)
      .flatMap((seat): readonly SeatedMember[] => {
        const { inspectorId, tid } = holderThen(seat, part.draw, occasion);
        if (inspectorId === '') return [];
        const inspector = sources.inspectors.get(inspectorId);
        if (inspector === undefined)
          throw new Error(`${inspection.number}: an inspector is not in the register`);
        const at = { draw: part.draw, visit: visitNo(part.inspection) };
        return [{ ...at, seat: index * JOINED + seat.seat, tid, inspector }];
      }),
  );
  const names = [...new Set(parts.flatMap(({ items }) => items))];
  return {
    ...dealt(sources, first),
    agency,
    // Somebody may have been dealt a seat by both draws.
    team: team.filter((one, i) => team.findIndex(({ inspector }) => inspector.id === one.inspector.id) === i),
    items: itemsNamed(names, sources.items),
    period: inspection.period,
    office,
    date,
  };
}
