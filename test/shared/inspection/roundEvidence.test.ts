import { expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import type { CaseEvidence, InspectionCase } from '../../../shared/inspection/inspectionCase.ts';
import { roundEvidence } from '../../../shared/inspection/rectifying.ts';

const by = { by: 'u', name: '王监管' };
const file = (id: string, at: string, over: Partial<CaseEvidence> = {}): CaseEvidence => ({
  id,
  at,
  purpose: 'rectification',
  by: 'x',
  sha256: id,
  size: 1,
  type: 'pdf',
  fileName: `${id}.pdf`,
  ...over,
});
const round = (at: string) => ({
  ordered: { ...by, at },
  text: '',
  days: 5,
  due: localDate('2026-12-20'),
});
const inspection = (over: Pick<InspectionCase, 'rectification' | 'evidence'>) => over as InspectionCase;

it('counts a file to the round in whose first second it came, and to no earlier one', () => {
  const evidence = [
    file('first', '2026-12-08T01:00:00.000Z'),
    file('second', '2026-12-10T01:00:00.250Z'),
    file('photo', '2026-12-10T02:00:00.000Z', { purpose: 'photo' }),
    file('removed', '2026-12-10T02:00:00.000Z', { removed: { ...by, at: '2026-12-10T03:00:00Z' } }),
  ];
  const ids = (...rounds: readonly string[]) =>
    roundEvidence(inspection({ rectification: rounds.map(round), evidence })).map(({ id }) => id);
  expect(ids('2026-12-08T01:00:00Z')).toEqual(['first', 'second']);
  expect(ids('2026-12-08T01:00:00Z', '2026-12-10T01:00:00Z')).toEqual(['second']);
  expect(ids()).toEqual([]);
});
