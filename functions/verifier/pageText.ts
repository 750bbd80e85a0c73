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
  open: { zh: '未核对', en: 'not checked' },
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

/** The words of the page that checks proofs of filing. */
export const FILING_PAGE = {
  title: { zh: '投诉举报提交证明核验', en: 'Check a proof of filing' },
  intro: {
    zh: '在本机核验，不连接任何服务器。核验提交证明是否由本机关签发、签发后有没有改动，以及您保存的文字是不是当时提交的文字。',
    en: 'Works on this machine, without any server: whether the office signed the proof, whether it was changed since, and whether the text you saved is the one that was filed.',
  },
  choose: { zh: '选择文件，或者把文件拖到这里', en: 'Choose the files, or drop them here' },
  chooseHint: {
    zh: '同时选中：提交证明（.json）、提交时保存的文字文件（.txt）、公示网站上的公钥文件（receipts.json）。后两个可以不选，但相应的内容就无法核对。',
    en: 'Select together: the proof (.json), the text you saved when filing (.txt), and the file of keys from the public site (receipts.json). The last two may be left out; what they show is then not checked.',
  },
} as const satisfies Record<string, Bilingual>;
