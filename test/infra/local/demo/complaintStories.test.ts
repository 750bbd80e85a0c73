import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fictionalAgencies } from '../../../../infra/local/demo/agencies.ts';
import { deskOver } from '../../../../infra/local/demo/complaintDesk.ts';
import { fileComplaints } from '../../../../infra/local/demo/complaintStories.ts';
import type { StartHint } from '../../../../infra/local/startHints.ts';
import { DynamoDrawDesk } from '../../../../shared/adapters/dynamoDrawDesk.ts';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { isOverdue } from '../../../../shared/calendar/storedDeadline.ts';
import { builtInCalendar } from '../../../../shared/calendar/workingDays.ts';
import type { ComplaintStatus } from '../../../../shared/complaint/complaintCase.ts';
import { activeDeadlines } from '../../../../shared/complaint/deadlines.ts';
import { readReceiptCode, receiptHash } from '../../../../shared/complaint/receiptCode.ts';
import { complaintWorld } from '../../../fixtures/complaintWorld.ts';
import { people } from '../../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';

const receiptPepper = new Uint8Array(32).fill(9);
/** Ordinary days, both long holidays and what follows them, the change of the rule book, the turn of the year. */
const days = [
  '2026-02-13',
  '2026-02-25',
  '2026-03-02',
  '2026-04-14',
  '2026-05-06',
  '2026-09-30',
  '2026-10-09',
  '2026-10-20',
  '2026-11-26',
  '2027-01-04',
];

describe('complaints and reports of the demo office', () => {
  let tables: Tables;
  beforeAll(async () => {
    tables = await openTables();
  });
  afterAll(() => tables.close());

  test.each(days)('are lawful on %s, with one overdue and the receipts that were told', async (day) => {
    const today = localDate(day);
    const { deps, lists } = complaintWorld(tables);
    const before = new Set((await lists.openCases()).map(({ caseId }) => caseId));
    const hints: StartHint[] = [];
    const desk = deskOver({
      at: (moment) => ({ ...deps, now: () => moment }),
      numbers: { desk: new DynamoDrawDesk(tables.client, 'core'), officeCode: 'BJIPO' },
      receiptPepper,
      calendar: builtInCalendar,
      today,
    });
    const addresses = { public: 'http://127.0.0.1:1' };
    await fileComplaints(
      { addresses, hint: (hint) => void hints.push(hint) },
      desk,
      fictionalAgencies(60, today),
      people.supervisor,
    );
    const open = (await lists.openCases()).filter(({ caseId }) => !before.has(caseId));
    const now = `${day}T04:00:00Z`;
    const overdue = open.filter(({ state, status }) =>
      activeDeadlines(state, status as ComplaintStatus).some((one) => isOverdue(one, now)),
    );
    expect(overdue.map(({ state, status }) => [state.kind, status])).toEqual([['complaint', 'received']]);
    const standing = open.map(({ state, status }) => `${state.kind} ${status}`).sort();
    expect(standing).toEqual([
      'complaint mediating',
      'complaint received',
      'complaint received',
      'complaint telling',
      'report received',
      'report received',
      'report verifying',
      'report verifying',
    ]);
    const states = open.map(({ state }) => state);
    expect(states.every(({ received }) => received.on < today)).toBe(true);
    expect(states.filter(({ urgent }) => urgent !== undefined)).toHaveLength(2);
    expect(states.filter(({ messages }) => messages.unreadByOffice > 0)).toHaveLength(1);
    expect(states.filter(({ reveals }) => reveals.length > 0)).toHaveLength(1);
    expect(hints).toHaveLength(2);
    for (const { value } of hints) {
      const code = readReceiptCode(value);
      if (!code.ok) throw new Error(value);
      expect(await lists.ofReceipt(receiptHash(receiptPepper, code.value))).toHaveLength(1);
    }
  });
});
