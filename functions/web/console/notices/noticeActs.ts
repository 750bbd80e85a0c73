import type { StoredCase } from '../../../../shared/case/caseStore.ts';
import type { CasePaper } from '../../../../shared/notice/casePaper.ts';
import type { Notice } from '../../../../shared/notice/notice.ts';
import {
  confirmReceipt,
  markBounced,
  markServed,
  type NoticeCommandDeps,
  requeue,
} from '../../../../shared/notice/noticeCommands.ts';
import { problem, type Result } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { readDate } from '../../kit/http/readForm.ts';
import { firstValue } from '../../kit/links.ts';

/** What a person does about a paper, whatever case it belongs to. */
export interface NoticeAct {
  /** End of its address. */
  readonly verb: 'serve' | 'receipt' | 'bounce' | 'requeue';
  readonly give: (deps: NoticeCommandDeps, id: string, form: Values) => Promise<Result<unknown>>;
  /** Whether the paper already is as the command would leave it, so that a second press is no fault. */
  readonly done: (stored: StoredCase<Notice | CasePaper>, form: Values) => boolean;
  /** Whether a mail is to be sent now. */
  readonly mails?: true;
}

const serve: NoticeAct['give'] = async (deps, id, form) => {
  const on = readDate(form, 'on');
  if (!on.ok) return on;
  if (on.value === '') return problem('notice.served.date', undefined, 'on');
  const service = { on: on.value, method: firstValue(form, 'method'), note: firstValue(form, 'note') };
  return markServed(deps, id, service);
};

export const noticeActs: readonly NoticeAct[] = [
  { verb: 'serve', give: serve, done: ({ status }) => status === 'served' },
  {
    verb: 'receipt',
    give: (deps, id) => confirmReceipt(deps, id),
    done: ({ status }) => status === 'delivered',
  },
  { verb: 'bounce', give: (deps, id) => markBounced(deps, id), done: ({ status }) => status === 'bounced' },
  {
    verb: 'requeue',
    give: (deps, id, form) => requeue(deps, id, firstValue(form, 'address').trim()),
    // The same key was seen: the notice waits with the corrected address already.
    done: ({ status, state }, form) =>
      status === 'queued' &&
      state.mail.generation > 1 &&
      state.mail.address === firstValue(form, 'address').trim(),
    mails: true,
  },
];
