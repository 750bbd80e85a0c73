import { ok, problem } from '../problem.ts';
import { actOf, type DecideComplaint } from './command.ts';
import type { ComplaintCase } from './complaintCase.ts';
import { messageRow } from './complaintRows.ts';
import { cleanText, lengthOf } from './filedText.ts';
import { textLimits } from './filing.ts';

/** The two-way channel between the office and whoever holds the receipt, the anonymous included. */

const MOST_MESSAGES = 200;
/** Most messages of the filer that the office has not read: nobody writes the desk full. */
const MOST_UNREAD = 20;

/** Problems: `complaint.message.missing`, `.long`, `.many`, `.unread` (the office has not answered yet). */
export const write: DecideComplaint<{ readonly text: string }> = (complaint, input, moment) => {
  const text = cleanText(input.text);
  if (text === '') return problem('complaint.message.missing', undefined, 'message');
  if (lengthOf(text) > textLimits.message)
    return problem('complaint.message.long', { most: textLimits.message }, 'message');
  const { count, unreadByOffice, unreadByFiler } = complaint.messages;
  if (count >= MOST_MESSAGES) return problem('complaint.message.many', undefined, 'message');
  const fromFiler = moment.actor.roles.includes('link');
  if (fromFiler && unreadByOffice >= MOST_UNREAD)
    return problem('complaint.message.unread', undefined, 'message');
  const no = count + 1;
  const messages: ComplaintCase['messages'] = {
    count: no,
    unreadByOffice: fromFiler ? unreadByOffice + 1 : 0,
    unreadByFiler: fromFiler ? 0 : unreadByFiler + 1,
  };
  const message = {
    no,
    from: fromFiler ? ('filer' as const) : ('office' as const),
    by: fromFiler ? '' : actOf(moment).name,
    at: moment.at,
    text,
  };
  return ok({
    to: moment.status,
    state: { ...complaint, messages },
    ground: message.from,
    seal: { text },
    rows: [messageRow(complaint.id, message)],
    papers:
      fromFiler || complaint.filer.mail === 'none'
        ? []
        : [{ key: `message-${no}`, order: { type: 'message', no } }],
  });
};

/** What was unread has been seen; by whom is the role of the actor. */
export const read: DecideComplaint<undefined> = (complaint, _input, { actor, status }) => {
  const by = actor.roles.includes('link') ? ('unreadByFiler' as const) : ('unreadByOffice' as const);
  if (complaint.messages[by] === 0) return ok({ to: status, state: complaint });
  return ok({ to: status, state: { ...complaint, messages: { ...complaint.messages, [by]: 0 } } });
};

/** The person has shown that the mail address is theirs. */
export const confirmMail: DecideComplaint<undefined> = (complaint, _input, { status }) =>
  complaint.filer.mail === 'unconfirmed'
    ? ok({ to: status, state: { ...complaint, filer: { ...complaint.filer, mail: 'confirmed' } } })
    : ok({ to: status, state: complaint });
