/**
 * A person's part in a workflow: the execution waits with a task token until a command moves the case on.
 * The token is kept encrypted beside the case and never leaves the backend; pages know the case and its
 * status only.
 */
export interface WaitingTask {
  readonly caseId: string;
  /** The status in which the execution waits. */
  readonly status: string;
  /** Instant at which the execution entered the state; the newest token wins. */
  readonly entered: string;
  readonly token: string;
}

export interface WaitingTasks {
  /** Keeps the token of the newest wait of a case; an older one changes nothing. */
  keep(task: WaitingTask): Promise<void>;
  find(caseId: string): Promise<WaitingTask | undefined>;
  /** Forgets this wait, unless a newer one has taken its place. */
  forget(task: WaitingTask): Promise<void>;
}

/** Running a case's state machine. */
export interface Workflow {
  /** Hands the new status to the execution that waits. `gone`: that execution no longer exists or waits. */
  wake(token: string, output: { readonly status: string }): Promise<'woken' | 'gone'>;
  /** Starts an execution unless one of that name exists. */
  start(name: string, input: Readonly<Record<string, string>>): Promise<void>;
  /** Names of the running executions. */
  running(): Promise<readonly string[]>;
}

/** The outbox of executions to be woken, written with the commands. */
export interface ResumeOutbox {
  /** Case ids, oldest first. */
  due(): Promise<readonly string[]>;
  done(caseId: string): Promise<void>;
}

/** Numbers the executions of a case, so that each has a name of its own and none is started twice. */
export interface RunNumbers {
  next(caseId: string): Promise<number>;
}
