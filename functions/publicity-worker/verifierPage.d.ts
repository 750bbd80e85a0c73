declare module 'double-random:verifier-page' {
  /** Put there by `verifierPagePlugin` when the function is bundled. */
  export const verifierPage: string;
  export const filingVerifierPage: string;
}
