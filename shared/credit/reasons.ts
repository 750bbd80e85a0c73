import type { Message } from '../messages/message.ts';

/** Why something ends or is taken back, in the words that the other side gets. */
export const creditReasons: Readonly<Record<string, Message>> = {
  expired: { zh: '公示期届满', en: 'The publicity period has ended' },
  repaired: { zh: '信用修复', en: 'Credit repair' },
  annulled: { zh: '依据的决定被撤销或者变更', en: 'The decision behind it was annulled or changed' },
  corrected: { zh: '内容有误，已更正', en: 'The content was wrong and has been corrected' },
  cured: { zh: '列入情形消失', en: 'The ground of the listing is gone' },
  term: { zh: '列入期限届满', en: 'The term of the listing has ended' },
  deregistered: { zh: '主体已注销', en: 'The agency was deregistered' },
  unknown: { zh: '本机关无此记录', en: 'This office has no such record' },
};

/** The words of a reason; a code that is in no table stands for itself. */
export function reasonMessage(code: string | undefined): Message | undefined {
  return code === undefined ? undefined : (creditReasons[code] ?? { zh: code, en: code });
}

/** The words of a reason as the other side gets them. */
export const reasonText = (code: string | undefined): string | undefined => reasonMessage(code)?.zh;
