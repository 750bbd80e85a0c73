import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../../functions/web/kit/http/securityHeaders.ts';

const strictest = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

const changed = (policy: string) => policy.split('; ').filter((directive) => !strictest.includes(directive));

describe('the policy of a page', () => {
  it('allows this site only, unless told', () => {
    expect(contentSecurityPolicy()).toBe(strictest.join('; '));
    expect(contentSecurityPolicy({ formActions: [], connectSources: [], trustedTypes: [] })).toBe(
      strictest.join('; '),
    );
  });

  it('adds what an app names, where it is named and nowhere else', () => {
    const files = 'https://s3.cn-north-1.amazonaws.com.cn';
    expect(changed(contentSecurityPolicy({ formActions: [files] }))).toEqual([`form-action 'self' ${files}`]);
    expect(changed(contentSecurityPolicy({ connectSources: [files, 'http://127.0.0.1:8104'] }))).toEqual([
      `connect-src 'self' ${files} http://127.0.0.1:8104`,
    ]);
    expect(changed(contentSecurityPolicy({ trustedTypes: ['offline-worker'] }))).toEqual([
      'trusted-types offline-worker',
    ]);
  });

  it.each([
    { trustedTypes: ["'none'"] },
    { trustedTypes: ['*'] },
    { trustedTypes: ["a 'allow-duplicates'"] },
    { trustedTypes: ['a; script-src *'] },
    { connectSources: ['*'] },
    { connectSources: ['https:'] },
    { connectSources: ["https://a.example 'unsafe-inline'"] },
    { formActions: ['https://a.example; script-src *'] },
  ])('takes no %j', (additions) => {
    expect(() => contentSecurityPolicy(additions)).toThrow();
  });
});
