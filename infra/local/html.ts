/** Text made safe for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

const STYLE = `
:root{color-scheme:light;--ink:#1b1f24;--dim:#57606a;--line:#d0d7de;--blue:#0b57d0;--pale:#f6f8fa}
*{box-sizing:border-box}body{margin:0;font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;color:var(--ink);background:#fff}
main{max-width:64rem;margin:0 auto;padding:1.5rem}h1{font-size:1.6rem;margin:.2em 0}h2{font-size:1.2rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line)}
.dim{color:var(--dim)}small{color:var(--dim)}a{color:var(--blue)}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}th{background:var(--pale);position:sticky;top:0}
button{font:inherit;padding:.35rem .9rem;border:1px solid var(--blue);border-radius:4px;background:#fff;color:var(--blue);cursor:pointer}
button.primary{background:var(--blue);color:#fff}button:focus-visible,a:focus-visible,input:focus-visible{outline:3px solid #ffbf47;outline-offset:2px}
input,select{font:inherit;padding:.3rem .5rem;border:1px solid var(--dim);border-radius:4px;max-width:100%}form.row>*{max-width:100%;min-width:0}summary,td{overflow-wrap:anywhere}form.row{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:.5rem 0}
@media(max-width:64rem){.wide{overflow-x:auto}th{position:static}}pre{background:var(--pale);padding:.8rem;overflow:auto;max-height:28rem;font-size:13px}nav a{margin-right:1rem}.accounts{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:.8rem;padding:0;list-style:none}
.accounts button{width:100%;text-align:left;padding:.8rem 1rem}.accounts strong{display:block;font-size:1.1rem;color:var(--ink)}.mark{background:#fff8c5;padding:.6rem 1rem;border:1px solid #d4a72c}iframe{width:100%;height:40rem;border:1px solid var(--line)}
`;

/** A page of the local tools. The body is HTML that is already safe. */
export function page(title: string, body: string): string {
  return (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">' +
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`
  );
}
