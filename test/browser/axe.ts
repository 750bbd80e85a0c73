import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * Axe for one page. No page of the product has a frame, so that none has to be put together in a second tab; and what
 * axe finds in order is not described node by node, which takes longer than finding it.
 */
export function axeOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
}
