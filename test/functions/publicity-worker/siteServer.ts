import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FILING_VERIFIER } from '../../../functions/publicity-worker/pages/receiptsPage.tsx';
import { buildFilingPage, buildVerifierPage } from '../../../functions/verifier/buildPage.ts';
import { assetLinks } from '../../../functions/web/kit/assets.ts';
import { buildWebAssets } from '../../../functions/web/kit/buildAssets.ts';
import { type SiteFile, textFile } from '../../../shared/publicity/siteFile.ts';

/** The stylesheets, the script and the verifier as they are bundled with the worker. */
export async function builtParts() {
  const [{ files }, verifier, filing] = await Promise.all([
    buildWebAssets(),
    buildVerifierPage(),
    buildFilingPage(),
  ]);
  const links = assetLinks(files);
  return {
    assets: [
      ...files.map(({ path, contentType, bytes }) => ({ path: path.slice(1), contentType, bytes })),
      textFile(FILING_VERIFIER, 'html', filing),
    ],
    links: {
      screenCss: links.screenCss.slice(1),
      printCss: links.printCss.slice(1),
      script: links.script.slice(1),
      witness: links.witness.slice(1),
    },
    verifier: textFile('verifier.html', 'html', verifier),
  };
}

/** A plain web server over the files of the site, as any host would be. */
export async function serveSite(files: ReadonlyMap<string, SiteFile>) {
  const server = createServer((request, response) => {
    const path =
      decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname.slice(1)) || 'index.html';
    const file = files.get(path);
    response.statusCode = file === undefined ? 404 : 200;
    response.setHeader('content-type', file?.contentType ?? 'text/html; charset=utf-8');
    response.end(Buffer.from((file ?? files.get('404.html'))?.bytes ?? new Uint8Array()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
