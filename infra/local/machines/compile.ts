import { StateMachine as Interpreter, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { markContext } from './contextValues.ts';
import type { Edge } from './coverage.ts';
import type { Definition } from './definition.ts';

/** setTimeout overflows above this; the real timeout runs on the local clock (see execution.ts). */
const LONGEST_INTERPRETER_TIMEOUT_S = 2_147_483;

export interface CompiledMachine {
  readonly interpreter: Interpreter;
  /** Edge by the name of the synthetic state that stands on it. */
  readonly crossings: ReadonlyMap<string, Edge>;
}

/**
 * Makes a definition fit for the interpreter: context paths become marks, timeouts are clamped, and each way
 * out of a Choice leads over a synthetic Pass state, because the interpreter does not say which rule matched.
 */
export function compile(definition: Definition): CompiledMachine {
  const crossings = new Map<string, Edge>();
  const states: Record<string, unknown> = {};
  const cross = (edge: Edge): string => {
    const name = `\u0001${edge.from}\u0001${edge.kind}\u0001${edge.index}`;
    crossings.set(name, edge);
    states[name] = { Type: 'Pass', Next: edge.to };
    return name;
  };
  for (const [from, state] of Object.entries(definition.States)) {
    if (state.Type === 'Task') {
      states[from] = {
        ...state,
        TimeoutSeconds: LONGEST_INTERPRETER_TIMEOUT_S,
        ...(state.Parameters ? { Parameters: markContext(state.Parameters) } : {}),
      };
    } else if (state.Type === 'Choice') {
      states[from] = {
        ...state,
        Choices: (state.Choices ?? []).map((rule, index) => ({
          ...rule,
          Next: cross({ from, kind: 'Choice', index, to: rule.Next }),
        })),
        ...(state.Default === undefined
          ? {}
          : { Default: cross({ from, kind: 'Default', index: 0, to: state.Default }) }),
      };
    } else states[from] = state;
  }
  const compiled: unknown = { StartAt: definition.StartAt, States: states };
  return {
    crossings,
    interpreter: new Interpreter(compiled as StateMachineDefinition, {
      validationOptions: { noValidate: true },
    }),
  };
}
