import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { Act } from '../draw/ceremony/drawCase.ts';
import { keyedDigests } from '../register/commands/deps.ts';
import type {
  CaseFile,
  ComplaintCase,
  FilerFacts,
  LinkedCase,
  SentFile,
  StoredDeadline,
} from './complaintCase.ts';
import { deadlineOf } from './deadlines.ts';
import {
  type CaseKind,
  type Channel,
  classify,
  type FiledMatter,
  type Identity,
  type Standing,
  type Wish,
} from './filing.ts';

/** A filing as it reaches the office, by whichever way. */
export interface Filing {
  /** Ids of the cases, made before anything was typed: sending twice makes the same cases. */
  readonly ids: Readonly<Record<CaseKind, string>>;
  readonly standing: Standing;
  readonly wish: Wish;
  readonly matter: FiledMatter;
  /** Absent for an anonymous report. */
  readonly identity?: Identity;
  readonly lang: 'zh' | 'en';
  readonly files: readonly SentFile[];
  readonly channel: Channel;
  /** Day on which it reached the office, when that was before it was entered (by post, by another office). */
  readonly receivedOn?: LocalDate;
  /** Who of the office entered it for the person. */
  readonly enteredBy?: Omit<Act, 'at'>;
  /** Earlier cases of the same person, shown by their receipt. */
  readonly before: readonly string[];
  /** Whether the person has confirmed the mail address before sending. */
  readonly mailConfirmed: boolean;
}

/**
 * The cases of a filing as they begin: one, or two linked ones, each with its own clock (令121号 art. 9).
 *
 * @param auditKey keys the digest by which repeats are found
 */
export function openedCases(
  filing: Filing,
  at: string,
  calendar: WorkingCalendar,
  auditKey: Uint8Array,
): readonly ComplaintCase[] {
  const { kinds } = classify(filing.standing, filing.wish);
  return kinds.map((kind) => openedCase(filing, kind, kinds, at, calendar, auditKey));
}

function openedCase(
  filing: Filing,
  kind: CaseKind,
  kinds: readonly CaseKind[],
  at: string,
  calendar: WorkingCalendar,
  auditKey: Uint8Array,
): ComplaintCase {
  const { ids, matter, identity, enteredBy } = filing;
  const id = ids[kind];
  const on = filing.receivedOn ?? shanghaiDate(at);
  const siblings = kinds
    .filter((one) => one !== kind)
    .map((one): LinkedCase => ({ id: ids[one], as: 'sibling' }));
  const filer: FilerFacts = {
    anonymous: identity === undefined,
    standing: filing.standing,
    lang: filing.lang,
    mail: identity?.mail === undefined ? 'none' : filing.mailConfirmed ? 'confirmed' : 'unconfirmed',
    proxy: identity?.proxy !== undefined,
  };
  const { request, ...told } = matter;
  const opened: ComplaintCase = {
    id,
    kind,
    channel: filing.channel,
    ...(enteredBy === undefined ? {} : { enteredBy: { ...enteredBy, at } }),
    received: { at, on },
    countedFrom: on,
    filer,
    // What somebody asks for themselves is not part of what they report.
    matter: kind === 'complaint' && request !== undefined ? { ...told, request } : told,
    sameness: samenessOf(matter, auditKey),
    ...(matter.rightsLostOn === undefined ? {} : { urgent: matter.rightsLostOn }),
    files: filing.files.map(
      (file): CaseFile => ({ ...file, purpose: 'document', by: 'filer', checked: false }),
    ),
    links: [...siblings, ...filing.before.map((one): LinkedCase => ({ id: one, as: 'first' }))],
    sittings: [],
    suspensions: [],
    extensions: [],
    requests: [],
    transfers: [],
    tellings: [],
    reveals: [],
    notes: [],
    messages: { count: 0, unreadByOffice: 0, unreadByFiler: 0 },
    deadlines: [],
  };
  return { ...opened, deadlines: firstDeadlines(opened, calendar) };
}

/** The date that runs from the receipt. */
export function firstDeadlines(
  complaint: ComplaintCase,
  calendar: WorkingCalendar,
): readonly StoredDeadline[] {
  const kind = complaint.kind === 'complaint' ? 'accept' : 'decide';
  const stored = deadlineOf(kind, complaint.countedFrom, complaint, calendar);
  return stored === undefined ? [] : [stored];
}

/**
 * Under what a matter is found again: same agency, and the same application or, where none was named, the same
 * conducts. A keyed digest, because it stands in an index.
 */
export function samenessOf({ agency, applicationNumber, conducts }: FiledMatter, key: Uint8Array): string {
  const about = agency.uscc ?? agency.name.replaceAll(/[\s（）()]/g, '');
  const what =
    applicationNumber === undefined
      ? [...conducts].sort()
      : applicationNumber.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return (keyedDigests(key, { same: [about, what] })['same'] ?? '').slice(0, 32);
}
