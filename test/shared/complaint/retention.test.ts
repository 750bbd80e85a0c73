import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import type { CaseFile, ComplaintCase } from '../../../shared/complaint/complaintCase.ts';
import { complaintIndex } from '../../../shared/complaint/complaintRows.ts';
import type { CaseKind } from '../../../shared/complaint/filing.ts';
import { openedCases } from '../../../shared/complaint/openCases.ts';
import { dueForErasure, erasableOn, keptParts } from '../../../shared/complaint/retention.ts';
import { isUnverified } from '../../../shared/law/lawTable.ts';
import { retentionPeriods } from '../../../shared/law/retention.ts';
import { testFiling } from '../../fixtures/complaintWorld.ts';

const act = { by: 'u', name: '某', at: '2026-09-30T02:00:00Z' };
const file = { id: '01K00000000000000000000000', checked: true, sha256: 'a'.repeat(64) } as CaseFile;

function ended(kind: CaseKind, on: string, over: Partial<ComplaintCase> = {}): ComplaintCase {
  const wish = kind === 'complaint' ? 'settle' : 'check';
  const [opened] = openedCases(testFiling({ wish }), act.at, builtInCalendar, new Uint8Array(32));
  if (opened === undefined) throw new Error('no case');
  return { ...opened, ended: localDate(on), ...over };
}

const filed: Partial<ComplaintCase> = {
  decision: { outcome: 'filed', reason: '', inspect: false, proposed: act, decided: act },
};

describe('the day from which a case may be erased', () => {
  it.each([
    ['a complaint', ended('complaint', '2026-09-30'), '2028-10-01'],
    ['a report without a case filed', ended('report', '2026-09-30'), '2027-10-01'],
    ['a report with a case filed', ended('report', '2026-09-30', filed), '2031-10-01'],
    ['one that ended on a leap day', ended('complaint', '2028-02-29'), '2030-03-01'],
    [
      'files of an anonymous report',
      ended('report', '2026-09-30', {
        files: [file],
        filer: { ...ended('report', '2026-09-30').filer, anonymous: true },
      }),
      '2031-10-01',
    ],
  ])('of %s', (_, complaint, on) => {
    expect(erasableOn(complaint)).toBe(on);
  });

  it('comes once for the identity and once for the files', () => {
    const complaint = ended('report', '2026-09-30', { files: [file] });
    expect(keptParts(complaint).map(({ what, until }) => [what, until])).toEqual([
      ['identity', '2027-09-30'],
      ['files', '2031-09-30'],
    ]);
    const filer = { ...complaint.filer, erased: localDate('2027-10-05') };
    expect(erasableOn({ ...complaint, filer })).toBe('2031-10-01');
    const gone = { ...file, erased: { on: localDate('2031-10-02'), rule: 'evidence.files@2021-11-01' } };
    expect(erasableOn({ ...complaint, filer, files: [gone] })).toBeUndefined();
  });

  it('does not come while the case is open', () => {
    const { ended: _ended, ...open } = ended('complaint', '2026-09-30');
    expect(erasableOn(open)).toBeUndefined();
  });

  it('counts from the end of the last linked case, and a witness is kept as long as the case filed', () => {
    const repeat = ended('report', '2026-09-30');
    const first = ended('report', '2026-11-10', filed);
    expect(erasableOn(repeat, [first])).toBe('2031-11-11');
  });

  it('is the key of the queue, which a case leaves when nothing of it is left', () => {
    const complaint = ended('complaint', '2026-09-30');
    expect(complaintIndex(complaint, 'closed', act.at)).toMatchObject({
      gqpk: 'Q#CPERASE',
      gqsk: '2028-10-01',
    });
    const filer = { ...complaint.filer, erased: localDate('2028-10-02') };
    expect(complaintIndex({ ...complaint, filer }, 'closed', act.at)).not.toHaveProperty('gqpk');
  });
});

describe('what is due', () => {
  const today = localDate('2028-10-01');

  it('is due the day after its last day, the longest overdue first', () => {
    const late = ended('complaint', '2026-09-30');
    const later = ended('complaint', '2026-10-01');
    const early = ended('report', '2026-09-30');
    const cases = [late, later, early].map((complaint) => ({ complaint, linked: [] }));
    expect(dueForErasure(cases, today).map(({ complaint }) => complaint.id)).toEqual([early.id, late.id]);
    expect(dueForErasure(cases, localDate('2027-09-30'))).toEqual([]);
  });

  it('is kept while a linked case is open or a hold lasts, here or there', () => {
    const complaint = ended('complaint', '2026-01-30');
    const { ended: _ended, ...open } = ended('report', '2026-09-30');
    const held = { holds: [{ reason: '诉讼', placed: act }] };
    const lifted = { holds: [{ reason: '诉讼', placed: act, lifted: act }] };
    const obstacle = (own: ComplaintCase, linked: readonly ComplaintCase[]) =>
      dueForErasure([{ complaint: own, linked }], today)[0]?.obstacle;
    expect(obstacle(complaint, [open])).toBe('linked-open');
    expect(obstacle({ ...complaint, ...held }, [])).toBe('hold');
    expect(obstacle(complaint, [ended('report', '2026-02-01', held)])).toBe('hold');
    expect(obstacle({ ...complaint, ...lifted }, [])).toBeUndefined();
  });
});

it('marks every period as a parameter of the office that no text fixes', () => {
  for (const row of retentionPeriods) expect(isUnverified(row), row.rule).toBe(true);
});
