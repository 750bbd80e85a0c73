import { localDate } from '../calendar/localDate.ts';
import type { TermRow } from './inspectionVocabulary.ts';
import type { LawTable } from './lawTable.ts';
import { listTerm, proposed, readInFull } from './termRow.ts';

const LAW = '行政处罚法（2021年修订）';
const PROCEDURE = '市场监督管理行政处罚程序规定（总局令第2号，2022年修正）';
const START = localDate('2021-07-15');

/** Why the heads of the office decide together, legal review first (行政处罚法 arts. 57, 58). */
export const collectiveReasons = [
  listTerm(
    'public-interest',
    ['涉及重大公共利益', 'A major public interest'],
    readInFull(`${LAW}第五十八条；${PROCEDURE}第五十条第一款第一项、第六十条第二款`),
    START,
  ),
  listTerm(
    'hearing',
    ['直接关系当事人或者第三人重大权益，属于听证范围或者经过听证', 'A matter for a hearing, or heard'],
    readInFull(
      `${LAW}第五十八条；${PROCEDURE}第五十条第一款第二项、第六十条第二款`,
      '条文为经过听证程序的案件；属于听证范围而未要求听证的，本机关同样集体讨论',
    ),
    START,
  ),
  listTerm(
    'complex',
    ['案件情况疑难复杂、涉及多个法律关系', 'A difficult case, or one with several legal relations'],
    readInFull(`${LAW}第五十八条；${PROCEDURE}第五十条第一款第三项、第六十条第二款`),
    START,
  ),
  listTerm(
    'other-law',
    ['法律、法规规定的其他情形', 'As another law says'],
    readInFull(`${LAW}第五十八条；${PROCEDURE}第五十条第一款第四项、第六十条第二款`),
    START,
  ),
  listTerm(
    'serious',
    ['情节严重，提请国家知识产权局处理或者适用加重幅度', 'A serious breach'],
    proposed(`${LAW}第五十七条第二款`, '“重大违法行为”无数额标准，为默认值'),
    START,
  ),
  listTerm(
    'mitigated',
    ['减轻处罚（低于法定幅度）', 'A fine below the range of the article'],
    proposed(`${LAW}第三十二条`, '减轻处罚须集体讨论为默认值'),
    START,
  ),
  listTerm(
    'extended-again',
    ['延长三十日后仍不能作出决定', 'No decision even thirty days later'],
    readInFull(`${PROCEDURE}第六十四条第一款`),
    START,
  ),
] as const satisfies LawTable<TermRow>;
export type CollectiveReason = (typeof collectiveReasons)[number]['rule'];

/** What may make a penalty lighter, or let it go below the range. */
export const mitigatingFactors = [
  listTerm(
    'harm-removed',
    ['主动消除或者减轻违法行为危害后果', 'Removed or lessened the harm of its own accord'],
    readInFull(`${LAW}第三十二条第一项`),
    START,
  ),
  listTerm(
    'coerced',
    ['受他人胁迫或者诱骗实施违法行为', 'Was coerced or tricked into it'],
    readInFull(`${LAW}第三十二条第二项`),
    START,
  ),
  listTerm(
    'confessed',
    ['主动供述行政机关尚未掌握的违法行为', 'Told of breaches that the office did not know of'],
    readInFull(`${LAW}第三十二条第三项`),
    START,
  ),
  listTerm(
    'merit',
    ['配合行政机关查处违法行为有立功表现', 'Helped to uncover breaches'],
    readInFull(`${LAW}第三十二条第四项`),
    START,
  ),
  listTerm(
    'other-law',
    ['法律、法规、规章规定其他应当从轻或者减轻行政处罚', 'As another law says'],
    readInFull(`${LAW}第三十二条第五项`),
    START,
  ),
] as const satisfies LawTable<TermRow>;
export type MitigatingFactor = (typeof mitigatingFactors)[number]['rule'];

/** What may make a penalty heavier within its range. The law names one case; the others are the office's to publish. */
export const aggravatingFactors = [
  listTerm(
    'emergency',
    ['违反突发事件应对措施', 'Breaks the measures against an emergency'],
    readInFull(`${LAW}第四十九条；${PROCEDURE}第六十五条`),
    START,
  ),
  listTerm(
    'repeated',
    ['因同类违法行为受过行政处罚后再次实施', 'Was penalised for the same kind of act before'],
    proposed(`${LAW}第三十四条`, '裁量基准未见本机关公布，为默认值'),
    START,
  ),
  listTerm(
    'obstruction',
    ['拒绝、阻碍调查或者隐匿、销毁证据', 'Obstructed the investigation or destroyed evidence'],
    proposed(`${LAW}第三十四条`, '裁量基准未见本机关公布，为默认值'),
    START,
  ),
  listTerm(
    'grave-harm',
    ['危害后果严重或者社会影响恶劣', 'Grave harm or a bad effect on the public'],
    proposed(`${LAW}第三十四条`, '裁量基准未见本机关公布，为默认值'),
    START,
  ),
] as const satisfies LawTable<TermRow>;
export type AggravatingFactor = (typeof aggravatingFactors)[number]['rule'];

/** Not punishing is an outcome with its reason. `must`: 不予处罚; `may`: 可以不予处罚. */
export const notPunishingGrounds = [
  {
    ...listTerm(
      'minor-and-cured',
      ['违法行为轻微并及时改正，没有造成危害后果', 'Minor, cured in time, and without harm'],
      readInFull(`${LAW}第三十三条第一款`),
      START,
    ),
    force: 'must',
  },
  {
    ...listTerm(
      'first-and-cured',
      ['初次违法且危害后果轻微并及时改正', 'The first time, with minor harm, and cured in time'],
      readInFull(`${LAW}第三十三条第一款`),
      START,
    ),
    force: 'may',
  },
  {
    ...listTerm(
      'no-fault',
      ['当事人有证据足以证明没有主观过错', 'The party has proved that it was not at fault'],
      readInFull(`${LAW}第三十三条第二款`, '法律、行政法规另有规定的，从其规定'),
      START,
    ),
    force: 'must',
  },
  {
    ...listTerm(
      'too-late',
      ['超过追究时效', 'The time within which it can be punished is over'],
      readInFull(`${LAW}第三十六条`),
      START,
    ),
    force: 'must',
  },
  {
    ...listTerm(
      'not-established',
      ['违法事实不能成立', 'The facts are not established'],
      readInFull(`${LAW}第五十七条第一款第三项；${PROCEDURE}第六十条第一款第三项`),
      START,
    ),
    force: 'must',
  },
] as const satisfies LawTable<TermRow & { readonly force: 'must' | 'may' }>;
export type NotPunishingGround = (typeof notPunishingGrounds)[number]['rule'];
