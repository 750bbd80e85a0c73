import type { User } from '../../access/user.ts';
import { shanghaiDate } from '../../calendar/localDate.ts';
import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import type { DrawCase } from '../../draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../draw/ceremony/drawRows.ts';
import type { DrawDesk } from '../../draw/ceremony/ports.ts';
import { noticeId } from '../../notice/notice.ts';
import { type Reminder, reminderCommit } from '../../notice/reminder.ts';
import type { RegisterStore } from '../../register/registerStore.ts';
import { type InspectionCase, type InspectionStatus, members } from '../inspectionCase.ts';
import { inspectionCaseId, type PaperOrder, type QueuedPaper } from '../inspectionRows.ts';
import type { InspectionLists, StoredInspection } from '../ports.ts';
import { draftPapers, type NumberedOrder } from './draftPapers.ts';
import type { PaperSources } from './paperSources.ts';
import { papersOf } from './papersOf.ts';
import { isReminder, type ReminderOrder, remindersOf } from './reminders.ts';
import { visitNo } from './teamThen.ts';
import { type NoticeWriter, writeNotice } from './writeNotice.ts';

export interface PaperDeps extends NoticeWriter {
  readonly lists: Pick<InspectionLists, 'papers' | 'paperDone'>;
  readonly desk: Pick<DrawDesk, 'counter' | 'visits'>;
  readonly registers: Pick<RegisterStore, 'agency' | 'inspectors' | 'items'>;
  readonly users: () => Promise<readonly User[]>;
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly publicityUrl: string;
}

export interface PapersReport {
  /** Orders that were carried out. */
  readonly done: number;
  /** Orders that were not, as `<inspection>/<key>: why`: for the operators, and tried again at every run. */
  readonly failed: readonly string[];
}

/** Most orders in one run. */
const MOST = 300;

/**
 * Writes the papers and mails that were ordered. An order leaves the queue when everything it asks for is written;
 * cut off before, it is carried out again and finds what exists. One that fails does not hold up the others.
 *
 * @param goOn false ends the run before the next order
 */
export async function issuePapers(deps: PaperDeps, goOn = (): boolean => true): Promise<PapersReport> {
  const queue = [...(await deps.lists.papers(instant(deps), MOST))].sort(inTurn);
  const failed: string[] = [];
  let done = 0;
  const read = registersOnce(deps);
  for (const queued of queue) {
    if (!goOn()) break;
    try {
      await issue(deps, read, queued);
      await deps.lists.paperDone(queued);
      done += 1;
    } catch (error) {
      failed.push(`${queued.inspection}/${queued.key}: ${error instanceof Error ? error.message : 'failed'}`);
    }
  }
  return { done, failed };
}

/** What one command orders together is written in this order: the result before what follows from it. */
const turns: readonly PaperOrder['type'][] = [
  'first',
  'team',
  'joint',
  'recusal',
  'result',
  'correction',
  'recheck',
  'rectification',
  'cancelled',
  'reminder',
  'escalation',
];

function inTurn(a: QueuedPaper, b: QueuedPaper): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return turns.indexOf(a.order.type) - turns.indexOf(b.order.type);
}

const instant = ({ now }: Pick<PaperDeps, 'now'>) => `${now().toISOString().slice(0, 19)}Z`;

/** The registers as they were when the first order of a run needed them. */
function registersOnce({ registers, users }: PaperDeps) {
  const kept = <T>(load: () => Promise<T>) => {
    let value: Promise<T> | undefined;
    return () => {
      value ??= load();
      return value;
    };
  };
  return {
    inspectors: kept(async () => new Map((await registers.inspectors()).map((one) => [one.id, one]))),
    items: kept(() => registers.items()),
    users: kept(users),
  };
}
type Registers = ReturnType<typeof registersOnce>;

async function issue(deps: PaperDeps, read: Registers, queued: QueuedPaper): Promise<void> {
  const stored = await deps.cases.load<InspectionCase>(inspectionCaseId(queued.inspection));
  if (stored === undefined) throw new Error('there is no such inspection');
  const { order } = queued;
  if (isReminder(order)) await issueReminders(deps, read, queued, stored, order);
  else await issueNotices(deps, read, queued, stored, order);
}

async function agencyOf(deps: PaperDeps, { agency }: InspectionCase) {
  const kept = await deps.registers.agency(agency.uscc);
  if (kept === undefined) throw new Error('the agency is not in the register');
  return kept.value;
}

async function issueNotices(
  deps: PaperDeps,
  read: Registers,
  queued: QueuedPaper,
  stored: StoredInspection,
  order: NumberedOrder,
): Promise<void> {
  const inspection = stored.state;
  const [draws, agency, inspectors, items, told] = await Promise.all([
    drawsOf(deps, inspection),
    agencyOf(deps, inspection),
    read.inspectors(),
    read.items(),
    toldOf(deps, inspection),
  ]);
  const drafts = draftPapers(
    {
      queued,
      inspection,
      status: stored.status as InspectionStatus,
      draws,
      agency,
      inspectors,
      items,
      office: deps.office,
      publicityUrl: deps.publicityUrl,
      told,
      date: shanghaiDate(deps.now()),
    },
    order,
  );
  for (const draft of drafts) await writeNotice(deps, draft);
}

async function drawsOf(deps: PaperDeps, { parts }: InspectionCase): Promise<PaperSources['draws']> {
  const numbers = [...new Set(parts.map(({ draw }) => draw))];
  return new Map(
    await Promise.all(
      numbers.map(async (number) => {
        const [stored, visits] = await Promise.all([
          deps.cases.load<DrawCase>(drawCaseId(number)),
          deps.desk.visits(number),
        ]);
        if (stored === undefined) throw new Error(`there is no draw ${number}`);
        return [number, { draw: stored.state, visits }] as const;
      }),
    ),
  );
}

/** Who has been told of any of the visits that are one by now: the agency, and the members of its team. */
async function toldOf({ cases }: PaperDeps, inspection: InspectionCase): Promise<PaperSources['told']> {
  const { parts, agency } = inspection;
  const announced = parts.map((part) =>
    noticeId(part.draw, 'inspection', visitNo(part.inspection), agency.uscc),
  );
  const people = [
    [agency.uscc, announced] as const,
    ...members(inspection).map(({ inspectorId: id }) => {
      return [id, papersOf(inspection, { type: 'inspector', id })] as const;
    }),
  ];
  const told = await Promise.all(
    people.map(async ([id, papers]) => {
      const found = await Promise.all(papers.map((paper) => cases.load(paper)));
      return found.some((notice) => notice !== undefined) ? [id] : [];
    }),
  );
  return new Set(told.flat());
}

async function issueReminders(
  deps: PaperDeps,
  read: Registers,
  queued: QueuedPaper,
  stored: StoredInspection,
  order: ReminderOrder,
): Promise<void> {
  const [agency, inspectors, users, calendar] = await Promise.all([
    agencyOf(deps, stored.state),
    read.inspectors(),
    read.users(),
    deps.calendar(),
  ]);
  const mails = remindersOf(
    {
      queued,
      inspection: stored.state,
      status: stored.status as InspectionStatus,
      agency,
      inspectors,
      users,
      office: deps.office,
      calendar,
      at: instant(deps),
    },
    order,
  );
  for (const mail of mails) await queueReminder(deps, mail);
}

/** A mail that exists is left as it is: nobody is reminded of the same date twice. */
async function queueReminder({ cases, digest, now }: PaperDeps, reminder: Reminder): Promise<void> {
  const at = instant({ now });
  const commit = reminderCommit(
    { before: undefined, command: 'queue', status: 'queued', reminder, at },
    digest,
  );
  const outcome = await cases.commit(commit);
  if (!outcome.ok && (await cases.load(reminder.id)) === undefined)
    throw new Error('a reminder could not be queued');
}
