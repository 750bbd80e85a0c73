import { describe, expect, it } from 'vitest';
import {
  checklistFile,
  checklistOf,
  findQuestion,
  itemsOf,
  questionKey,
  readChecklist,
} from '../../../shared/inspection/checklist.ts';
import { itemsFor } from '../../../shared/notice/noticeFacts.ts';
import { itemRef } from '../../../shared/plan/monthPlan.ts';
import { testQuestion } from '../../fixtures/questions.ts';
import { item } from '../register/sampleRows.ts';

const register = [
  item({ code: 'SB-01', kinds: ['trademark'], questions: [testQuestion('1')] }),
  item({ code: 'ZL-01', version: 2, questions: [testQuestion('1', { text: '下一版' })] }),
  item({ code: 'ZL-01' }),
  item({ code: 'GY-01', kinds: ['patent', 'trademark'] }),
];
const plan = { items: ['ZL-01@1', 'GY-01@1', 'SB-01@1'] };
const checklist = checklistOf(plan, register);

describe('the checklist of a plan', () => {
  it('holds the planned versions in the order of the plan, with what they ask', () => {
    expect(checklist.items.map(itemRef)).toEqual(plan.items);
    expect(checklist.items[0]?.questions).toEqual(item().questions);
    expect(() => checklistOf({ items: ['XX-01@1'] }, register)).toThrow('XX-01@1');
  });

  it('gives each kind of agency the same items as its notice', () => {
    for (const kind of ['patent', 'trademark', 'dual'] as const) {
      const noticed = itemsFor(
        kind,
        plan.items.flatMap((ref) => register.find((one) => itemRef(one) === ref) ?? []),
      );
      expect(itemsOf(checklist, kind).map(itemRef)).toEqual(noticed.map(itemRef));
    }
    expect(itemsOf(checklist, 'patent').map(({ code }) => code)).toEqual(['ZL-01', 'GY-01']);
  });

  it('finds every question by its key, and nothing else', () => {
    for (const one of checklist.items) {
      for (const question of one.questions) {
        expect(findQuestion(checklist, questionKey(one, question))).toEqual({ item: one, question });
      }
    }
    const [first] = checklist.items;
    expect(first && questionKey(first, { code: '3' })).toBe('ZL-01@1/3');
    for (const key of ['ZL-01@1/3', 'ZL-01@2/1', 'ZL-01@1', '', 'ZL-01@1/1/1']) {
      expect(findQuestion(checklist, key), key).toBeUndefined();
    }
  });
});

describe('the sealed file', () => {
  const { bytes, digest } = checklistFile(checklist);

  it('is read back as it was sealed, and is the same bytes however the register is read', () => {
    expect(readChecklist(bytes, digest)).toEqual({ ok: true, value: checklist });
    expect(checklistFile(checklistOf(plan, register.toReversed())).digest).toBe(digest);
    expect(checklistFile(checklistOf({ items: plan.items.toReversed() }, register)).digest).not.toBe(digest);
  });

  it('is refused when a character differs', () => {
    const changed = Uint8Array.from(bytes);
    changed[100] = (changed[100] ?? 0) ^ 1;
    expect(readChecklist(changed, digest)).toEqual({
      ok: false,
      problems: [{ code: 'inspection.checklist.digest', params: { digest } }],
    });
  });

  it.each([
    ['no JSON', 'x'],
    ['another version', JSON.stringify({ v: 'checklist/2', items: [] })],
    ['an item without questions', JSON.stringify({ v: 'checklist/1', items: [{ code: 'ZL-01' }] })],
    ['more than a checklist', JSON.stringify({ v: 'checklist/1', items: [], note: '' })],
  ])('is refused when it is %s, even with the right digest', async (_, text) => {
    const other = new TextEncoder().encode(text);
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', other)).toString('hex');
    expect(readChecklist(other, hash)).toMatchObject({
      ok: false,
      problems: [{ code: 'inspection.checklist.unreadable' }],
    });
  });
});
