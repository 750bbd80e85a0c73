import { expect, it } from 'vitest';
import type { InspectionCase } from '../../../shared/inspection/inspectionCase.ts';
import { mayReview } from '../../../shared/inspection/reviewing.ts';
import { inspectorActor, photo } from '../../fixtures/inspectionActs.ts';
import { inspectionCase } from '../../fixtures/inspectionCase.ts';

const act = (by: string) => ({ by, name: by, at: '2026-12-08T02:00:00Z' });
/** Of the team no more, and a supervisor too. */
const former = { ...inspectorActor('P009'), roles: ['inspector', 'supervisor'] as const };
const request = {
  id: 'r',
  inspectorId: 'P009',
  name: '',
  reason: 'recusal-own',
  requested: act('u'),
} as const;

it.each<[string, Partial<InspectionCase>, boolean]>([
  ['had nothing to do with it', {}, true],
  ['was recused', { staffing: [{ ...request, decided: { ...act('h'), outcome: 'confirmed' } }] }, false],
  ['asks to be recused', { staffing: [request] }, false],
  ['was not let go', { staffing: [{ ...request, decided: { ...act('h'), outcome: 'refused' } }] }, true],
  ['took a photograph', { evidence: [photo('e', 'q', former.userId, '')] }, false],
  [
    'took a file out',
    { evidence: [{ ...photo('e', 'q', 'u-else', ''), removed: act(former.userId) }] },
    false,
  ],
  [
    'entered what became of a signature',
    { agencySignature: { type: 'none', reason: 'refused', witness: '', by: former.userId, at: '' } },
    false,
  ],
])('whoever %s may review: %j → %s', (_what, over, may) => {
  expect(mayReview(inspectionCase(over), former)).toBe(may);
});
