import { escapeHtml } from '../notice/escapeHtml.ts';
import { type SiteFile, textFile } from './siteFile.ts';

export interface FeedEntry {
  readonly path: string;
  readonly title: string;
  readonly at: string;
}

/** The Atom feed of what was published; its `updated` is that of the newest entry, so that a rebuild changes nothing. */
export function atomFeed(base: string, title: string, entries: readonly FeedEntry[]): SiteFile {
  const newest = [...entries].sort((a, b) => (a.at === b.at ? compare(a.path, b.path) : compare(b.at, a.at)));
  const url = (path: string) => escapeHtml(`${base}/${path}`);
  const lines = newest
    .slice(0, 50)
    .map(
      (entry) =>
        `  <entry>\n    <id>${url(entry.path)}#${escapeHtml(entry.at)}</id>\n    <title>${escapeHtml(entry.title)}</title>\n    <updated>${escapeHtml(entry.at)}</updated>\n    <link href="${url(entry.path)}"/>\n  </entry>\n`,
    );
  const updated = newest[0]?.at ?? '1970-01-01T00:00:00Z';
  return textFile(
    'feed.xml',
    'atom',
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">\n  <id>${url('')}</id>\n  <title>${escapeHtml(title)}</title>\n  <author><name>${escapeHtml(title)}</name></author>\n  <updated>${escapeHtml(updated)}</updated>\n  <link rel="self" href="${url('feed.xml')}"/>\n${lines.join('')}</feed>\n`,
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** robots.txt and the list of pages for search engines. */
export function robotsAndSitemap(base: string, pages: readonly string[]): readonly SiteFile[] {
  const urls = [...pages]
    .sort(compare)
    .map((path) => `  <url><loc>${escapeHtml(`${base}/${path}`)}</loc></url>\n`);
  return [
    textFile('robots.txt', 'txt', `User-agent: *\nAllow: /\nSitemap: ${base}/sitemap.xml\n`),
    textFile(
      'sitemap.xml',
      'xml',
      `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`,
    ),
  ];
}
