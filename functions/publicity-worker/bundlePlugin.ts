import type { Plugin } from 'esbuild';
import { buildFilingPage, buildVerifierPage } from '../verifier/buildPage.ts';

const moduleName = 'double-random:verifier-page';

async function contents(): Promise<string> {
  const [draws, filings] = await Promise.all([buildVerifierPage(), buildFilingPage()]);
  return `export const verifierPage = ${JSON.stringify(draws)};
export const filingVerifierPage = ${JSON.stringify(filings)};`;
}

/** Puts each offline verifier as one text into the bundle of the function that publishes it. */
export function verifierPagePlugin(): Plugin {
  let built: Promise<string> | undefined;
  return {
    name: 'verifier-page',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^double-random:verifier-page$/ }, () => ({
        path: moduleName,
        namespace: moduleName,
      }));
      onLoad({ filter: /.*/, namespace: moduleName }, async () => {
        built ??= contents();
        return { contents: await built, loader: 'js' };
      });
    },
  };
}
