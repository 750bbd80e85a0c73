import type { CaseStore } from '../case/caseStore.ts';
import { inParallel } from '../inParallel.ts';
import type { Notice } from './notice.ts';
import { type KeyedDigest, noticeCommit } from './noticeCommit.ts';

const WRITERS = 8;

/**
 * Puts notices into the queue. A notice that exists already is left as it is, so that the step that calls this
 * can be repeated after a crash without notifying anybody twice.
 *
 * @returns how many were new
 */
export async function queueNotices(
  deps: { readonly store: CaseStore; readonly digest: KeyedDigest },
  notices: readonly Notice[],
  at: string,
): Promise<number> {
  let added = 0;
  await inParallel(notices, WRITERS, async (notice) => {
    const queued = { ...notice, mail: { ...notice.mail, nextAt: at } };
    const outcome = await deps.store.commit(
      noticeCommit(
        { before: undefined, command: 'queue', status: 'queued', notice: queued, actor: 'system', at },
        deps.digest,
      ),
    );
    if (outcome.ok) added += 1;
    else if ((await deps.store.load(notice.id)) === undefined)
      throw new Error('a notice could not be queued');
  });
  return added;
}
