// wawoff2 carries no types. Only what the test browser uses is declared.
declare module 'wawoff2' {
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}
