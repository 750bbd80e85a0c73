import type { LocalDate } from '../../../shared/calendar/localDate.ts';
import type { Problem } from '../../../shared/problem.ts';
import { barredUntil } from '../../../shared/repair/bars.ts';
import type { StoredRepair } from '../../../shared/repair/ports.ts';
import { isPending, type RepairStatus, subjectKinds } from '../../../shared/repair/repairCase.ts';
import { mayApply, type Standing } from '../../../shared/repair/standing.ts';
import type { LinkDeps } from '../linkDeps.ts';
import type { OwnAgency } from './ownAgency.ts';

/** A record with why it cannot be applied for today; nothing when it can. */
export interface RecordLine {
  readonly standing: Standing;
  readonly problems: readonly Problem[];
  /** The application about it that is under way. */
  readonly pending?: string;
}

export interface OwnRecords {
  /** What stands in public about the agency, by kind. */
  readonly records: readonly RecordLine[];
  /** Its applications, newest first. */
  readonly own: readonly StoredRepair[];
}

/** What stands in public about the agency and when each can be repaired. What one of its people did is not here. */
export async function ownRecords(
  { repairs }: Pick<LinkDeps, 'repairs'>,
  { uscc, name }: Pick<OwnAgency, 'uscc' | 'name'>,
  today: LocalDate,
): Promise<OwnRecords> {
  const [found, all, bar] = await Promise.all([
    Promise.all(subjectKinds.map((kind) => repairs.subjects[kind]?.ofAgency(uscc))),
    repairs.lists.ofAgency(uscc),
    barredUntil(repairs.lists, { kind: 'agency', name, uscc }),
  ]);
  const own = all.filter(({ state }) => state.applicant.kind !== 'person');
  const asked = { today, ...(bar === undefined ? {} : { barredUntil: bar }) };
  const records = found
    .flatMap((some) => some ?? [])
    .filter(({ applicant }) => applicant.kind !== 'person')
    .map((standing) => {
      const may = mayApply(standing, asked);
      const pending = own.find(
        ({ state, status }) => state.subject.id === standing.subject.id && isPending(status as RepairStatus),
      );
      return {
        standing,
        problems: may.ok ? [] : may.problems,
        ...(pending === undefined ? {} : { pending: pending.state.id }),
      };
    });
  return { records, own };
}
