import { isUnverified } from '../../../../shared/law/lawTable.ts';
import { type ListingGround, listingGroundRow } from '../../../../shared/law/listingGrounds.ts';
import { type ListingCase, type ListingStatus, listOf } from '../../../../shared/listing/listingCase.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { Tone } from '../../kit/components/tag.tsx';

export const BOARD = '/listings';
export const MIRROR = '/listings/mirror';

export const listingPath = (id: string) => `${BOARD}/${encodeURIComponent(id)}`;

export const toneOfListing: Readonly<Record<ListingStatus, Tone>> = {
  proposed: 'waiting',
  notified: 'waiting',
  listed: 'active',
  'removal-proposed': 'waiting',
  removed: 'done',
  rejected: 'neutral',
  annulled: 'neutral',
};

export function groundText(lang: Lang, ground: ListingGround | undefined): string {
  return ground === undefined ? text(lang, 'listingPage.ground.open') : listingGroundRow(ground)[lang];
}

/** Where it stands, with its mark when the text was not read in full. */
export function citationText(lang: Lang, row: Parameters<typeof isUnverified>[0]): string {
  return isUnverified(row)
    ? `${row.citation.text}（${text(lang, 'listingPage.unverified')}）`
    : row.citation.text;
}

export function listText(lang: Lang, listing: Pick<ListingCase, 'charge'>): string {
  const list = listOf(listing);
  return list === undefined ? text(lang, 'listingPage.ground.open') : text(lang, `listing.list.${list}`);
}
