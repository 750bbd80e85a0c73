import { escapeHtml, page } from '../html.ts';
import { faultKinds } from './faults.ts';
import type { HeldRecord } from './holdings.ts';
import type { CreditSimulator } from './simulator.ts';

/** Agencies that the page lists; a search finds the others. */
const MOST_AGENCIES = 100;
const MOST_LINES = 50;

const stateWords = {
  published: '公示中 Published',
  ended: '已停止公示 Ended',
  withdrawn: '已撤回 Withdrawn',
} as const;

const beijing = (at: string) =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** What the simulated system holds, what it was asked, and what it does wrong next. */
export function creditPage(simulator: CreditSimulator, search: string): string {
  return page(
    '信用信息系统（模拟） Credit-information system',
    '<h1>信用信息系统（模拟） <small>Credit-information system, simulated</small></h1>' +
      '<p class="mark">这是本机的模拟系统，代替市企业信用信息系统接收推送。<br><span class="dim">A simulation on this machine: it takes what the office sends to the credit-information system of its city.</span></p>' +
      faultsPart(simulator) +
      holdingsPart(simulator, search) +
      plantPart() +
      journalPart(simulator),
  );
}

function faultsPart({ faults }: CreditSimulator): string {
  const now = faults
    .list()
    .map((fault) => {
      const row = faultKinds.find(({ kind }) => kind === fault.kind);
      const times = fault.times === undefined ? '直到清除 until cleared' : `${fault.times} 次 times`;
      const share = fault.share === undefined ? '' : `，${Math.round(fault.share * 100)}%`;
      return `<li><strong>${row?.zh ?? ''}</strong> ${escapeHtml(row?.en ?? '')} — ${times}${share}</li>`;
    })
    .join('');
  const options = faultKinds
    .map(({ kind, zh, en }) => `<option value="${kind}">${zh} ${escapeHtml(en)}</option>`)
    .join('');
  return (
    `<h2 id="faults">故障 <small>Faults</small></h2>${now === '' ? '<p>正常工作 <small>Works</small></p>' : `<ul>${now}</ul>`}` +
    `<form class="row" method="post" action="/faults"><label>故障 Fault <select name="kind">${options}</select></label>` +
    '<label>次数 Times <input type="number" name="times" min="1" placeholder="∞"></label>' +
    '<label>比例 Share <input type="number" name="share" min="0" max="1" step="0.01"></label>' +
    '<label>只对含此文字的记录 Only records with <input name="about"></label><button class="primary">设置 Set</button></form>' +
    '<form method="post" action="/faults/clear"><button>全部清除 Clear all</button></form>'
  );
}

function holdingsPart({ holdings }: CreditSimulator, search: string): string {
  const byAgency = new Map<string, HeldRecord[]>();
  for (const held of holdings.current()) {
    const { uscc, name } = held.subject;
    if (search !== '' && !`${uscc} ${name}`.includes(search)) continue;
    byAgency.set(uscc, [...(byAgency.get(uscc) ?? []), held]);
  }
  const shown = [...byAgency].slice(0, MOST_AGENCIES);
  const rows = shown
    .map(
      ([uscc, records]) =>
        `<h3>${escapeHtml(records.at(-1)?.subject.name ?? '')} <small>${escapeHtml(uscc)}</small></h3>${records.map(recordPart).join('')}`,
    )
    .join('');
  return (
    `<h2 id="holdings">现有记录 <small>What it holds</small></h2><p>${holdings.current().length} 条 records，${byAgency.size} 家机构 agencies</p>` +
    `<form class="row" method="get" action="/"><label>机构 Agency <input name="agency" value="${escapeHtml(search)}"></label><button>查找 Find</button></form>` +
    (rows === '' ? '<p class="dim">没有 None</p>' : rows) +
    (byAgency.size > shown.length
      ? `<p class="dim">只列出前 ${MOST_AGENCIES} 家 The first ${MOST_AGENCIES} are shown</p>`
      : '')
  );
}

function recordPart(held: HeldRecord): string {
  const { key, version, amendment, state, type, fields = {}, details = [], reason, receipt, at } = held;
  const lines = [
    ...Object.entries(fields),
    ...details.flatMap((line) => Object.entries(line)),
    ...(reason === undefined ? [] : [['reason', reason] as const]),
  ];
  const cells = lines
    .map(
      ([field, value]) => `<tr><th scope="row">${escapeHtml(field)}</th><td>${escapeHtml(value)}</td></tr>`,
    )
    .join('');
  return (
    `<details><summary><strong>${stateWords[state]}</strong> <code>${escapeHtml(key)}</code> v${version}${amendment === 0 ? '' : `.${amendment}`} ` +
    `<small>${escapeHtml(type ?? '')} · ${escapeHtml(receipt)} · ${beijing(at)}</small></summary>` +
    `<div class="wide" tabindex="0"><table><tbody>${cells}</tbody></table></div>` +
    `<form method="post" action="/forget"><input type="hidden" name="key" value="${escapeHtml(key)}"><button>丢失这条记录 Lose this record</button></form></details>`
  );
}

function plantPart(): string {
  return (
    '<h2>放入外来记录 <small>Put in what nobody sent</small></h2>' +
    '<p class="dim">每日比对会发现它。 The daily comparison finds it.</p>' +
    '<form class="row" method="post" action="/plant"><label>编号 Key <input name="key" value="listing/FOREIGN1" required></label>' +
    '<label>统一社会信用代码 Code <input name="uscc" pattern="[0-9A-Z]{18}" required></label>' +
    '<label>名称 Name <input name="name" required></label><button>放入 Put in</button></form>'
  );
}

function journalPart(simulator: CreditSimulator): string {
  const rows = simulator
    .journal()
    .slice(0, MOST_LINES)
    .map(
      ({ at, method, path, count, fault, status, words }) =>
        `<tr><td>${beijing(at)}</td><td>${escapeHtml(`${method} ${path}`)}</td><td>${count}</td><td>${status === 'cut' ? '断开 cut' : status}</td><td>${escapeHtml(words)}</td><td>${escapeHtml(fault ?? '')}</td></tr>`,
    )
    .join('');
  const heads = ['时间 Time', '请求 Request', '条数 Records', '状态 Status', '结果 Results', '故障 Fault'];
  return (
    '<h2 id="journal">请求记录 <small>Journal of requests</small></h2><div class="wide" tabindex="0"><table><thead><tr>' +
    `${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>` +
    `${rows === '' ? '<tr><td colspan="6" class="dim">没有 None</td></tr>' : rows}</tbody></table></div>`
  );
}
