/** Reads the `cookies` list of payload format 2.0. The first of two equal names counts. */
export function readCookies(cookies: readonly string[] | undefined): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.create(null);
  for (const cookie of cookies ?? []) {
    const at = cookie.indexOf('=');
    if (at < 1) continue;
    const name = cookie.slice(0, at).trim();
    if (!Object.hasOwn(found, name)) found[name] = cookie.slice(at + 1).trim();
  }
  return found;
}

/**
 * A `Set-Cookie` value for this host only, out of reach of scripts, sent along when a link leads here but not
 * with the requests of other sites.
 *
 * @param maxAge seconds; 0 removes the cookie, undefined keeps it until the browser is closed
 */
export function setCookie(name: string, value: string, maxAge?: number): string {
  const age = maxAge === undefined ? '' : `; Max-Age=${maxAge}`;
  return `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${age}`;
}
