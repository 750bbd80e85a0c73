import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import type { RowPut } from '../case/caseStore.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { ok, problem, type Result } from '../problem.ts';
import { penaltyCommit } from './command.ts';
import { deadlineOf } from './deadlines.ts';
import type { Party, PenaltyCase, PenaltySource } from './penaltyCase.ts';
import { sourceKey } from './penaltyRows.ts';
import type { PenaltyDeps, StoredPenalty } from './ports.ts';

/** What a case begins with. */
export interface Opening {
  /** ULID, made with the form: pressed twice it opens one case. */
  readonly id: string;
  readonly source: PenaltySource;
  readonly party: Party;
  readonly suspicion: PenaltyCase['suspicion'];
  /** Day on which the lead was found or the material was received: the clock of the filing runs from here. */
  readonly receivedOn: LocalDate;
}

/** One case for each thing that it comes from and party, however often it is handed over. */
function sourceRow({ source, party, id }: Opening): readonly RowPut[] {
  if (source.caseId === undefined) return [];
  return [{ row: { ...sourceKey(source.caseId, party), penalty: id }, expect: 'absent' }];
}

/**
 * Opens a penalty case at its lead (线索).
 *
 * Problems: `penalty.day.future`, `penalty.opened` (this source has a case against this party already), `penalty.busy`
 */
export async function openPenalty(
  deps: PenaltyDeps,
  opening: Opening,
  actor: Actor,
): Promise<Result<StoredPenalty>> {
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  if (opening.receivedOn > shanghaiDate(at)) return problem('penalty.day.future', undefined, 'receivedOn');
  const [calendar, key] = await Promise.all([deps.calendar(), deps.auditKey()]);
  const state: PenaltyCase = {
    id: opening.id,
    source: opening.source,
    received: { at, on: opening.receivedOn },
    party: opening.party,
    suspicion: opening.suspicion,
    officers: [],
    inquiries: [],
    evidence: [],
    suspensions: [],
    extensions: [],
    reviews: [],
    notices: [],
    statements: [],
    payments: [],
    enforcement: [],
    notes: [],
    deadlines: [deadlineOf('file', opening.receivedOn, { suspensions: [], extensions: [] }, calendar)],
    told: { portal: 0, gsxt: 0 },
  };
  const decision = { to: 'lead' as const, state, ground: opening.source.kind, rows: sourceRow(opening) };
  const outcome = await deps.cases.commit(penaltyCommit(undefined, 'open', decision, { actor, at }, key));
  if (outcome.ok) {
    await deps.kick.start();
    return ok(outcome.case);
  }
  return problem(outcome.reason === 'row' ? 'penalty.opened' : 'penalty.busy');
}
