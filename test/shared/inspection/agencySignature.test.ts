import { expect, it } from 'vitest';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import type { InspectionCase } from '../../../shared/inspection/inspectionCase.ts';
import { gaps, signAgency } from '../../../shared/inspection/submitting.ts';
import { inspectorActor, photo } from '../../fixtures/inspectionActs.ts';
import { inspectionCase } from '../../fixtures/inspectionCase.ts';
import { checklist } from '../../fixtures/visitWorld.ts';

const at = '2026-12-10T02:00:00Z';
const moment = { actor: inspectorActor('P001'), at, status: 'notified', calendar: builtInCalendar } as const;
const paper = { ...photo('signed', '', 'u-P001', at), purpose: 'signature' as const };

const codes = (state: InspectionCase) =>
  gaps(state, checklist)
    .map(({ code }) => code)
    .filter((code) => code.startsWith('inspection.signature'));

it('an agency signs what is written; what is written afterwards it has to sign again', () => {
  const signed = signAgency(
    inspectionCase({ evidence: [paper] }),
    { type: 'signed', signer: '张三', capacity: '负责人', evidence: 'signed' },
    moment,
  );
  if (!signed.ok) throw new Error(JSON.stringify(signed.problems));
  const { state } = signed.value;
  expect(codes(state)).toEqual([]);
  const result = { results: ['pending'] as const, note: '' };
  expect(codes({ ...state, results: { 'ZL-01@1': result } })).toEqual(['inspection.signature.changed']);
  expect(codes({ ...state, statement: '没有意见' })).toEqual(['inspection.signature.changed']);
  // A report of rectification comes later and is no part of what was signed.
  const report = { ...photo('report', '', 'agency', at), purpose: 'rectification' as const };
  expect(codes({ ...state, evidence: [paper, report] })).toEqual([]);
});
