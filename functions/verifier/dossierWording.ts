import type { Check } from '../../shared/draw/check.ts';
import { dossierMessages } from '../../shared/messages/dossier.ts';
import type { Bilingual } from './wording.ts';

/** What the command says of a dossier; the offline page, which knows draws only, does not carry it. */

const texts: Readonly<Record<string, Bilingual>> = dossierMessages;

/** Name of a check in both languages, with what it is about. */
export function dossierCheckText({ name, subject }: Check): Bilingual {
  const text = texts[`dossier.check.${name}`] ?? { zh: name, en: name };
  return subject === undefined ? text : { zh: `${text.zh}（${subject}）`, en: `${text.en} (${subject})` };
}

export function dossierNoteText(note: string): Bilingual {
  return texts[`dossier.note.${note}`] ?? { zh: note, en: note };
}
