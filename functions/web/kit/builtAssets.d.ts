declare module 'double-random:web-assets' {
  /** Put there by `webAssetsPlugin` when a function is bundled. */
  export const webAssets: readonly {
    readonly path: string;
    readonly contentType: string;
    readonly hash: string;
    readonly text: string;
  }[];
}
