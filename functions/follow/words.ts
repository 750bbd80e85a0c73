import { formatDateEn, formatDateZh, type LocalDate, shanghaiDate } from '../../shared/calendar/localDate.ts';
import { complaintMessages } from '../../shared/complaint/messages.ts';
import type { TermRow } from '../../shared/law/inspectionVocabulary.ts';
import { citedText } from '../../shared/law/lawTable.ts';
import { followMessages } from '../../shared/messages/follow.ts';
import { followCaseMessages } from '../../shared/messages/followCase.ts';
import { createCatalogue, type Lang } from '../../shared/messages/message.ts';

const catalogue = createCatalogue(complaintMessages, followMessages, followCaseMessages);

/** The texts of these pages. */
export const say = catalogue.text;

/** A text whose code is put together from data, such as a status. */
export function sayCode(
  lang: Lang,
  code: string,
  params?: Readonly<Record<string, string | number>>,
): string {
  return catalogue.problemText(lang, params === undefined ? { code } : { code, params });
}

export function dayText(lang: Lang, day: LocalDate): string {
  return lang === 'zh' ? formatDateZh(day) : formatDateEn(day);
}

/** The Shanghai day of an instant. */
export const dayOf = (lang: Lang, at: string): string => dayText(lang, shanghaiDate(at));

const hour = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** `14:05` in Shanghai. */
export const timeText = (at: Date): string => hour.format(at);

/** A ground with the text of the law that it stands in. */
export function termText(lang: Lang, term: TermRow): string {
  return lang === 'zh'
    ? `${term.zh}（${citedText(term.citation)}）`
    : `${term.en} (${citedText(term.citation)})`;
}
