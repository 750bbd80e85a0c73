import { escapeHtml as e } from './escapeHtml.ts';
import { singleAddress } from './mailAddress.ts';
import { ENGLISH, mailBox, mailFrame, NOTE } from './mailFrame.ts';
import { messageId } from './mailMessage.ts';
import type { MailMessage } from './mailPort.ts';
import type { OwnRowLink } from './ownRowLink.ts';

/** An instant in Beijing time to the minute: `2026年12月3日24时` would be read as a date, so it is `23:59` at most. */
function beijing(instant: string): { readonly zh: string; readonly en: string } {
  // The link no longer opens from this instant on; the minute before is the last one.
  const last = new Date(Date.parse(instant) - 60_000 + 8 * 3_600_000).toISOString();
  const [year, month, day] = [last.slice(0, 4), Number(last.slice(5, 7)), Number(last.slice(8, 10))];
  const time = last.slice(11, 16);
  return {
    zh: `${year}年${month}月${day}日 ${time}（北京时间）`,
    en: `${last.slice(0, 10)} ${time} Beijing time`,
  };
}

/**
 * The mail with the link, or undefined when the address is not a single plain one. Neither subject nor text says
 * anything of the matter: who reads over a shoulder learns that a link was asked for, and no more.
 *
 * @param link the recipient's signed link
 */
export function ownRowMail(state: OwnRowLink, link: string, mailDomain: string): MailMessage | undefined {
  const { recipient, office, mail, opensUntil } = state;
  const to = singleAddress(recipient.name, mail.address);
  if (to === undefined) return undefined;
  const until = beijing(opensUntil);
  const greeting = `${recipient.name}：`;
  const intro =
    '有人在公示网站用你单位的统一社会信用代码索取查询链接。打开链接，可以查看与你单位有关的信息。';
  const lines = [
    `链接在${until.zh}之前有效，只供你单位使用，请勿转发。`,
    '不是你单位索取的，不必理会；没有链接，别人看不到这些信息。',
    '本邮件不是正式文书，不产生送达的效力。由系统发出，请勿直接回复。',
  ];
  const english = `Somebody asked on the public site for the link to what concerns your agency. It opens until ${until.en} and is for you alone. If it was not you, ignore this mail. This is not an official paper.`;
  return {
    to,
    subject: '你单位索取的查询链接 / The link you asked for',
    text: [
      greeting,
      '',
      intro,
      '',
      link,
      '',
      ...lines,
      '',
      office.contact,
      office.name,
      '',
      '----------------------------------------',
      `${english} ${office.nameEn}`,
      '',
    ].join('\n'),
    html: mailFrame(
      '查询链接',
      `<h1 style="margin:0 0 16px;font-size:20px">查询链接</h1>
<p style="margin:0 0 12px">${e(greeting)}</p>
<p style="margin:0 0 12px">${e(intro)}</p>
${mailBox(`<p style="margin:0 0 8px;font-weight:bold"><a href="${e(link)}" style="color:#1d70b8">打开查询页面</a></p>
<p style="${NOTE};margin:0;word-break:break-all">${e(link)}</p>`)}
${lines.map((line) => `<p style="margin:0 0 12px">${e(line)}</p>`).join('\n')}
<p style="${NOTE}">${e(office.contact)}</p>
<p style="margin:24px 0 0;text-align:right">${e(office.name)}</p>
<p lang="en" style="${ENGLISH}">${e(english)} ${e(office.nameEn)}</p>`,
    ),
    messageId: messageId(state, mailDomain),
  };
}
