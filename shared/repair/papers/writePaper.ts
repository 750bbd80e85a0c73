import { formatDateEn, type LocalDate, shanghaiDate } from '../../calendar/localDate.ts';
import { deadlineRules } from '../../law/deadlineRules.ts';
import { citedText, type LawRow, type LawTable, ruleAt } from '../../law/lawTable.ts';
import { fraudConsequences, repairMaterials, repairRefusals } from '../../law/repairRules.ts';
import { day, facts, heading, paragraph } from '../../notice/blocks.ts';
import type { PaperContent } from '../../notice/composedPaper.ts';
import { textBlocks } from '../../notice/textBlocks.ts';
import { deadlineKindRow } from '../deadlineKinds.ts';
import { decisionKind } from '../deadlines.ts';
import type { RepairCase } from '../repairCase.ts';
import type { PaperKind } from '../repairRows.ts';

/** The words of the papers on credit repair. No style for them was found: they follow the articles that ask for them. */

const subjectZh = {
  penalty: '行政处罚信息的公示',
  serious: '严重违法失信名单的列入',
  abnormal: '经营异常名录的列入',
  inspection: '抽查检查结果的公示',
} as const;

const grantedZh = {
  penalty: '停止公示该行政处罚信息',
  serious: '将你单位移出严重违法失信名单',
  abnormal: '将你单位移出经营异常名录',
  inspection: '停止公示该抽查检查结果',
} as const;

/** Who may ask for what against a decision, and how long. */
function remedies(on: LocalDate): string {
  const review = row(deadlineRules, 'penalty.appeal_review', on);
  const suit = row(deadlineRules, 'penalty.appeal_court', on);
  return `如不服本决定，可以自收到本决定书之日起${review.length}日内申请行政复议（${citedText(review.citation)}），或者${suit.length}个月内依法向人民法院提起行政诉讼（${citedText(suit.citation)}）。`;
}

function row<Row extends LawRow>(table: LawTable<Row>, rule: Row['rule'], on: LocalDate): Row {
  const found: Row | undefined = ruleAt(table, rule, on);
  if (found === undefined) throw new Error(`${rule} is not in force on ${on}`);
  return found;
}

function subjectFacts({ subject, applied, applicant }: RepairCase) {
  return facts([
    ['申请人', applicant.name],
    ['统一社会信用代码', applicant.uscc],
    ['决定文书号', subject.number],
    ['收到申请日期', day(applied?.on)],
  ]);
}

/** What was applied for, as every paper begins. */
function opening({ subject, applied }: RepairCase): string {
  return `你（单位）就${subjectZh[subject.kind]}（${subject.number}）提出的信用修复申请，本机关已于${day(applied?.on) ?? ''}收到。`;
}

const acceptance = (repair: RepairCase): PaperContent => {
  const { accepted, subject } = repair;
  if (accepted === undefined) throw new Error(`${repair.id} is not accepted`);
  const rule = row(deadlineRules, deadlineKindRow(decisionKind(subject.kind)).rule, accepted.on);
  return {
    blocks: [
      paragraph(
        `${opening(repair)}经审查，申请材料齐全、符合法定形式，本机关决定于${day(accepted.on)}受理。`,
      ),
      subjectFacts(repair),
      paragraph(
        `根据${citedText(rule.citation)}，本机关将在受理之日起${rule.length}个工作日内作出决定（到${day(accepted.decideBy)}为止）。`,
      ),
    ],
    summaryEn: `Your application for credit repair is accepted. It is decided by ${formatDateEn(accepted.decideBy)}. The Chinese text prevails.`,
  };
};

const completion = (repair: RepairCase): PaperContent => {
  const { completion: asked } = repair;
  if (asked === undefined) throw new Error(`${repair.id} was not asked to be completed`);
  const on = shanghaiDate(asked.asked.at);
  const ground = row(repairRefusals, 'material', on);
  return {
    blocks: [
      paragraph(
        `${opening(repair)}经审查，申请材料不齐全或者不符合法定形式。现一次性告知，请在${day(asked.until)}前（含当日）补正下列材料：`,
      ),
      {
        type: 'list',
        items: asked.materials.map((material) => `${row(repairMaterials, material, on).zh}；`),
      },
      heading('需要补正的内容'),
      ...textBlocks(asked.text),
      subjectFacts(repair),
      paragraph(`逾期未补正的，本机关可以依据${citedText(ground.citation)}不予受理。`),
    ],
    summaryEn: `Complete your application for credit repair by ${formatDateEn(asked.until)}. The Chinese text prevails.`,
  };
};

const grant = (repair: RepairCase): PaperContent => {
  const { decision, subject } = repair;
  if (decision === undefined) throw new Error(`${repair.id} is not decided`);
  const apply = row(deadlineRules, 'repair.apply', decision.on);
  const stop = row(deadlineRules, 'repair.credit_stop', decision.on);
  return {
    blocks: [
      paragraph(
        `${opening(repair)}经审查，符合信用修复的条件。本机关决定准予信用修复，${grantedZh[subject.kind]}。`,
      ),
      subjectFacts(repair),
      heading('理由'),
      ...textBlocks(decision.reason),
      heading('执行'),
      paragraph(
        `本机关在作出决定之日起${apply.length}个工作日内完成数据处理（${citedText(apply.citation)}），并将本决定告知信用信息系统，由其在收到后${stop.length}个工作日内停止公示（${citedText(stop.citation)}）。`,
      ),
      paragraph(
        `申请中故意隐瞒真实情况、弄虚作假的，撤销本决定，公示期重新计算且不得提前停止（${citedText(row(fraudConsequences, 'restarts', decision.on).citation)}）。`,
      ),
    ],
    summaryEn: 'The credit repair is granted. The Chinese text prevails.',
  };
};

const refusal = (repair: RepairCase): PaperContent => {
  const { decision } = repair;
  const ground = repairRefusals.find(({ rule }) => rule === decision?.ground);
  if (decision === undefined || ground === undefined) throw new Error(`${repair.id} is not refused`);
  const what = ground.step === 'accepting' ? '不予受理' : '不予信用修复';
  return {
    blocks: [
      paragraph(`${opening(repair)}经审查，本机关决定${what}。`),
      subjectFacts(repair),
      facts([['依据', `${ground.zh}（${citedText(ground.citation)}）`]]),
      heading('理由'),
      ...textBlocks(decision.reason),
      ...(decision.ground === 'fraud' ? fraudBlocks(repair, decision.on) : []),
      paragraph(remedies(decision.on)),
    ],
    summaryEn: `The credit repair is refused: ${ground.en}. The Chinese text prevails.`,
  };
};

function fraudBlocks({ publishedUntil, barredUntil }: RepairCase, on: LocalDate) {
  return [
    paragraph(
      `本决定公示至${day(publishedUntil) ?? ''}（${citedText(row(fraudConsequences, 'published', on).citation)}）；${
        day(barredUntil) ?? ''
      }以前（含当日）不得申请信用修复（${citedText(row(fraudConsequences, 'barred', on).citation)}）。`,
    ),
  ];
}

const cancellation = (repair: RepairCase): PaperContent => {
  const { cancellation: cancelled, decision } = repair;
  const on = cancelled?.decided?.on;
  if (cancelled === undefined || on === undefined || decision === undefined)
    throw new Error(`${repair.id} is not cancelled`);
  return {
    blocks: [
      paragraph(
        `本机关于${day(decision.on)}作出的准予信用修复决定（${decision.number}），经查系故意隐瞒真实情况、弄虚作假取得。根据${citedText(row(fraudConsequences, 'cancelled', on).citation)}，本机关决定予以撤销，恢复至修复前的状态。`,
      ),
      subjectFacts(repair),
      heading('理由'),
      ...textBlocks(cancelled.reason),
      heading('后果'),
      paragraph(
        `公示期自${day(on)}起重新计算，不得提前停止公示（${citedText(row(fraudConsequences, 'restarts', on).citation)}）。`,
      ),
      ...fraudBlocks(repair, on),
      paragraph(remedies(on)),
    ],
    summaryEn: 'The credit repair is cancelled because of fraud. The Chinese text prevails.',
  };
};

/** Title and words of each form. */
export const repairForms: Readonly<
  Record<
    PaperKind,
    { readonly title: (repair: RepairCase) => string; readonly write: (repair: RepairCase) => PaperContent }
  >
> = {
  acceptance: { title: () => '信用修复受理通知书', write: acceptance },
  completion: { title: () => '信用修复补正通知书', write: completion },
  grant: { title: () => '准予信用修复决定书', write: grant },
  refusal: {
    title: ({ accepted }) => (accepted === undefined ? '信用修复不予受理决定书' : '不予信用修复决定书'),
    write: refusal,
  },
  cancellation: { title: () => '撤销准予信用修复决定书', write: cancellation },
};

/** The number that a decision has already; the two notices take the next one when they are written. */
export function numberOf(
  form: PaperKind,
  { decision, cancellation: cancelled }: RepairCase,
): { readonly number: string; readonly serial: number } | undefined {
  switch (form) {
    case 'acceptance':
    case 'completion':
      return undefined;
    case 'grant':
    case 'refusal':
      return decision;
    case 'cancellation':
      return cancelled?.decided;
  }
}
