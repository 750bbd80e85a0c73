import { join, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import { verifierPagePlugin } from '../functions/publicity-worker/bundlePlugin.ts';
import { webAssetsPlugin } from '../functions/web/kit/bundlePlugin.ts';

/** What a function looks for its credentials with, in place of the SDK's chain. */
function credentialsPlugin(): Plugin {
  const ours = join(resolve(import.meta.dirname, '..'), 'shared/adapters/lambdaCredentials.ts');
  return {
    name: 'lambda-credentials',
    setup({ onResolve }) {
      onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({ path: ours }));
    },
  };
}

/**
 * Build steps that make modules out of something else (a stylesheet, a page that carries a verifier) while the
 * handlers are bundled. A plugin lives beside what it builds, in a file named `bundlePlugin.ts`.
 */
export const bundlePlugins: readonly Plugin[] = [
  webAssetsPlugin(),
  verifierPagePlugin(),
  credentialsPlugin(),
];
