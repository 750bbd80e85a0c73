/** What `$$` means inside the Parameters of one Task state. */
export interface ContextValues {
  readonly executionArn: string;
  readonly executionName: string;
  readonly executionStarted: string;
  readonly executionInput: unknown;
  readonly machineArn: string;
  readonly machineName: string;
  readonly state: string;
  readonly entered: string;
  readonly retryCount: number;
  readonly token: string | undefined;
}

const CONTEXT: Readonly<Record<string, (values: ContextValues) => unknown>> = {
  '$$.Execution.Id': (it) => it.executionArn,
  '$$.Execution.Name': (it) => it.executionName,
  '$$.Execution.StartTime': (it) => it.executionStarted,
  '$$.Execution.Input': (it) => it.executionInput,
  '$$.Execution.RedriveCount': () => 0,
  '$$.StateMachine.Id': (it) => it.machineArn,
  '$$.StateMachine.Name': (it) => it.machineName,
  '$$.State.Name': (it) => it.state,
  '$$.State.EnteredTime': (it) => it.entered,
  '$$.State.RetryCount': (it) => it.retryCount,
  '$$.Task.Token': (it) => it.token,
};

const MARK = '\u0001context:';

/**
 * Replaces every `"x.$": "$$…"` by a mark. The interpreter builds its context object once per execution, so
 * it cannot say which state, attempt or token it is; `fillContext` puts the values in when the task runs.
 * @throws Error for a path that has no meaning here
 */
export function markContext(template: unknown): unknown {
  if (Array.isArray(template)) return template.map(markContext);
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) => {
      if (!key.endsWith('.$') || typeof value !== 'string' || !value.includes('$$'))
        return [key, markContext(value)];
      if (!Object.hasOwn(CONTEXT, value)) throw new Error(`${value} cannot be read locally`);
      return [key.slice(0, -2), `${MARK}${value}`];
    }),
  );
}

/** Puts the values of this run of the state in place of the marks. */
export function fillContext(input: unknown, values: ContextValues): unknown {
  if (typeof input === 'string' && input.startsWith(MARK)) return CONTEXT[input.slice(MARK.length)]?.(values);
  if (Array.isArray(input)) return input.map((item) => fillContext(item, values));
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, fillContext(value, values)]));
}
