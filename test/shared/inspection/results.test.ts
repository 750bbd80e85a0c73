import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import type { InspectionActor } from '../../../shared/inspection/command.ts';
import type { InspectionCase, Letter } from '../../../shared/inspection/inspectionCase.ts';
import { letterProblems, recordLetter, setResults } from '../../../shared/inspection/visitResults.ts';
import { publicityResults } from '../../../shared/law/inspectionVocabulary.ts';
import { inspectorActor } from '../../fixtures/inspectionActs.ts';
import { inspectionCase } from '../../fixtures/inspectionCase.ts';

const member = inspectorActor('P001');
const at = (instant: string, actor: InspectionActor = member) =>
  ({ actor, at: instant, status: 'notified', calendar: builtInCalendar }) as const;
const now = at('2026-12-10T02:00:00Z');

function set(
  results: readonly string[],
  more: { obstruction?: string; unreachable?: string } = {},
  state = inspectionCase(),
) {
  const one = { item: 'ZL-01@1', results, obstruction: '', unreachable: '', note: '', ...more };
  return setResults(state, { results: [one], statement: '' }, now);
}

const codes = (result: ReturnType<typeof set>) =>
  result.ok ? 'set' : result.problems.map(({ code }) => code).join();

describe('the result of an item', () => {
  it('is one or several of the eight, and 未发现问题 stands alone', () => {
    const grounds = { obstruction: 'refused_entry', unreachable: 'no-such-address' };
    for (const { rule, exclusive } of publicityResults) {
      expect(codes(set([rule], grounds)), rule).toBe('set');
      if (rule === 'not_publicised') continue;
      expect(codes(set([rule, 'not_publicised'], grounds)), rule).toBe(
        exclusive ? 'inspection.result.exclusive' : 'set',
      );
    }
  });

  it.each([
    [[], {}, 'inspection.result.missing'],
    [['fine'], {}, 'inspection.result.unknown'],
    [['obstruction'], {}, 'inspection.result.obstruction'],
    [['obstruction'], { obstruction: 'angry' }, 'inspection.result.obstruction'],
    [['unreachable'], {}, 'inspection.result.unreachable'],
    [['unreachable'], { unreachable: 'two-letters' }, 'inspection.letters.missing'],
  ] as const)('%j with %j is refused by %s', (results, more, code) => {
    expect(codes(set(results, more))).toBe(code);
  });

  it('counts each result once', () => {
    const twice = set(['pending', 'pending']);
    expect(twice.ok && twice.value.state.results['ZL-01@1']?.results).toEqual(['pending']);
  });

  it('says at which field it was refused', () => {
    const refused = set(['no_problem', 'pending']);
    expect(refused.ok ? '' : refused.problems[0]?.field).toBe('results.ZL-01@1');
  });

  it('keeps no ground of a result that was not found', () => {
    const kept = set(['not_publicised'], { obstruction: 'refused_entry', unreachable: 'no-such-address' });
    expect(kept.ok && kept.value.state.results['ZL-01@1']).toEqual({ results: ['not_publicised'], note: '' });
  });

  it('is set by the team only, and for its items only', () => {
    const input = { results: [], statement: '' };
    const stranger = setResults(inspectionCase(), input, at('2026-12-10T02:00:00Z', inspectorActor('P009')));
    expect(stranger.ok ? '' : stranger.problems[0]?.code).toBe('inspection.notMember');
    const other = { item: 'SB-01@1', results: ['no_problem'], obstruction: '', unreachable: '', note: '' };
    const foreign = setResults(inspectionCase(), { results: [other], statement: '' }, now);
    expect(foreign.ok ? '' : foreign.problems[0]?.code).toBe('inspection.result.item');
  });
});

describe('two letters that nobody signed for (企业公示信息抽查办法 art. 14)', () => {
  const letter = (no: number, sentOn: string, outcome: Letter['outcome'] = 'unsigned'): Letter => ({
    no,
    sentOn: localDate(sentOn),
    tracking: `EMS000${no}`,
    outcome,
    entered: { by: 'u-P001', name: '', at: '' },
  });

  it.each([
    ['2026-10-14', 13, false],
    ['2026-10-15', 14, false],
    ['2026-10-16', 15, true],
    ['2026-10-31', 30, true],
    ['2026-11-01', 31, false],
    ['2026-10-01', 0, false],
  ])('the second sent on %s, %i days after the first: %s', (second, _days, enough) => {
    const letters = [letter(1, '2026-10-01'), letter(2, second)];
    const problems = letterProblems(letters, '2026-12-01', 'unreachable');
    expect(problems.map(({ code }) => code)).toEqual(enough ? [] : ['inspection.letters.gap']);
    // In whatever order they were entered.
    expect(letterProblems([...letters].reverse(), '2026-12-01', 'unreachable')).toEqual(problems);
  });

  it('a letter that was signed for or is still under way does not count', () => {
    for (const outcome of ['signed', 'under-way'] as const) {
      const letters = [letter(1, '2026-10-01'), letter(2, '2026-10-20', outcome)];
      expect(letterProblems(letters, '2026-12-01', 'u')[0]?.code).toBe('inspection.letters.missing');
    }
  });

  it('of three letters any two may fit', () => {
    const letters = [letter(1, '2026-10-01'), letter(2, '2026-10-05'), letter(3, '2026-10-21')];
    expect(letterProblems(letters, '2026-12-01', 'u')).toEqual([]);
  });

  it.each([
    [{ sentOn: '2026-12-11' }, 'inspection.letter.sent'],
    [{ sentOn: '2026-02-30' }, 'inspection.letter.sent'],
    [{ tracking: 'x' }, 'inspection.letter.tracking'],
    [{ outcome: 'unsigned' as const, outcomeOn: '2026-11-30' }, 'inspection.letter.outcome'],
    [{ outcome: 'unsigned' as const, outcomeOn: '' }, 'inspection.letter.outcome'],
  ])('a letter with %j is refused by %s', (more, code) => {
    const input = {
      no: 0,
      sentOn: '2026-12-01',
      tracking: 'EMS123456',
      outcome: 'under-way' as const,
      outcomeOn: '',
      ...more,
    };
    const entered = recordLetter(inspectionCase(), input, now);
    expect(entered.ok ? 'entered' : entered.problems[0]?.code).toBe(code);
  });

  it('keeps the day and the receipt of a letter when its outcome is entered', () => {
    const state: InspectionCase = inspectionCase({ letters: [letter(1, '2026-11-02', 'under-way')] });
    const entered = recordLetter(
      state,
      { no: 1, sentOn: '2026-12-01', tracking: 'OTHER99', outcome: 'unsigned', outcomeOn: '2026-11-20' },
      now,
    );
    expect(entered.ok && entered.value.state.letters).toMatchObject([
      { no: 1, sentOn: '2026-11-02', tracking: 'EMS0001', outcome: 'unsigned', outcomeOn: '2026-11-20' },
    ]);
  });
});
