import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface LogLine {
  readonly time: string;
  readonly source: string;
  readonly text: string;
}

/** The last lines of everything that runs here, and the same in a file that each start begins anew. */
export interface LocalLog {
  write(source: string, text: string): void;
  tail(count: number, source?: string): readonly LogLine[];
}

const KEPT_LINES = 2_000;

export function openLog(file: string, now: () => string): LocalLog {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '', { mode: 0o600 });
  const lines: LogLine[] = [];
  return {
    write: (source, text) => {
      for (const part of text.split('\n')) {
        if (part.trim() === '') continue;
        const line = { time: now(), source, text: part };
        lines.push(line);
        appendFileSync(file, `${line.time} ${source} ${part}\n`);
      }
      if (lines.length > KEPT_LINES) lines.splice(0, lines.length - KEPT_LINES);
    },
    tail: (count, source) =>
      lines.filter((line) => source === undefined || line.source === source).slice(-count),
  };
}
