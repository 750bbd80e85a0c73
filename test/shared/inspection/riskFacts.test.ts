import { describe, expect, it } from 'vitest';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import type { DecideInspection, InspectionActor } from '../../../shared/inspection/command.ts';
import {
  proposeCorrection,
  raiseCorrection,
  settleCorrection,
} from '../../../shared/inspection/correcting.ts';
import type { InspectionCase } from '../../../shared/inspection/inspectionCase.ts';
import { publishResult } from '../../../shared/inspection/publishing.ts';
import { confirmRecheck } from '../../../shared/inspection/rectifying.ts';
import { factsOfResults } from '../../../shared/inspection/riskFacts.ts';
import type { PublicityResult } from '../../../shared/law/inspectionVocabulary.ts';
import { RISK_QUEUE, type RiskEvent } from '../../../shared/risk/riskEvent.ts';
import { factsOf } from '../../../shared/risk/riskFact.ts';
import { clean, inspectorActor, reviewers } from '../../fixtures/inspectionActs.ts';
import { inspectionCase } from '../../fixtures/inspectionCase.ts';

const item = 'ZL-01@1';
const withResults = (results: readonly PublicityResult[], more: Partial<InspectionCase> = {}) =>
  inspectionCase({ results: { [item]: { results: [...results], note: '' } }, ...more });

/** Gives a command to a state and keeps the facts that its transaction tells. */
function walk(state: InspectionCase) {
  const told: RiskEvent[] = [];
  let now = state;
  return {
    told,
    facts: () => factsOf(told).map(({ id, count, cured, retracted }) => [id, count, cured, retracted]),
    give<Input>(
      decide: DecideInspection<Input>,
      input: Input,
      at: string,
      actor: InspectionActor = reviewers.supervisor,
      status: 'reviewed' | 'rechecking' | 'closed' = 'closed',
    ): void {
      const given = decide(now, input, { at, actor, status, calendar: builtInCalendar });
      if (!given.ok) throw new Error(JSON.stringify(given.problems));
      now = given.value.state;
      for (const { row } of given.value.rows ?? [])
        if (row['gqpk'] === RISK_QUEUE) told.push(row['event'] as RiskEvent);
    },
  };
}

const published = (results: readonly PublicityResult[], more: Partial<InspectionCase> = {}) => {
  const walked = walk(withResults(results, more));
  walked.give(publishResult, undefined, '2027-01-05T02:00:00Z', reviewers.supervisor, 'reviewed');
  return walked;
};
const { number } = inspectionCase({});
const id = (kind: string) => `IN#${number}/${kind}`;

describe('the facts of a result', () => {
  it.each([
    [['no_problem'], ['clean-inspection 1']],
    [['no_such_business'], ['clean-inspection 1']],
    [['not_publicised', 'false_publicity'], ['finding 2']],
    [['not_publicised', 'rectification_ordered'], ['finding 1']],
    [['rectification_ordered'], ['finding 1']],
    [['obstruction'], ['obstruction 1']],
    [
      ['obstruction', 'unreachable'],
      ['finding 1', 'obstruction 1'],
    ],
    [[], []],
  ] as const)('%s: %s', (results, expected) => {
    const facts = factsOfResults({ [item]: results });
    expect(facts.map(({ kind, count }) => `${kind} ${count}`)).toEqual(expected);
  });

  it('are told when it is published, from that day on and with the number of the inspection', () => {
    expect(published(['not_publicised', 'false_publicity']).told).toEqual([
      {
        type: 'fact',
        id: id('finding'),
        uscc: inspectionCase({}).agency.uscc,
        kind: 'finding',
        on: '2027-01-05',
        reference: number,
        count: 2,
      },
    ]);
  });
});

describe('what becomes of them', () => {
  const act = { by: 'u-a', name: '甲', at: '2027-01-20T02:00:00Z' };
  const ordered = { ordered: act, text: '请改正', days: 10, due: '2027-01-30' };

  it('a re-check that finds it put right cures the finding', () => {
    const base = withResults(['not_publicised']);
    const [first, second] = base.team.map(({ inspectorId }) => inspectorActor(inspectorId));
    if (first === undefined || second === undefined) throw new Error('a team of two is needed');
    const recheck = { ...act, by: first.userId, outcome: 'rectified' as const, note: '' };
    const walked = walk({
      ...base,
      rectification: [{ ...ordered, recheck } as InspectionCase['rectification'][number]],
    });
    walked.give(publishResult, undefined, '2027-01-05T02:00:00Z', reviewers.supervisor, 'reviewed');
    walked.give(confirmRecheck, { days: 0 }, '2027-01-25T02:00:00Z', second, 'rechecking');
    expect(walked.facts()).toEqual([[id('finding'), 1, '2027-01-25', undefined]]);
  });

  it('a correction takes the old version back and tells the new one, from the first day', () => {
    const walked = published(['not_publicised', 'false_publicity']);
    walked.give(raiseCorrection, { text: '有误' }, '2027-01-06T02:00:00Z');
    const results = [{ item, ...clean, results: ['not_publicised'] }];
    walked.give(proposeCorrection, { reason: '核对', results }, '2027-01-07T02:00:00Z');
    walked.give(settleCorrection, { keep: false }, '2027-01-08T02:00:00Z', reviewers.approver);
    expect(walked.facts()).toEqual([
      [id('finding'), 2, undefined, '2027-01-08'],
      [`${id('finding')}@2`, 1, undefined, undefined],
    ]);
    expect(walked.told.at(-1)).toMatchObject({ type: 'fact', on: '2027-01-05' });
  });

  it('a withdrawal takes everything back, and a result that stays changes nothing', () => {
    const walked = published(['obstruction'], {
      handOver: { ...act, to: 'penalty', findings: [], reason: '理由' },
    });
    walked.give(raiseCorrection, { text: '有误' }, '2027-01-06T02:00:00Z');
    walked.give(settleCorrection, { keep: true, reason: '无误' }, '2027-01-07T02:00:00Z', reviewers.approver);
    expect(walked.facts()).toEqual([[id('obstruction'), 1, undefined, undefined]]);
    walked.give(raiseCorrection, { text: '有误' }, '2027-01-08T02:00:00Z');
    walked.give(proposeCorrection, { reason: '认错机构' }, '2027-01-08T03:00:00Z');
    walked.give(settleCorrection, { keep: false }, '2027-01-09T02:00:00Z', reviewers.approver);
    expect(walked.facts()).toEqual([[id('obstruction'), 1, undefined, '2027-01-09']]);
  });
});
