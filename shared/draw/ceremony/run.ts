import { shanghaiDate, yearOf } from '../../calendar/localDate.ts';
import { countNotices } from '../../notice/buildNotices.ts';
import { ok } from '../../problem.ts';
import type { Agency } from '../../register/agency.ts';
import { fromHex, toHex, utf8 } from '../bytes.ts';
import { canonicalJson } from '../canonicalJson.ts';
import { digestHex, type HashSuite, type Suites } from '../hash.ts';
import { type DrawResult, type EngineParts, runDraw } from '../result.ts';
import { keyedHash } from '../seed.ts';
import { ticket } from '../selection.ts';
import type { AgencyRow } from '../snapshot.ts';
import { giveCommand } from './command.ts';
import { type Decide, SYSTEM } from './decision.ts';
import type { DrawCase } from './drawCase.ts';
import { counterPut, visitRow } from './drawRows.ts';
import { type NoticeDesk, noticeSources } from './noticeSources.ts';
import type { DrawDeps, DrawFiles } from './ports.ts';
import { sealedDraw } from './sealedDraw.ts';
import { StepBlocked } from './stepBlocked.ts';
import type { SealedRow, Visit } from './visit.ts';
import { originOfCell } from './visitOrigin.ts';

export interface RunDeps extends DrawDeps, NoticeDesk {
  readonly files: DrawFiles;
  readonly suites: Suites;
  readonly matcher?: NonNullable<EngineParts['matcher']>;
}

/**
 * Draws. A deterministic function of what is public: run again after a crash, it writes the same bytes and
 * the same rows. Reserves the numbers of the notices in the same transaction.
 */
export async function run(deps: RunDeps, draw: DrawCase): Promise<void> {
  const input = await sealedDraw(deps.files, draw);
  const parts = { suites: deps.suites, ...(deps.matcher === undefined ? {} : { matcher: deps.matcher }) };
  const drawn = runDraw(input, parts);
  if (!drawn.ok) throw new Error(`${draw.number}: ${drawn.problems.map(({ code }) => code).join(', ')}`);
  const result = drawn.value;
  const suite = deps.suites(input.plan.suite);
  const file = `draws/${draw.number}/result.json`;
  await deps.files.put(file, utf8(canonicalJson(result)), 'application/json');
  const visits = await visitsOf(deps, draw, result, input.pools.agency, suite);
  await deps.desk.writeRows(visits.map(visitRow));
  const now = deps.now();
  // The year of the papers' date: what stands in brackets in their numbers.
  const sequence = `notice#${yearOf(shanghaiDate(now))}`;
  const notices = countNotices(await noticeSources(deps, draw, visits), shanghaiDate(now));
  const last = notices === 0 ? 0 : await deps.desk.counter(sequence);
  const digest = digestHex(suite, result);
  const decide: Decide<undefined> = (current, _input, { at }) =>
    ok({
      to: 'drawn',
      state: {
        ...current,
        result: {
          digest,
          file,
          visits: visits.length,
          infeasible: result.infeasible !== undefined,
          at,
          firstNotice: last + 1,
          notices,
        },
      },
      log: [{ type: 'result', body: { draw: draw.number, d: digest } }],
      seal: { result: digest },
      rows: notices === 0 ? [] : [counterPut(sequence, last, notices)],
    });
  const given = await giveCommand(deps, draw.number, 'run', decide, undefined, SYSTEM);
  if (!given.ok && given.problems.some(({ code }) => code === 'ceremony.busy')) {
    throw new StepBlocked(`${draw.number}: somebody else took the notice numbers`);
  }
}

/** The drawn agencies with their teams, in the published order, with the names the office works with. */
async function visitsOf(
  deps: RunDeps,
  draw: DrawCase,
  result: DrawResult,
  agencies: readonly AgencyRow[],
  suite: HashSuite,
): Promise<Visit[]> {
  const frozen = draw.frozen;
  if (frozen === undefined) throw new Error(`${draw.number} is not frozen`);
  const sealed = new Map<string, SealedRow>(
    (await deps.desk.sealedRows(frozen.home, draw.snapshot)).map((row) => [row.tid, row]),
  );
  const rows = new Map(agencies.map((row) => [row.tid, row]));
  const people = new Map((await deps.registers.inspectors()).map((inspector) => [inspector.id, inspector]));
  const known = new Map<string, Agency>((await deps.registers.agencies()).map((one) => [one.uscc, one]));
  const seats = new Map(result.teams.map((team) => [team.a, team.seats]));
  const ticketKey = keyedHash(suite, fromHex(result.seed), 'ticket/agency');
  const idOf = (tid: string): string => {
    const row = sealed.get(tid);
    if (row === undefined) throw new Error(`${draw.number}: no sealed row for ${tid}`);
    return row.id;
  };
  let no = 0;
  return result.cells.flatMap(({ cell, drawn }) =>
    drawn.map((tid, rank): Visit => {
      const uscc = idOf(tid);
      const row = rows.get(tid);
      no += 1;
      return {
        draw: draw.number,
        no,
        tid,
        uscc,
        agencyName: known.get(uscc)?.name ?? uscc,
        district: row?.d ?? '',
        kind: row?.kind ?? '',
        cell,
        rank,
        ticket: toHex(ticket(ticketKey, tid)),
        origin: originOfCell(cell),
        seats: (seats.get(tid) ?? []).map((seatTid, seat) => {
          const inspectorId = idOf(seatTid);
          return {
            seat: seat + 1,
            tid: seatTid,
            inspectorId,
            name: people.get(inspectorId)?.name ?? inspectorId,
          };
        }),
      };
    }),
  );
}
