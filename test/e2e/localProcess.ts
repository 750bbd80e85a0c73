import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { PORT_OFFSETS } from '../../infra/local/settings.ts';
import type { Site } from './visitor.ts';

const root = resolve(import.meta.dirname, '../..');

/** A base whose ports are all free now. */
export async function freePortBase(): Promise<number> {
  for (let base = 20_000 + (process.pid % 300) * 100; ; base = 20_000 + ((base + 100) % 30_000)) {
    const free = await Promise.all(Object.values(PORT_OFFSETS).map((offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer();
    server.once('error', () => answer(false));
    server.listen(port, '127.0.0.1', () => server.close(() => answer(true)));
  });
}

export interface LocalProcess extends Site {
  readonly tools: string;
  /** SIGKILL for the whole process group: nothing gets a chance to tidy up. */
  kill(): Promise<void>;
}

/** `npm start` as a process of its own, in a process group of its own; resolves when it says that it runs. */
export async function startProcess(dataFolder: string, base: number): Promise<LocalProcess> {
  const child = spawn(process.execPath, [join(root, 'infra/local/start.ts')], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LOCAL_DATA: dataFolder, PORT_BASE: String(base), LOCAL_DEMO: 'quiet' },
  });
  await running(child);
  const address = (offset: number) => `http://127.0.0.1:${base + offset}`;
  return {
    console: address(PORT_OFFSETS.console),
    oidc: address(PORT_OFFSETS.oidc),
    tools: address(PORT_OFFSETS.tools),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const ended = once(child, 'exit');
      process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}

function running(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Press Ctrl-C to stop')) done();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('exit', (code) => fail(new Error(`npm start ended with ${code}: ${said}`)));
  });
}

/** Runs a command of the product and answers its exit code and what it printed. */
export function command(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(root, file), ...args],
      { cwd: root, env: { ...process.env, ...env } },
      (error, stdout, stderr) => {
        done({
          code: typeof error?.code === 'number' ? error.code : error ? -1 : 0,
          output: stdout + stderr,
        });
      },
    );
  });
}
