import type { Bilingual } from './wording.ts';

/** The words of the verifier page itself. */
export const PAGE = {
  title: { zh: '双随机抽签核验', en: 'Verify a double-random draw' },
  intro: {
    zh: '在本机核验抽签记录，不连接任何服务器。选择公布的记录文件，本页重新计算全部结果并逐项比对。',
    en: 'Checks a draw record on this machine, without any server: the page recomputes everything and compares.',
  },
  choose: { zh: '选择记录文件', en: 'Choose the record file' },
  chooseHint: {
    zh: '扩展名为 .json；名单另存时，请同时选中名单文件。',
    en: 'A .json file; select the pool files together with it if there are any.',
  },
  result: { zh: '核验结果', en: 'Result' },
  working: { zh: '正在核验……', en: 'Verifying…' },
  refused: { zh: '无法核验', en: 'Cannot verify' },
  ok: { zh: '相符', en: 'ok' },
  differs: { zh: '不符', en: 'differs' },
  expected: { zh: '应为', en: 'expected' },
  found: { zh: '实为', en: 'found' },
  whyTitle: { zh: '为什么抽中或没有抽中我？', en: 'Why was I, or was I not, drawn?' },
  tid: { zh: '机构编号（统一社会信用代码或查询号）', en: "The agency's code in the list" },
  look: { zh: '查询', en: 'Look up' },
  unknown: { zh: '名单中没有这个编号。', en: 'This code is not in the list.' },
  drawn: { zh: '抽中', en: 'drawn' },
  notDrawn: { zh: '未抽中', en: 'not drawn' },
  left: { zh: '抽中，此后退出，不再检查', en: 'drawn, then dropped out: no visit any more' },
  cameIn: { zh: '接替退出的机构，列入检查', en: 'came in for an agency that dropped out: will be visited' },
  outcome: { zh: '结论', en: 'Outcome' },
  cell: { zh: '所在抽取单元', en: 'Cell' },
  size: { zh: '该单元机构数与抽中数', en: 'Agencies in the cell, and drawn' },
  rank: { zh: '名次（从 1 起）', en: 'Rank (from 1)' },
  ticket: { zh: '签号', en: 'Ticket' },
  proof: { zh: '个人证明（可单独核验）', en: 'Personal proof (can be checked alone)' },
} as const satisfies Record<string, Bilingual>;
