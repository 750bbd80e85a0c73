import type { CaseStore } from '../case/caseStore.ts';
import { inParallel } from '../inParallel.ts';
import type { Agency } from '../register/agency.ts';
import type { KeyedDigest } from './noticeCommit.ts';
import type { Office } from './office.ts';
import { ownRowLink, ownRowLinkCommit } from './ownRowLink.ts';
import type { OwnRowRequest, OwnRowRequests } from './ownRowRequest.ts';

export interface AnswerDeps {
  readonly store: CaseStore;
  readonly requests: OwnRowRequests;
  readonly agency: (uscc: string) => Promise<Agency | undefined>;
  readonly office: Office;
  readonly digest: KeyedDigest;
  readonly now: () => Date;
}

const BATCH = 100;
const WIDTH = 4;

/**
 * Puts a mail into the queue for every waiting request of a registered agency and forgets the others. A request
 * that was answered before a crash finds its mail there already: the mail's id follows from the request.
 *
 * @returns counts; `left` are those that could not be answered and wait for the next run
 */
export async function answerRequests(
  deps: AnswerDeps,
): Promise<{ readonly queued: number; readonly unknown: number; readonly left: number }> {
  const count = { queued: 0, unknown: 0, left: 0 };
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  const waiting = await deps.requests.waiting(at, BATCH);
  await inParallel(waiting, WIDTH, async (request) => {
    try {
      count[await answer(deps, request, at)] += 1;
    } catch {
      // One request that fails must not hold up the notices that this run has still to send.
      count.left += 1;
    }
  });
  return count;
}

async function answer(deps: AnswerDeps, request: OwnRowRequest, at: string): Promise<'queued' | 'unknown'> {
  const agency = await deps.agency(request.uscc);
  if (agency !== undefined) {
    const link = ownRowLink(request, agency, deps.office, at);
    const outcome = await deps.store.commit(
      ownRowLinkCommit({ before: undefined, command: 'queue', status: 'queued', link, at }, deps.digest),
    );
    if (!outcome.ok && (await deps.store.load(link.id)) === undefined)
      throw new Error('a link could not be queued');
  }
  await deps.requests.answered(request);
  return agency === undefined ? 'unknown' : 'queued';
}
