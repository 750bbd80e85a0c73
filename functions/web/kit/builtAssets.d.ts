declare module 'double-random:web-assets' {
  /** Put there by `webAssetsPlugin` when a function is bundled. */
  export const webAssets: readonly {
    readonly path: string;
    readonly contentType: string;
    readonly hash: string;
    readonly text: string;
  }[];
}

declare module 'double-random:visit-scripts' {
  interface BuiltScript {
    readonly path: string;
    readonly contentType: string;
    readonly hash: string;
    readonly text: string;
  }
  /** Put there by `webAssetsPlugin` when a function is bundled. */
  export const visitScripts: { readonly page: BuiltScript; readonly worker: BuiltScript };
}

declare module 'double-random:intake-script' {
  /** Put there by `webAssetsPlugin` when a function is bundled. */
  export const intakeScript: {
    readonly path: string;
    readonly contentType: string;
    readonly hash: string;
    readonly text: string;
  };
}
