import type { ServerResponse } from 'node:http';
import type { Handler } from '../http/server.ts';
import type { Bucket } from './objectStore.ts';

/**
 * Serves a bucket as a static site: `index.html` of folders, the site's own `404.html`, the stored content types, conditional GET.
 * The same bytes a portal or a distribution would serve.
 */
export function publicitySite(bucket: Bucket | undefined): Handler {
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    let path: string;
    try {
      path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname).slice(1);
    } catch {
      response.writeHead(400).end();
      return;
    }
    const key = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const object = bucket?.head(key);
    if (!bucket || !object) {
      if (bucket?.head(`${key}/index.html`)) {
        response.writeHead(308, { location: `/${encodeURI(key)}/` }).end();
        return;
      }
      notFound(bucket, response);
      return;
    }
    const headers = {
      'content-type': object.contentType,
      etag: object.etag,
      'last-modified': new Date(object.modified).toUTCString(),
      'cache-control': object.cacheControl ?? 'no-cache',
      'x-content-type-options': 'nosniff',
    };
    const tags = (request.headers['if-none-match'] ?? '')
      .split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''));
    if (tags.includes(object.etag) || tags.includes('*')) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, 'content-length': object.size });
    response.end(request.method === 'HEAD' ? undefined : bucket.read(object));
  };
}

/** The site's own page for what is not there; before the first build of the site, a plain line. */
function notFound(bucket: Bucket | undefined, response: ServerResponse): void {
  const page = bucket?.head('404.html');
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    bucket && page
      ? bucket.read(page)
      : '<!doctype html><html lang="zh-CN"><title>404</title><p>没有这个页面 / No such page</p></html>',
  );
}
