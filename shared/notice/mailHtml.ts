import { escapeHtml as e } from './escapeHtml.ts';
import { ENGLISH, mailBox, mailFrame, NOTE } from './mailFrame.ts';
import type { Paper, PaperBlock } from './paper.ts';

const CELL = 'border:1px solid #b1b4b6;padding:6px 8px;text-align:left;vertical-align:top';

function blockHtml(block: PaperBlock): string {
  switch (block.type) {
    case 'paragraph':
      return `<p style="margin:0 0 12px;text-indent:2em">${e(block.text)}</p>`;
    case 'heading':
      return `<h2 style="margin:20px 0 8px;font-size:16px">${e(block.text)}</h2>`;
    case 'list':
      return `<ol style="margin:0 0 12px;padding-left:2em">${block.items.map((item) => `<li style="margin:0 0 6px">${e(item)}</li>`).join('')}</ol>`;
    case 'facts':
      return table(
        '',
        '',
        block.rows.map(
          ([label, value]) =>
            `<th scope="row" style="${CELL};width:30%;font-weight:normal;background:#f3f2f1">${e(label)}</th><td style="${CELL}">${e(value)}</td>`,
        ),
      );
    case 'table':
      return table(
        block.caption,
        `<tr>${block.head.map((cell) => `<th scope="col" style="${CELL};background:#f3f2f1">${e(cell)}</th>`).join('')}</tr>`,
        block.rows.map((row) => row.map((cell) => `<td style="${CELL}">${e(cell)}</td>`).join('')),
      );
  }
}

function table(caption: string, head: string, rows: readonly string[]): string {
  const title =
    caption === ''
      ? ''
      : `<caption style="text-align:left;font-weight:bold;padding:4px 0">${e(caption)}</caption>`;
  return `<table style="border-collapse:collapse;width:100%;margin:0 0 16px;font-size:14px">${title}${head}${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
}

/**
 * The HTML part of a mail: the paper, what the mail is in law, and the link, if its recipient has a page.
 */
export function mailHtml(paper: Paper, service: string, link: string | undefined): string {
  const open =
    link === undefined
      ? ''
      : `<p style="margin:0 0 8px"><a href="${e(link)}" style="color:#1d70b8">在线查看和打印</a></p>\n`;
  const harmless = link === undefined ? '' : '打开链接不会改变任何内容。';
  return mailFrame(
    paper.title,
    `${mailBox(`<p style="margin:0 0 8px;font-weight:bold">${e(service)}</p>
${open}<p style="${NOTE};margin:0">${harmless}本邮件由系统发出，请勿直接回复。</p>`)}
<p style="margin:0;text-align:center">${e(paper.office)}</p>
<h1 style="margin:4px 0;text-align:center;font-size:22px">${e(paper.title)}</h1>
<p style="margin:0 0 20px;text-align:center">${e(paper.number)}</p>
<p style="margin:0 0 12px">${e(paper.addressee)}：</p>
${paper.blocks.map(blockHtml).join('\n')}
<p style="${NOTE}">${[paper.contact, ...(paper.notes ?? [])].map(e).join('<br>')}</p>
<p style="margin:24px 0 0;text-align:right">${e(paper.office)}<br>${e(paper.date)}</p>
<p lang="en" style="${ENGLISH}">${e(paper.summaryEn)}</p>`,
  );
}
