import type { Plugin } from 'esbuild';
import { buildVerifierPage } from '../verifier/buildPage.ts';

const moduleName = 'double-random:verifier-page';

/** Puts the offline verifier as one text into the bundle of the function that publishes it. */
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
        built ??= buildVerifierPage();
        return { contents: `export const verifierPage = ${JSON.stringify(await built)};`, loader: 'js' };
      });
    },
  };
}
