import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';

export interface Database {
  readonly endpoint: string;
  /** Ends the process; resolves when it is gone. */
  stop(): Promise<void>;
}

const NEVER_STARTED =
  'The local database needs linux-x64. On other platforms start a DynamoDB-compatible server yourself and set LOCAL_DYNAMODB_ENDPOINT.';

/**
 * A loopback address of its own. The server answers every web page (`access-control-allow-origin: *`) and checks no
 * signature: at 127.0.0.1 a page of any site could try the ports and read the office's tables. Among 16 million
 * addresses it does not find them.
 */
function ownLoopback(): string {
  return `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`;
}

/** A port that was free a moment ago. */
function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/**
 * The shell holds our end of the pipe as its standard input. When this process dies, even by SIGKILL, the
 * kernel closes the pipe, `read` ends, and the shell kills the database: nothing is orphaned.
 */
const GUARDED = `exec 3<&0
"$@" </dev/null 3<&- &
child=$!
(while read -r _ <&3; do :; done; kill -9 $child 2>/dev/null) &
guard=$!
wait $child
kill $guard 2>/dev/null`;

/**
 * Starts the database on a file, or in memory without one. `LOCAL_DYNAMODB_ENDPOINT` names a server that
 * already runs and is used instead. Throws when neither is possible.
 */
export async function startDatabase(file: string | undefined): Promise<Database> {
  const given = process.env['LOCAL_DYNAMODB_ENDPOINT'];
  if (given) return { endpoint: given, stop: async () => {} };
  let binary: string;
  try {
    binary = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  } catch {
    throw new Error(NEVER_STARTED);
  }
  for (let attempt = 1; ; attempt += 1) {
    const host = ownLoopback();
    const started = await tryStart(binary, host, await freePort(host), file);
    if (started.ok) return started.database;
    if (attempt === 5) throw new Error(`The local database does not start: ${started.reason}`);
  }
}

async function tryStart(
  binary: string,
  host: string,
  port: number,
  file: string | undefined,
): Promise<{ ok: true; database: Database } | { ok: false; reason: string }> {
  const flags = ['serve', '--host', host, '--port', String(port), ...(file ? ['--db-path', file] : [])];
  // A process group of its own: Ctrl-C in the terminal must reach us first, so that we stop in order.
  const shell = spawn('/bin/sh', ['-c', GUARDED, 'sh', binary, ...flags], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
  let reason = '';
  shell.stderr.setEncoding('utf8').on('data', (text: string) => {
    reason = (reason + text).slice(-2_000);
  });
  const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()));
  const gone = { yes: false };
  void ended.then(() => {
    gone.yes = true;
  });
  for (let tries = 0; tries < 500 && !gone.yes; tries += 1) {
    if (await answers(host, port)) {
      return { ok: true, database: { endpoint: `http://${host}:${port}`, stop: () => stop(shell, ended) } };
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await stop(shell, ended);
  return { ok: false, reason: reason || 'no answer within five seconds' };
}

async function stop(shell: ChildProcess, ended: Promise<void>): Promise<void> {
  shell.stdin?.end();
  await ended;
}
