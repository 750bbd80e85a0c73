import type { Lang } from '../../../../shared/messages/message.ts';
import { serviceMethods } from '../../../../shared/notice/notice.ts';
import type { Service } from '../../../../shared/penalty/penaltyCase.ts';
import { dayText, momentText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';
import { words } from './penaltyWords.ts';

/** Who did something, and when. */
export const act = (lang: Lang, { name, at }: { readonly name: string; readonly at: string }) =>
  `${name} · ${momentText(lang, at)}`;

/** When and how a paper reached the party. */
export function servedText(lang: Lang, served: Service | undefined): string {
  if (served === undefined) return words(lang, 'penaltyPage.unserved');
  const how =
    served.method === 'electronic'
      ? words(lang, 'penaltyPage.service.electronic')
      : vocabularyText(lang, serviceMethods, served.method);
  return `${dayText(lang, served.on)} · ${how} · ${served.name}`;
}
