import { setFlagsFromString } from 'node:v8';
import { Worker, type WorkerOptions } from 'node:worker_threads';

// The heap of a thread that begins small is collected again and again while its modules are loaded.
setFlagsFromString('--min-semi-space-size=16');

/**
 * Starts one of our files as a thread. What Node compiles for it, the file and all it imports, is kept in a folder and
 * taken from there the next time: a thread whose types are stripped and whose code is parsed already starts in half
 * the time. Node keeps the entries apart by content and version, and writes each in one step.
 * @param compiled the folder; it may be removed at any time
 */
export function startThread(
  file: URL,
  compiled: string,
  options: Omit<WorkerOptions, 'eval' | 'execArgv' | 'stdout' | 'stderr'>,
): Worker {
  const begin = [
    "const { enableCompileCache, flushCompileCache } = require('node:module');",
    `enableCompileCache(${JSON.stringify(compiled)});`,
    `import(${JSON.stringify(file.href)}).then(() => flushCompileCache());`,
  ];
  return new Worker(begin.join('\n'), {
    ...options,
    eval: true,
    execArgv: [],
    stdout: true,
    stderr: true,
  });
}
