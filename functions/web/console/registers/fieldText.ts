import type { Lang } from '../../../../shared/messages/message.ts';
import { dateCell, yesNoCell } from '../../../../shared/register/cellCodec.ts';
import type { Column } from '../../../../shared/register/column.ts';

/** What stands in place of an empty field. */
export const nothing = '—';

/** What kind of entry a column asks for. */
export type EntryKind = 'text' | 'lines' | 'date' | 'yesNo' | 'choice' | 'choices';

export function entryKind({ codec }: Column): EntryKind {
  if (codec === dateCell) return 'date';
  if (codec === yesNoCell) return 'yesNo';
  if (codec.lines === true) return 'lines';
  if (codec.vocabulary === undefined) return 'text';
  return codec.empty === undefined ? 'choice' : 'choices';
}

export function headerOf(lang: Lang, column: Column): string {
  return column.header[lang];
}

/** The value of a field in the reader's words. */
export function fieldText(lang: Lang, column: Column, value: unknown): string {
  if (value === undefined || value === '') return nothing;
  const { vocabulary } = column.codec;
  if (vocabulary !== undefined) {
    const codes = Array.isArray(value) ? value.map(String) : [String(value)];
    const words = vocabulary.filter((term) => codes.includes(term.code)).map((term) => term[lang]);
    return words.length === 0 ? nothing : words.join(lang === 'zh' ? '、' : ', ');
  }
  if (entryKind(column) === 'yesNo') {
    return { zh: ['否', '是'], en: ['No', 'Yes'] }[lang][value === true ? 1 : 0] ?? nothing;
  }
  const text = column.codec.format(value);
  return text === '' ? nothing : text;
}
