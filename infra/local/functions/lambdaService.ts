import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { AwsError } from '../aws/awsError.ts';
import { type Faults, type PathService, writeError } from '../aws/endpoint.ts';
import type { LocalQueues } from '../aws/queues.ts';
import { readBody } from '../http/server.ts';
import type { LocalLog } from '../log.ts';
import { type FunctionPool, type InvocationResult, TooManyRequests } from './functionPool.ts';

/** What happens to an asynchronous invocation that fails. */
export interface AsyncRule {
  readonly retries: number;
  /** ARN of the queue for the invocation record (`EventInvokeConfig` OnFailure). */
  readonly onFailure?: string;
  /** ARN of the queue for the bare event (`DeadLetterConfig`). */
  readonly deadLetter?: string;
}

export interface LambdaFunction {
  readonly pool: FunctionPool;
  readonly asyncRule: AsyncRule;
}

export interface LambdaService {
  /** Invokes and waits. The id is a logical id, name or ARN, with or without alias. Throws AwsError. */
  invoke(id: string, payload: string): Promise<InvocationResult>;
  /** Queues an asynchronous invocation; resolves when it is over, retries and dead-lettering included. */
  invokeLater(id: string, payload: string): Promise<InvocationResult>;
  /** Loads a function's handler before anybody asks for it. */
  warm(id: string): void;
  /** The variables a function runs with. */
  environmentOf(id: string): Readonly<Record<string, string>>;
  /** Resolves when no asynchronous invocation is under way. */
  idle(): Promise<void>;
  readonly byPath: PathService;
  stop(): Promise<void>;
}

const LARGEST_PAYLOAD = 6 * 1024 * 1024;
/** Lambda waits 1 and 2 minutes between the attempts; nobody wants to wait so long at a desk. */
const RETRY_DELAYS_MS = [1_000, 2_000] as const;

const record = z.unknown();

function parsed(text: string): unknown {
  try {
    return record.parse(JSON.parse(text));
  } catch {
    return text;
  }
}

/** The name in a function id: the last part of an ARN without its qualifier, or the name itself. */
function nameIn(id: string): { name: string; qualifier: string | undefined } {
  const match =
    /^arn:[^:]+:lambda:[^:]*:[^:]*:function:([^:]+)(?::([^:]+))?$/.exec(id) ??
    /^([^:]+)(?::([^:]+))?$/.exec(id);
  return { name: match?.[1] ?? id, qualifier: match?.[2] };
}

/** Lambda as far as one machine needs it: synchronous and asynchronous invocations. */
export function lambdaService(
  functions: readonly LambdaFunction[],
  queues: LocalQueues,
  log: LocalLog,
  faults: Faults,
  retryDelaysMs: readonly number[] = RETRY_DELAYS_MS,
): LambdaService {
  const underWay = new Set<Promise<unknown>>();
  const stopping = new AbortController();
  const find = (id: string): { found: LambdaFunction; qualifier: string | undefined } => {
    const { name, qualifier } = nameIn(id);
    const found = functions.find(
      ({ pool }) => pool.definition.name === name || pool.definition.logicalId === name,
    );
    if (!found) throw new AwsError('ResourceNotFoundException', `Function not found: ${id}`, 404);
    return { found, qualifier };
  };
  const invoke = async (id: string, payload: string): Promise<InvocationResult> => {
    const { found, qualifier } = find(id);
    if (Buffer.byteLength(payload) > LARGEST_PAYLOAD) {
      throw new AwsError('RequestTooLargeException', 'Request must be smaller than 6291456 bytes', 413);
    }
    try {
      const result = await found.pool.invoke(payload, qualifier);
      if (result.ok && Buffer.byteLength(result.payload) > LARGEST_PAYLOAD) {
        const errorMessage = 'Response payload size exceeded maximum allowed payload size (6291556 bytes).';
        return {
          ok: false,
          requestId: result.requestId,
          error: { errorType: 'Function.ResponseSizeTooLarge', errorMessage, trace: [] },
        };
      }
      return result;
    } catch (error) {
      if (error instanceof TooManyRequests) throw new AwsError(error.name, error.message, 429);
      throw error;
    }
  };
  const tryAll = async (id: string, payload: string): Promise<InvocationResult> => {
    const { found } = find(id);
    const { asyncRule, pool } = found;
    for (let attempt = 0; ; attempt += 1) {
      const result = await invoke(id, payload).catch(
        (error: unknown): InvocationResult => ({
          ok: false,
          requestId: '',
          error: {
            errorType: error instanceof Error ? error.name : 'Error',
            errorMessage: String(error),
            trace: [],
          },
        }),
      );
      if (result.ok || stopping.signal.aborted) return result;
      log.write(
        pool.definition.name,
        `asynchronous attempt ${attempt + 1} failed: ${result.error.errorMessage}`,
      );
      if (attempt >= asyncRule.retries) {
        giveUp(found, payload, result, attempt + 1);
        return result;
      }
      const delay = retryDelaysMs[Math.min(attempt, retryDelaysMs.length - 1)] ?? 0;
      await pause(delay, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return result;
    }
  };
  const giveUp = (
    { asyncRule, pool }: LambdaFunction,
    payload: string,
    result: Extract<InvocationResult, { ok: false }>,
    attempts: number,
  ) => {
    if (asyncRule.onFailure !== undefined) {
      const invocation = {
        version: '1.0',
        timestamp: new Date().toISOString(),
        requestContext: {
          requestId: result.requestId,
          functionArn: pool.definition.arn,
          condition: 'RetriesExhausted',
          approximateInvokeCount: attempts,
        },
        requestPayload: parsed(payload),
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        responsePayload: result.error,
      };
      queues.send(asyncRule.onFailure, JSON.stringify(invocation));
    }
    if (asyncRule.deadLetter !== undefined) {
      queues.send(asyncRule.deadLetter, payload, { ErrorMessage: result.error.errorMessage });
    }
  };
  const invokeLater = (id: string, payload: string) => {
    find(id);
    const work = tryAll(id, payload);
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
    return work;
  };
  return {
    invoke,
    invokeLater,
    warm: (id) => find(id).found.pool.warm(),
    environmentOf: (id) => find(id).found.pool.definition.environment,
    idle: async () => {
      while (underWay.size > 0) await Promise.allSettled([...underWay]);
    },
    byPath: async (request, response, url) => {
      const match = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(url.pathname);
      if (!match?.[1] || request.method !== 'POST') return false;
      try {
        faults.meet('Lambda.Invoke');
        const body = (await readBody(request, LARGEST_PAYLOAD)).toString('utf8');
        const payload = body === '' ? '{}' : body;
        if (parsed(payload) === payload) {
          throw new AwsError('InvalidRequestContentException', 'Could not parse request body into json');
        }
        const id = decodeURIComponent(match[1]);
        const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
        if (type === 'Event') {
          void invokeLater(id, payload).catch(() => {});
          response.writeHead(202).end();
          return true;
        }
        if (type === 'DryRun') {
          find(id);
          response.writeHead(204).end();
          return true;
        }
        const result = await invoke(id, payload);
        response.writeHead(200, {
          'content-type': 'application/json',
          'x-amz-executed-version': '$LATEST',
          ...(result.ok ? {} : { 'x-amz-function-error': 'Unhandled' }),
        });
        response.end(result.ok ? result.payload : JSON.stringify(result.error));
      } catch (error) {
        writeError(response, error);
      }
      return true;
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(functions.map(({ pool }) => pool.stop()));
    },
  };
}
