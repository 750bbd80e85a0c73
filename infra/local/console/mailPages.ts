import { escapeHtml, page } from '../html.ts';
import type { ReceivedMail } from '../mail/inbox.ts';

const NAVIGATION = '<nav><a href="/">本机控制台 Local tools</a> <a href="/mail">收件箱 Inbox</a></nav>';

/** All mails, newest first. */
export function inboxPage(mails: readonly ReceivedMail[]): string {
  const rows = mails
    .map(
      (mail) =>
        `<tr><td>${escapeHtml(mail.received.slice(0, 19).replace('T', ' '))}</td><td>${escapeHtml(mail.to.join(', '))}</td>` +
        `<td><a href="/mail/${mail.id}">${escapeHtml(mail.subject || '（无主题 no subject）')}</a></td>` +
        `<td>${mail.deliveries > 1 ? `<strong>${mail.deliveries}</strong>` : '1'}</td></tr>`,
    )
    .join('');
  return page(
    '收件箱 Inbox',
    `${NAVIGATION}<h1>收件箱 <small>Inbox</small></h1>` +
      '<p class="dim">系统发出的邮件都留在这里，不会真正寄出。 Mail ends here; nothing leaves this machine.</p>' +
      '<table><thead><tr><th scope="col">时间 Time (UTC)</th><th scope="col">收件人 To</th><th scope="col">主题 Subject</th><th scope="col">投递次数 Deliveries</th></tr></thead>' +
      `<tbody>${rows || '<tr><td colspan="4" class="dim">还没有邮件 No mail yet</td></tr>'}</tbody></table>` +
      '<form method="post" action="/api/mails/clear"><p><button>清空 Clear</button></p></form>',
  );
}

/** Addresses in a text as links. */
function linked(text: string): string {
  return escapeHtml(text).replace(
    /https?:\/\/[^\s<>"'，。）)]+/g,
    (address) => `<a href="${address}" target="_blank" rel="noopener">${address}</a>`,
  );
}

/** One mail: text, HTML in a frame that runs nothing, headers. */
export function mailPage(mail: ReceivedMail): string {
  const headers = mail.headers
    .map(({ key, value }) => `<tr><th scope="row">${escapeHtml(key)}</th><td>${escapeHtml(value)}</td></tr>`)
    .join('');
  const attachments = mail.attachments
    .map(
      ({ name, type, size }) => `<li>${escapeHtml(name)} <small>${escapeHtml(type)}, ${size} B</small></li>`,
    )
    .join('');
  return page(
    mail.subject,
    `${NAVIGATION}<h1>${escapeHtml(mail.subject)}</h1>` +
      `<p>${escapeHtml(mail.from)} → ${escapeHtml(mail.to.join(', '))}<br><span class="dim">${escapeHtml(mail.received)} · 投递 ${mail.deliveries} 次 deliveries</span></p>` +
      (mail.text === '' ? '' : `<h2>文本 <small>Text</small></h2><pre>${linked(mail.text)}</pre>`) +
      (mail.html === ''
        ? ''
        : `<h2>HTML</h2><iframe title="HTML" src="/mail/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`) +
      (attachments === '' ? '' : `<h2>附件 <small>Attachments</small></h2><ul>${attachments}</ul>`) +
      `<h2>邮件头 <small>Headers</small></h2><table><tbody>${headers}</tbody></table>`,
  );
}
