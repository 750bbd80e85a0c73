/** List prices of us-east-1 in USD for one (November 2026), without any free tier. */
export const prices = {
  /** Requests to an HTTP API. */
  requests: 1 / 1e6,
  /** Runs of a function, and the memory they hold for a second (arm64). */
  invocations: 0.2 / 1e6,
  gigabyteSeconds: 0.0000133334,
  /** On demand. */
  readUnits: 0.125 / 1e6,
  writeUnits: 0.625 / 1e6,
  kmsCalls: 0.03 / 1e4,
  putsToS3: 0.005 / 1e3,
  /** Of a standard state machine. */
  transitions: 0.025 / 1e3,
} as const;

/** What one run of a function writes into its log: 1.2 KB at 0.50 USD per GB. */
export const logUsd = (1.2 / 1024 / 1024) * 0.5;
