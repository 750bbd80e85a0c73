import { mayAct } from '../../../../shared/access/roles.ts';
import type { AuditEntry } from '../../../../shared/audit/entry.ts';
import { type LocalDate, shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../../shared/calendar/workingDays.ts';
import type { StoredCase } from '../../../../shared/case/caseStore.ts';
import type { DrawCase } from '../../../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../../../shared/draw/ceremony/drawRows.ts';
import { type Checklist, readChecklist } from '../../../../shared/inspection/checklist.ts';
import { type InspectionCase, members } from '../../../../shared/inspection/inspectionCase.ts';
import { inspectionCaseId } from '../../../../shared/inspection/inspectionRows.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import type { Notice } from '../../../../shared/notice/notice.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import { itemRef } from '../../../../shared/plan/monthPlan.ts';
import type { Inspector } from '../../../../shared/register/inspector.ts';
import type { SignedInRequest } from '../../kit/http/route.ts';
import { readers } from '../access.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { penaltyOf } from '../penalties/sourceLink.tsx';
import { namesOfPeople } from '../peopleNames.ts';
import { joinableWith } from './joinable.ts';

/** Everything that the page of an inspection shows beside the inspection itself. */
export interface CaseView {
  readonly stored: StoredInspection;
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  /** The sealed checklist of each part; a part whose file cannot be read has none. */
  readonly checklists: ReadonlyMap<string, Checklist>;
  /** Names of the items by `code@version`. */
  readonly itemNames: ReadonlyMap<string, string>;
  /** Rows of the register of the members, by id. */
  readonly inspectors: ReadonlyMap<string, Inspector>;
  /** Notices to and about the visits of this case; none for people who do not read notices. */
  readonly notices: readonly StoredCase<Notice>[];
  /** All inspections of the agency, newest first; none for people who see only single ones. */
  readonly ofAgency: readonly StoredInspection[];
  /** Most visits of an agency in a year by the plan of the draw. */
  readonly yearlyCap: number | undefined;
  readonly joinable: readonly StoredInspection[];
  /** The penalty case that came of it; none for people who read no penalty cases. */
  readonly penalty: StoredPenalty | undefined;
  readonly chain: readonly AuditEntry[];
  readonly names: ReadonlyMap<string, string>;
  readonly office: boolean;
}

type Request = SignedInRequest<ConsoleDeps>;

export async function loadInspection({ deps, params }: Request): Promise<StoredInspection | undefined> {
  const number = params['number'] ?? '';
  // Anything else under this prefix would be another kind of case.
  return /^[A-Z]{2,10}-\d{4}-(?:[A-Z]+)?\d+-\d{3,}$/.test(number)
    ? deps.inspections.cases.load<InspectionCase>(inspectionCaseId(number))
    : undefined;
}

export async function caseView(request: Request, stored: StoredInspection): Promise<CaseView> {
  const { deps, user, now } = request;
  const inspection = stored.state;
  const office = mayAct(user.roles, readers);
  const [calendar, checklists, inspectors, notices, ofAgency, draw, penalty, chain, names] =
    await Promise.all([
      deps.calendar(),
      checklistsOf(deps, inspection),
      inspectorsOf(deps, inspection),
      office ? noticesOf(deps, inspection) : [],
      office ? deps.inspectionLists.ofAgency(inspection.agency.uscc) : [],
      deps.draws.cases.load<DrawCase>(drawCaseId(inspection.draw)),
      inspection.handOver?.to === 'penalty'
        ? penaltyOf(request, inspectionCaseId(inspection.number), inspection.agency)
        : undefined,
      deps.draws.cases.chain(stored.caseId),
      namesOfPeople(deps),
    ]);
  return {
    stored,
    today: shanghaiDate(now),
    calendar,
    checklists,
    itemNames: new Map(
      [...checklists.values()].flatMap(({ items }) => items.map((item) => [itemRef(item), item.name])),
    ),
    inspectors,
    notices,
    ofAgency,
    yearlyCap: draw?.state.plan.yearlyCap,
    joinable: joinableWith(inspection, ofAgency),
    penalty,
    chain,
    names,
    office,
  };
}

async function checklistsOf(
  deps: Pick<ConsoleDeps, 'drawFiles'>,
  { parts }: InspectionCase,
): Promise<ReadonlyMap<string, Checklist>> {
  const read = await Promise.all(
    parts.map(async ({ inspection, checklist }) => {
      const bytes = await deps.drawFiles.get(checklist.file);
      const sealed = bytes === undefined ? undefined : readChecklist(bytes, checklist.digest);
      return sealed?.ok === true ? ([[inspection, sealed.value]] as const) : [];
    }),
  );
  return new Map(read.flat());
}

async function inspectorsOf(
  deps: Pick<ConsoleDeps, 'register'>,
  inspection: InspectionCase,
): Promise<ReadonlyMap<string, Inspector>> {
  const rows = await Promise.all(
    members(inspection).map(({ inspectorId }) => deps.register.inspector(inspectorId)),
  );
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.value.id, row.value] as const])));
}

/** A joint visit has the notices of every draw that asks for it. */
async function noticesOf(
  deps: Pick<ConsoleDeps, 'notices'>,
  { parts }: InspectionCase,
): Promise<readonly StoredCase<Notice>[]> {
  const visitOf = (number: string) => Number(number.slice(number.lastIndexOf('-') + 1));
  const found = await Promise.all(
    parts.map(async ({ draw, inspection }) =>
      (await deps.notices.ofDraw(draw)).filter(({ state }) => state.visit === visitOf(inspection)),
    ),
  );
  return found.flat();
}
