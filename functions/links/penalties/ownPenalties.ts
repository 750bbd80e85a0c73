import type { LocalDate } from '../../../shared/calendar/localDate.ts';
import { isToldOf } from '../../../shared/penalty/partyActs.ts';
import { partyPath, passingLinkClaim } from '../../../shared/penalty/partyLink.ts';
import type { StoredPenalty } from '../../../shared/penalty/ports.ts';
import type { LinkDeps, OpenedLink } from '../linkDeps.ts';

/** A case against the agency itself, and the way to it. */
export interface LinkedPenalty {
  readonly stored: StoredPenalty;
  readonly href: string;
}

/**
 * The cases against the holder of the link of a draw, as far as it was told of them. A case against one of its people
 * is theirs alone.
 */
export async function ownPenalties(
  deps: Pick<LinkDeps, 'penaltyLists' | 'signed'>,
  { recipient }: OpenedLink,
  today: LocalDate,
): Promise<readonly LinkedPenalty[]> {
  if (recipient.type !== 'agency') return [];
  const own = (await deps.penaltyLists.ofAgency(recipient.id)).filter(
    ({ state }) => state.party.kind === 'agency' && state.party.uscc === recipient.id && isToldOf(state),
  );
  return Promise.all(
    own.map(async (stored) => ({
      stored,
      href: partyPath(await deps.signed.sign(passingLinkClaim(stored.state.id, today))),
    })),
  );
}
