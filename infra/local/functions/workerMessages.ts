/** What a Lambda function reports when it fails: the shape of the error payload. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** The fields of the Lambda context that are data. */
export interface ContextFacts {
  readonly awsRequestId: string;
  readonly functionName: string;
  readonly functionVersion: string;
  readonly invokedFunctionArn: string;
  readonly memoryLimitInMB: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
}

export interface WorkerStart {
  readonly clock: SharedArrayBuffer;
  readonly file: string;
  readonly exportName: string;
  readonly timeoutMs: number;
}

export interface ToWorker {
  readonly id: string;
  readonly payload: string;
  readonly context: ContextFacts;
}

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly error: FunctionError }
  | { readonly kind: 'result'; readonly id: string; readonly payload: string }
  | { readonly kind: 'error'; readonly id: string; readonly error: FunctionError };
