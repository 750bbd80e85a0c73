import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { withDeadline } from '../calendar/storedDeadline.ts';
import { lawAt } from '../law/lawTable.ts';
import { type RepairMaterial, repairMaterials } from '../law/repairRules.ts';
import { ok, type Problem, problem, refuse } from '../problem.ts';
import { barredUntil } from './bars.ts';
import { actOf, type DecideRepair, type DecideRepairLater, textOf } from './command.ts';
import { deadlineOf } from './deadlines.ts';
import type { RepairDeps } from './ports.ts';
import type { RepairCase, RepairFile } from './repairCase.ts';
import { mayApply } from './standing.ts';

/** The application and its papers (令107号 art. 14). */

/** The four papers as they are asked for on a day. */
export function materialsAt(day: LocalDate) {
  return lawAt(repairMaterials, day);
}

/** Whether the office holds this paper itself: of an agency of its own register it does not ask who that is. */
export function canBeShared({ applicant }: Pick<RepairCase, 'applicant'>, material: RepairMaterial): boolean {
  const row = repairMaterials.find(({ rule }) => rule === material);
  return applicant.kind === 'agency' && row !== undefined && 'shared' in row;
}

/** The papers that are not there. */
export function missing(repair: RepairCase, day: LocalDate): readonly RepairMaterial[] {
  return materialsAt(day)
    .map(({ rule }) => rule)
    .filter(
      (rule) => !repair.shared.includes(rule) && !repair.files.some(({ material }) => material === rule),
    );
}

const missingCodes = {
  application: 'repair.missing.application',
  identity: 'repair.missing.identity',
  promise: 'repair.missing.promise',
  proof: 'repair.missing.proof',
} as const satisfies Readonly<Record<RepairMaterial, string>>;

const asProblem = (material: RepairMaterial): Problem => ({ code: missingCodes[material], field: material });

/** Puts a checked file to a paper; the same upload again changes nothing. */
export const attach: DecideRepair<{ readonly file: RepairFile }> = (repair, { file }, { status }) => {
  if (repair.files.some(({ id }) => id === file.id)) return ok({ to: status, state: repair });
  return ok({ to: status, state: { ...repair, files: [...repair.files, file] }, ground: file.material });
};

/** Takes a file out again. What was there when the office asked for completion stays. */
export const remove: DecideRepair<{ readonly id: string }> = (repair, { id }, { status }) => {
  const file = repair.files.find((one) => one.id === id);
  if (file === undefined) return ok({ to: status, state: repair });
  const asked = repair.completion?.asked.at;
  if (asked !== undefined && file.at <= asked) return problem('repair.file.handed_in');
  return ok({ to: status, state: { ...repair, files: repair.files.filter((one) => one !== file) } });
};

/** Says that the office has a paper already, or that it is handed in after all. */
export const declareShared: DecideRepair<{ readonly material: RepairMaterial; readonly shared: boolean }> = (
  repair,
  { material, shared },
  { status },
) => {
  if (shared === repair.shared.includes(material)) return ok({ to: status, state: repair });
  if (shared && !canBeShared(repair, material)) return problem('repair.shared.not', undefined, material);
  const others = repair.shared.filter((one) => one !== material);
  return ok({ to: status, state: { ...repair, shared: shared ? [...others, material] : others } });
};

/**
 * Hands the application in: with all papers, not before the first allowed day, never where the law gives no early end.
 * The two working days of the office run from the day on which it arrived.
 *
 * Problems: `repair.missing.*` on the paper, `repair.day.future`, `repair.subject.gone`, those of `mayApply`
 */
export const apply =
  (
    deps: Pick<RepairDeps, 'subjects' | 'lists'>,
  ): DecideRepairLater<{
    readonly on: LocalDate;
    readonly channel: 'link' | 'counter';
  }> =>
  async (repair, { on, channel }, moment) => {
    if (on > shanghaiDate(moment.at)) return problem('repair.day.future', undefined, 'on');
    const lacking = missing(repair, on);
    if (lacking.length > 0) return refuse(...lacking.map(asProblem));
    const standing = await deps.subjects[repair.subject.kind]?.find(repair.subject.id);
    if (standing === undefined) return problem('repair.subject.gone');
    const bar = await barredUntil(deps.lists, repair.applicant);
    const may = mayApply(standing, { today: on, ...(bar === undefined ? {} : { barredUntil: bar }) });
    if (!may.ok) return may;
    const accept = deadlineOf('accept', on, repair, moment.calendar);
    return ok({
      to: 'applied',
      state: {
        ...repair,
        subject: standing.subject,
        applied: { ...actOf(moment), on, channel },
        deadlines: withDeadline(repair.deadlines, accept),
      },
      ground: channel,
    });
  };

/** Hands in what was asked for: each paper anew. The two working days run again from that day. */
export const complete: DecideRepair<{ readonly on: LocalDate }> = (repair, { on }, moment) => {
  const { completion } = repair;
  if (completion === undefined) return problem('repair.completion.none');
  if (on > shanghaiDate(moment.at)) return problem('repair.day.future', undefined, 'on');
  if (on < shanghaiDate(completion.asked.at)) return problem('repair.day.early', undefined, 'on');
  const anew = (material: RepairMaterial) =>
    repair.shared.includes(material) ||
    repair.files.some((file) => file.material === material && file.at > completion.asked.at);
  const lacking = completion.materials.filter((material) => !anew(material));
  if (lacking.length > 0) return refuse(...lacking.map(asProblem));
  const accept = deadlineOf('accept', on, repair, moment.calendar);
  return ok({
    to: 'applied',
    state: {
      ...repair,
      completion: { ...completion, completed: { ...actOf(moment), on } },
      deadlines: withDeadline(repair.deadlines, accept),
    },
  });
};

export const withdraw: DecideRepair<{ readonly reason: string }> = (repair, { reason }, moment) => {
  const read = textOf(reason, 'reason');
  if (!read.ok) return read;
  const { proposal: _proposal, ...rest } = repair;
  return ok({
    to: 'withdrawn',
    state: { ...rest, withdrawn: { ...actOf(moment), reason: read.value }, deadlines: [] },
    seal: { reason: read.value },
  });
};
