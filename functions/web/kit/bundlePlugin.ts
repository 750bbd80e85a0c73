import type { Plugin } from 'esbuild';
import { buildWebAssets } from './buildAssets.ts';

const moduleName = 'double-random:web-assets';

/**
 * Puts the built stylesheets and script as text into the bundle of every function that imports
 * `double-random:web-assets`. They are built once, however many functions ask.
 */
export function webAssetsPlugin(): Plugin {
  let built: ReturnType<typeof buildWebAssets> | undefined;
  return {
    name: 'web-assets',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^double-random:web-assets$/ }, () => ({
        path: moduleName,
        namespace: moduleName,
      }));
      onLoad({ filter: /.*/, namespace: moduleName }, async () => {
        built ??= buildWebAssets();
        const { files } = await built;
        const served = files.map(({ path, contentType, bytes, hash }) => ({
          path,
          contentType,
          hash,
          text: new TextDecoder().decode(bytes),
        }));
        return { contents: `export const webAssets = ${JSON.stringify(served)};`, loader: 'js' };
      });
    },
  };
}
