import { createCatalogue, type Lang } from '../../messages/message.ts';
import { escapeHtml as e } from '../../notice/escapeHtml.ts';
import { singleAddress } from '../../notice/mailAddress.ts';
import { mailBox, mailFrame, NOTE } from '../../notice/mailFrame.ts';
import { messageId } from '../../notice/mailMessage.ts';
import type { MailMessage } from '../../notice/mailPort.ts';
import type { Office } from '../../notice/office.ts';
import { formatReceiptCode } from '../receiptCode.ts';
import type { FilerMail } from './filerMail.ts';
import { filerMailMessages } from './messages.ts';

const say = createCatalogue(filerMailMessages).text;

/** What all mails to filers need to know of where they come from. */
export interface FilerMailFrame {
  readonly office: Office;
  /** Origin of the public pages, without a trailing slash. */
  readonly publicUrl: string;
  readonly mailDomain: string;
}

/** The letter of one of the mails to a filer: paragraphs, and one link. */
interface Letter {
  readonly lang: Lang;
  readonly subject: string;
  readonly before: readonly string[];
  readonly link: { readonly label: string; readonly href: string };
  readonly after: readonly string[];
}

export const followUrl = (publicUrl: string) => `${publicUrl}/follow`;

const officeName = (lang: Lang, { name, nameEn }: Office) => (lang === 'zh' ? name : nameEn);

/**
 * A letter as a mail. Neither subject nor greeting says who the person is or what it is about: whoever reads the inbox
 * of a family learns that an office has written, and no more.
 *
 * @returns undefined when the address is not a single plain one
 */
function mailOf(
  letter: Letter,
  to: { readonly address: string; readonly messageId: string },
  { office }: FilerMailFrame,
): MailMessage | undefined {
  // The display name too would say who it is.
  const recipient = singleAddress('', to.address);
  if (recipient === undefined) return undefined;
  const { lang, subject, before, link, after } = letter;
  const greeting = say(lang, 'filerMail.greeting');
  const noReply = say(lang, 'filerMail.noReply');
  const contact = lang === 'zh' ? `${office.contactUnit}　${office.contactPhone}` : office.contactPhone;
  const p = (text: string) => `<p style="margin:0 0 12px">${e(text)}</p>`;
  return {
    to: recipient,
    subject,
    text: [
      greeting,
      '',
      ...before.flatMap((line) => [line, '']),
      `${link.label}${lang === 'zh' ? '：' : ': '}${link.href}`,
      '',
      ...after.flatMap((line) => [line, '']),
      noReply,
      contact,
      officeName(lang, office),
      '',
    ].join('\n'),
    html: mailFrame(
      subject,
      `${p(greeting)}
${before.map(p).join('\n')}
${mailBox(`<p style="margin:0 0 8px;font-weight:bold"><a href="${e(link.href)}" style="color:#1d70b8">${e(link.label)}</a></p>
<p style="${NOTE};margin:0;word-break:break-all">${e(link.href)}</p>`)}
${after.map(p).join('\n')}
<p style="${NOTE}">${e(noReply)}<br>${e(contact)}</p>
<p style="margin:24px 0 0;text-align:right">${e(officeName(lang, office))}</p>`,
      lang,
    ),
    messageId: to.messageId,
  };
}

/**
 * The news of an order.
 *
 * @param confirm the link with which the person shows that the address is theirs; for the first mail alone
 */
export function newsMail(
  mail: FilerMail,
  to: { readonly address: string; readonly confirm?: string },
  frame: FilerMailFrame,
): MailMessage | undefined {
  const { lang, number, about } = mail;
  const office = officeName(lang, frame.office);
  const follow = followUrl(frame.publicUrl);
  const first = about === 'received' && to.confirm !== undefined;
  return mailOf(
    {
      lang,
      subject: say(lang, 'filerMail.subject', { office }),
      before: [
        say(lang, about === 'received' ? 'filerMail.received' : 'filerMail.news', { office }),
        ...(number === undefined ? [] : [say(lang, 'filerMail.number', { number })]),
        ...(first ? [say(lang, 'filerMail.confirm.why')] : [say(lang, 'filerMail.open.how')]),
      ],
      link: first
        ? { label: say(lang, 'filerMail.confirm'), href: to.confirm ?? follow }
        : { label: say(lang, 'filerMail.open'), href: follow },
      after: [
        ...(first ? [say(lang, 'filerMail.follow', { link: follow })] : []),
        say(lang, 'filerMail.codeless'),
        say(lang, 'filerMail.stranger'),
      ],
    },
    { address: to.address, messageId: messageId(mail, frame.mailDomain) },
    frame,
  );
}

/** New codes in place of lost ones: the only mail that carries a code. */
export function lostCodeMail(
  request: { readonly id: string; readonly address: string; readonly lang: Lang },
  receipts: readonly { readonly code: string; readonly numbers: readonly string[] }[],
  frame: FilerMailFrame,
): MailMessage | undefined {
  const { lang } = request;
  const office = officeName(lang, frame.office);
  return mailOf(
    {
      lang,
      subject: say(lang, 'filerMail.subject', { office }),
      before: [
        say(lang, 'filerMail.lost', { office }),
        ...receipts.map(({ code, numbers }) => {
          const grouped = formatReceiptCode(code);
          return numbers.length === 0
            ? grouped
            : say(lang, 'filerMail.lost.code', {
                code: grouped,
                numbers: numbers.join(lang === 'zh' ? '、' : ', '),
              });
        }),
      ],
      link: { label: say(lang, 'filerMail.open'), href: followUrl(frame.publicUrl) },
      after: [say(lang, 'filerMail.lost.keep')],
    },
    {
      address: request.address,
      messageId: messageId(
        { id: `LOST#${request.id}`, mail: { generation: 1, attempts: 0 } },
        frame.mailDomain,
      ),
    },
    frame,
  );
}

/** The link with which a form is sent by whoever runs no script. */
export function releaseMail(
  release: { readonly draft: string; readonly address: string; readonly link: string; readonly lang: Lang },
  frame: FilerMailFrame,
): MailMessage | undefined {
  const { lang, link } = release;
  const office = officeName(lang, frame.office);
  return mailOf(
    {
      lang,
      subject: say(lang, 'filerMail.release.subject', { office }),
      before: [say(lang, 'filerMail.release', { office })],
      link: { label: say(lang, 'filerMail.release.open'), href: link },
      after: [say(lang, 'filerMail.stranger')],
    },
    {
      address: release.address,
      messageId: messageId(
        // A draft can ask again: another link is another mail.
        { id: `RELEASE#${release.draft}#${link}`, mail: { generation: 1, attempts: 0 } },
        frame.mailDomain,
      ),
    },
    frame,
  );
}
