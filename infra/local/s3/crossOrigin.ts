import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from '../aws/awsError.ts';
import type { CorsRule } from './objectStore.ts';
import { header } from './s3Call.ts';

/** `*` stands for anything, once. */
function fits(pattern: string, value: string): boolean {
  const [head = '', tail] = pattern.toLowerCase().split('*');
  const text = value.toLowerCase();
  if (tail === undefined) return text === head;
  return text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail);
}

/** The first rule of the bucket that lets pages of this origin do this. */
function ruleFor(
  rules: readonly CorsRule[],
  origin: string,
  method: string,
  asked: readonly string[] = [],
): CorsRule | undefined {
  return rules.find(
    (rule) =>
      rule.origins.some((each) => fits(each, origin)) &&
      rule.methods.includes(method) &&
      asked.every((name) => rule.headers.some((each) => fits(each, name))),
  );
}

function allow(response: ServerResponse, origin: string, rule: CorsRule): void {
  response.setHeader('access-control-allow-origin', rule.origins.includes('*') ? '*' : origin);
  response.setHeader('access-control-allow-methods', rule.methods.join(', '));
  if (rule.exposed.length > 0) response.setHeader('access-control-expose-headers', rule.exposed.join(', '));
  response.setHeader('vary', 'origin, access-control-request-headers, access-control-request-method');
}

/** Lets the page read the answer when a rule of the bucket says so; what it may not read, it was still answered. */
export function allowOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  rules: readonly CorsRule[],
): void {
  const origin = header(request, 'origin');
  const rule = origin === undefined ? undefined : ruleFor(rules, origin, request.method ?? '');
  if (origin !== undefined && rule !== undefined) allow(response, origin, rule);
}

/** Answers a browser that asks before it sends. @throws AwsError AccessForbidden when no rule allows it */
export function answerPreflight(
  request: IncomingMessage,
  response: ServerResponse,
  rules: readonly CorsRule[],
): void {
  const origin = header(request, 'origin') ?? '';
  const asked = (header(request, 'access-control-request-headers') ?? '')
    .split(',')
    .map((name) => name.trim());
  const names = asked.filter((name) => name !== '');
  const rule = ruleFor(rules, origin, header(request, 'access-control-request-method') ?? '', names);
  if (rule === undefined) {
    throw new AwsError('AccessForbidden', 'CORSResponse: This CORS request is not allowed.', 403);
  }
  allow(response, origin, rule);
  response.writeHead(200, {
    ...(names.length === 0 ? {} : { 'access-control-allow-headers': names.join(', ') }),
    ...(rule.maxAge === undefined ? {} : { 'access-control-max-age': String(rule.maxAge) }),
  });
  response.end();
}
