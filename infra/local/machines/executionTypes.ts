export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** One execution as tests and the local console see it. Times are ISO instants of the local clock. */
export interface ExecutionView {
  readonly arn: string;
  readonly machine: string;
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly started: string;
  readonly stopped: string | undefined;
  readonly input: string;
  readonly output: string | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  /** States in the order they were entered. */
  readonly path: readonly string[];
  /** Billable state transitions: every state entered and every retry. */
  readonly transitions: number;
  /** The state that waits for a task token now. */
  readonly waitingIn: string | undefined;
}

/**
 * Called when a Task state has got its result, before anything follows. `'kill'` ends the execution there as
 * if the machine had been switched off: nothing after this state runs.
 */
export type AfterTask = (
  execution: ExecutionView,
  state: string,
) => 'kill' | 'go on' | Promise<'kill' | 'go on'>;
