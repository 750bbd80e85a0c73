import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeFileAtomically } from './atomicFile.ts';

const hintSchema = z.object({
  zh: z.string(),
  en: z.string(),
  /** What is to be typed somewhere, such as the code on a receipt. */
  value: z.string(),
  /** The page that it is for. */
  href: z.string(),
});

/** Something that a seed alone knows and a newcomer needs: shown at every start and by the local tools. */
export type StartHint = Readonly<z.infer<typeof hintSchema>>;

const fileOf = (folder: string) => join(folder, 'hints.json');

export function keepHints(folder: string, hints: readonly StartHint[]): void {
  writeFileAtomically(fileOf(folder), JSON.stringify(hints));
}

/** A data folder of an earlier version has none. */
export function keptHints(folder: string): readonly StartHint[] {
  const file = fileOf(folder);
  return existsSync(file) ? z.array(hintSchema).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}
