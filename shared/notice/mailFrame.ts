import { escapeHtml as e } from './escapeHtml.ts';

// Mail programs drop style sheets: every style stands at its element.
const FONT = "font-family:'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif";
/** Style of what is said beside the matter itself. */
export const NOTE = 'margin:0 0 12px;color:#484949;font-size:14px';
/** Style of the English text at the end. */
export const ENGLISH =
  'margin:24px 0 0;border-top:1px solid #b1b4b6;padding-top:8px;color:#484949;font-size:13px';

/**
 * The HTML document of a mail around `body`, which is markup and already escaped. It loads nothing from anywhere,
 * so that opening it tells nobody.
 */
export function mailFrame(title: string, body: string, lang: 'zh' | 'en' = 'zh'): string {
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${e(title)}</title></head>
<body style="margin:0;padding:16px;background:#ffffff;color:#0b0c0c;${FONT};font-size:16px;line-height:1.6">
<div role="main" style="max-width:680px;margin:0 auto">
${body}
</div>
</body></html>
`;
}

/** A passage marked by a bar at its left: what the mail is and where its link leads. */
export function mailBox(content: string): string {
  return `<div style="border-left:4px solid #1d70b8;padding:4px 12px;margin:0 0 20px">
${content}
</div>`;
}
