import { isUnverified } from '../../../../shared/law/lawTable.ts';
import { type TargetedGround, targetedGrounds } from '../../../../shared/law/targetedGrounds.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { OrderStatus, StoredOrder } from '../../../../shared/targeted/targetedOrder.ts';
import type { Tone } from '../../kit/components/tag.tsx';

const tones: Readonly<Record<OrderStatus, Tone>> = {
  ordered: 'waiting',
  approved: 'active',
  refused: 'neutral',
  withdrawn: 'neutral',
  assigned: 'active',
  drawn: 'done',
};

export function toneOfOrder(status: OrderStatus): Tone {
  return tones[status];
}

export function groundText(lang: Lang, ground: TargetedGround): string {
  return targetedGrounds.find(({ rule }) => rule === ground)?.[lang] ?? ground;
}

/** Where the law says so, marked when the text was not read in full. */
export function basisText(lang: Lang, ground: TargetedGround): string {
  const row = targetedGrounds.find(({ rule }) => rule === ground);
  if (row === undefined) return '';
  const mark = isUnverified(row) ? ` (${text(lang, 'targetedPage.unverified')})` : '';
  return `${row.citation.text}${mark}`;
}

const steps = {
  approved: 'targetedPage.next.draw',
  assigned: 'targetedPage.next.ceremony',
  refused: 'targetedPage.next.none',
  withdrawn: 'targetedPage.next.none',
  drawn: 'targetedPage.next.none',
} as const;

/** What the order waits for, and from whom. */
export function nextText(lang: Lang, { status, state }: StoredOrder): string {
  const known = status as OrderStatus;
  if (known !== 'ordered') return text(lang, steps[known]);
  return text(lang, state.terms === undefined ? 'targetedPage.next.terms' : 'targetedPage.next.approve');
}
