import type { Plugin } from 'esbuild';
import { verifierPagePlugin } from '../functions/publicity-worker/bundlePlugin.ts';
import { webAssetsPlugin } from '../functions/web/kit/bundlePlugin.ts';

/**
 * Build steps that make modules out of something else (a stylesheet, a page that carries a verifier) while the
 * handlers are bundled. A plugin lives beside what it builds, in a file named `bundlePlugin.ts`.
 */
export const bundlePlugins: readonly Plugin[] = [webAssetsPlugin(), verifierPagePlugin()];
