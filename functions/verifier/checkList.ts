import type { Check } from '../../shared/draw/check.ts';
import type { Problem } from '../../shared/problem.ts';
import { bilingual, element, fill } from './element.ts';
import { PAGE } from './pageText.ts';
import { type Bilingual, problemText } from './wording.ts';

/** The parts that the offline pages have in common: the list of checks, the verdict, the refusal. */

export interface CheckWording {
  readonly check: (check: Check) => Bilingual;
  readonly note: (note: string) => Bilingual;
  /** Whether it could not be looked at for want of a file. */
  readonly open?: (check: Check) => boolean;
}

function checkItem(check: Check, wording: CheckWording): HTMLElement {
  const details = [check.expected, check.found].flatMap((value, at) =>
    value === undefined
      ? []
      : [
          element(
            'div',
            {},
            ...bilingual(at === 0 ? PAGE.expected : PAGE.found),
            ' ',
            element('code', {}, value),
          ),
        ],
  );
  const note = check.note === undefined ? [] : [element('div', {}, ...bilingual(wording.note(check.note)))];
  const state =
    wording.open?.(check) === true
      ? { class: 'open', text: PAGE.open }
      : check.ok
        ? { class: 'good', text: PAGE.ok }
        : { class: 'bad', text: PAGE.differs };
  return element(
    'li',
    { class: state.class },
    element('span', { class: 'state' }, ...bilingual(state.text)),
    element('div', {}, ...bilingual(wording.check(check)), ...note, ...details),
  );
}

export function showChecks(checks: readonly Check[], wording: CheckWording): void {
  fill('checks', ...checks.map((check) => checkItem(check, wording)));
}

export function verdictBox(
  state: 'good' | 'bad' | 'open',
  verdict: Bilingual,
  ...more: readonly (Node | string)[]
): HTMLElement {
  return element('p', { class: `verdict ${state}` }, ...bilingual(verdict), ...more);
}

/** @param texts the table of the problems' codes; that of draw records unless told */
export function showRefusal(problems: readonly Problem[], texts?: Readonly<Record<string, Bilingual>>): void {
  const sentences = problems.map((one) => element('p', {}, ...bilingual(problemText(one, texts))));
  fill('verdict', element('p', { class: 'verdict bad' }, ...bilingual(PAGE.refused)), ...sentences);
}
