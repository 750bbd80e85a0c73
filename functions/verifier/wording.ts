import type { Check } from '../../shared/draw/check.ts';
import { drawMessages } from '../../shared/messages/draw.ts';
import type { Problem } from '../../shared/problem.ts';

/** What the verifier says, zh-CN first and English beside it. Its own small table: the page carries it whole. */

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export const VERDICT = {
  consistent: { zh: '一致', en: 'consistent' },
  inconsistent: { zh: '不一致', en: 'inconsistent' },
} as const satisfies Record<string, Bilingual>;

const CHECKS: Readonly<Record<string, Bilingual>> = {
  'plan.rules': { zh: '计划合规', en: 'plan obeys the rules' },
  'plan.digest': { zh: '计划摘要与承诺相符', en: 'plan digest as committed' },
  'pool.rows': { zh: '名单各行合规、有序、无重复', en: 'rows valid, in order, without duplicates' },
  'pool.committed': { zh: '名单与承诺成对', en: 'pool and its commitment both present' },
  'pool.count': { zh: '名单行数', en: 'number of rows' },
  'pool.root': { zh: '名单快照根', en: 'snapshot root' },
  'pool.fileCount': { zh: '名单文件所记行数', en: 'number of rows stated for the file' },
  'pool.fileRoot': { zh: '名单文件所记快照根', en: 'root stated for the file' },
  'source.rules': { zh: '随机来源的种类与次序', en: 'kinds and order of the sources' },
  'value.count': { zh: '每个来源有一个数值', en: 'one value per source' },
  'source.witness': { zh: '见证人揭示值与承诺相符', en: "witness's value as committed" },
  'source.length': { zh: '揭示值为 32 字节', en: 'revealed value has 32 bytes' },
  'source.lottery': { zh: '开奖号码符合约定格式', en: 'lottery outcome in the committed form' },
  'source.beaconPresent': { zh: '载有信标签名', en: 'beacon signature present' },
  'source.beaconUnwanted': { zh: '没有多余的信标', en: 'no beacon without its source' },
  'source.beaconRound': { zh: '信标轮次', en: 'round of the beacon' },
  'source.beaconValue': { zh: '信标数值即签名的摘要', en: 'beacon value is the digest of its signature' },
  'source.beaconSignature': { zh: '信标签名有效', en: 'beacon signature valid' },
  'result.recomputed': { zh: '重新计算抽签结果', en: 'result recomputed' },
  'result.events': { zh: '更换事件可以重演', en: 'events can be replayed' },
  'result.draw': { zh: '抽签编号', en: 'draw number' },
  'result.commit': { zh: '承诺摘要', en: 'digest of the commitment' },
  'result.seed': { zh: '种子', en: 'seed' },
  'result.u': { zh: '取整偏移 u', en: 'rounding offset u' },
  'result.cell': { zh: '各抽取单元抽中名单', en: 'agencies drawn per cell' },
  'result.level': { zh: '检查人员负荷水平', en: 'levels of the inspectors' },
  'result.team': { zh: '检查组', en: 'teams' },
  'result.infeasible': { zh: '无法组队的席位', en: 'seats that cannot be filled' },
  'result.event': { zh: '更换事件已重演', en: 'event replayed' },
  'result.after': { zh: '更换后的名单与检查组', en: 'state after the events' },
  'result.digest': { zh: '结果摘要', en: 'digest of the result' },
  'log.chain': { zh: '日志链完整', en: 'log chain unbroken' },
  'log.order': { zh: '时间先后', en: 'order of time' },
  'log.plan': { zh: '日志：计划', en: 'log: plan' },
  'log.snapshot': { zh: '日志：快照', en: 'log: snapshot' },
  'log.commit': { zh: '日志：承诺', en: 'log: commitment' },
  'log.reveal': { zh: '日志：揭示', en: 'log: reveal' },
  'log.beacon': { zh: '日志：公共随机数', en: 'log: public randomness' },
  'log.result': { zh: '日志：结果', en: 'log: result' },
  'log.event': { zh: '日志：更换事件', en: 'log: event' },
  'log.onlyOne': { zh: '同一抽签没有第二份承诺、结果或作废', en: 'no rival commitment, result or void' },
  'log.beforeBeacon': { zh: '承诺与揭示早于信标', en: 'commitment and reveals before the beacon' },
  'log.margin': { zh: '联署早于信标至少一小时', en: 'cosigned at least an hour before the beacon' },
  'proof.commit': { zh: '承诺摘要', en: 'digest of the commitment' },
  'proof.seed': { zh: '种子', en: 'seed' },
  'proof.snapshot': { zh: '本机构在已承诺的名单中', en: 'row is in the committed snapshot' },
  'proof.ticket': { zh: '签号', en: 'ticket' },
  'proof.rank': { zh: '本机构在抽取单元内的名次', en: 'rank in the cell' },
  'proof.drawn': { zh: '名次在抽中数以内即为抽中', en: 'drawn if and only if rank < n' },
};

const NOTES: Readonly<Record<string, Bilingual>> = {
  'order-not-shown': {
    zh: '记录不含日志，未显示时间先后',
    en: 'the record carries no log, so the order of time is not shown',
  },
  'event-agency': {
    zh: '机构退出，由同一抽取单元的下一名次接替；席位按规则重新抽取',
    en: 'the agency drops out, the next rank of its cell comes in; its seats are drawn by the rule',
  },
  'event-inspector': {
    zh: '检查人员让出全部席位，不再参加本次检查',
    en: 'the inspector gives up all seats and is no candidate any more',
  },
  'event-keeps': {
    zh: '检查人员让出所列机构的席位，保留其他席位，不再接替他人',
    en: 'the inspector gives up the seats listed, keeps the others, and is no candidate any more',
  },
  'event-stays': {
    zh: '检查人员只让出所列机构的席位，此后视为对这些机构回避，仍可参加其他检查',
    en: 'the inspector gives up the seats listed only: a conflict with these from now on, a candidate elsewhere',
  },
  'no-cosignatures': { zh: '记录不含联署，未检查间隔', en: 'no cosignatures here, margin not checked' },
  'not-computed': { zh: '前提不成立，无法计算', en: 'not computed: what it rests on does not hold' },
};

const OTHER_SHAPE: Bilingual = {
  zh: '内容的形式不符合规定',
  en: 'not of the form that the specification asks',
};

/** Name of a check in both languages, with what it is about. */
export function checkText({ name, subject }: Check): Bilingual {
  const text = CHECKS[name] ?? { zh: name, en: name };
  return subject === undefined ? text : { zh: `${text.zh}（${subject}）`, en: `${text.en} (${subject})` };
}

export function noteText(note: string): Bilingual {
  return NOTES[note] ?? { zh: note, en: note };
}

/** A sentence for why a file cannot be read: a draw record, unless the table knows more. */
export function problemText(
  { code, params, field }: Problem,
  texts: Readonly<Record<string, Bilingual>> = drawMessages,
): Bilingual {
  const text = texts[code] ?? OTHER_SHAPE;
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, key) => String(params?.[key] ?? ''));
  const where = field === undefined || field === '' ? '' : field;
  return {
    zh: where === '' ? fill(text.zh) : `${fill(text.zh)}（位置：${where}）`,
    en: where === '' ? fill(text.en) : `${fill(text.en)} (at ${where})`,
  };
}
