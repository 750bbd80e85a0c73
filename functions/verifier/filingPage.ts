import * as z from 'zod/mini';
import { sortFilingFiles } from '../../shared/complaint/filingFiles.ts';
import { verifyFilingProof } from '../../shared/complaint/filingProof.ts';
import { showChecks, showRefusal, verdictBox } from './checkList.ts';
import { bilingual, element, fill } from './element.ts';
import {
  filingAbout,
  filingCheckText,
  filingNoteText,
  filingProblemTexts,
  filingVerdict,
  isKeyOpen,
  isOpen,
} from './filingWording.ts';
import { PAGE } from './pageText.ts';

// The page's content security policy forbids building functions from text.
z.config({ jitless: true });

const wording = { check: filingCheckText, note: filingNoteText, open: isOpen };
/** More than any text that somebody files. */
const LONGEST = 4 * 1024 * 1024;

async function verifyChosen(files: readonly File[]): Promise<void> {
  fill('checks');
  fill('verdict', element('p', {}, ...bilingual(PAGE.working)));
  if (files.some(({ size }) => size > LONGEST)) {
    showRefusal([{ code: 'draw.record.tooLarge', params: { limit: LONGEST } }], filingProblemTexts);
    return;
  }
  const contents = await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
  const sorted = sortFilingFiles(contents);
  if (!sorted.ok) {
    showRefusal(sorted.problems, filingProblemTexts);
    return;
  }
  const { proof, evidence } = sorted.value;
  const verification = verifyFilingProof(proof, evidence);
  showChecks(verification.checks, wording);
  const about = element('div', { class: 'hint' }, ...bilingual(filingAbout(proof)));
  const good = isKeyOpen(verification) ? 'open' : 'good';
  const state = verification.consistent ? good : 'bad';
  fill('verdict', verdictBox(state, filingVerdict(verification), about));
}

document.getElementById('record')?.addEventListener('change', (event) => {
  const input = event.target;
  if (input instanceof HTMLInputElement && input.files !== null) void verifyChosen([...input.files]);
});
