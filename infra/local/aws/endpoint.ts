import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Handler, readBody } from '../http/server.ts';
import { AwsError } from './awsError.ts';
import type { OperationTable } from './operations.ts';

/** A failure that the next calls of an operation meet, e.g. to test a throttled service. */
export interface Fault {
  /**
   * `x-amz-target`, e.g. `AWSStepFunctions.SendTaskSuccess`, or `Lambda.Invoke`, or `S3.PutObject`; with
   * `databaseFaults` also `DynamoDB_20120810.TransactWriteItems` and the like.
   */
  readonly operation: string;
  readonly times: number;
  readonly error: { readonly name: string; readonly message: string; readonly status: number };
}

export interface Faults {
  /** The next `times` calls of the operation fail so, before anything is done. */
  failNext(fault: Fault): void;
  clear(): void;
  /** Throws the failure that waits for this operation, if any. */
  meet(operation: string): void;
}

export function openFaults(): Faults {
  const waiting: { fault: Fault; left: number }[] = [];
  return {
    failNext: (fault) => void waiting.push({ fault, left: fault.times }),
    clear: () => void waiting.splice(0),
    meet: (operation) => {
      const next = waiting.find(({ fault, left }) => fault.operation === operation && left > 0);
      if (!next) return;
      next.left -= 1;
      throw new AwsError(next.fault.error.name, next.fault.error.message, next.fault.error.status);
    },
  };
}

/** A part of the endpoint that is found by path instead of by target. */
export type PathService = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<boolean> | boolean;

const LARGEST_JSON = 8 * 1024 * 1024;

/**
 * The one loopback endpoint behind `AWS_ENDPOINT_URL`. JSON services are found by `x-amz-target`, the others
 * by path, in order. What nobody answers is refused with 501 and its name, so that a new dependency on AWS is
 * seen at once.
 */
export function awsEndpoint(
  operations: OperationTable,
  byPath: readonly PathService[],
  faults: Faults,
  database: string,
): Handler {
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (isForeign(request.headers.origin) && !isSignedForm(request, url)) {
      writeError(response, new AwsError('AccessDenied', 'Foreign origin', 403));
      return;
    }
    const target = request.headers['x-amz-target'];
    if (typeof target === 'string') {
      const type = request.headers['content-type'] ?? 'application/x-amz-json-1.0';
      if (target.startsWith('DynamoDB_')) await forward(target, database, faults, request, response);
      else await answerJson(target, type, operations, faults, request, response);
      return;
    }
    for (const service of byPath) {
      if (await service(request, response, url)) return;
    }
    notImplemented(response, `${request.method} ${url.pathname}`, 'application/json');
  };
}

/**
 * A form to a bucket (one path segment: no function lies there) is checked by its own signature; pages that name no
 * referrer send it with the origin `null`.
 */
function isSignedForm({ method, headers }: IncomingMessage, { pathname }: URL): boolean {
  const isForm = (headers['content-type'] ?? '').startsWith('multipart/form-data');
  return method === 'POST' && isForm && /^\/[^/]+\/?$/.test(pathname);
}

/** No key is checked here, so a page of another site must not reach a function by a plain form. */
function isForeign(origin: string | undefined): boolean {
  return origin !== undefined && !/^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.test(origin);
}

/** Hands a database call on, after the failure that may wait for it. */
async function forward(
  target: string,
  database: string,
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, LARGEST_JSON);
  const type = request.headers['content-type'] ?? 'application/x-amz-json-1.0';
  try {
    faults.meet(target);
    const answer = await fetch(database, {
      method: 'POST',
      headers: {
        'x-amz-target': target,
        'content-type': type,
        authorization: request.headers.authorization ?? '',
        'x-amz-date': String(request.headers['x-amz-date'] ?? ''),
      },
      body: new Uint8Array(body),
    });
    const headers: Record<string, string> = { 'content-type': answer.headers.get('content-type') ?? type };
    const checksum = answer.headers.get('x-amz-crc32');
    if (checksum !== null) headers['x-amz-crc32'] = checksum;
    response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
  } catch (error) {
    writeError(response, error, type);
  }
}

async function answerJson(
  target: string,
  type: string,
  operations: OperationTable,
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, LARGEST_JSON);
  const run = Object.hasOwn(operations, target) ? operations[target] : undefined;
  if (!run) {
    notImplemented(response, target, type);
    return;
  }
  try {
    faults.meet(target);
    const result = await run(body.length === 0 ? {} : JSON.parse(body.toString('utf8')));
    response.writeHead(200, { 'content-type': type, 'x-amzn-requestid': randomUUID() });
    response.end(JSON.stringify(result ?? {}));
  } catch (error) {
    writeError(response, error, type);
  }
}

/** Writes an error in the JSON form of AWS. */
export function writeError(response: ServerResponse, error: unknown, type = 'application/json'): void {
  const { name, message, status } =
    error instanceof AwsError
      ? error
      : {
          name: 'InternalFailure',
          message: error instanceof Error ? error.message : String(error),
          status: 500,
        };
  response.writeHead(status, {
    'content-type': type,
    'x-amzn-errortype': name,
    'x-amzn-requestid': randomUUID(),
  });
  response.end(JSON.stringify({ __type: name, message, Message: message }));
}

function notImplemented(response: ServerResponse, what: string, type: string): void {
  writeError(response, new AwsError('NotImplemented', `${what} cannot be run locally`, 501), type);
}
