import type { SiteFile } from './siteFile.ts';

/** The bucket that is the public site. */
export interface SiteBucket {
  get(path: string): Promise<Uint8Array | undefined>;
  put(file: SiteFile): Promise<void>;
  /** No fault when there is none. */
  delete(path: string): Promise<void>;
}

/** A request to rebuild: `plan/<month>`, `draw/<number>`, `inspections`, `penalties`, `receipt-keys` or `site`. */
export interface PublicityOrder {
  readonly subject: string;
  /** Mark of this taking; whoever asks again meanwhile replaces it. */
  readonly at: string;
}

export interface PublicityOutbox {
  /** Takes what is asked for; it stays in the queue until it is done. */
  pending(): Promise<readonly PublicityOrder[]>;
  /** Takes the order away unless it was asked for again meanwhile. */
  done(order: PublicityOrder): Promise<void>;
  /** One rebuild at a time; false when somebody else is at it. Ends by itself at `until`. */
  lock(now: string, until: string): Promise<boolean>;
  unlock(): Promise<void>;
}

/** Signs with the site's Ed25519 key. */
export interface SiteSigner {
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  /** SPKI in PEM. */
  publicKey(): Promise<string>;
}
