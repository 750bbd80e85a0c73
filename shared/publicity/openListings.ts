import { listingGroundRow } from '../law/listingGrounds.ts';
import type { ListingTombstone, PublicListing, PublicListings } from './publicListings.ts';

/** The open data about the lists: one line per entry that stands today, and what is left of those that have ended. */
export interface ListingLine {
  readonly listing: PublicListing;
  /** Who has listed the agency. */
  readonly authority: string;
}

/** The authority of entries that CNIPA's system makes by itself. */
export const CNIPA = { zh: '国家知识产权局', en: 'CNIPA' } as const;

export function listingLines({ standing }: PublicListings, office: string): readonly ListingLine[] {
  return standing.map((listing) => ({ listing, authority: listing.mirrored ? CNIPA.zh : office }));
}

interface Column<Row> {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly value: (row: Row) => string | number;
}

export const listingColumns: readonly Column<ListingLine>[] = [
  { name: 'number', zh: '决定文号', en: 'Number of the decision', value: ({ listing }) => listing.number },
  {
    name: 'list',
    zh: 'abnormal 专利代理经营异常名录，serious 严重违法失信名单',
    en: 'abnormal (专利代理经营异常名录) or serious (严重违法失信名单)',
    value: ({ listing }) => listing.list,
  },
  {
    name: 'uscc',
    zh: '统一社会信用代码',
    en: 'Unified social credit code',
    value: ({ listing }) => listing.uscc,
  },
  { name: 'agency', zh: '机构名称', en: 'Name of the agency', value: ({ listing }) => listing.agency },
  { name: 'ground', zh: '列入情形代码', en: 'Code of the ground', value: ({ listing }) => listing.ground },
  {
    name: 'reason',
    zh: '列入情形',
    en: 'Ground, in Chinese',
    value: ({ listing }) => listingGroundRow(listing.ground).zh,
  },
  {
    name: 'citation',
    zh: '依据',
    en: 'Legal basis',
    value: ({ listing }) => listingGroundRow(listing.ground).citation.text,
  },
  { name: 'since', zh: '列入日期', en: 'Listed since', value: ({ listing }) => listing.since },
  {
    name: 'until',
    zh: '期满日期；空白为列入情形消失前',
    en: 'Last day; empty: until its cause is gone',
    value: ({ listing }) => listing.until ?? '',
  },
  { name: 'authority', zh: '列入机关', en: 'Authority, in Chinese', value: ({ authority }) => authority },
];

export const listingTombstoneColumns: readonly Column<ListingTombstone>[] = [
  { name: 'number', zh: '决定文号', en: 'Number of the decision', value: ({ number }) => number },
  { name: 'ended_on', zh: '移出或者撤销日期', en: 'Day of the end', value: ({ on }) => on },
  {
    name: 'reason',
    zh: 'cured 列入情形消失，repaired 信用修复，expired 期限届满，annulled 依据被撤销',
    en: 'cured, repaired, expired or annulled (the decision behind it)',
    value: ({ reason }) => reason,
  },
];
