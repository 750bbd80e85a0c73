import type { MatchedRoute } from './apiEvent.ts';

interface Route<Target> {
  readonly key: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly target: Target;
}

const GREEDY = /^\{(.+)\+\}$/;
const PARAMETER = /^\{(.+)\}$/;

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function match(route: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [at, segment] of route.entries()) {
    const greedy = GREEDY.exec(segment)?.[1];
    if (greedy !== undefined) {
      if (at >= path.length || path.slice(at).join('/') === '') return undefined;
      parameters[greedy] = decode(path.slice(at).join('/'));
      return parameters;
    }
    const given = path[at];
    if (given === undefined) return undefined;
    const name = PARAMETER.exec(segment)?.[1];
    if (name !== undefined) {
      if (given === '') return undefined;
      parameters[name] = decode(given);
    } else if (segment !== given) return undefined;
  }
  return route.length === path.length ? parameters : undefined;
}

/** How exact a route is: literals before parameters before greedy ones, segment by segment. */
function rank(segments: readonly string[]): string {
  return segments.map((one) => (GREEDY.test(one) ? '2' : PARAMETER.test(one) ? '1' : '0')).join('');
}

/**
 * Finds the route of a request as an HTTP API does: the most exact path, a named method before `ANY`,
 * `$default` last.
 * @param routes route keys (`GET /a/{id}`, `ANY /{proxy+}`, `$default`) with what they lead to
 */
export function routeTable<Target>(routes: readonly { readonly key: string; readonly target: Target }[]) {
  const fallback = routes.find(({ key }) => key === '$default');
  const sorted = routes
    .filter(({ key }) => key !== '$default')
    .map(({ key, target }): Route<Target> => {
      const [method = '', path = ''] = key.split(' ');
      return { key, method, target, segments: path.split('/').slice(1) };
    })
    .sort((a, b) => {
      const [left, right] = [rank(a.segments), rank(b.segments)];
      if (left !== right) return left < right ? -1 : 1;
      return Number(a.method === 'ANY') - Number(b.method === 'ANY');
    });
  return (method: string, path: string): (MatchedRoute & { readonly target: Target }) | undefined => {
    const segments = path.split('/').slice(1);
    for (const route of sorted) {
      if (route.method !== 'ANY' && route.method !== method) continue;
      const parameters = match(route.segments, segments);
      if (parameters) return { routeKey: route.key, parameters, target: route.target };
    }
    return fallback ? { routeKey: '$default', parameters: {}, target: fallback.target } : undefined;
  };
}
