import { utf8 } from '../bytes.ts';
import { canonicalJson } from '../canonicalJson.ts';
import type { DropOut } from '../event.ts';
import type { LogEntry } from '../log.ts';
import type { DrawRecord } from '../record.ts';
import type { DrawInput, DrawResult } from '../result.ts';
import type { DrawCase } from './drawCase.ts';
import type { DrawDesk, DrawFiles } from './ports.ts';

/** The record of a sealed draw: everything that a verifier reads (DR-1 §1, record file). */
export function drawRecord(
  input: DrawInput,
  events: readonly DropOut[],
  result: DrawResult,
  log: readonly LogEntry[],
): DrawRecord {
  return {
    v: 'dr1/record',
    plan: input.plan,
    pools: {
      agency: [...input.pools.agency],
      inspector: [...(input.pools.inspector ?? [])],
      relation: [...(input.pools.relation ?? [])],
    },
    commit: input.commit,
    values: [...input.values],
    events: [...events],
    result,
    log: [...log],
  };
}

/** What was sealed about these agencies, in a file of its own that can be withdrawn (DR-1 §8), if the plan says so. */
export async function openRows(
  { desk, files }: { readonly desk: Pick<DrawDesk, 'sealedRows'>; readonly files: DrawFiles },
  draw: DrawCase,
  tids: ReadonlySet<string>,
  file: string,
): Promise<void> {
  const { frozen, plan, number, snapshot } = draw;
  if (!plan.openDrawnRows || frozen === undefined || !frozen.blinded) return;
  const rows = (await desk.sealedRows(frozen.home, snapshot))
    .filter(({ tid }) => tids.has(tid))
    .map(({ tid, salt, private: opened }) => ({ tid, salt, private: opened }));
  await files.put(file, utf8(canonicalJson({ draw: number, rows })), 'application/json');
}

/** Keys of the files of a draw; `e` is the number of the event that they follow. */
export const fileKeys = {
  result: (number: string, e?: number) => key(number, 'result', e),
  record: (number: string, e?: number) => key(number, 'record', e),
  opened: (number: string, e?: number) => key(number, 'opened', e),
} as const;

function key(number: string, name: string, e: number | undefined): string {
  return `draws/${number}/${name}${e === undefined ? '' : `-${e}`}.json`;
}
