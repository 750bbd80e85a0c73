import { type LocalDate, localDate } from '../calendar/localDate.ts';
import type { TermRow } from './inspectionVocabulary.ts';
import type { Citation, LawTable } from './lawTable.ts';

/**
 * Closed lists of the handling of complaints (投诉) and reports (举报). A row in force until 2026-04-14 belongs to
 * the cases received by then, whose numbers of articles are those of the old rule book.
 */

const RULES = '市场监督管理投诉举报处理办法（总局令第121号）';
const OLD_RULES = '市场监督管理投诉举报处理暂行办法（总局令第20号）';
const PROCEDURE = '市场监督管理行政处罚程序规定（总局令第2号，2022年修正）';
const OLD = localDate('2020-01-01');
const OLD_END = localDate('2026-04-14');
const NEW = localDate('2026-04-15');

function term<Rule extends string>(
  rule: Rule,
  [zh, en]: readonly [zh: string, en: string],
  citation: Citation,
  validFrom: LocalDate,
  validTo?: LocalDate,
): TermRow & { readonly rule: Rule } {
  return { rule, zh, en, citation, validFrom, ...(validTo === undefined ? {} : { validTo }) };
}

type Words = readonly [zh: string, en: string];
const read = (text: string): Citation => ({ text, verification: 'V' });
const partly = (text: string, note: string): Citation => ({ text, verification: 'P', note });

/** The same term in both rule books, or in the new one alone. */
function inBoth<Rule extends string>(rule: Rule, words: Words, article: string, before?: string) {
  const now = term(rule, words, read(`${RULES}${article}`), NEW);
  if (before === undefined) return [now];
  const old = partly(`${OLD_RULES}${before}`, '旧办法的条次未逐条核对');
  return [term(rule, words, old, OLD, OLD_END), now];
}

/**
 * Why a complaint is not accepted: seven grounds, no other (令121号 art. 16; six in the old rule book). The refusal
 * names one of them and the other ways of 消费者权益保护法 art. 39.
 */
export const refusalGrounds = [
  ...inBoth(
    'not-competent',
    [
      '投诉事项不属于本机关职责，或者本机关不具有处理权限',
      'Not a duty of this office, or no power to handle it',
    ],
    '第十六条第一项',
    '第十五条第一项',
  ),
  ...inBoth(
    'handled-elsewhere',
    [
      '法院、仲裁机构、行政机关或者消费者协会已经受理或者处理过同一消费者权益争议',
      'A court, an arbitration body, an authority or a consumers’ association has taken it up or handled it',
    ],
    '第十六条第二项',
    '第十五条第二项',
  ),
  ...inBoth(
    'no-consumer-dispute',
    [
      '不是为生活消费需要购买、使用商品或者接受服务，或者不能证明存在消费者权益争议',
      'Not bought for daily life, or no dispute about it is shown',
    ],
    '第十六条第三项',
    '第十五条第三项',
  ),
  ...inBoth(
    'too-late',
    [
      '自知道或者应当知道权益受到侵害之日起超过三年',
      'More than three years since it was or should have been known',
    ],
    '第十六条第四项',
    '第十五条第四项',
  ),
  ...inBoth(
    'material',
    ['未提供规定的材料或者提供虚假材料', 'The material required is missing or false'],
    '第十六条第五项',
    '第十五条第五项',
  ),
  ...inBoth(
    'identity',
    ['冒用他人名义投诉或者不配合身份核验', 'In another person’s name, or the check of identity is refused'],
    '第十六条第六项',
  ),
  ...inBoth(
    'other-law',
    ['法律、法规、规章规定不予受理的其他情形', 'Another law says that it is not accepted'],
    '第十六条第七项',
    '第十五条第六项',
  ),
] as const satisfies LawTable<TermRow>;
export type RefusalGround = (typeof refusalGrounds)[number]['rule'];

/** How a mediation ends: with an agreement (令121号 art. 24), or on one of eight grounds (art. 23). */
export const mediationEnds = [
  ...inBoth('agreed', ['达成调解协议', 'The parties agreed'], '第二十四条', '第二十二条'),
  ...inBoth(
    'settled-or-withdrawn',
    ['投诉人撤回投诉或者双方自行和解', 'The complaint was withdrawn, or the parties settled by themselves'],
    '第二十三条第一项',
    '第二十一条第一项',
  ),
  ...inBoth(
    'no-agreement-on-test',
    ['双方对检测、鉴定的机构或者费用协商不一致', 'No agreement on who tests or who pays for it'],
    '第二十三条第二项',
    '第二十一条第二项',
  ),
  ...inBoth(
    'refused-mediation',
    [
      '一方无正当理由不参加调解，或者被投诉人明确拒绝调解',
      'One side stays away without good reason, or the agency refuses mediation',
    ],
    '第二十三条第三项',
    '第二十一条第三项',
  ),
  ...inBoth(
    'no-agreement',
    ['经组织调解，一方明确表示无法达成调解协议', 'One side says that no agreement can be reached'],
    '第二十三条第四项',
    '第二十一条第四项',
  ),
  ...inBoth(
    'time-over',
    ['调解期限内未能达成调解协议', 'No agreement within the period'],
    '第二十三条第五项',
    '第二十一条第五项',
  ),
  ...inBoth(
    'should-not-have-been-accepted',
    [
      '受理后发现存在不予受理的情形或者涉嫌诈骗、敲诈勒索',
      'A ground of refusal, or suspected fraud or extortion, was found later',
    ],
    '第二十三条第六项',
    '第二十一条第六项',
  ),
  ...inBoth(
    'party-gone',
    ['一方死亡或者终止且无权利义务承受人', 'A party died or ceased to exist without a successor'],
    '第二十三条第七项',
  ),
  ...inBoth(
    'other-law',
    ['法律、法规、规章规定应当终止调解的其他情形', 'Another law says that mediation ends'],
    '第二十三条第八项',
    '第二十一条第七项',
  ),
] as const satisfies LawTable<TermRow>;
export type MediationEnd = (typeof mediationEnds)[number]['rule'];

const WORDING = '各项情形的文字未逐字核对';
const noCase = (article: string) => partly(`${PROCEDURE}${article}`, WORDING);

/** Why no case is filed after a report was verified (令2号 arts. 19, 20). */
export const notFiledGrounds = [
  term(
    'no-evidence',
    ['没有证据初步证明存在违法行为', 'No evidence that anything unlawful was done'],
    noCase('第十九条'),
    OLD,
  ),
  term('not-competent', ['不属于本机关管辖', 'Another office is competent'], noCase('第十九条'), OLD),
  term(
    'limitation',
    ['超过行政处罚的法定期限', 'The time within which it can be punished is over'],
    noCase('第十九条'),
    OLD,
  ),
  term(
    'slight-and-corrected',
    ['违法行为轻微并及时改正，没有造成危害后果', 'Slight, corrected in time, and without harm'],
    noCase('第二十条第一项'),
    OLD,
  ),
  term(
    'first-and-corrected',
    ['初次违法且危害后果轻微并及时改正', 'The first time, with slight harm, and corrected in time'],
    noCase('第二十条第二项'),
    OLD,
  ),
  term(
    'no-fault',
    ['当事人有证据足以证明没有主观过错', 'The agency has shown that it was not at fault'],
    noCase('第二十条第三项'),
    OLD,
  ),
  term(
    'other',
    ['依法可以不予立案的其他情形', 'Another case in which the law lets the office file none'],
    noCase('第二十条第四项'),
    OLD,
  ),
] as const satisfies LawTable<TermRow>;
export type NotFiledGround = (typeof notFiledGrounds)[number]['rule'];

/** What stops the clock; there is nothing else. */
export const suspensionReasons = [
  ...inBoth(
    'test',
    ['检测、检验、鉴定、评估期间', 'A test or an expert opinion is awaited'],
    '第二十二条',
    '第二十条',
  ),
  ...inBoth(
    'recusal',
    [
      '申请调解人员回避，作出决定前中止调解',
      'Recusal of the mediator was asked for: mediation rests until it is decided',
    ],
    '第二十一条',
  ),
] as const satisfies LawTable<TermRow>;
export type SuspensionReason = (typeof suspensionReasons)[number]['rule'];

/** Where a case goes when this office does not keep it. */
export const transferKinds = [
  ...inBoth(
    'forwarded',
    ['分送有处理权限的市场监督管理部门', 'Passed on to the office that has the power'],
    '第四十一条',
    '',
  ),
  term(
    'other-body',
    [
      '移送其他行政机关（含提请国家知识产权局处理）',
      'Handed to another authority, the national office included',
    ],
    partly('专利代理条例第二十五条；行政处罚法', '移送条款未逐字核对'),
    OLD,
  ),
  ...inBoth(
    'crime',
    [
      '涉嫌犯罪（含诈骗、敲诈勒索），移送公安机关',
      'A suspected crime, fraud and extortion included, handed to the police',
    ],
    '第四十二条',
    '',
  ),
  ...inBoth(
    'returned',
    [
      '收到分送后无处理权限，退回分送单位',
      'Received without the power: returned to whoever passed it on, never further',
    ],
    '第四十一条',
    '',
  ),
] as const satisfies LawTable<TermRow>;
export type TransferKind = (typeof transferKinds)[number]['rule'];
