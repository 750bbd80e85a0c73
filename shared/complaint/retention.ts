import { addDays, addMonths, type LocalDate } from '../calendar/localDate.ts';
import { lawVersion, ruleAt } from '../law/lawTable.ts';
import { type PersonalDataPeriod, type RetentionRule, retentionPeriods } from '../law/retention.ts';
import type { ComplaintCase, ErasedPart, Hold } from './complaintCase.ts';

/**
 * When the identity and the files of an ended case may be erased. Cases that are linked belong to one matter: the
 * period runs from the end of the last of them, and a hold on one keeps them all.
 */

/** Something of a case that is still kept, and until when. */
export interface KeptPart {
  readonly what: ErasedPart;
  readonly rule: PersonalDataPeriod;
  /** The end from which the period runs. */
  readonly from: LocalDate;
  /** The last day on which it is kept; from the next it may be erased. */
  readonly until: LocalDate;
}

/** What keeps a case whose period is over. */
export type Obstacle = 'open' | 'linked-open' | 'hold';

/** A case with those that it is linked to. */
export interface LinkedUp {
  readonly complaint: ComplaintCase;
  readonly linked: readonly ComplaintCase[];
}

export interface DueErasure extends LinkedUp {
  /** What is due, each with its rule. */
  readonly parts: readonly KeptPart[];
  /** Set when it is due by its period and still kept. */
  readonly obstacle?: Obstacle;
}

export function openHold({ holds }: Pick<ComplaintCase, 'holds'>): Hold | undefined {
  return holds?.find(({ lifted }) => lifted === undefined);
}

export function holdsIdentity({ filer }: Pick<ComplaintCase, 'filer'>): boolean {
  return !filer.anonymous && filer.erased === undefined;
}

export function holdsFiles({ files }: Pick<ComplaintCase, 'files'>): boolean {
  return files.some(({ erased }) => erased === undefined);
}

const isFiled = ({ decision }: ComplaintCase) =>
  decision?.outcome === 'filed' && decision.decided !== undefined;

function identityRule(complaint: ComplaintCase, linked: readonly ComplaintCase[]) {
  if (complaint.kind === 'complaint') return 'identity.complaint' as const;
  // Whoever reported the same facts again is a witness of the case that was filed.
  return [complaint, ...linked].some(isFiled)
    ? ('identity.report_filed' as const)
    : ('identity.report' as const);
}

/** What is kept of an ended case and until when; nothing of a case that is open, whose period has not begun. */
export function keptParts(
  complaint: ComplaintCase,
  linked: readonly ComplaintCase[] = [],
): readonly KeptPart[] {
  if (complaint.ended === undefined) return [];
  const from = linked.reduce<LocalDate>(
    (last, { ended }) => (ended !== undefined && ended > last ? ended : last),
    complaint.ended,
  );
  const kept = (what: ErasedPart, rule: RetentionRule): KeptPart[] => {
    const row = ruleAt(retentionPeriods, rule, from);
    return row === undefined ? [] : [{ what, rule: row, from, until: addMonths(from, row.length) }];
  };
  return [
    ...(holdsIdentity(complaint) ? kept('identity', identityRule(complaint, linked)) : []),
    ...(holdsFiles(complaint) ? kept('files', 'evidence.files') : []),
  ];
}

/** The first day on which something of the case may be erased; undefined while it is open or when nothing is left. */
export function erasableOn(
  complaint: ComplaintCase,
  linked: readonly ComplaintCase[] = [],
): LocalDate | undefined {
  const days = keptParts(complaint, linked).map(({ until }) => addDays(until, 1));
  return days.toSorted()[0];
}

export function obstacleOf({ complaint, linked }: LinkedUp): Obstacle | undefined {
  if (complaint.ended === undefined) return 'open';
  if (linked.some(({ ended }) => ended === undefined)) return 'linked-open';
  return [complaint, ...linked].some((one) => openHold(one) !== undefined) ? 'hold' : undefined;
}

/** The parts of a case whose period is over on a day. */
export function dueParts({ complaint, linked }: LinkedUp, today: LocalDate): readonly KeptPart[] {
  return keptParts(complaint, linked).filter(({ until }) => until < today);
}

/** The cases of which something is due, those that are longest overdue first. */
export function dueForErasure(cases: readonly LinkedUp[], today: LocalDate): readonly DueErasure[] {
  const firstDay = ({ parts }: DueErasure) => parts.map(({ until }) => until).toSorted()[0] ?? '';
  return cases
    .map((one): DueErasure => {
      const obstacle = obstacleOf(one);
      return { ...one, parts: dueParts(one, today), ...(obstacle === undefined ? {} : { obstacle }) };
    })
    .filter(({ parts }) => parts.length > 0)
    .toSorted((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
}

/** The stable name of the rule under which a part is erased, as it stands in the audit entry. */
export const ruleName = ({ rule }: KeptPart): string => lawVersion(rule);

/** What of a case is gone and since when, for every page that shows the case. */
export function erasedOf({ filer, files }: Pick<ComplaintCase, 'filer' | 'files'>): {
  readonly identity?: LocalDate;
  readonly files?: LocalDate;
} {
  const gone = files.find(({ erased }) => erased !== undefined)?.erased;
  return {
    ...(filer.erased === undefined ? {} : { identity: filer.erased }),
    ...(gone === undefined ? {} : { files: gone.on }),
  };
}
