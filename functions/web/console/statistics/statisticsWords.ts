import { complaintMessages } from '../../../../shared/complaint/messages.ts';
import { createCatalogue, type Lang } from '../../../../shared/messages/message.ts';
import { statisticsMessages } from '../../../../shared/messages/statistics.ts';

const catalogue = createCatalogue(complaintMessages, statisticsMessages);

/** Texts of the pages of statistics. */
export const say = catalogue.text;

/** A text whose code is put together from data, such as a status. */
export const sayCode = (lang: Lang, code: string): string => catalogue.problemText(lang, { code });
