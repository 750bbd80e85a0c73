import type { User } from '../../access/user.ts';
import { yearOf } from '../../calendar/localDate.ts';
import { casePaperId } from '../../notice/casePaper.ts';
import { type IssueDeps, issueCasePaper } from '../../notice/issueCasePaper.ts';
import type { Office } from '../../notice/office.ts';
import { queueReminders } from '../../notice/staffReminders.ts';
import type { RegisterStore } from '../../register/registerStore.ts';
import type { ListingCase } from '../listingCase.ts';
import { listingCaseId, numberSequence, type QueuedPaper } from '../listingRows.ts';
import type { ListingLists } from '../ports.ts';
import { listingReminders } from './reminders.ts';
import { ownNumber, writtenPaper } from './writePaper.ts';

export interface ListingPaperDeps extends IssueDeps {
  readonly lists: Pick<ListingLists, 'papers' | 'paperDone'>;
  readonly registers: Pick<RegisterStore, 'agency'>;
  readonly users: () => Promise<readonly User[]>;
  readonly office: Office;
}

export interface ListingPapersReport {
  readonly done: number;
  /** Orders that were not carried out, as `<case>/<key>: why`: tried again at every run. */
  readonly failed: readonly string[];
}

/** Most orders in one run: the list of a year is some hundreds of agencies with two papers each. */
const MOST = 300;

/**
 * Writes the papers that entries have ordered, and the mails about their dates. An order leaves the queue when it is
 * written; cut off before, it is carried out again and finds what exists.
 *
 * @param goOn false ends the run before the next order
 */
export async function issueListingPapers(
  deps: ListingPaperDeps,
  goOn = (): boolean => true,
): Promise<ListingPapersReport> {
  const failed: string[] = [];
  let done = 0;
  for (const queued of await deps.lists.papers(`${deps.now().toISOString().slice(0, 19)}Z`, MOST)) {
    if (!goOn()) break;
    try {
      await carryOut(deps, queued);
      await deps.lists.paperDone(queued);
      done += 1;
    } catch (error) {
      failed.push(`${queued.listing}/${queued.key}: ${error instanceof Error ? error.message : 'failed'}`);
    }
  }
  return { done, failed };
}

async function carryOut(deps: ListingPaperDeps, queued: QueuedPaper): Promise<void> {
  const caseId = listingCaseId(queued.listing);
  const stored = await deps.cases.load<ListingCase>(caseId);
  if (stored === undefined) throw new Error('there is no such case');
  const { order, key } = queued;
  if (order.type !== 'form') {
    const at = `${deps.now().toISOString().slice(0, 19)}Z`;
    const users = await deps.users();
    return queueReminders(
      deps,
      listingReminders({ queued, stored, users, office: deps.office, at }, order),
      at,
    );
  }
  const { state } = stored;
  const agency = (await deps.registers.agency(state.uscc))?.value;
  await issueCasePaper(deps, {
    id: casePaperId(caseId, key, 'agency'),
    ...(ownNumber(state, order.form) === undefined
      ? { sequence: (date) => numberSequence(yearOf(date)) }
      : {}),
    write: (moment) => writtenPaper(state, order.form, key, { agency, office: deps.office, ...moment }),
  });
}
