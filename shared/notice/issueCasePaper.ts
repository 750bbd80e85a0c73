import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import type { CaseCommit, CaseStore } from '../case/caseStore.ts';
import { counterPut } from '../draw/ceremony/drawRows.ts';
import type { CasePaper } from './casePaper.ts';
import { type KeyedDigest, noticeCommit } from './noticeCommit.ts';

/** How often the number is taken anew when somebody else was faster. */
const ATTEMPTS = 20;

export interface IssueDeps {
  readonly cases: CaseStore;
  /** The last number of a sequence that was given out. */
  readonly desk: { counter(sequence: string): Promise<number> };
  readonly digest: KeyedDigest;
  readonly now: () => Date;
}

export interface IssueOrder {
  /** Id of the paper. */
  readonly id: string;
  /** Name of the sequence that the number is taken from; absent for a paper that has its number already. */
  readonly sequence?: (date: LocalDate) => string;
  readonly write: (moment: { readonly serial: number; readonly date: LocalDate; readonly at: string }) => {
    readonly paper: CasePaper;
    readonly status: 'queued' | 'issued';
  };
  /** What is written with it: both are there, or neither. */
  readonly with?: (at: string) => CaseCommit<unknown> | undefined;
}

/**
 * Issues one paper on a case, once: with the next number of its sequence in the same transaction, so that none is lost.
 * A paper that exists is left as it is.
 *
 * @throws when others took the next number every time
 */
export async function issueCasePaper(deps: IssueDeps, order: IssueOrder): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if ((await deps.cases.load(order.id)) !== undefined) return;
    const at = `${deps.now().toISOString().slice(0, 19)}Z`;
    const date = shanghaiDate(at);
    const sequence = order.sequence?.(date);
    const last = sequence === undefined ? 0 : await deps.desk.counter(sequence);
    const { paper, status } = order.write({ serial: last + 1, date, at });
    const commit = noticeCommit(
      { before: undefined, command: 'queue', status, notice: paper, actor: 'system', at },
      deps.digest,
    );
    const other = order.with?.(at);
    const outcome = await deps.cases.commit({
      ...commit,
      rows: [...(commit.rows ?? []), ...(sequence === undefined ? [] : [counterPut(sequence, last, 1)])],
      linked: other === undefined ? [] : [other],
    });
    if (outcome.ok) return;
  }
  throw new Error('the numbers of the papers are taken by others');
}
