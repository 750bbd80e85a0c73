import type { MiddlewareObj } from '@middy/core';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

type WebMiddleware = MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;

/**
 * What a page may load and where its forms may go: only this site, no inline script, no inline style.
 *
 * @param formActions origins besides this site, such as the file store of presigned uploads
 */
export function contentSecurityPolicy(formActions: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    ['form-action', "'self'", ...formActions].join(' '),
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

const permissions = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'interest-cohort']
  .map((feature) => `${feature}=()`)
  .join(', ');

/** The headers of every answer: middy's (helmet's) set, with the policies that are ours. */
export function securityHeaders(formActions: readonly string[]): readonly WebMiddleware[] {
  const policy = contentSecurityPolicy(formActions);
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
