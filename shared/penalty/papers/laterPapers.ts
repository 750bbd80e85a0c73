import { daysBetween, formatDateEn } from '../../calendar/localDate.ts';
import { citedText } from '../../law/lawTable.ts';
import { annulmentReasons } from '../../law/penaltyProcedure.ts';
import { day, facts, heading, paragraph } from '../../notice/blocks.ts';
import { textBlocks } from '../../notice/textBlocks.ts';
import { lateFee } from '../lateFee.ts';
import { owed } from '../performing.ts';
import { decisionOf } from './decisionPaper.ts';
import { basis, partyFacts, type WritePaper, you, yuan } from './paperSources.ts';
import { periodBasis, periodText, remedies } from './remedies.ts';

/** 听证通知书, 催告书 and 撤销决定书. */

export const hearingNotice: WritePaper = (sources) => {
  const { penalty } = sources;
  const { fixed, chair, asked } = penalty.hearing ?? {};
  if (fixed === undefined || chair === undefined) throw new Error(`${penalty.id} has no hearing fixed`);
  return {
    blocks: [
      paragraph(
        `${you(sources)}于${day(asked?.on)}提出的听证要求，本机关已收到。${basis(sources)}，通知如下：`,
      ),
      partyFacts(sources),
      facts([
        ['听证日期', day(fixed.on)],
        ['听证地点', fixed.place],
        ['听证主持人', chair.chair],
        ['是否公开', fixed.public ? '公开举行' : '不公开举行'],
      ]),
      paragraph(
        '可以亲自参加听证，也可以委托一至二人代理；委托代理的，请在听证举行前提交授权委托书。认为主持人与本案有直接利害关系的，有权申请回避。',
      ),
      paragraph('无正当理由拒不出席或者未经许可中途退出的，视为放弃听证权利（行政处罚法第六十四条）。'),
    ],
    summaryEn: `The hearing is on ${formatDateEn(fixed.on)}. The Chinese text prevails.`,
  };
};

export const paymentReminder: WritePaper = (sources) => {
  const { penalty, date } = sources;
  const decision = decisionOf(penalty);
  const due = penalty.deadlines.find(({ kind }) => kind === 'pay')?.deadline.dueLegal;
  const left = owed(penalty);
  const late = due === undefined ? 0 : lateFee(Math.min(left, decision.fine), due, date);
  return {
    blocks: [
      paragraph(
        `本机关于${day(decision.on)}作出的行政处罚决定书（${decision.number ?? ''}）于${day(decision.served?.on)}送达${you(sources)}，缴纳期限已于${day(due)}届满。${basis(sources)}，现予催告：`,
      ),
      partyFacts(sources),
      facts([
        ['未缴纳的罚没款', yuan(left)],
        ['截至本催告书之日的加处罚款', late === 0 ? undefined : yuan(late)],
        ['逾期日数', due === undefined ? undefined : `${daysBetween(due, date)}日`],
      ]),
      paragraph(
        `请自收到本催告书之日起${periodText('penalty.after_reminder', date)}内履行（${periodBasis('penalty.after_reminder', date)}）。逾期仍未履行的，本机关将依法申请人民法院强制执行。`,
      ),
      paragraph(
        `${you(sources)}有权进行陈述和申辩（行政强制法第三十六条）。确有经济困难的，可以申请暂缓或者分期缴纳（行政处罚法第六十六条）。`,
      ),
    ],
    summaryEn: `Reminder to pay what was decided on ${formatDateEn(decision.on)}. The Chinese text prevails.`,
  };
};

export const annulmentPaper: WritePaper = (sources) => {
  const { penalty, date } = sources;
  const { annulment } = penalty;
  const decision = decisionOf(penalty);
  if (annulment?.decided === undefined) throw new Error(`${penalty.id} is not annulled`);
  const ground = annulmentReasons.find(({ rule }) => rule === annulment.ground);
  return {
    blocks: [
      partyFacts(sources),
      facts([
        ['撤销的决定', `${decision.number ?? ''}（${day(decision.on)}）`],
        ['情形', ground === undefined ? undefined : `${ground.zh}（${citedText(ground.citation)}）`],
        ['依据的文书', annulment.reference],
        ['该文书的日期', day(annulment.on)],
      ]),
      heading('理由'),
      ...textBlocks(annulment.reason),
      paragraph(`${basis(sources)}，本机关撤销上述行政处罚决定。已经缴纳的罚没款依法退还。`),
      ...(penalty.publicity === undefined
        ? []
        : [
            paragraph(
              `已经公示的信息，自上述文书之日起${periodText('publicity.withdraw', date)}内撤回（${periodBasis('publicity.withdraw', date)}），并通知信用信息系统。`,
            ),
          ]),
      ...remedies(sources),
    ],
    summaryEn: 'The decision on the penalty is annulled. The Chinese text prevails.',
  };
};
