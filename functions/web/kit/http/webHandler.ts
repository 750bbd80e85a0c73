import middy, { type MiddlewareObj } from '@middy/core';
import httpErrorHandler from '@middy/http-error-handler';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpRouter from '@middy/http-router';
import httpUrlencodeBodyParser from '@middy/http-urlencode-body-parser';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Values } from '../context.tsx';
import { toWire } from './answer.tsx';
import { guardAccess, guardCsrf, loadSession } from './guards.ts';
import { Refusal } from './refusal.ts';
import { faultFields } from './requestLog.ts';
import { type RequestState, requestStateOf, valuesOf } from './requestState.ts';
import type { Route, WebRequest, WebResponse } from './route.ts';
import { securityHeaders } from './securityHeaders.ts';
import type { WebApp } from './webApp.ts';

type Wire = APIGatewayProxyStructuredResultV2;
type WebMiddleware = MiddlewareObj<APIGatewayProxyEventV2, Wire>;
export type WebHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<Wire>;

const defaultBodyLimit = 64 * 1024;

/** Names of the faults with which AWS says "later": the person is told so, and the fault is still logged. */
const passingFaults = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'ThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'ServiceUnavailable',
  'InternalServerError',
]);

/**
 * The Lambda handler of a web function: routes, session, access, CSRF, problem pages, headers and one log line
 * per request, for API Gateway HTTP APIs (payload format 2.0).
 */
export function createWebHandler<Deps>(app: WebApp<Deps>): WebHandler {
  const states = new WeakMap<object, RequestState>();
  const stateOf = (event: APIGatewayProxyEventV2): RequestState => {
    const known = states.get(event);
    if (known !== undefined) return known;
    const state = requestStateOf(event);
    states.set(event, state);
    return state;
  };
  const routes = [...app.routes, ...assetRoutes(app)];

  const router = httpRouter<APIGatewayProxyEventV2, Wire>({
    routes: routes.flatMap((route) => {
      const handler = routeHandler(app, route, stateOf);
      const methods = route.method === 'GET' ? (['GET', 'HEAD'] as const) : (['POST'] as const);
      return methods.map((method) => ({ method, path: route.path, handler }));
    }),
    notFoundResponse: ({ path }) => {
      const allow = [
        ...new Set(routes.filter((route) => matches(route.path, path)).map((one) => one.method)),
      ];
      throw new Refusal(
        allow.length === 0
          ? { kind: 'problem', status: 404 }
          : { kind: 'problem', status: 405, allow: allow.includes('GET') ? [...allow, 'HEAD'] : allow },
      );
    },
  });

  const problemPages: WebMiddleware = {
    onError: async (request) => {
      const state = stateOf(request.event);
      request.response = await toWire(app, state, refusalOf(app, state, request.error));
    },
  };
  const logLine: WebMiddleware = {
    after: ({ event, response }) => logRequest(app, stateOf(event), response?.statusCode),
    onError: ({ event, response }) => logRequest(app, stateOf(event), response?.statusCode),
  };
  const session: WebMiddleware = { before: ({ event }) => loadSession(app, stateOf(event)) };

  // On the way out the last one runs first: a page for the fault, then the headers, then the log line.
  const handler = middy<APIGatewayProxyEventV2, Wire>()
    .use(logLine)
    .use([...securityHeaders(app.site)])
    .use(httpErrorHandler({ logger: false }))
    .use(problemPages)
    .use(httpHeaderNormalizer())
    .use(session)
    .handler(router);

  return async (event, context) => {
    const wire = await handler(event, context);
    return event.requestContext.http.method === 'HEAD' ? { ...wire, body: '' } : wire;
  };
}

function routeHandler<Deps>(
  app: WebApp<Deps>,
  route: Route<Deps>,
  stateOf: (event: APIGatewayProxyEventV2) => RequestState,
) {
  const access: WebMiddleware = {
    before: ({ event }) => {
      const state = stateOf(event);
      state.route = route.path;
      guardAccess(app, route, state);
    },
  };
  const bodyLimit: WebMiddleware = {
    before: ({ event }) => {
      if (Buffer.byteLength(event.body ?? '') > (app.maxBodyBytes ?? defaultBodyLimit)) {
        throw new Refusal({ kind: 'problem', status: 413 });
      }
      // The parser stumbles over a missing body; an empty form is an empty form.
      event.body ??= '';
    },
  };
  const csrf: WebMiddleware = {
    before: ({ event }) => {
      if (route.csrf !== false) guardCsrf(stateOf(event), formOf(event), event.headers);
    },
  };
  const chain = middy<APIGatewayProxyEventV2, Wire>().use(access);
  if (route.method === 'POST') chain.use(bodyLimit).use(httpUrlencodeBodyParser()).use(csrf);
  return chain.handler(async (event: APIGatewayProxyEventV2) => {
    const state = stateOf(event);
    return toWire(app, state, await callRoute(app, route, state, event));
  });
}

/** The parser leaves an object where the body was. */
function formOf(event: APIGatewayProxyEventV2): Values {
  const body: unknown = event.body;
  if (typeof body !== 'object' || body === null) return {};
  return valuesOf(
    Object.entries(body).filter(
      (entry): entry is [string, string | string[]] =>
        typeof entry[1] === 'string' || Array.isArray(entry[1]),
    ),
  );
}

async function callRoute<Deps>(
  app: WebApp<Deps>,
  route: Route<Deps>,
  state: RequestState,
  event: APIGatewayProxyEventV2,
): Promise<WebResponse> {
  const { method, session, user } = state;
  const request: WebRequest<Deps> = {
    method: method === 'POST' || method === 'HEAD' ? method : 'GET',
    path: state.path,
    params: decoded(event.pathParameters ?? {}),
    query: state.query,
    form: formOf(event),
    cookies: state.cookies,
    lang: state.lang,
    session,
    user,
    deps: app.deps,
    requestId: state.requestId,
    now: app.clock.now(),
    sourceIp: state.sourceIp,
    header: (name) => event.headers[name],
  };
  if (route.access === 'public') return route.handle(request);
  if (session === undefined || user === undefined) throw new Error('A guarded route ran without a session');
  return route.handle({ ...request, session, user });
}

function decoded(params: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(params)) {
    try {
      found[name] = decodeURIComponent(value ?? '');
    } catch {
      throw new Refusal({ kind: 'problem', status: 404 });
    }
  }
  return found;
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.replace(/\/$/, '').split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => (part.startsWith('{') ? given[index] !== '' : part === given[index]))
  );
}

function refusalOf<Deps>(app: WebApp<Deps>, state: RequestState, error: unknown): WebResponse {
  if (error instanceof Refusal) return error.response;
  const status = Object(error)['statusCode'];
  if (status === 415) return { kind: 'problem', status: 415 };
  const fields = faultFields(error);
  app.log.fault({ ...fields, requestId: state.requestId, route: state.route, method: state.method });
  const passing = error instanceof Error && passingFaults.has(error.name);
  return { kind: 'problem', status: passing ? 503 : 500 };
}

function logRequest<Deps>(app: WebApp<Deps>, state: RequestState, status: number | undefined): void {
  app.log.request({
    requestId: state.requestId,
    route: state.route,
    method: state.method,
    status,
    durationMs: Math.round(performance.now() - state.startedAt),
    actorId: state.user?.userId,
  });
}

/** Stylesheets and script under their hashed names; they never change, so they are kept for a year. */
function assetRoutes<Deps>(app: WebApp<Deps>): readonly Route<Deps>[] {
  return app.site.assets.map((asset) => ({
    method: 'GET',
    path: asset.path,
    access: 'public',
    handle: () => ({
      kind: 'bytes',
      status: 200,
      contentType: asset.contentType,
      body: asset.text,
      immutable: true,
    }),
  }));
}
