import { shanghaiDate } from '../../calendar/localDate.ts';
import { countNotices } from '../../notice/buildNotices.ts';
import { noticeSequence } from '../../notice/documentNumber.ts';
import { ok } from '../../problem.ts';
import { utf8 } from '../bytes.ts';
import { canonicalJson } from '../canonicalJson.ts';
import { digestHex, type HashSuite, type Suites } from '../hash.ts';
import { type DrawResult, type EngineParts, runDraw } from '../result.ts';
import type { AgencyRow } from '../snapshot.ts';
import { giveCommand } from './command.ts';
import { type Decide, SYSTEM } from './decision.ts';
import type { DrawCase } from './drawCase.ts';
import { fileKeys } from './drawRecord.ts';
import { counterPut, visitRow } from './drawRows.ts';
import { type NoticeDesk, noticeSources } from './noticeSources.ts';
import type { DrawDeps, DrawFiles } from './ports.ts';
import { sealedDraw } from './sealedDraw.ts';
import { StepBlocked } from './stepBlocked.ts';
import type { Visit } from './visit.ts';
import { visitDirectory } from './visitDirectory.ts';

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
  const file = fileKeys.result(draw.number);
  await deps.files.put(file, utf8(canonicalJson(result)), 'application/json');
  const visits = await visitsOf(deps, draw, result, input.pools.agency, suite);
  await deps.desk.writeRows(visits.map(visitRow));
  const now = deps.now();
  // The year of the papers' date: what stands in brackets in their numbers.
  const sequence = noticeSequence(shanghaiDate(now));
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
  const directory = await visitDirectory(deps, draw, agencies, suite, result.seed);
  const seats = new Map(result.teams.map((team) => [team.a, team.seats]));
  const places = result.cells.flatMap(({ cell, drawn }) => drawn.map((tid, rank) => ({ tid, cell, rank })));
  return places.map((place, at) => directory.visit({ ...place, no: at + 1 }, seats.get(place.tid) ?? []));
}
