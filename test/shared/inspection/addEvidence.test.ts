import { expect, it } from 'vitest';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import { addEvidence, removeEvidence } from '../../../shared/inspection/evidenceCommands.ts';
import { inspectorActor, photo } from '../../fixtures/inspectionActs.ts';
import { inspectionCase } from '../../fixtures/inspectionCase.ts';

const at = '2026-12-08T02:00:00Z';
const moment = { actor: inspectorActor('P001'), at, status: 'notified', calendar: builtInCalendar } as const;

it('a file that was taken out does not come back when the phone sends it again', () => {
  const evidence = photo('e1', 'ZL-01@1/1', 'u-P001', at);
  const added = addEvidence(inspectionCase(), { evidence }, moment);
  const removed = added.ok ? removeEvidence(added.value.state, { id: 'e1' }, moment) : added;
  if (!removed.ok) throw new Error('refused');
  const again = addEvidence(removed.value.state, { evidence }, moment);
  expect(again.ok && again.value.state).toBe(removed.value.state);
  const another = addEvidence(removed.value.state, { evidence: { ...evidence, id: 'e2' } }, moment);
  expect(another.ok && another.value.state.evidence).toHaveLength(2);
});
