import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Media types whose bodies HTTP APIs hand over as text; all others come as base64, form posts too. */
const TEXT = /^(text\/|application\/(json|xml|javascript)\b)/i;

export interface MatchedRoute {
  readonly routeKey: string;
  readonly parameters: Readonly<Record<string, string>>;
}

function joined(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (name === 'cookie' || value === undefined) continue;
    headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return headers;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12/Mar/2026:19:03:58 +0000` */
function logTime(time: Date): string {
  const [date = '', clock = ''] = time.toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${clock.slice(0, 8)} +0000`;
}

/** The event of payload format 2.0 for one request. */
export function apiEvent(
  request: IncomingMessage,
  url: URL,
  route: MatchedRoute,
  body: Buffer,
  api: { readonly id: string; readonly account: string; readonly now: number },
): unknown {
  const type = request.headers['content-type'];
  const isText = type === undefined ? false : TEXT.test(type);
  const cookies = (request.headers.cookie ?? '').split(/; */).filter((one) => one !== '');
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams)
    query[name] = name in query ? `${query[name]},${value}` : value;
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookies.length > 0 ? { cookies } : {}),
    headers: joined(request),
    ...(url.search.length > 1 ? { queryStringParameters: query } : {}),
    ...(Object.keys(route.parameters).length > 0 ? { pathParameters: route.parameters } : {}),
    requestContext: {
      accountId: api.account,
      apiId: api.id,
      domainName: (request.headers.host ?? '').replace(/:\d+$/, ''),
      domainPrefix: api.id,
      http: {
        method: request.method ?? 'GET',
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.routeKey,
      stage: '$default',
      time: logTime(new Date(api.now)),
      timeEpoch: api.now,
    },
    ...(body.length > 0 ? { body: body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !isText,
  };
}
