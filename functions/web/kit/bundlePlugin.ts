import type { Plugin } from 'esbuild';
import { buildIntakeScript, buildVisitScripts, buildWebAssets, type WebAsset } from './buildAssets.ts';

const asServed = ({ path, contentType, bytes, hash }: WebAsset) => ({
  path,
  contentType,
  hash,
  text: new TextDecoder().decode(bytes),
});

type Assets = ReturnType<typeof buildWebAssets>;

/** The modules that are built: what stands in each, as the text of a module. */
const modules: Readonly<Record<string, (assets: () => Assets) => Promise<string>>> = {
  'double-random:web-assets': async (assets) => {
    const { files } = await assets();
    return `export const webAssets = ${JSON.stringify(files.map(asServed))};`;
  },
  'double-random:visit-scripts': async () => {
    const { page, worker } = await buildVisitScripts();
    const scripts = { page: asServed(page), worker: asServed(worker) };
    return `export const visitScripts = ${JSON.stringify(scripts)};`;
  },
  // The addresses alone, for a function that leaves the serving to its neighbour on the same origin.
  'double-random:web-asset-links': async (assets) => {
    const { files } = await assets();
    const links = files.map(({ path, contentType, hash }) => ({ path, contentType, hash }));
    return `export const webAssetLinks = ${JSON.stringify(links)};`;
  },
  'double-random:intake-script': async () =>
    `export const intakeScript = ${JSON.stringify(asServed(await buildIntakeScript()))};`,
};

/**
 * Puts the built stylesheets and scripts as text into the bundle of every function that imports
 * `double-random:web-assets`, those of the visit page into the one that imports `double-random:visit-scripts`, and the
 * proof of work into the one that imports `double-random:intake-script`. They are built once, however many functions ask.
 */
export function webAssetsPlugin(): Plugin {
  const built = new Map<string, Promise<string>>();
  let kept: Assets | undefined;
  const assets = () => {
    kept ??= buildWebAssets();
    return kept;
  };
  return {
    name: 'web-assets',
    setup({ onResolve, onLoad }) {
      onResolve(
        { filter: /^double-random:(web-assets|web-asset-links|visit-scripts|intake-script)$/ },
        ({ path }) => ({
          path,
          namespace: 'double-random:assets',
        }),
      );
      onLoad({ filter: /.*/, namespace: 'double-random:assets' }, async ({ path }) => {
        const contents = built.get(path) ?? modules[path]?.(assets);
        if (contents === undefined) throw new Error(`Nothing builds ${path}`);
        built.set(path, contents);
        return { contents: await contents, loader: 'js' };
      });
    },
  };
}
