import type { DeadlineKind } from '../complaint/deadlineKinds.ts';
import type { CaseKind } from '../complaint/filing.ts';
import { complaintDimensions, type DimensionName } from './complaintDimensions.ts';
import type { ComplaintCounts, KindCounts } from './complaints.ts';
import { type PublicCount, published, publishedParts, SMALLEST_PUBLISHED } from './suppression.ts';

/** What of the counts is published: no agency, no small number, nothing that would let one be computed. */

export type PublicKindCounts = Readonly<Partial<Record<CaseKind, number>>>;

export interface PublicLine extends PublicKindCounts {
  readonly code: string;
}

export interface PublicKept {
  readonly deadline: DeadlineKind;
  /**
   * Whole percent of what was done that was done in time, rounded down, so that only all is 100. A share, not counts:
   * with them the small numbers of the decisions could be computed. Absent while too few cases stand behind it.
   */
  readonly keptPercent?: number;
  readonly medianDays?: number;
}

export interface PublicComplaintCounts {
  readonly received: PublicKindCounts;
  readonly breakdowns: readonly {
    readonly dimension: DimensionName;
    readonly lines: readonly PublicLine[];
  }[];
  readonly kept: readonly PublicKept[];
}

/** What the office does with a case is its own affair until it ends, and repeats tell that others have filed. */
const publicDimensions: ReadonlySet<DimensionName> = new Set([
  'channel',
  'service',
  'filer',
  'basis',
  'mixed',
  'conduct',
  'district',
  'refusal',
  'mediationEnd',
  'decision',
  'notFiled',
  'transfer',
]);

const kinds = ['complaint', 'report'] as const;

/** Both numbers, without those that are held back. */
const both = (complaint: PublicCount, report: PublicCount): PublicKindCounts => ({
  ...(complaint === undefined ? {} : { complaint }),
  ...(report === undefined ? {} : { report }),
});

function wholes(counts: KindCounts): PublicKindCounts {
  return both(published(counts.complaint), published(counts.report));
}

export function publicComplaintCounts(counts: ComplaintCounts): PublicComplaintCounts {
  const breakdowns = complaintDimensions
    .filter(({ name }) => publicDimensions.has(name))
    .map(({ name, several }) => {
      const lines = counts.breakdowns.find(({ dimension }) => dimension === name)?.lines ?? [];
      const [complaint = [], report = []] = kinds.map((kind) =>
        publishedParts(
          lines.map((line) => line[kind]),
          !several,
        ),
      );
      return {
        dimension: name,
        lines: lines.map(({ code }, at) => ({ code, ...both(complaint[at], report[at]) })),
      };
    });
  const kept = counts.kept.map(({ deadline, kept: inTime, late, medianDays }) => {
    const done = inTime + late;
    if (done < SMALLEST_PUBLISHED) return { deadline };
    const keptPercent = Math.floor((inTime * 100) / done);
    return { deadline, keptPercent, ...(medianDays === undefined ? {} : { medianDays }) };
  });
  return { received: wholes(counts.received), breakdowns, kept };
}
