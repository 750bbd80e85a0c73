/** Hosts of this machine: only for them may the address of the credit system be without TLS. */
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The base address of the credit system, as it was entered when the stack was deployed. No request and no row of a table
 * ever names another (SSRF).
 *
 * @throws when it is no plain https address, or http on this machine for a try-out
 */
export function creditEndpoint(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname));
  const isPlain = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (url === undefined || !isSafe || !isPlain) throw new Error('CREDIT_URL is no address that may be used');
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}
