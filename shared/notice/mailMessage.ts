import { formatDateZh } from '../calendar/localDate.ts';
import { toHex, utf8 } from '../draw/bytes.ts';
import { sha256Suite } from '../draw/hash.ts';
import { singleAddress } from './mailAddress.ts';
import { mailHtml } from './mailHtml.ts';
import type { MailMessage } from './mailPort.ts';
import type { MailProgress, ServedPaper } from './notice.ts';
import { paperText } from './paper.ts';

/** What the mail is in law, in the recipient's words. */
export function serviceLine(notice: Pick<ServedPaper, 'service' | 'consent'>): string {
  if (notice.service === 'internal') return '本通知仅供本人办理检查任务使用，请勿转发。';
  if (notice.service === 'electronic' && notice.consent !== undefined) {
    return `根据你单位${formatDateZh(notice.consent.on)}签署的电子送达确认书，本邮件即为送达（行政处罚法第六十一条）。`;
  }
  return '本邮件是通知书的副本，供你单位提前知悉，不具有送达的效力；纸质文书将另行送达。';
}

/**
 * `<hash@mail domain>`: the same for every attempt to the same address, another one after a correction, and
 * without anything readable about the recipient.
 */
export function messageId(
  notice: Pick<ServedPaper, 'id'> & { readonly mail: MailProgress },
  mailDomain: string,
): string {
  const hash = sha256Suite.hash(utf8(`${notice.id}\n${notice.mail.generation}`));
  return `<notice.${toHex(hash).slice(0, 40)}@${mailDomain}>`;
}

/**
 * The mail of a notice, or undefined when its address is not a single plain one. The subject holds the title and
 * the number only: subjects are shown on locked screens and kept in server logs.
 *
 * @param link the recipient's signed link; undefined for a recipient without a page, who finds everything in the mail
 */
export function noticeMail(
  notice: ServedPaper,
  link: string | undefined,
  mailDomain: string,
): MailMessage | undefined {
  const to = singleAddress(notice.recipient.name, notice.mail.address);
  if (to === undefined) return undefined;
  const service = serviceLine(notice);
  const { paper } = notice;
  return {
    to,
    subject: `${paper.title}（${paper.number}）`,
    text: [
      service,
      ...(link === undefined ? [] : [`在线查看和打印：${link}`]),
      `${link === undefined ? '' : '打开链接不会改变任何内容。'}本邮件由系统发出，请勿直接回复。`,
      '',
      '----------------------------------------',
      paperText(paper),
      '----------------------------------------',
      paper.summaryEn,
      '',
    ].join('\n'),
    html: mailHtml(paper, service, link),
    messageId: messageId(notice, mailDomain),
  };
}
