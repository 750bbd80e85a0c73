import type { Lang } from '../../../shared/messages/message.ts';
import { words } from './words.ts';

const UNITS = ['KB', 'MB', 'GB'] as const;

/** The size of a file as people say it: `640 字节`, `12 KB`, `3.4 MB`. */
export function sizeText(lang: Lang, bytes: number): string {
  if (bytes < 1024) return words(lang, 'kit.file.bytes', { size: bytes });
  let size = bytes / 1024;
  let unit = 0;
  // What would be rounded to 1,024 is one of the next unit.
  while (Math.round(size) >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const rounded = unit === 0 ? Math.round(size) : Math.round(size * 10) / 10;
  return `${rounded} ${UNITS[unit]}`;
}
