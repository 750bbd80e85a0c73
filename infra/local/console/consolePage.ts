import { escapeHtml, page } from '../html.ts';
import type { ToolsRuntime } from './toolsHandler.ts';

const BEIJING = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'full',
  timeStyle: 'medium',
});

const shown = (instant: string | undefined) =>
  instant === undefined
    ? '—'
    : escapeHtml(new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' '));

function rows(cells: readonly (readonly string[])[], empty: string): string {
  if (cells.length === 0) return `<tr><td colspan="9" class="dim">${empty}</td></tr>`;
  return cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
}

function table(heads: readonly string[], cells: readonly (readonly string[])[], empty: string): string {
  const head = heads.map((one) => `<th scope="col">${one}</th>`).join('');
  return `<div class="wide" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${rows(cells, empty)}</tbody></table></div>`;
}

function button(action: string, label: string, fields: Readonly<Record<string, string>> = {}): string {
  const hidden = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
  return `<form method="post" action="${escapeHtml(action)}">${hidden}<button>${label}</button></form>`;
}

function links({ addresses }: ToolsRuntime): string {
  const all: readonly (readonly [string, string])[] = [
    [addresses.console, '监管工作台 Office console'],
    [`${addresses.publicity}/`, '公示网站 Publicity site'],
    [`${addresses.public}/complain`, '投诉举报 Complain, report'],
    [`${addresses.public}/follow`, '查询进度 Follow a complaint or report'],
    [addresses.public, '机构与见证人链接 Signed links'],
    [addresses.credit, '信用信息系统（模拟） Credit-information system (simulated)'],
    ['/mail', '收件箱 Inbox'],
    [`${addresses.oidc}/.well-known/openid-configuration`, '身份提供者 OIDC issuer'],
  ];
  return `<ul>${all.map(([href, label]) => `<li><a href="${escapeHtml(href)}">${label}</a> <small>${escapeHtml(href)}</small></li>`).join('')}</ul>`;
}

function hintsPart({ hints }: ToolsRuntime): string {
  if (hints.length === 0) return '';
  return `<h2>试用 <small>To try</small></h2>${table(
    ['内容 What', '值 Value'],
    hints.map(({ zh, en, value, href }) => [
      `${escapeHtml(zh)}<br><small>${escapeHtml(en)}</small>`,
      `<strong>${escapeHtml(value)}</strong><br><a href="${escapeHtml(href)}">${escapeHtml(href)}</a>`,
    ]),
    '',
  )}`;
}

function clockPart({ clock }: ToolsRuntime): string {
  const now = new Date(clock.now());
  const beijing = new Date(clock.now() + 8 * 3_600_000).toISOString().slice(0, 16);
  const state =
    clock.shift() === 0
      ? '真实时间 <small>Real time</small>'
      : `<strong>已调整</strong> <small>Moved by ${(clock.shift() / 86_400_000).toFixed(2)} days</small>`;
  return (
    `<h2 id="clock">时钟 <small>Clock</small></h2><p><strong>${escapeHtml(BEIJING.format(now))}</strong> (北京时间) — ${state}</p>` +
    '<form class="row" method="post" action="/api/clock"><label>设为 Set to (北京时间) ' +
    `<input type="datetime-local" name="set" value="${beijing}" required></label><button>设定 Set</button></form>` +
    '<form class="row" method="post" action="/api/clock"><label>前进 Advance <input type="number" name="days" value="1" step="1"> 天 days</label>' +
    '<label><input type="number" name="hours" value="0" step="1"> 小时 hours</label><button>前进 Advance</button></form>' +
    button('/api/clock', '恢复真实时间 Back to real time', { reset: '1' })
  );
}

/** The page of the local tools. */
export function consolePage(runtime: ToolsRuntime): string {
  const { executions, scheduler, queues, topics, log, inbox, dataFolder } = runtime;
  const held = queues.list();
  const body =
    '<h1>本机控制台 <small>Local tools</small></h1>' +
    '<p class="mark">这一页只在本机出现，不属于系统本身。<br><span class="dim">This page exists on this machine only; it is not part of the system.</span></p>' +
    links(runtime) +
    hintsPart(runtime) +
    clockPart(runtime) +
    `<h2>流程实例 <small>Executions</small></h2>${table(
      ['名称 Name', '状态 Status', '等待于 Waiting in', '开始 Started', '计费步数 Transitions'],
      executions
        .list()
        .slice(0, 50)
        .map((one) => [
          `${escapeHtml(one.machine)}<br><strong>${escapeHtml(one.name)}</strong>`,
          one.status + (one.error === undefined ? '' : `<br><small>${escapeHtml(one.error)}</small>`),
          escapeHtml(one.waitingIn ?? '—'),
          shown(one.started),
          String(one.transitions),
        ]),
      '没有 None',
    )}` +
    `<h2>定时任务 <small>Schedules</small></h2>${table(
      ['名称 Name', '规则 Expression', '上次 Last', '下次 Next', '操作 Action'],
      scheduler
        .list()
        .map((one) => [
          escapeHtml(one.name),
          `<code>${escapeHtml(one.expression)}</code><br><small>${escapeHtml(one.zone)}</small>`,
          shown(one.last),
          shown(one.next),
          button(`/api/schedules/${encodeURIComponent(one.name)}/run`, '立即运行 Run now'),
        ]),
      '没有 None',
    )}` +
    `<h2>收件箱 <small>Inbox</small></h2><p><a href="/mail">${inbox.list().length} 封邮件 mails</a></p>` +
    `<h2>队列 <small>Queues</small></h2>${table(
      ['名称 Name', '消息 Messages', '操作 Action'],
      held.map((one) => [
        escapeHtml(one.name),
        `${one.messages.length}${one.messages
          .slice(-5)
          .map((message) => `<pre tabindex="0">${escapeHtml(message.body.slice(0, 2_000))}</pre>`)
          .join('')}`,
        button(`/api/queues/${encodeURIComponent(one.name)}/purge`, '清空 Purge'),
      ]),
      '没有 None',
    )}` +
    (topics.list().length === 0
      ? ''
      : `<h2>告警 <small>Alarms</small></h2><pre tabindex="0">${escapeHtml(
          topics
            .list()
            .map(({ time, subject, message }) => `${time} ${subject ?? ''} ${message}`)
            .join('\n'),
        )}</pre>`) +
    `<h2>日志 <small>Log</small></h2><pre tabindex="0">${escapeHtml(
      log
        .tail(120)
        .map(({ time, source, text }) => `${time} ${source} ${text}`)
        .join('\n'),
    )}</pre>` +
    `<h2>重新开始 <small>Start over</small></h2><p>停止程序（Ctrl-C），删除文件夹 <code>${escapeHtml(dataFolder)}</code>，再运行 <code>npm start</code>。<br>` +
    '<span class="dim">Stop the program (Ctrl-C), delete the folder, run <code>npm start</code> again.</span></p>';
  return page('本机控制台 Local tools', body);
}
