import { localDate } from '../calendar/localDate.ts';
import type { TermRow } from './inspectionVocabulary.ts';
import type { LawTable } from './lawTable.ts';
import { listTerm, readInFull } from './termRow.ts';

/**
 * Credit repair (信用修复). 总局令第107号 binds the market regulators and names no IP office: every row says that the
 * competence is to be settled by a person of the office.
 */
const RULES = '市场监督管理信用修复管理办法（总局令第107号）';
const START = localDate('2025-12-25');
const COMPETENCE = '知识产权部门的处罚是否直接适用待机关确定';
const rules = (article: string) => readInFull(`${RULES}${article}`, COMPETENCE);

/** What can be repaired: publicity of a penalty, an entry of one of the lists. */
export type RepairSubject = 'penalty' | 'abnormal' | 'serious';

/** The four papers of an application; what an office can get from shared data is not asked for again. */
export const repairMaterials = [
  listTerm('application', ['信用修复申请书', 'The application'], rules('第十四条第二款第一项'), START),
  {
    ...listTerm(
      'identity',
      ['申请人主体资格文件', 'Who the applicant is'],
      rules('第十四条第二款第二项'),
      START,
    ),
    // The register of agencies is the office's own: it does not ask for what it holds.
    shared: true,
  },
  listTerm('promise', ['守信承诺书', 'The promise of good faith'], rules('第十四条第二款第三项'), START),
  listTerm(
    'proof',
    [
      '履行法定义务、纠正违法行为、实施整改等相关材料',
      'Proof that the duties are performed and the breach is put right',
    ],
    rules('第十四条第二款第四项'),
    START,
  ),
] as const satisfies LawTable<TermRow & { readonly shared?: true }>;
export type RepairMaterial = (typeof repairMaterials)[number]['rule'];

/** What has to be true for an early end; all that name the subject. */
export const repairConditions = [
  {
    ...listTerm(
      'performed',
      ['已经自觉履行行政决定中规定的义务', 'The duties of the decision are performed'],
      rules('第十一条第一项、第十三条第一款第一项'),
      START,
    ),
    subjects: ['penalty', 'serious'],
  },
  {
    ...listTerm(
      'rectified',
      [
        '已经主动采取整改措施，消除危害后果和不良影响',
        'It is put right and its harm and bad effects are removed',
      ],
      rules('第十一条第二项、第十三条第一款第二项'),
      START,
    ),
    subjects: ['penalty', 'serious'],
  },
  {
    ...listTerm(
      'no-same-penalty',
      ['未因同一类违法行为再次受到行政处罚', 'No other penalty for the same kind of act'],
      rules('第十一条第三项'),
      START,
    ),
    subjects: ['penalty'],
  },
  {
    ...listTerm(
      'no-heavy-penalty',
      ['未再受到较重行政处罚', 'No other heavy penalty'],
      rules('第十三条第一款第三项'),
      START,
    ),
    subjects: ['serious'],
  },
  {
    ...listTerm(
      'cured',
      ['列入的原因已经消除', 'The cause of the listing is cured'],
      rules('第十二条第一款'),
      START,
    ),
    subjects: ['abnormal'],
  },
] as const satisfies LawTable<TermRow & { readonly subjects: readonly RepairSubject[] }>;
export type RepairCondition = (typeof repairConditions)[number]['rule'];

/** Why an application is not accepted (`accepting`) or not granted (`deciding`); always in writing, with the reason. */
export const repairRefusals = [
  {
    ...listTerm(
      'never-early',
      ['该项处罚的公示不得提前停止', 'The publicity of this penalty does not end early'],
      rules('第八条第五款'),
      START,
    ),
    step: 'accepting',
  },
  {
    ...listTerm(
      'too-early',
      ['最短公示期或者限制期限尚未届满', 'The shortest term or the restriction is not over'],
      rules('第八条、第九条、第十一条、第十三条'),
      START,
    ),
    step: 'accepting',
  },
  {
    ...listTerm(
      'material',
      [
        '材料不齐全或者不符合法定形式，经一次性告知仍未补正',
        'Papers are missing or wrong after having been asked for once',
      ],
      rules('第十四条第四款'),
      START,
    ),
    step: 'accepting',
  },
  {
    ...listTerm(
      'barred',
      ['因弄虚作假，三年内不得申请信用修复', 'Barred for three years after a fraud'],
      rules('第二十三条第二款'),
      START,
    ),
    step: 'accepting',
  },
  {
    ...listTerm(
      'not-performed',
      ['未履行行政决定中规定的义务', 'The duties of the decision are not performed'],
      rules('第十一条第一项、第十三条第一款第一项'),
      START,
    ),
    step: 'deciding',
  },
  {
    ...listTerm(
      'not-rectified',
      ['未整改或者未消除危害后果和不良影响', 'It is not put right, or its harm is not removed'],
      rules('第十一条第二项、第十二条、第十三条第一款第二项'),
      START,
    ),
    step: 'deciding',
  },
  {
    ...listTerm(
      'new-penalty',
      [
        '因同一类违法行为再次受到处罚，或者再受较重处罚',
        'Another penalty for the same kind of act, or a heavy one',
      ],
      rules('第十一条第三项、第十三条第一款第三项'),
      START,
    ),
    step: 'deciding',
  },
  {
    ...listTerm(
      'public-interest',
      ['可能危害国家安全、社会公共利益', 'It could harm national security or the public interest'],
      rules('第十八条'),
      START,
    ),
    step: 'deciding',
  },
  {
    ...listTerm(
      'fraud',
      ['故意隐瞒真实情况、弄虚作假', 'The applicant concealed or falsified'],
      rules('第二十三条第一款'),
      START,
    ),
    step: 'deciding',
  },
] as const satisfies LawTable<TermRow & { readonly step: 'accepting' | 'deciding' }>;
export type RepairRefusal = (typeof repairRefusals)[number]['rule'];

/** What a fraud in the application leads to. */
export const fraudConsequences = [
  listTerm(
    'cancelled',
    ['撤销准予修复的决定，恢复至修复前的状态', 'The repair is cancelled and everything stands as before'],
    rules('第二十三条第一款'),
    START,
  ),
  listTerm(
    'restarts',
    ['公示期自撤销之日起重新计算', 'The term of publicity starts again on the day of the cancellation'],
    rules('第二十三条第一款'),
    START,
  ),
  listTerm('never-early', ['不得提前停止公示', 'No early end any more'], rules('第二十三条第一款'), START),
  {
    ...listTerm(
      'published',
      [
        '不予修复或者撤销的决定公示三年，不得提前停止',
        'The refusal or cancellation itself is published for three years',
      ],
      rules('第二十三条第二款'),
      START,
    ),
    months: 36,
  },
  {
    ...listTerm(
      'barred',
      ['三年内不得申请信用修复', 'No application for three years'],
      rules('第二十三条第二款'),
      START,
    ),
    months: 36,
  },
] as const satisfies LawTable<TermRow & { readonly months?: number }>;
export type FraudConsequence = (typeof fraudConsequences)[number]['rule'];
