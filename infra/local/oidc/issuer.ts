import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
import * as z from 'zod';
import { writeFileAtomically } from '../atomicFile.ts';
import type { LocalClock } from '../clock.ts';
import type { LocalLog } from '../log.ts';
import { startThread } from '../thread.ts';
import type { LocalAccount } from './accounts.ts';

/** Where `npm start` keeps what Node has compiled for it. */
const COMPILED = resolvePath(import.meta.dirname, '../../../node_modules/.cache/double-random/compiled');

const keysSchema = z.object({ jwk: z.record(z.string(), z.unknown()), cookieKey: z.string() });

export interface IssuerStart {
  readonly clock: SharedArrayBuffer;
  readonly port: number;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accounts: readonly LocalAccount[];
  readonly keys: z.infer<typeof keysSchema>;
}

export interface Issuer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accounts: readonly LocalAccount[];
  close(): Promise<void>;
}

let made: Record<string, unknown> | undefined;

/** One a process: it takes longer to make than everything else of a start, and runtimes trust only their own issuer. */
function signingKey(): Record<string, unknown> {
  if (made === undefined) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const kid = randomBytes(8).toString('hex');
    made = { ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
  }
  return made;
}

/** The signing key lives in the data folder, so that a restart does not end every session. */
function readKeys(file: string): z.infer<typeof keysSchema> {
  try {
    return keysSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const keys = { jwk: signingKey(), cookieKey: randomBytes(32).toString('base64url') };
  writeFileAtomically(file, JSON.stringify(keys));
  return keys;
}

/** Starts the local OpenID Connect issuer: code flow with PKCE, RS256 id tokens, one-press accounts. */
export function startIssuer(
  file: string,
  port: number,
  accounts: readonly LocalAccount[],
  client: { readonly id: string; readonly secret: string },
  clock: LocalClock,
  log: LocalLog,
): Promise<Issuer> {
  const issuer = `http://127.0.0.1:${port}`;
  const start: IssuerStart = {
    clock: clock.memory,
    port,
    issuer,
    clientId: client.id,
    clientSecret: client.secret,
    accounts,
    keys: readKeys(file),
  };
  const worker = startThread(new URL('./issuerThread.ts', import.meta.url), COMPILED, {
    workerData: start,
    env: {},
    name: 'oidc',
  });
  worker.stdout.setEncoding('utf8').on('data', (text: string) => log.write('oidc', text));
  worker.stderr.setEncoding('utf8').on('data', (text: string) => log.write('oidc', text));
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', (message: { kind: 'ready' } | { kind: 'broken'; message: string }) => {
      if (message.kind === 'broken') {
        reject(new Error(message.message));
        return;
      }
      worker.removeListener('error', reject);
      worker.on('error', (error) => log.write('oidc', String(error)));
      resolve({
        issuer,
        clientId: client.id,
        clientSecret: client.secret,
        accounts,
        close: async () => void (await worker.terminate()),
      });
    });
  });
}
