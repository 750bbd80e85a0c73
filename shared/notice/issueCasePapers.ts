import { formatDateZh, type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import type { CaseCommit, CaseStore, RowPut } from '../case/caseStore.ts';
import { counterPut } from '../draw/ceremony/drawRows.ts';
import type { CaseAddressee } from './caseAddressee.ts';
import { type CasePaper, casePaperId } from './casePaper.ts';
import { type KeyedDigest, noticeCommit } from './noticeCommit.ts';
import { contactLine, type Office } from './office.ts';
import type { PaperContent } from './paperParts.ts';
import { type Reminder, reminderCommit } from './reminder.ts';

/**
 * How the papers that cases order are written, whatever the case is: each order once, each paper under the next number
 * of its sequence, each mail about a date once.
 */

export interface CasePaperDeps {
  readonly cases: CaseStore;
  /** The last number of a sequence that was given out. */
  readonly desk: { counter(sequence: string): Promise<number> };
  readonly digest: KeyedDigest;
  readonly now: () => Date;
}

export interface IssueReport {
  /** Orders that were carried out. */
  readonly done: number;
  /** Orders that were not, as `<case>/<key>: why`: for the operators, and tried again at every run. */
  readonly failed: readonly string[];
}

/** How often the number is taken anew when somebody else was faster. */
const ATTEMPTS = 20;

export const instantNow = ({ now }: Pick<CasePaperDeps, 'now'>) => `${now().toISOString().slice(0, 19)}Z`;

/**
 * Carries out the orders of a queue. An order leaves it when everything it asks for is written; cut off before, it is
 * carried out again and finds what exists.
 *
 * @param goOn false ends the run before the next order
 */
export async function carryOutOrders<Order>(
  of: {
    readonly queue: readonly Order[];
    /** By what an order that failed is known to the operators. */
    readonly name: (order: Order) => string;
    readonly carryOut: (order: Order) => Promise<void>;
    readonly done: (order: Order) => Promise<void>;
  },
  goOn: () => boolean,
): Promise<IssueReport> {
  const failed: string[] = [];
  let done = 0;
  for (const order of of.queue) {
    if (!goOn()) break;
    try {
      await of.carryOut(order);
      await of.done(order);
      done += 1;
    } catch (error) {
      failed.push(`${of.name(order)}: ${error instanceof Error ? error.message : 'failed'}`);
    }
  }
  return { done, failed };
}

/** The parts of a paper on a case; `document` is its number. */
export interface PaperParts {
  /** Id of the case with its prefix. */
  readonly caseId: string;
  readonly form: string;
  /** Key of the order. */
  readonly occasion: string;
  readonly to: CaseAddressee;
  readonly content: PaperContent;
  /** Name of the form. */
  readonly title: string;
  readonly notes: readonly string[];
  readonly document: { readonly number: string; readonly serial: number; readonly date: LocalDate };
  readonly office: Office;
}

/** A paper, and whether a mail goes with it (`queued`). `at` is the instant of the mail. */
export function casePaper(
  parts: PaperParts,
  at: string,
): { readonly paper: CasePaper; readonly status: 'queued' | 'issued' } {
  const { caseId, form, occasion, to, content, document, office } = parts;
  const { number, serial, date } = document;
  const mailed = to.address !== '';
  return {
    status: mailed ? 'queued' : 'issued',
    paper: {
      id: casePaperId(caseId, occasion, to.type),
      kind: 'case-paper',
      case: caseId,
      form,
      occasion,
      number,
      serial,
      date,
      recipient: { type: to.type, id: to.id, name: to.name },
      service: to.service,
      ...(to.consent === undefined ? {} : { consent: to.consent }),
      paper: {
        office: office.name,
        title: content.title ?? parts.title,
        number,
        addressee: to.addressee,
        blocks: content.blocks,
        contact: contactLine(office),
        notes: parts.notes,
        date: formatDateZh(date),
        summaryEn: content.summaryEn,
      },
      mail: { address: to.address, generation: 1, attempts: 0, ...(mailed ? { nextAt: at } : {}) },
    },
  };
}

/**
 * One paper under the next number of its sequence, in one transaction with whatever is told of it: no number is lost, and
 * there is no news of a paper that is not there. A paper that exists is left as it is.
 *
 * @param sequenceOf name of the sequence for a day; undefined for a paper whose number was given out before, such as that of a decision
 * @param write makes it of its number and the instant; the serial is 0 without a sequence
 * @throws when others took the next number every time
 */
export async function issueCasePaper(
  deps: CasePaperDeps,
  id: string,
  sequenceOf: ((date: LocalDate) => string) | undefined,
  write: (of: { readonly serial: number; readonly date: LocalDate; readonly at: string }) => {
    readonly paper: CasePaper;
    readonly status: 'queued' | 'issued';
    readonly linked?: readonly CaseCommit<unknown>[];
  },
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if ((await deps.cases.load(id)) !== undefined) return;
    const at = instantNow(deps);
    const date = shanghaiDate(at);
    const sequence = sequenceOf?.(date);
    const last = sequence === undefined ? -1 : await deps.desk.counter(sequence);
    const { paper, status, linked = [] } = write({ serial: last + 1, date, at });
    const counted: readonly RowPut[] = sequence === undefined ? [] : [counterPut(sequence, last, 1)];
    const commit = noticeCommit(
      { before: undefined, command: 'queue', status, notice: paper, actor: 'system', at },
      deps.digest,
    );
    const outcome = await deps.cases.commit({
      ...commit,
      rows: [...(commit.rows ?? []), ...counted],
      linked,
    });
    if (outcome.ok) return;
  }
  throw new Error('the numbers of the papers are taken by others');
}

/** Queues mails about dates. One that exists is left as it is: nobody is reminded of the same date twice. */
export async function queueReminders(
  { cases, digest }: Pick<CasePaperDeps, 'cases' | 'digest'>,
  reminders: readonly Reminder[],
  at: string,
): Promise<void> {
  for (const reminder of reminders) {
    const step = { before: undefined, command: 'queue', status: 'queued', at } as const;
    const outcome = await cases.commit(reminderCommit({ ...step, reminder }, digest));
    if (!outcome.ok && (await cases.load(reminder.id)) === undefined)
      throw new Error('a reminder could not be queued');
  }
}
