import type { Definition } from './definition.ts';

/** One transition that a definition allows. */
export interface Edge {
  readonly from: string;
  readonly kind: 'Next' | 'Catch' | 'Choice' | 'Default';
  /** Position in `Choices` or `Catch`; 0 for the others. */
  readonly index: number;
  readonly to: string;
}

/** What has been executed of one machine. */
export interface MachineCoverage {
  readonly machine: string;
  readonly states: readonly { readonly name: string; readonly times: number }[];
  readonly edges: readonly (Edge & { readonly times: number })[];
}

/** Every transition of a definition, in its order. */
export function edgesOf(definition: Definition): readonly Edge[] {
  return Object.entries(definition.States).flatMap(([from, state]): Edge[] => [
    ...(state.Next === undefined ? [] : [{ from, kind: 'Next' as const, index: 0, to: state.Next }]),
    ...(state.Choices ?? []).map(({ Next }, index) => ({ from, kind: 'Choice' as const, index, to: Next })),
    ...(state.Default === undefined ? [] : [{ from, kind: 'Default' as const, index: 0, to: state.Default }]),
    ...(state.Catch ?? []).map(({ Next }, index) => ({ from, kind: 'Catch' as const, index, to: Next })),
  ]);
}

const keyOf = (edge: Edge) => `${edge.from}\u0000${edge.kind}\u0000${edge.index}`;

/** Counts executed states and transitions of one machine. */
export class CoverageCounter {
  readonly #machine: string;
  readonly #definition: Definition;
  readonly #states = new Map<string, number>();
  readonly #edges = new Map<string, number>();

  constructor(machine: string, definition: Definition) {
    this.#machine = machine;
    this.#definition = definition;
  }

  entered(state: string): void {
    this.#states.set(state, (this.#states.get(state) ?? 0) + 1);
  }

  took(edge: Edge): void {
    this.#edges.set(keyOf(edge), (this.#edges.get(keyOf(edge)) ?? 0) + 1);
  }

  report(): MachineCoverage {
    return {
      machine: this.#machine,
      states: Object.keys(this.#definition.States).map((name) => ({
        name,
        times: this.#states.get(name) ?? 0,
      })),
      edges: edgesOf(this.#definition).map((edge) => ({ ...edge, times: this.#edges.get(keyOf(edge)) ?? 0 })),
    };
  }
}

/** The coverage as a Markdown table: each state and each transition with the number of times it was executed. */
export function coverageTable(coverage: MachineCoverage): string {
  const rows = [
    ...coverage.states.map(({ name, times }) => [name, 'state', '', String(times)]),
    ...coverage.edges.map(({ from, kind, index, to, times }) => [
      from,
      kind === 'Choice' || kind === 'Catch' ? `${kind} ${index + 1}` : kind,
      to,
      String(times),
    ]),
  ];
  const done = [...coverage.states, ...coverage.edges].filter(({ times }) => times > 0).length;
  return [
    `${coverage.machine}: ${done} of ${rows.length} states and transitions executed`,
    '',
    '| from | kind | to | times |',
    '|---|---|---|---:|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}
