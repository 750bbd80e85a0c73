import type { AssetLinks } from './context.tsx';

/** An asset as it sits in the bundle of a function. */
export interface ServedAsset {
  /** With the content hash in the name, such as `/assets/screen-0123456789abcdef.css`. */
  readonly path: string;
  readonly contentType: string;
  readonly hash: string;
  readonly text: string;
}

/**
 * The addresses that pages link to.
 *
 * @throws when one of them is missing, which would give pages without a stylesheet.
 */
export function assetLinks(assets: readonly Pick<ServedAsset, 'path'>[]): AssetLinks {
  const find = (name: string): string => {
    const found = assets.find((asset) => asset.path.startsWith(`/assets/${name}-`));
    if (found === undefined) throw new Error(`The web asset ${name} was not built`);
    return found.path;
  };
  return {
    screenCss: find('screen'),
    printCss: find('print'),
    script: find('script'),
    witness: find('witness'),
  };
}
