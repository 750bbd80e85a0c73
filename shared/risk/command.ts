import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import type { CaseCommit, RowPut } from '../case/caseStore.ts';
import { transitionOf } from '../case/transition.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { publicityRow } from '../draw/ceremony/drawRows.ts';
import { planStandsNot } from '../plan/planStore.ts';
import { ok, problem, type Result } from '../problem.ts';
import type { Agency } from '../register/agency.ts';
import { instantOf, keyedDigests } from '../register/commands/deps.ts';
import { editCommit } from '../register/commands/editRow.ts';
import type { Kept } from '../register/registerStore.ts';
import { reassess } from './assessing.ts';
import { emptyLedger, type LedgerStatus, type RiskLedger } from './ledger.ts';
import { firstOpenMonth, monthAfter } from './placing.ts';
import type { RiskDeps, StoredLedger } from './ports.ts';
import { riskCaseId, riskIndex } from './riskRows.ts';
import { type RiskCommand, riskTransitions } from './transitions.ts';

/** How often a command is decided anew when somebody else changed the ledger or the register meanwhile. */
const ATTEMPTS = 8;
/** The public page with the number of agencies in each class. */
const RISK_SUBJECT = 'risk';

export interface RiskMoment {
  readonly actor: Actor;
  readonly at: string;
  readonly day: LocalDate;
}

/** What a command changes in the ledger; the assessment that follows is not its matter. */
export interface RiskDecision {
  readonly ledger: RiskLedger;
  readonly ground?: string;
  readonly seal?: Readonly<Record<string, unknown>>;
  /** The facts stay as they are: nothing is counted anew. */
  readonly facts?: 'same';
}

export type DecideRisk<Input> = (
  ledger: RiskLedger,
  input: Input,
  moment: RiskMoment,
) => Result<RiskDecision>;

/**
 * Gives one command to the ledger of one agency. What it decides, the assessment that follows and the agency's row of
 * the register are one transaction. The ledger is made by the first event.
 *
 * Problems: `risk.unknown`, `risk.role`, `risk.busy`, `register.held` while an import is being written, and what the
 * decision refuses.
 *
 * @returns the ledger, and whether anything was written
 */
export async function giveRisk<Input>(
  deps: RiskDeps,
  uscc: string,
  command: RiskCommand,
  decide: DecideRisk<Input>,
  input: Input,
  actor: Actor,
): Promise<Result<{ readonly ledger: StoredLedger; readonly changed: boolean }>> {
  const line = transitionOf(riskTransitions, command);
  if (!line.by.some((role) => actor.roles.includes(role))) return problem('risk.role');
  const key = await deps.auditKey();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await deps.cases.load<RiskLedger>(riskCaseId(uscc));
    const status = (before?.status ?? 'none') as LedgerStatus;
    if (!line.from.includes(status)) return problem('risk.unknown', { uscc });
    const at = instantOf(deps.now());
    const moment: RiskMoment = { actor, at, day: shanghaiDate(at) };
    const decided = decide(before?.state ?? emptyLedger(uscc), input, moment);
    if (!decided.ok) return decided;
    const made = await transaction(deps, { before, command, decision: decided.value, uscc, moment, key });
    if (!made.ok) return made;
    if (made.value === 'unchanged') {
      if (before === undefined) return problem('risk.unknown', { uscc });
      return ok({ ledger: before, changed: false });
    }
    const outcome = await deps.cases.commit(made.value);
    if (outcome.ok) return ok({ ledger: outcome.case, changed: true });
  }
  return problem('risk.busy');
}

interface Change {
  readonly before: StoredLedger | undefined;
  readonly command: RiskCommand;
  readonly decision: RiskDecision;
  readonly uscc: string;
  readonly moment: RiskMoment;
  readonly key: Uint8Array;
}

async function transaction(
  deps: RiskDeps,
  { before, command, decision, uscc, moment, key }: Change,
): Promise<Result<CaseCommit<RiskLedger> | 'unchanged'>> {
  const { at, day, actor } = moment;
  const kept = await deps.register.agency(uscc);
  const open = await openMonth(deps, day);
  const counted =
    decision.facts === 'same'
      ? { ledger: decision.ledger, agency: kept?.value }
      : reassess(decision.ledger, kept?.value, day, at, open.month);
  const { ledger } = counted;
  const edit = await registerEdit(deps, kept, counted.agency, moment);
  if (!edit.ok) return edit;
  if (ledger === before?.state && edit.value === undefined) return ok('unchanged');
  const from = before?.status ?? 'none';
  const to = ledger.assessments.at(-1)?.class ?? from;
  // A pending class relies on its month having no published plan.
  const pending = counted.agency?.nextRisk;
  const begins = edit.value !== undefined && pending?.from === open.month;
  return ok({
    caseId: riskCaseId(uscc),
    before,
    status: to,
    state: ledger,
    index: riskIndex(ledger, counted.agency, day),
    audit: {
      kind: 'risk',
      command,
      from,
      to,
      ...(decision.ground === undefined ? {} : { ground: decision.ground }),
      ...(kept === undefined ? {} : { district: kept.value.district }),
      lawVersion: ledger.assessments.at(-1)?.formula ?? '',
      actor: actor.userId,
      at,
      digests: keyedDigests(key, { ...decision.seal, ledger }),
    },
    rows: [
      ...(begins ? [open.stands] : []),
      ...(edit.value === undefined ? [] : [publicityRow(RISK_SUBJECT, at)]),
    ],
    ...(edit.value === undefined ? {} : { linked: [edit.value] }),
  });
}

/** The first month without a published plan, and the condition that it stays so. */
async function openMonth(
  { plans }: RiskDeps,
  day: LocalDate,
): Promise<{ readonly month: string; readonly stands: RowPut }> {
  let month = firstOpenMonth(await plans.lastPublished(), day);
  for (;;) {
    const mark = await plans.mark(month);
    if (mark?.standing !== 1) return { month, stands: planStandsNot(month, mark) };
    // The index of the plans was behind.
    month = monthAfter(month);
  }
}

async function registerEdit(
  deps: RiskDeps,
  kept: Kept<Agency> | undefined,
  after: Agency | undefined,
  { at, actor }: RiskMoment,
): Promise<Result<CaseCommit<unknown> | undefined>> {
  if (kept === undefined || after === undefined || after === kept.value) return ok(undefined);
  const edit = await editCommit(
    deps,
    { kind: 'agency', command: 'set-risk' },
    { kept, status: 'kept', at, actor },
    { after, ground: after.nextRisk?.class ?? after.riskClass },
  );
  return edit.ok ? ok(edit.value.commit) : edit;
}
