import { type LocalDate, localDate } from '../../shared/calendar/localDate.ts';
import { type Fen, yuan } from '../../shared/money.ts';
import type { Charge } from '../../shared/penalty/charge.ts';
import { decide } from '../../shared/penalty/deciding.ts';
import { draft } from '../../shared/penalty/drafting.ts';
import { assignPenalty, decideFiling, nameOfficers, proposeFiling } from '../../shared/penalty/filing.ts';
import { holdHearing, reportHearing, serveHearing } from '../../shared/penalty/hearing.ts';
import { recordInquiry } from '../../shared/penalty/investigating.ts';
import { recordCorrection, recordPayment } from '../../shared/penalty/performing.ts';
import { review } from '../../shared/penalty/reviewing.ts';
import { serveDecision } from '../../shared/penalty/serving.ts';
import { people } from '../fixtures/drawWorld.ts';
import { legalReviewer, testCharge } from '../fixtures/penaltyWorld.ts';
import type { ConsequenceDesk } from './consequenceDesk.ts';

/** Two violations that an inspection found, each with its fine; together they are below or at the threshold of a hearing. */
export function twoCharges(first: number, second: number): readonly Charge[] {
  const measures = (fine: number) => ({
    correct: localDate('2026-05-29'),
    warning: true as const,
    fine: yuan(fine),
  });
  return [
    testCharge({
      entry: 'patent.changes',
      actOn: localDate('2026-01-12'),
      facts: '合伙人变更后未办理变更手续。',
      measures: measures(first),
    }),
    testCharge({
      no: 2,
      act: 2,
      entry: 'patent.conflict',
      actOn: localDate('2026-02-04'),
      measures: measures(second),
    }),
  ];
}

/** What people do with a penalty case that has come by itself, step by step. */
export function penaltySteps({ penalties: desk, draws, run }: ConsequenceDesk) {
  const passed = { outcome: 'passed', note: '' } as const;
  const reviewed = (id: string) => desk.give(id, 'review', review, passed, legalReviewer);
  /** The paper that the worker has written by its schedule; the desk sees to it that there is one. */
  const written = async (id: string, occasion: string) => {
    await run('mail-worker');
    await desk.write(id, occasion);
  };
  return {
    /** Taken in hand, proposed and filed by two people. */
    async file(id: string): Promise<void> {
      const { userId, name } = people.supervisor;
      await desk.give(id, 'assign', assignPenalty({ desk: draws.desk, officeCode: 'BJIPO' }), {
        userId,
        name,
      });
      const officers = ['P001', 'P002'].map((one) => ({ inspectorId: one, name: one, certificateNo: one }));
      await desk.give(id, 'name-officers', nameOfficers, { officers });
      await desk.give(id, 'propose-filing', proposeFiling, {
        outcome: 'filed',
        conditions: ['evidence', 'punishable', 'competent', 'in-time'],
        reason: '检查发现，有初步证据',
        actOn: localDate('2026-02-04'),
      });
      await desk.give(id, 'decide-filing', decideFiling, { agrees: true }, people.approver);
    },
    /** Investigated by the two officers, drafted, and passed by the legal reviewer. */
    async draft(id: string, charges: readonly Charge[]): Promise<void> {
      const on = desk.today();
      await desk.give(id, 'record-inquiry', recordInquiry, {
        on,
        text: '询问笔录',
        officers: ['P001', 'P002'],
      });
      await desk.give(id, 'draft', draft, {
        outcome: 'penalty',
        charges,
        facts: '经查，当事人有两项违法行为。',
        reason: '违反专利代理条例第二十五条。',
        factors: [],
      });
      await reviewed(id);
    },
    async serveNotice(id: string): Promise<void> {
      await written(id, 'prior-notice-1');
      await desk.give(id, 'serve-notice', desk.servesNotice, desk.handed());
    },
    /** Considered, reviewed once more, and decided by somebody else. */
    async decide(id: string, charges: readonly Charge[], adopted: 'none' | 'part'): Promise<void> {
      await desk.consider(id, charges, adopted);
      await reviewed(id);
      await desk.give(id, 'decide', decide(desk.decidingDeps), { agrees: true, reason: '' }, people.approver);
    },
    /** The notice of the day that was fixed reaches the party. */
    async serveHearing(id: string, on: LocalDate): Promise<void> {
      await written(id, `hearing-notice-${on}`);
      await desk.give(id, 'serve-hearing', serveHearing(desk.serviceDeps), desk.handed());
    },
    /** The chair's report follows on another day. */
    hold: (id: string) => desk.give(id, 'hold-hearing', holdHearing, { attended: true }, legalReviewer),
    report: (id: string) =>
      desk.give(id, 'report-hearing', reportHearing, { text: '听证报告' }, legalReviewer),
    /** Paid once, though the slip is entered twice, and put right. */
    async perform(id: string, amount: Fen): Promise<void> {
      const payment = { on: desk.today(), amount, receipt: 'A-1' };
      for (let press = 0; press < 2; press++) await desk.give(id, 'record-payment', recordPayment, payment);
      await desk.give(id, 'record-correction', recordCorrection, { on: desk.today() });
    },
    async serveDecision(id: string): Promise<void> {
      await written(id, 'decision');
      await desk.give(id, 'serve-decision', serveDecision(desk.serviceDeps), desk.handed());
    },
  };
}
