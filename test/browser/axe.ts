import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Shapes } from './shapes.ts';

/**
 * Axe for one page. No page of the product has a frame, so that none has to be put together in a second tab; and what
 * axe finds in order is not described node by node, which takes longer than finding it.
 */
export function axeOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
}

/** What axe finds on a page: the rule and the first element. Nothing is new on a page whose shapes are all known. */
export async function newFindings(page: Page, shapes: Shapes): Promise<readonly string[]> {
  if (!(await shapes.isNew(page))) return [];
  const { violations } = await axeOf(page).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
