import { expect, test } from 'vitest';
import { DeadlineView } from '../../../../functions/web/console/deadlineView.tsx';
import type { PageContext } from '../../../../functions/web/kit/context.tsx';
import { renderDocument } from '../../../../functions/web/kit/document.tsx';
import { PublicPage } from '../../../../functions/web/kit/layouts/publicPage.tsx';
import { computeDeadline } from '../../../../shared/calendar/deadline.ts';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { builtInCalendar as calendar } from '../../../../shared/calendar/workingDays.ts';
import { type DeadlineRuleId, deadlineRules } from '../../../../shared/law/deadlineRules.ts';
import { ruleAt } from '../../../../shared/law/lawTable.ts';
import { catalogue } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { wordsOf } from '../../console/consoleWorld.ts';

function shown(id: DeadlineRuleId, event: string, today: string, lang: Lang = 'zh'): string {
  const rule = ruleAt(deadlineRules, id, localDate('2026-06-01'));
  if (rule === undefined) throw new Error(id);
  const context: PageContext = {
    lang,
    method: 'GET',
    path: '/',
    query: {},
    office: { zh: '示例局', en: 'Office' },
    assets: { screenCss: '/s.css', printCss: '/p.css', script: '/s.js', witness: '/w.js' },
    navigation: [],
    problemText: (problem) => catalogue.problemText(lang, problem),
    csrfToken: () => 'token',
    newKey: () => 'key',
  };
  const deadline = computeDeadline({ rule, event: localDate(event), calendar });
  return renderDocument(
    <PublicPage title="x">
      <DeadlineView deadline={deadline} today={localDate(today)} calendar={calendar} />
    </PublicPage>,
    context,
  );
}

test('working days are counted, in both languages, with the date in words and the reason', () => {
  const page = shown('publicity.inspection', '2026-09-30', '2026-10-22');
  const words = wordsOf(page);
  expect(words).toContain('2026年11月3日 期限内');
  expect(words).toContain('第 12 个工作日，共 20 个');
  expect(words).toContain('自 2026年9月30日 的次日起计算 20 个工作日，至 2026年11月3日。');
  expect(words).not.toContain('暂定');
  expect(page).toContain('<time datetime="2026-11-03">');
  const english = wordsOf(shown('publicity.inspection', '2026-09-30', '2026-10-22', 'en'));
  expect(english).toContain('3 November 2026 On time');
  expect(english).toContain('working day 12 of 20');
});

test('the day of the event is no day of the period', () => {
  const first = (lang: Lang) => wordsOf(shown('publicity.inspection', '2026-09-30', '2026-09-30', lang));
  expect(first('zh')).toContain('从次日起算，共 20 个工作日');
  expect(first('en')).toContain('counted from the next day, 20 working days');
  expect(wordsOf(shown('complaint.mediate', '2026-08-03', '2026-08-03'))).toContain('从次日起算，共 60 日');
});

test('calendar days are days; months show their date only', () => {
  expect(wordsOf(shown('complaint.mediate', '2026-08-03', '2026-08-15'))).toContain('第 12 日，共 60 日');
  const months = wordsOf(shown('publicity.negative_inspection', '2026-01-31', '2026-02-15'));
  expect(months).toContain('2026年4月30日 期限内');
  expect(months).not.toMatch(/第 \d+|已超过/);
});

test('the state is a word and a colour: due soon, overdue', () => {
  const soon = shown('publicity.inspection', '2026-09-30', '2026-11-02');
  expect(soon).toContain('dr-tag--waiting');
  expect(wordsOf(soon)).toContain('即将到期');
  const over = shown('publicity.inspection', '2026-09-30', '2026-11-05');
  expect(over).toContain('dr-tag--overdue');
  expect(wordsOf(over)).toContain('已逾期');
  expect(wordsOf(over)).toContain('已超过 2 日');
});

test('a date without its holiday table is 暂定, a rule not read in full 未核实', () => {
  const late = wordsOf(shown('complaint.accept', '2026-12-28', '2026-12-29'));
  expect(late).toContain('暂定');
  expect(late).toContain('尚无 2027 年完整的节假日安排');
  expect(wordsOf(shown('publicity.portal', '2026-06-01', '2026-06-02'))).toContain('未核实');
  expect(wordsOf(shown('complaint.accept', '2026-06-01', '2026-06-02'))).not.toMatch(/未核实|暂定/);
});
