import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import { type LinkDeps, type OpenedLink, openRecipientLink } from '../linkDeps.ts';
import type { LinkRequest } from '../linked.ts';

/** An agency that has shown by a signed link who it is. */
export interface OwnAgency {
  readonly uscc: string;
  readonly name: string;
  /** Token of the link, kept for the way back from the file store. */
  readonly token: string;
  /** Address of the first page behind the link; every page here lies below it. */
  readonly home: string;
}

/** What a link opens for its agency; undefined for every other one. Other kinds of links give another of these. */
export type OpenOwnAgency = (request: LinkRequest, token: string) => Promise<OwnAgency | undefined>;

/** By the link of a draw: the one that notices carry. */
export const agencyOfRecipientLink: OpenOwnAgency = async ({ deps, now }, token) => {
  const link = await openRecipientLink(deps, token, now);
  return link === undefined ? undefined : agencyOfLink(deps, token, link);
};

/** The agency of a link that is open; undefined when it is an inspector's. */
export async function agencyOfLink(
  deps: Pick<LinkDeps, 'agencyName'>,
  token: string,
  { recipient: { type, id } }: OpenedLink,
): Promise<OwnAgency | undefined> {
  if (type !== 'agency') return undefined;
  return { uscc: id, name: (await deps.agencyName(id)) ?? id, token, home: `/l/${token}` };
}

/** The agency as the commands know it. */
export function agencyActor({ uscc, name }: Pick<OwnAgency, 'uscc' | 'name'>): Actor {
  return { userId: `link:${uscc}`, name, roles: ['link'] };
}
