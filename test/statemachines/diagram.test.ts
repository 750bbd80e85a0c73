import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { mermaid } from '../../shared/case/transition.ts';
import { drawTransitions } from '../../shared/draw/ceremony/transitions.ts';

it('shows the states of a draw as the transition table has them', () => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../statemachines/README.md'), 'utf8');
  const diagram = /```mermaid\n([\s\S]*?)```/.exec(readme)?.[1];
  expect(diagram).toBe(mermaid(drawTransitions));
});
