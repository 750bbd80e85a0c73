import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import { AwsError } from '../aws/awsError.ts';
import type { LambdaService } from '../functions/lambdaService.ts';
import { apiEvent } from './apiEvent.ts';
import { routeTable } from './routes.ts';
import { BodyTooLarge, type Handler, readBody } from './server.ts';
import { type RouteThrottle, tokenBucket } from './throttle.ts';

/** An HTTP API takes 10 MB; a function takes an event of 6 MB, in which a binary body counts as base64. */
const LARGEST_REQUEST = 10 * 1024 * 1024;

const responseSchema = z.looseObject({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
});

export interface ApiSource {
  readonly id: string;
  readonly account: string;
  /** Route keys and the functions they lead to. */
  readonly routes: readonly {
    readonly key: string;
    readonly target: string;
    readonly throttle?: RouteThrottle;
  }[];
}

export interface ApiClock {
  now(): number;
  shift(): number;
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message }));
}

function tooMany(response: ServerResponse): void {
  response.setHeader('retry-after', '1');
  refuse(response, 429, 'Too Many Requests');
}

/**
 * A cookie's `Expires` is an instant of the moved clock; the browser lives in real time, so it is moved back.
 */
function realCookie(cookie: string, shift: number): string {
  if (shift === 0) return cookie;
  return cookie.replace(/(;\s*expires=)([^;]+)/i, (whole, name: string, date: string) => {
    const time = Date.parse(date);
    return Number.isNaN(time) || time === 0 ? whole : `${name}${new Date(time - shift).toUTCString()}`;
  });
}

function writeAnswer(response: ServerResponse, payload: string, shift: number): void {
  const answer: unknown = JSON.parse(payload);
  // Without a statusCode the gateway takes the whole answer as a JSON body.
  if (typeof answer !== 'object' || answer === null || !('statusCode' in answer)) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(typeof answer === 'string' ? answer : payload);
    return;
  }
  const parsed = responseSchema.safeParse(answer);
  if (!parsed.success) {
    refuse(response, 500, 'Internal Server Error');
    return;
  }
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded } = parsed.data;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  if (cookies.length > 0)
    response.setHeader(
      'set-cookie',
      cookies.map((one) => realCookie(one, shift)),
    );
  if (!response.hasHeader('content-type') && body !== '') {
    response.setHeader('content-type', 'text/plain;charset=utf-8');
  }
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  // The function cannot know the length on the wire; a wrong one would break the connection.
  if (![204, 304].includes(statusCode)) response.setHeader('content-length', bytes.length);
  else response.removeHeader('content-length');
  response.writeHead(statusCode);
  response.end(bytes);
}

/** An HTTP API with Lambda proxy integrations, payload format 2.0. */
export function httpApi(source: ApiSource, lambda: LambdaService, clock: ApiClock): Handler {
  const find = routeTable(source.routes);
  const buckets = new Map(
    source.routes.flatMap(({ key, throttle }) =>
      throttle === undefined ? [] : [[key, tokenBucket(throttle)] as const],
    ),
  );
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const route = find(request.method ?? 'GET', url.pathname);
    if (!route) {
      refuse(response, 404, 'Not Found');
      return;
    }
    if (buckets.get(route.routeKey)?.() === false) {
      tooMany(response);
      return;
    }
    try {
      const body = await readBody(request, LARGEST_REQUEST);
      const api = { id: source.id, account: source.account, now: clock.now() };
      const event = JSON.stringify(apiEvent(request, url, route, body, api));
      const result = await lambda.invoke(route.target, event);
      if (result.ok) writeAnswer(response, result.payload, clock.shift());
      else if (result.error.errorType === 'Sandbox.Timedout') refuse(response, 503, 'Service Unavailable');
      else refuse(response, 500, 'Internal Server Error');
    } catch (error) {
      if (error instanceof BodyTooLarge || (error instanceof AwsError && error.status === 413)) {
        refuse(response, 413, 'Request Entity Too Large: at most 10 MB, of which a function takes 6 MB');
      } else if (error instanceof AwsError && error.status === 429) {
        tooMany(response);
      } else throw error;
    }
  };
}
