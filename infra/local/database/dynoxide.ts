import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';

export interface Database {
  readonly endpoint: string;
  /** Ends the process; resolves when it is gone. */
  stop(): Promise<void>;
}

const NEVER_STARTED =
  'The local database needs linux-x64. On other platforms start a DynamoDB-compatible server yourself and set LOCAL_DYNAMODB_ENDPOINT.';

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
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
    const port = await freePort();
    const started = await tryStart(binary, port, file);
    if (started.ok) return started.database;
    if (attempt === 5) throw new Error(`The local database does not start: ${started.reason}`);
  }
}

async function tryStart(
  binary: string,
  port: number,
  file: string | undefined,
): Promise<{ ok: true; database: Database } | { ok: false; reason: string }> {
  const flags = [
    'serve',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    ...(file ? ['--db-path', file] : []),
  ];
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
    if (await answers(port)) {
      return { ok: true, database: { endpoint: `http://127.0.0.1:${port}`, stop: () => stop(shell, ended) } };
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
