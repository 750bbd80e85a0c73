import type { Lang } from '../../../shared/messages/message.ts';

interface Word {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** A code of a closed list in the reader's words; an unknown one as it is. */
export function vocabularyText(lang: Lang, vocabulary: readonly Word[], code: string): string {
  return vocabulary.find((term) => term.code === code)?.[lang] ?? code;
}
