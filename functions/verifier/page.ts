import * as z from 'zod/mini';
import { personalProof, standings } from '../../shared/draw/explain.ts';
import { type DrawRecord, loadPools, RECORD_LIMIT_BYTES, readRecord } from '../../shared/draw/record.ts';
import { computeDraw, type Draw } from '../../shared/draw/result.ts';
import type { Pools } from '../../shared/draw/snapshot.ts';
import { verifyRecord } from '../../shared/draw/verify.ts';
import { problem, type Result } from '../../shared/problem.ts';
import { showChecks, showRefusal, verdictBox } from './checkList.ts';
import { bilingual, element, fill } from './element.ts';
import { PAGE } from './pageText.ts';
import { checkText, noteText, VERDICT } from './wording.ts';

// The page's content security policy forbids building functions from text.
z.config({ jitless: true });

const NOTHING = problem('draw.record.notARecord');
/** What a proof of filing says of itself; its own page checks it. */
const FILING = '"format":"double-random-filing-1"';

function isFiling(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 4096)).includes(FILING);
}

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
  let refused: Result<never> = NOTHING;
  for (const bytes of contents.values()) {
    const record = readRecord(bytes);
    if (!record.ok) {
      if (!isFiling(bytes)) refused = record;
      else if (refused === NOTHING) refused = problem('draw.record.filing');
      continue;
    }
    const pools = loadPools(record.value, contents);
    return pools.ok ? { ok: true, value: { record: record.value, pools: pools.value } } : pools;
  }
  return refused;
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
  showChecks(checks, { check: checkText, note: noteText });
  const verdict = consistent ? VERDICT.consistent : VERDICT.inconsistent;
  fill(
    'verdict',
    verdictBox(consistent ? 'good' : 'bad', verdict, element('div', { class: 'hint' }, record.commit.draw)),
  );
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
