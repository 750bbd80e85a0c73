import type { FilingProof } from '../../shared/complaint/filingProof.ts';
import type { Check } from '../../shared/draw/check.ts';
import type { Verification } from '../../shared/draw/verify.ts';
import { drawMessages } from '../../shared/messages/draw.ts';
import { filingProofMessages } from '../../shared/messages/filingProof.ts';
import { fill } from '../../shared/messages/message.ts';
import { type Bilingual, VERDICT } from './wording.ts';

/** What the command and the offline page say of a proof of filing. */

const texts: Readonly<Record<string, Bilingual>> = filingProofMessages;

/** For `problemText`: a proof is read with the same reader as a draw record. */
export const filingProblemTexts: Readonly<Record<string, Bilingual>> = { ...drawMessages, ...texts };

export function filingCheckText({ name }: Check): Bilingual {
  return texts[name.replace(/^filing\./, 'filing.check.')] ?? { zh: name, en: name };
}

export function filingNoteText(note: string): Bilingual {
  return texts[`filing.note.${note}`] ?? { zh: note, en: note };
}

/** Whether a check waits for a file that was not there. */
export function isOpen({ note }: Check): boolean {
  return note === 'filing-no-text' || note === 'filing-compare-key';
}

/** Whether it is still to be seen that the office's key signed it. */
export function isKeyOpen({ checks }: Verification): boolean {
  return checks.some(({ note }) => note === 'filing-compare-key');
}

/** A proof under a key that nobody has compared could be anybody's: it is never called consistent outright. */
export function filingVerdict(verification: Verification): Bilingual {
  if (!verification.consistent) return VERDICT.inconsistent;
  return isKeyOpen(verification) ? filingProofMessages['filing.verdict.conditional'] : VERDICT.consistent;
}

/** Which filing the proof is about. */
export function filingAbout({ office, filedAt }: FilingProof): Bilingual {
  const params = { office, at: filedAt.beijing.replace('T', ' ').replace('+08:00', ' +08:00') };
  const { zh, en } = filingProofMessages['filing.about'];
  return { zh: fill(zh, params), en: fill(en, params) };
}
