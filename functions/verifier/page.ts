import * as z from 'zod/mini';
import type { Check } from '../../shared/draw/check.ts';
import { personalProof, standings } from '../../shared/draw/explain.ts';
import { type DrawRecord, loadPools, RECORD_LIMIT_BYTES, readRecord } from '../../shared/draw/record.ts';
import { computeDraw, type Draw } from '../../shared/draw/result.ts';
import type { Pools } from '../../shared/draw/snapshot.ts';
import { verifyRecord } from '../../shared/draw/verify.ts';
import { type Problem, problem, type Result } from '../../shared/problem.ts';
import { bilingual, element, fill } from './element.ts';
import { PAGE } from './pageText.ts';
import { checkText, noteText, problemText, VERDICT } from './wording.ts';

// The page's content security policy forbids building functions from text.
z.config({ jitless: true });

interface Loaded {
  readonly record: DrawRecord;
  readonly pools: Pools;
}

let verified: (Loaded & { readonly draw: Draw }) | undefined;

function show(id: string, shown: boolean): void {
  const place = document.getElementById(id);
  if (place !== null) place.hidden = !shown;
}

/** The record among the chosen files, with its pools from the others. */
async function load(files: readonly File[]): Promise<Result<Loaded>> {
  const contents = new Map<string, Uint8Array>();
  for (const file of files) {
    if (file.size > RECORD_LIMIT_BYTES) return problem('draw.record.tooLarge', { limit: RECORD_LIMIT_BYTES });
    contents.set(file.name, new Uint8Array(await file.arrayBuffer()));
  }
  let refused: Result<never> = problem('draw.record.notARecord');
  for (const bytes of contents.values()) {
    const record = readRecord(bytes);
    if (!record.ok) {
      refused = record;
      continue;
    }
    const pools = loadPools(record.value, contents);
    return pools.ok ? { ok: true, value: { record: record.value, pools: pools.value } } : pools;
  }
  return refused;
}

function checkItem(check: Check): HTMLElement {
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
  const note = check.note === undefined ? [] : [element('div', {}, ...bilingual(noteText(check.note)))];
  return element(
    'li',
    { class: check.ok ? 'good' : 'bad' },
    element('span', { class: 'state' }, ...bilingual(check.ok ? PAGE.ok : PAGE.differs)),
    element('div', {}, ...bilingual(checkText(check)), ...note, ...details),
  );
}

function verdictBox(consistent: boolean, ...more: readonly (Node | string)[]): HTMLElement {
  const verdict = consistent ? VERDICT.consistent : VERDICT.inconsistent;
  return element('p', { class: `verdict ${consistent ? 'good' : 'bad'}` }, ...bilingual(verdict), ...more);
}

function showRefusal(problems: readonly Problem[]): void {
  const sentences = problems.map((one) => element('p', {}, ...bilingual(problemText(one))));
  fill('verdict', element('p', { class: 'verdict bad' }, ...bilingual(PAGE.refused)), ...sentences);
}

async function verifyChosen(files: readonly File[]): Promise<void> {
  verified = undefined;
  show('why', false);
  fill('checks');
  fill('answer');
  fill('verdict', element('p', {}, ...bilingual(PAGE.working)));
  const loaded = await load(files);
  if (!loaded.ok) {
    showRefusal(loaded.problems);
    return;
  }
  const { record, pools } = loaded.value;
  const { checks, consistent } = verifyRecord(record, pools);
  fill('checks', ...checks.map(checkItem));
  fill('verdict', verdictBox(consistent, element('div', { class: 'hint' }, record.commit.draw)));
  if (!consistent) return;
  const { plan, commit, values } = record;
  verified = { record, pools, draw: computeDraw({ plan, pools, commit, values }) };
  show('why', true);
}

function row(term: (typeof PAGE)[keyof typeof PAGE], ...value: readonly (Node | string)[]): Node[] {
  return [element('dt', {}, ...bilingual(term)), element('dd', {}, ...value)];
}

function explain(tid: string): void {
  if (verified === undefined) return;
  const { record, pools, draw } = verified;
  const proof = personalProof(draw, pools.agency, tid);
  const cell = record.result.cells.find((one) => one.cell === proof?.row.cell);
  if (proof === undefined || cell === undefined) {
    fill('answer', element('p', {}, ...bilingual(PAGE.unknown)));
    return;
  }
  const outcome = PAGE[standings(record.result)(tid)];
  fill(
    'answer',
    element(
      'dl',
      {},
      ...row(PAGE.outcome, ...bilingual(outcome)),
      ...row(PAGE.cell, cell.cell),
      ...row(PAGE.size, `${cell.N} / ${cell.n}`),
      ...row(PAGE.rank, String(proof.rank + 1)),
      ...row(PAGE.ticket, element('code', {}, proof.ticket)),
    ),
    element(
      'details',
      {},
      element('summary', {}, ...bilingual(PAGE.proof)),
      element('pre', { tabindex: '0' }, JSON.stringify(proof, undefined, 1)),
    ),
  );
}

document.getElementById('record')?.addEventListener('change', (event) => {
  const input = event.target;
  if (input instanceof HTMLInputElement && input.files !== null) void verifyChosen([...input.files]);
});
document.getElementById('lookup')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const input = document.getElementById('tid');
  if (input instanceof HTMLInputElement) explain(input.value.trim());
});
