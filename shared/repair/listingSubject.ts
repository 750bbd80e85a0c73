import { addDays, addMonths, type LocalDate } from '../calendar/localDate.ts';
import { recordTermAt } from '../law/publicityTerms.ts';
import type { PenaltyLists } from '../penalty/ports.ts';
import { ok, type Result } from '../problem.ts';
import { isHeavy, laterPenalties } from './penaltySubject.ts';
import type { SubjectPort } from './ports.ts';
import type { Applicant } from './repairCase.ts';
import type { Standing } from './standing.ts';

/** An entry of a list that stands. */
export interface ListedEntry {
  /** Id of its case with the prefix. */
  readonly id: string;
  readonly list: 'abnormal' | 'serious';
  /** Number of its decision. */
  readonly number: string;
  readonly agency: Applicant;
  /** Day of the decision; its term counts from it. */
  readonly since: LocalDate;
  /** Its ground in the words of the law. */
  readonly words: string;
  /** Last day of a restriction by law that has to be over first. */
  readonly restrictedUntil?: LocalDate;
  /** Whether the cause is gone and the duties of its decision are performed. */
  readonly cured: boolean;
  /** Set when a repair of it was cancelled: no early end any more. */
  readonly restarted?: LocalDate;
}

/** The lists, as far as a repair needs them. Both commands change nothing when their work is done. */
export interface Entries {
  find(id: string): Promise<ListedEntry | undefined>;
  /** Those that stand, newest first. */
  ofAgency(uscc: string): Promise<readonly ListedEntry[]>;
  end(id: string, ending: { readonly reason: 'repaired'; readonly on: LocalDate }): Promise<Result<unknown>>;
  /** Lists the agency again for the full term from this day, without an early end. */
  restore(id: string, on: LocalDate): Promise<Result<unknown>>;
}

/** The first day on which an entry of the serious-breach list can end: a year is over, and the restriction. */
export function firstDay(since: LocalDate, restrictedUntil: LocalDate | undefined): LocalDate | undefined {
  const { shortest } = recordTermAt('serious', since);
  if (shortest === undefined) return undefined;
  const term = addMonths(since, shortest);
  return addDays(restrictedUntil !== undefined && restrictedUntil > term ? restrictedUntil : term, 1);
}

function earlyOf(entry: ListedEntry): Standing['early'] {
  if (entry.restarted !== undefined) return { type: 'never', because: 'fraud' };
  if (entry.list === 'abnormal') return { type: 'any' };
  const day = firstDay(entry.since, entry.restrictedUntil);
  return day === undefined ? { type: 'never', because: 'class' } : { type: 'from', day };
}

/** Entries of one of the lists as records that can be repaired; the abnormal list asks for the cure alone. */
export function listingSubject(
  list: ListedEntry['list'],
  deps: { readonly entries: Entries; readonly penalties: Pick<PenaltyLists, 'ofAgency'> },
): SubjectPort {
  const { entries, penalties } = deps;
  const standingOf = async (entry: ListedEntry): Promise<Standing> => {
    const { uscc } = entry.agency;
    const all = list === 'abnormal' || uscc === undefined ? [] : await penalties.ofAgency(uscc);
    const { longest } = recordTermAt(list, entry.since);
    return {
      subject: {
        kind: list,
        id: entry.id,
        number: entry.number,
        since: entry.since,
        ...(longest === undefined ? {} : { until: addMonths(entry.restarted ?? entry.since, longest) }),
      },
      words: entry.words,
      applicant: entry.agency,
      early: earlyOf(entry),
      unperformed: entry.cured ? [] : ['cause'],
      since: laterPenalties(all, entry.agency, entry.since)
        .filter(isHeavy)
        .flatMap(({ decision }) => decision?.number ?? []),
    };
  };
  const done = (given: Result<unknown>) => (given.ok ? ok([]) : given);
  return {
    async find(id) {
      const entry = await entries.find(id);
      return entry?.list === list ? standingOf(entry) : undefined;
    },
    ofAgency: async (uscc) =>
      Promise.all((await entries.ofAgency(uscc)).filter((entry) => entry.list === list).map(standingOf)),
    end: async (id, on) => done(await entries.end(id, { reason: 'repaired', on })),
    restore: async (id, on) => done(await entries.restore(id, on)),
  };
}
