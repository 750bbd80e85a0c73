import type { DrawCase, DrawStatus } from '../../../../shared/draw/ceremony/drawCase.ts';
import { ceremonyMessages } from '../../../../shared/draw/ceremony/messages.ts';
import { drawPageMessages } from '../../../../shared/messages/drawPages.ts';
import { createCatalogue, type Lang } from '../../../../shared/messages/message.ts';
import type { Tone } from '../../kit/components/tag.tsx';

/** Texts of the draw pages. */
export const words = createCatalogue(drawPageMessages, ceremonyMessages).text;

const tones: Readonly<Record<DrawStatus, Tone>> = {
  planned: 'active',
  objection: 'waiting',
  witnessing: 'waiting',
  confirming: 'waiting',
  confirmed: 'active',
  revealing: 'waiting',
  sourcing: 'waiting',
  sealed: 'active',
  drawn: 'active',
  published: 'done',
  voided: 'neutral',
};

export function toneOf(status: DrawStatus): Tone {
  return tones[status];
}

/** The last source in words: 双色球 2026139期, or dice. */
export function sourceName(lang: Lang, draw: DrawCase): string {
  const { lastSource } = draw.plan;
  if (lastSource.type === 'dice') return lang === 'zh' ? '二十个十面骰' : 'twenty ten-sided dice';
  const game = { ssq: { zh: '双色球', en: 'Shuangseqiu' }, dlt: { zh: '大乐透', en: 'Daletou' } }[
    lastSource.game
  ];
  return lang === 'zh' ? `${game.zh} ${lastSource.issue} 期` : `${game.en}, issue ${lastSource.issue}`;
}
