import { shanghaiDate } from '../../calendar/localDate.ts';
import type { CaseStore } from '../../case/caseStore.ts';
import { counterPut } from '../../draw/ceremony/drawRows.ts';
import type { DrawDesk } from '../../draw/ceremony/ports.ts';
import { noticeSequence } from '../../notice/documentNumber.ts';
import { draftId, issuedNotice, type PaperDraft } from '../../notice/issuedNotice.ts';
import { type KeyedDigest, noticeCommit } from '../../notice/noticeCommit.ts';
import type { Office } from '../../notice/office.ts';

export interface NoticeWriter {
  readonly cases: CaseStore;
  readonly desk: Pick<DrawDesk, 'counter'>;
  readonly office: Office;
  readonly digest: KeyedDigest;
  readonly now: () => Date;
}

/** How often the number is taken anew when somebody else was faster. */
const ATTEMPTS = 20;

/**
 * Writes a paper with the next number of the year and queues its mail, all in one transaction: no number is lost, and
 * a paper that exists is left as it is.
 *
 * @returns whether it is new
 * @throws when others took the next number every time
 */
export async function writeNotice(deps: NoticeWriter, draft: PaperDraft): Promise<boolean> {
  const id = draftId(draft);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if ((await deps.cases.load(id)) !== undefined) return false;
    const now = deps.now();
    const at = `${now.toISOString().slice(0, 19)}Z`;
    const date = shanghaiDate(now);
    const sequence = noticeSequence(date);
    const last = await deps.desk.counter(sequence);
    const issued = issuedNotice(draft, deps.office, last + 1, date);
    const notice = { ...issued, mail: { ...issued.mail, nextAt: at } };
    const commit = noticeCommit(
      { before: undefined, command: 'queue', status: 'queued', notice, actor: 'system', at },
      deps.digest,
    );
    const outcome = await deps.cases.commit({
      ...commit,
      rows: [...(commit.rows ?? []), counterPut(sequence, last, 1)],
    });
    if (outcome.ok) return true;
  }
  throw new Error(`${draft.inspection ?? draft.draw}: the numbers of the papers are taken by others`);
}
