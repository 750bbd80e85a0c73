import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';

/** A request as a test writes it down. */
export interface Asked {
  readonly method?: string;
  /** Path with query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
}

/** The event that API Gateway makes of a request (HTTP API, payload format 2.0). */
export function eventOf(asked: Asked): APIGatewayProxyEventV2 {
  const [path = '/', query = ''] = asked.path.split('?');
  const method = asked.method ?? (asked.form === undefined ? 'GET' : 'POST');
  const body = asked.form === undefined ? asked.body : formBody(asked.form);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    cookies: [...(asked.cookies ?? [])],
    headers: {
      host: 'console.example',
      ...(asked.form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...asked.headers,
    },
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: 'console.example',
      domainPrefix: 'console',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.7', userAgent: 'test' },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: '01/Dec/2026:00:00:00 +0000',
      timeEpoch: 0,
    },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: false,
  };
}

function formBody(form: Readonly<Record<string, string | readonly string[]>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) {
    for (const one of typeof value === 'string' ? [value] : value) search.append(name, one);
  }
  return search.toString();
}

export const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test',
  functionVersion: '1',
  invokedFunctionArn: 'test',
  memoryLimitInMB: '512',
  awsRequestId: 'test',
  logGroupName: 'test',
  logStreamName: 'test',
  getRemainingTimeInMillis: () => 29_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

type Handler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** A header of an answer, whatever its case. */
export function headerOf(response: APIGatewayProxyStructuredResultV2, name: string): string | undefined {
  const found = Object.entries(response.headers ?? {}).find(
    ([key]) => key.toLowerCase() === name.toLowerCase(),
  );
  return found === undefined || found[1] === undefined ? undefined : String(found[1]);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

/** Serves a handler on the loopback, as a gateway would, for a real browser. */
export async function serve(
  handler: Handler,
): Promise<{ readonly origin: string; close(): Promise<unknown>; readonly server: Server }> {
  const server = createServer(async (request, reply) => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const { cookie, ...rest } = headers;
    const body = await bodyOf(request);
    const answer = await handler(
      eventOf({
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        headers: rest,
        cookies: cookie === undefined ? [] : cookie.split('; '),
        ...(body === '' ? {} : { body }),
      }),
      lambdaContext,
    );
    reply.statusCode = answer.statusCode ?? 200;
    for (const [name, value] of Object.entries(answer.headers ?? {})) {
      if (value !== undefined) reply.setHeader(name, String(value));
    }
    if (answer.cookies !== undefined) reply.setHeader('Set-Cookie', answer.cookies);
    const text = answer.body ?? '';
    reply.end(answer.isBase64Encoded === true ? Buffer.from(text, 'base64') : text);
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    server,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
