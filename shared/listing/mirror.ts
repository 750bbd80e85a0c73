import { formatDateZh, type LocalDate, localDate, shanghaiDate, yearOf } from '../calendar/localDate.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { inspectionParameters } from '../law/inspectionParameters.ts';
import { ruleAt } from '../law/lawTable.ts';
import { ok, type Problem, problem, type Result } from '../problem.ts';
import type { Agency } from '../register/agency.ts';
import { isUscc } from '../register/uscc.ts';
import type { Sheet } from '../spreadsheet/sheet.ts';
import type { ListingDeps } from './ports.ts';
import { proposeListing } from './proposing.ts';

/**
 * CNIPA's list of agencies without an annual report: its system lists them on the day of the yearly notice, ours follows
 * with one proposal per agency (regulation 2.14). A list read twice proposes nobody twice.
 */

/** Agencies in one list at most: a city has some hundreds. */
export const MOST_LINES = 1_000;

/** Day on which CNIPA's system lists the missing reports of a year; a parameter that the yearly notice sets (未核实). */
export function listingDay(year: number): LocalDate {
  const on = localDate(`${year}-01-01`);
  const row = ruleAt(inspectionParameters, 'patent_report.listing_day', on);
  if (row === undefined) throw new Error(`no day of listing is known for ${year}`);
  return localDate(`${year}-${row.value}`);
}

/** A line of the list: the agency that it names, or why none. */
export type MirrorLine =
  | { readonly line: number; readonly agency: Agency }
  | { readonly line: number; readonly given: string; readonly problem: Problem };

const AGENCY_CODE = /^\d{5}$/;

/**
 * Finds the agencies of a list. In each row the cell that is a code of five digits or a credit code names the agency;
 * other cells, such as names and numbers of order, are not looked at. Rows without any code are headings when they come
 * first, else faults.
 */
export function readMirror(sheet: Sheet, agencies: readonly Agency[]): readonly MirrorLine[] {
  const byCode = new Map(
    agencies.flatMap((agency) =>
      agency.agencyCode === undefined ? [] : [[agency.agencyCode, agency] as const],
    ),
  );
  const byUscc = new Map(agencies.map((agency) => [agency.uscc, agency] as const));
  const lines: MirrorLine[] = [];
  const seen = new Set<string>();
  sheet.rows.forEach((cells, row) => {
    const filled = cells.map((cell) => cell.trim().toUpperCase()).filter((cell) => cell !== '');
    if (filled.length === 0) return;
    const line = row + 1;
    const given = filled.join(' ').slice(0, 60);
    const code = filled.find((cell) => isUscc(cell)) ?? filled.find((cell) => AGENCY_CODE.test(cell));
    if (code === undefined) {
      if (lines.length > 0) lines.push({ line, given, problem: { code: 'listing.mirror.no_code' } });
      return;
    }
    const agency = byUscc.get(code) ?? byCode.get(code);
    if (agency === undefined) {
      lines.push({ line, given, problem: { code: 'listing.mirror.unknown', params: { code } } });
      return;
    }
    if (seen.has(agency.uscc)) return;
    seen.add(agency.uscc);
    lines.push({ line, agency });
  });
  return lines;
}

export interface MirrorOrder {
  /** Day on which CNIPA's system listed them, in the year in which the report was due. */
  readonly on: LocalDate;
  readonly usccs: readonly string[];
}

export interface Mirrored {
  readonly proposed: number;
  /** Proposed before, or on the list for a late report already. */
  readonly known: number;
  readonly failed: readonly { readonly uscc: string; readonly problem: Problem }[];
}

/**
 * Proposes every agency of the list, each once for the year. Problems: `listing.role`, `listing.mirror.empty`,
 * `listing.mirror.many`,
 * `listing.date.future`; what is wrong with one agency is in the answer.
 */
export async function proposeMirror(
  deps: ListingDeps,
  { on, usccs }: MirrorOrder,
  actor: Actor,
): Promise<Result<Mirrored>> {
  if (!actor.roles.includes('supervisor')) return problem('listing.role');
  if (usccs.length === 0) return problem('listing.mirror.empty', undefined, 'usccs');
  if (usccs.length > MOST_LINES) return problem('listing.mirror.many', { most: MOST_LINES }, 'usccs');
  if (on > shanghaiDate(deps.now())) return problem('listing.date.future', undefined, 'on');
  const year = yearOf(on);
  const failed: { uscc: string; problem: Problem }[] = [];
  let [proposed, known] = [0, 0];
  for (const uscc of new Set(usccs)) {
    const one = await proposeListing(
      deps,
      {
        uscc,
        source: { type: 'mirror', year, on },
        origin: `mirror/${year}/${uscc}`,
        charge: {
          ground: 'annual-report-late',
          facts: `未按规定在${year}年的报告期内提交年度报告，国家知识产权局专利代理管理系统于${formatDateZh(on)}将其列入专利代理经营异常名录。`,
        },
      },
      actor,
    );
    if (!one.ok) failed.push({ uscc, problem: one.problems[0] ?? { code: 'listing.busy' } });
    else if (one.value.fresh) proposed += 1;
    else known += 1;
  }
  return ok({ proposed, known, failed });
}
