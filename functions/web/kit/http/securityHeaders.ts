import type { MiddlewareObj } from '@middy/core';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

type WebMiddleware = MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;

/** What the pages of one function need besides this site. Left out, nothing is added to the strictest policy. */
export interface PolicyAdditions {
  /** Origins that forms may be sent to, such as the file store of presigned uploads. */
  readonly formActions?: readonly string[] | undefined;
  /** Origins that scripts may talk to, such as the file store of uploads with progress. */
  readonly connectSources?: readonly string[] | undefined;
  /** Names of Trusted Types policies that scripts may make, such as the one that names a service worker. */
  readonly trustedTypes?: readonly string[] | undefined;
}

const ORIGIN = /^https?:\/\/[\w.:-]+$/;
/** Names of the Trusted Types specification, section 4.4.2. */
const POLICY_NAME = /^(?!none$|allow-duplicates$)[\w=/@.%#-]+$/;

/** @throws Error for what would be read as something else, such as a second directive */
function checked(pattern: RegExp, values: readonly string[] = []): readonly string[] {
  const wrong = values.find((value) => !pattern.test(value));
  if (wrong !== undefined) throw new Error(`${wrong} cannot stand in a content security policy`);
  return values;
}

/** What a page may load and where its forms may go: only this site, no inline script, no inline style. */
export function contentSecurityPolicy(additions: PolicyAdditions = {}): string {
  const policies = checked(POLICY_NAME, additions.trustedTypes);
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    ['connect-src', "'self'", ...checked(ORIGIN, additions.connectSources)].join(' '),
    "base-uri 'none'",
    ['form-action', "'self'", ...checked(ORIGIN, additions.formActions)].join(' '),
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    ['trusted-types', ...(policies.length === 0 ? ["'none'"] : policies)].join(' '),
  ].join('; ');
}

const permissions = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'interest-cohort']
  .map((feature) => `${feature}=()`)
  .join(', ');

/** The headers of every answer: middy's (helmet's) set, with the policies that are ours. */
export function securityHeaders(additions: PolicyAdditions): readonly WebMiddleware[] {
  const policy = contentSecurityPolicy(additions);
  const ours: NonNullable<WebMiddleware['after']> = ({ response }) => {
    if (response === null || response === undefined) return;
    const headers = { ...response.headers };
    // middy writes the reporting headers empty when nothing is to be reported.
    delete headers['Reporting-Endpoints'];
    delete headers['Server'];
    delete headers['X-Powered-By'];
    headers['Content-Security-Policy'] = policy;
    headers['Cross-Origin-Opener-Policy'] = 'same-origin';
    headers['Cross-Origin-Resource-Policy'] = 'same-origin';
    headers['Permissions-Policy'] = permissions;
    // What is for everybody stands on the static site; here are sessions, links and codes.
    headers['X-Robots-Tag'] = 'noindex, nofollow';
    response.headers = headers;
  };
  const standard = httpSecurityHeaders({
    contentSecurityPolicy: false,
    permissionsPolicy: false,
    reportTo: false,
    xssProtection: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 365 * 86_400, includeSubDomains: true, preload: false },
  });
  // Later ones run first on the way out.
  return [{ after: ours, onError: ours }, standard];
}
