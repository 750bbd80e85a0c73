import { describe, expect, it } from 'vitest';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import type { InspectionCase } from '../../../shared/inspection/inspectionCase.ts';
import { recordDigest } from '../../../shared/inspection/record.ts';
import { submit } from '../../../shared/inspection/submitting.ts';
import { publishedCase } from '../../fixtures/publishedInspection.ts';

/** A record of a visit on which nobody was met: nothing is left to answer. */
function ready(): InspectionCase {
  const { ended: _ended, publicity: _publicity, ...opened } = publishedCase();
  const seat = (inspectorId: string, at: number) => ({
    draw: opened.draw,
    seat: at,
    tid: inspectorId,
    inspectorId,
    name: inspectorId,
  });
  const record: InspectionCase = {
    ...opened,
    team: [seat('P1', 0), seat('P2', 1)],
    results: { 'ZL-01@1': { results: ['unreachable'], unreachable: 'absent-proof', note: '' } },
    signatures: [],
  };
  const act = { by: 'u', name: 'n', at: '2026-12-08T02:00:00Z', record: recordDigest(record) };
  return { ...record, signatures: ['P1', 'P2'].map((inspectorId) => ({ ...act, inspectorId })) };
}

describe('submitting the record of a visit', () => {
  it('tells the public pages, which count the visit and say by when its result is published', () => {
    const decision = submit(
      ready(),
      { checklist: { v: 'checklist/1', items: [] } as never },
      {
        actor: { userId: 'u', name: 'n', roles: ['inspector'], inspectorId: 'P1' },
        at: '2026-12-08T08:00:00Z',
        status: 'notified',
        calendar: builtInCalendar,
      },
    );
    expect(decision).toMatchObject({
      ok: true,
      value: { to: 'visited', publishes: true, state: { ended: '2026-12-08' } },
    });
  });
});
