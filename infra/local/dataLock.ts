import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isLiving, ownMark } from './livingProcess.ts';

/**
 * Takes the data folder for this process, so that no second one opens the same files. A lock whose process
 * is gone (kill -9) is taken over. Returns the function that gives it back.
 * @throws Error when another live process holds it
 */
export function lockDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock');
  const { pid: ownPid, start: ownStart } = ownMark();
  const own = `${ownPid} ${ownStart}`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, own);
      closeSync(handle);
      return () => {
        if (read(file) === own) rmSync(file, { force: true });
      };
    } catch {
      const [pid = '', start = ''] = read(file).split(' ');
      if (isLiving({ pid: Number(pid), start })) {
        throw new Error(`${folder} is in use by process ${pid}; stop it, or choose another folder`);
      }
      rmSync(file, { force: true });
    }
  }
  throw new Error(`${folder} cannot be locked`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
