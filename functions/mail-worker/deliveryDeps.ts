import { createHmac } from 'node:crypto';
import type { AppSecretValues } from '../../shared/access/appSecrets.ts';
import { type LinkClaim, signLink } from '../../shared/access/signedLink.ts';
import { addDays, endOfShanghaiDay, type LocalDate } from '../../shared/calendar/localDate.ts';
import type { CaseStore } from '../../shared/case/caseStore.ts';
import { COMPLAINT_PREFIX } from '../../shared/complaint/complaintRows.ts';
import { canonicalJson } from '../../shared/draw/canonicalJson.ts';
import { LISTING_PREFIX } from '../../shared/listing/listingRows.ts';
import type { CasePaper } from '../../shared/notice/casePaper.ts';
import type { DeliveryDeps } from '../../shared/notice/deliverNotices.ts';
import type { Linked } from '../../shared/notice/mailed.ts';
import type { Mailer, MailQueue } from '../../shared/notice/mailPort.ts';
import { RECIPIENT_PURPOSE, recipientSubject } from '../../shared/notice/recipientLink.ts';
import { partyLinkClaim, partyPath, penaltyOf } from '../../shared/penalty/partyLink.ts';
import { PENALTY_PREFIX } from '../../shared/penalty/penaltyRows.ts';
import { REPAIR_PREFIX } from '../../shared/repair/repairRows.ts';

/** Days for which the link of a notice opens, counted from the date of the paper. */
const LINK_DAYS = 90;

/** Puts together what the delivery needs: keyed digests and the recipients' signed links. */
export function deliveryDeps(parts: {
  readonly store: CaseStore;
  readonly queue: MailQueue;
  readonly mailer: Mailer;
  readonly values: Pick<AppSecretValues, 'auditKey' | 'linkKey'>;
  /** Base of the signed links. */
  readonly publicUrl: string;
  /** Base of the office's own pages. */
  readonly consoleUrl: string;
  readonly stands: DeliveryDeps['stands'];
  readonly mailDomain: string;
  readonly now: () => Date;
  readonly random: () => number;
}): DeliveryDeps {
  const { values, publicUrl, consoleUrl, ...rest } = parts;
  const bases = { publicUrl, consoleUrl };
  return {
    ...rest,
    digest: (value) => createHmac('sha256', values.auditKey).update(canonicalJson(value)).digest('hex'),
    linkFor: (linked) => linkOf(linked, bases, values.linkKey),
    pagesOf: ({ recipient, case: caseId, date }) =>
      recipient.type === 'party' ? partyLink(caseId, date, bases, values.linkKey) : undefined,
  };
}

type RecipientLinked = Exclude<Linked, CasePaper>;

/** Instant from which the link no longer opens: told by the state itself, so that every attempt sends the same link. */
function linkEnds(mailed: RecipientLinked): string {
  return mailed.kind === 'own-row' ? mailed.opensUntil : endOfShanghaiDay(addDays(mailed.date, LINK_DAYS));
}

interface Bases {
  readonly publicUrl: string;
  readonly consoleUrl: string;
}

/** The recipient's signed link; staff sign in, so theirs is the address of the case, which alone opens nothing. */
function linkOf(mailed: RecipientLinked, bases: Bases, key: Uint8Array): string {
  const { draw, recipient } = mailed;
  const { type, id } = recipient;
  if (mailed.kind === 'reminder' && type === 'party') {
    const link = partyLink(mailed.about, mailed.date, bases, key);
    if (link === undefined) throw new Error(`${mailed.about} has no pages for its party`);
    return link;
  }
  if (type === 'staff') {
    const page = mailed.kind === 'reminder' ? pageOf(mailed.about) : '/';
    return `${bases.consoleUrl.replace(/\/$/, '')}${page}`;
  }
  if (draw === undefined || type === 'party') throw new Error('a case without a draw has no link of a draw');
  const expires = Date.parse(linkEnds(mailed)) / 1000;
  const token = signed(
    { purpose: RECIPIENT_PURPOSE, subject: recipientSubject({ draw, type, id }), expires },
    key,
  );
  return `${bases.publicUrl.replace(/\/$/, '')}/l/${token}`;
}

/** Sections of the console by the prefix of their case ids. */
const sections: readonly (readonly [prefix: string, section: string])[] = [
  [COMPLAINT_PREFIX, '/complaints'],
  [LISTING_PREFIX, '/listings'],
  [REPAIR_PREFIX, '/repairs'],
  [PENALTY_PREFIX, '/penalties'],
];

/** The page of a case in the console; of an inspection the number is named, of other cases their id. */
function pageOf(about: string): string {
  const found = sections.find(([prefix]) => about.startsWith(prefix));
  if (found === undefined) return `/inspections/${encodeURIComponent(about)}`;
  const [prefix, section] = found;
  return `${section}/${encodeURIComponent(about.slice(prefix.length))}`;
}

function signed(claim: LinkClaim, key: Uint8Array): string {
  return signLink(claim, (message) => new Uint8Array(createHmac('sha256', key).update(message).digest()));
}

/** The link of the party of a penalty case, as it stands on papers and mails of a day; no other case has such pages. */
function partyLink(caseId: string, date: LocalDate, bases: Bases, key: Uint8Array): string | undefined {
  const id = penaltyOf(caseId);
  if (id === undefined) return undefined;
  return `${bases.publicUrl.replace(/\/$/, '')}${partyPath(signed(partyLinkClaim(id, date), key))}`;
}
