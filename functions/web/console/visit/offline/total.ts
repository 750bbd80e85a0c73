import { isWaiting, type Kept } from './kept.ts';
import type { Stop } from './sendQueue.ts';
import { button, part, replaceContents, textElement, type VisitRoot } from './visitDom.ts';

export interface QueueState {
  readonly entries: readonly Kept[];
  /** Why the last attempt ended early. */
  readonly stop: Stop | 'done';
  readonly durable: boolean;
  readonly retry: () => void;
}

/** The line that stays in view: how much is on this phone only, and what it waits for. */
export function showTotal(root: VisitRoot, { entries, stop, durable, retry }: QueueState): void {
  const line = part(root.element, 'total');
  if (line === null) return;
  const count = entries.filter(isWaiting).length;
  const refused = entries.length - count;
  const parts: (Node | string)[] = [];
  if (count === 0 && refused === 0) parts.push(root.text('visitPage.total.none'));
  else if (count > 0 && stop === 'signed-out') {
    parts.push(root.text('visitPage.total.signedOut', { count }), ' ', signIn(root));
  } else if (count > 0 && stop === 'other-person') {
    parts.push(root.text('visitPage.total.otherPerson', { count }));
  } else if (count > 0) {
    parts.push(root.text('visitPage.total.waiting', { count }), ' ');
    parts.push(button(root.text('visitPage.total.retry'), retry));
  }
  if (refused > 0) parts.push(` ${root.text('visitPage.total.refused', { count: refused })}`);
  if (!durable) parts.push(` ${root.text('visitPage.total.unstored')}`);
  line.hidden = false;
  line.classList.toggle('dr-visit__total--waiting', count + refused > 0);
  replaceContents(line, ...parts);
}

function signIn(root: VisitRoot): HTMLAnchorElement {
  const link = textElement('a', root.text('visitPage.total.signIn'), 'govuk-link');
  link.href = `/sign-in?return=${encodeURIComponent(location.pathname)}`;
  return link;
}
