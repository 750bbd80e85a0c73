import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import type { InspectionCase, Letter } from '../../../shared/inspection/inspectionCase.ts';
import { recordDigest, writtenDigest } from '../../../shared/inspection/record.ts';
import { gaps, submit } from '../../../shared/inspection/submitting.ts';
import { photo } from '../../fixtures/inspectionActs.ts';
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
    agencySignature: { type: 'none', reason: 'unreachable', witness: '物业', by: 'u', at: '' },
    signatures: [],
  };
  const act = { by: 'u', name: 'n', at: '2026-12-08T02:00:00Z', record: recordDigest(record) };
  return { ...record, signatures: ['P1', 'P2'].map((inspectorId) => ({ ...act, inspectorId })) };
}

describe('submitting the record of a visit', () => {
  it('is refused when the paper that the agency signed was taken out of the record', () => {
    const gone = { by: 'u', name: 'n', at: '2026-12-08T02:00:00Z' };
    const file = photo('e1', 'q', 'u', '2026-12-08T02:00:00Z');
    const record = writtenDigest({ ...ready(), evidence: [file] });
    const by = { by: 'u', at: '' };
    const signed = { type: 'signed', signer: '王', capacity: '', evidence: 'e1', record, ...by } as const;
    const missing = (evidence: InspectionCase['evidence']) =>
      gaps({ ...ready(), evidence, agencySignature: signed }, { v: 'checklist/1', items: [] }).map(
        ({ code }) => code,
      );
    expect(missing([file])).toEqual([]);
    expect(missing([{ ...file, removed: gone }])).toEqual(['inspection.signature.evidence']);
  });

  it('is refused when a letter turns out to have been signed for after the result was set', () => {
    const letter = (no: number, sentOn: string, outcome: Letter['outcome']): Letter => ({
      no,
      sentOn: localDate(sentOn),
      tracking: `EMS00000${no}`,
      outcome,
      entered: { by: 'u', name: 'n', at: '2026-12-08T02:00:00Z' },
    });
    const results = {
      'ZL-01@1': { results: ['unreachable'], unreachable: 'two-letters', note: '' },
    } as const;
    const missing = (outcome: Letter['outcome']) =>
      gaps(
        {
          ...ready(),
          results,
          letters: [letter(1, '2026-11-10', 'unsigned'), letter(2, '2026-11-28', outcome)],
        },
        { v: 'checklist/1', items: [] },
      ).map(({ code }) => code);
    expect(missing('unsigned')).toEqual([]);
    expect(missing('signed')).toEqual(['inspection.letters.missing']);
  });

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
