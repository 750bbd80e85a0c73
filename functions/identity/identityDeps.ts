import type { User } from '../../shared/access/user.ts';
import type { ErasingDeps } from '../../shared/complaint/erasing.ts';
import type { LinkDeps } from '../../shared/complaint/linking.ts';
import type { ComplaintLists } from '../../shared/complaint/ports.ts';
import type { RevealDeps } from '../../shared/complaint/revealing.ts';
import type { Actor } from '../../shared/draw/ceremony/decision.ts';
import type { SignedInRequest } from '../web/kit/http/route.ts';

/** What the pages about identities work with: the only ones of the office that reach the vault. */
export interface IdentityDeps {
  readonly complaints: RevealDeps & LinkDeps & ErasingDeps;
  readonly lists: Pick<ComplaintLists, 'erasableBy' | 'revealsAsked'>;
}

export type IdentityRequest = SignedInRequest<IdentityDeps>;

/** The signed-in person as the commands know them. */
export function actorOf({ userId, name, roles }: User): Actor {
  return { userId, name, roles };
}
