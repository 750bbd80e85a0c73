import { escapeHtml as e } from './escapeHtml.ts';
import { singleAddress } from './mailAddress.ts';
import { ENGLISH, mailBox, mailFrame, NOTE } from './mailFrame.ts';
import { messageId } from './mailMessage.ts';
import type { MailMessage } from './mailPort.ts';
import type { Reminder } from './reminder.ts';

const NO_PAPER = '本邮件是系统发出的提醒，不是正式文书，请勿直接回复。';

/**
 * The mail about a date, or undefined when the address is not a single plain one. The subject names the case and no
 * party: subjects are shown on locked screens and kept in server logs.
 *
 * @param link the recipient's signed link, or the address of the case in the console
 */
export function reminderMail(state: Reminder, link: string, mailDomain: string): MailMessage | undefined {
  const { words, recipient, mail } = state;
  const to = singleAddress(recipient.name, mail.address);
  if (to === undefined) return undefined;
  const { subject, greeting, paragraphs, action, contact, office, english } = words;
  return {
    to,
    subject,
    text: [
      greeting,
      '',
      ...paragraphs.flatMap((paragraph) => [paragraph, '']),
      `${action}：${link}`,
      '',
      NO_PAPER,
      contact,
      office,
      '',
      '----------------------------------------',
      english,
      '',
    ].join('\n'),
    html: mailFrame(
      subject,
      `<h1 style="margin:0 0 16px;font-size:20px">${e(subject)}</h1>
<p style="margin:0 0 12px">${e(greeting)}</p>
${paragraphs.map((paragraph) => `<p style="margin:0 0 12px">${e(paragraph)}</p>`).join('\n')}
${mailBox(`<p style="margin:0 0 8px;font-weight:bold"><a href="${e(link)}" style="color:#1d70b8">${e(action)}</a></p>
<p style="${NOTE};margin:0;word-break:break-all">${e(link)}</p>`)}
<p style="${NOTE}">${e(NO_PAPER)}</p>
<p style="${NOTE}">${e(contact)}</p>
<p style="margin:24px 0 0;text-align:right">${e(office)}</p>
<p lang="en" style="${ENGLISH}">${e(english)}</p>`,
    ),
    messageId: messageId(state, mailDomain),
  };
}
