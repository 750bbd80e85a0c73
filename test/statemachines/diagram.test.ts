import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { mermaid, type Transition } from '../../shared/case/transition.ts';
import { complaintTransitions } from '../../shared/complaint/transitions.ts';
import { drawTransitions } from '../../shared/draw/ceremony/transitions.ts';
import { inspectionTransitions } from '../../shared/inspection/transitions.ts';
import { penaltyTransitions } from '../../shared/penalty/transitions.ts';

const readme = readFileSync(resolve(import.meta.dirname, '../../statemachines/README.md'), 'utf8');
const tables: readonly (readonly [string, readonly Transition<string, string>[]])[] = [
  ['a draw', drawTransitions],
  ['an inspection', inspectionTransitions],
  ['a complaint or report', complaintTransitions],
  ['a penalty case', penaltyTransitions],
];

it.each(tables)('shows the states of %s as the transition table has them', (what, table) => {
  const section = readme.split(/^## /m).find((part) => part.startsWith(`The states of ${what}\n`));
  expect(/```mermaid\n([\s\S]*?)```/.exec(section ?? '')?.[1]).toBe(mermaid(table));
});
