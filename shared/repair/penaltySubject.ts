import { SYSTEM } from '../draw/ceremony/decision.ts';
import { penaltyCatalogue } from '../law/penaltyCatalogue.ts';
import { linkedPenalty } from '../penalty/command.ts';
import { contentText } from '../penalty/decisionWords.ts';
import type { PenaltyCase } from '../penalty/penaltyCase.ts';
import { PENALTY_PREFIX, penaltyCaseId } from '../penalty/penaltyRows.ts';
import { owed, performed } from '../penalty/performing.ts';
import type { PenaltyDeps, PenaltyLists, StoredPenalty } from '../penalty/ports.ts';
import { repairPublicity, restartPublicity } from '../penalty/publicity.ts';
import { isSameApplicant } from './bars.ts';
import type { SubjectPort } from './ports.ts';
import type { Applicant } from './repairCase.ts';
import type { EarlyEnd, Standing, Unperformed } from './standing.ts';

/** Published penalties as records that can be repaired. */

export interface PenaltySubjectDeps {
  readonly penalties: Pick<PenaltyDeps, 'cases' | 'calendar' | 'auditKey'>;
  readonly lists: Pick<PenaltyLists, 'ofAgency'>;
}

const idOf = (caseId: string) => caseId.slice(PENALTY_PREFIX.length);
const shown: ReadonlySet<string> = new Set(['performing', 'closed']);

function applicantOf({ party }: PenaltyCase): Applicant {
  const { kind, name, uscc, licenceNo, district } = party;
  return {
    kind,
    name,
    ...(uscc === undefined ? {} : { uscc }),
    ...(licenceNo === undefined ? {} : { licenceNo }),
    ...(district === undefined ? {} : { district }),
  };
}

function earlyOf({ publicity }: PenaltyCase): EarlyEnd {
  if (publicity?.restarted !== undefined) return { type: 'never', because: 'fraud' };
  return publicity?.earliest === undefined
    ? { type: 'never', because: 'class' }
    : { type: 'from', day: publicity.earliest };
}

/** What the decision still asks of its party. */
export function unperformedOf(penalty: PenaltyCase): readonly Unperformed[] {
  if (performed(penalty)) return [];
  const ordered = penalty.draft?.charges.some(({ measures }) => measures.correct !== undefined) === true;
  return [
    ...(owed(penalty) > 0 ? (['payment'] as const) : []),
    ...(ordered && penalty.corrected === undefined ? (['correction'] as const) : []),
  ];
}

const conductsOf = ({ draft }: PenaltyCase): readonly string[] => {
  const entries = new Set<string>((draft?.charges ?? []).map(({ entry }) => entry));
  return penaltyCatalogue
    .filter(({ rule }) => entries.has(rule))
    .flatMap(({ rule, conducts }) => [rule, ...conducts]);
};

/** 同一类违法行为: the same entry of the catalogue, or one for the same conduct. */
function isSameKind(one: PenaltyCase, other: PenaltyCase): boolean {
  const conducts = new Set(conductsOf(one));
  return conductsOf(other).some((code) => conducts.has(code));
}

/** 较重行政处罚 (令44号 art. 12): a fine of the heavier kind, or a restriction, stop or revocation. */
export function isHeavy({ draft }: Pick<PenaltyCase, 'draft'>): boolean {
  return (draft?.charges ?? []).some(
    ({ discretion, measures }) =>
      (discretion === 'heavier' && measures.fine !== undefined) ||
      measures.suspension !== undefined ||
      measures.revocation !== undefined,
  );
}

/** Penalties of the same party that were imposed after a day and stand. */
export function laterPenalties(
  all: readonly StoredPenalty[],
  applicant: Applicant,
  after: string,
): readonly PenaltyCase[] {
  return all
    .filter(({ status }) => status !== 'annulled')
    .map(({ state }) => state)
    .filter(
      (other) =>
        other.decision?.outcome === 'penalty' &&
        other.decision.on > after &&
        isSameApplicant(applicantOf(other), applicant),
    );
}

const numbersOf = (penalties: readonly PenaltyCase[]) =>
  penalties.flatMap(({ decision }) => decision?.number ?? []);

export function penaltySubject(deps: PenaltySubjectDeps): SubjectPort {
  const { penalties, lists } = deps;
  const standingOf = (stored: StoredPenalty, all: readonly StoredPenalty[]): Standing | undefined => {
    const penalty = stored.state;
    const { publicity, decision, draft } = penalty;
    if (!shown.has(stored.status) || publicity === undefined || publicity.ended !== undefined)
      return undefined;
    if (decision?.number === undefined || draft === undefined) return undefined;
    const applicant = applicantOf(penalty);
    const later = laterPenalties(all, applicant, decision.on).filter((other) => isSameKind(penalty, other));
    return {
      subject: {
        kind: 'penalty',
        id: stored.caseId,
        number: decision.number,
        since: publicity.on,
        until: publicity.until,
      },
      words: contentText(draft.charges),
      applicant,
      early: earlyOf(penalty),
      unperformed: unperformedOf(penalty),
      since: numbersOf(later),
    };
  };
  const moment = (at: string) => ({ actor: SYSTEM, at });
  return {
    async find(id) {
      if (!id.startsWith(PENALTY_PREFIX)) return undefined;
      const stored = await penalties.cases.load<PenaltyCase>(penaltyCaseId(idOf(id)));
      if (stored === undefined) return undefined;
      const { uscc } = stored.state.party;
      return standingOf(stored, uscc === undefined ? [] : await lists.ofAgency(uscc));
    },
    async ofAgency(uscc) {
      const all = await lists.ofAgency(uscc);
      return all.flatMap((one) => standingOf(one, all) ?? []);
    },
    async end(id, on, at) {
      const stored = await penalties.cases.load<PenaltyCase>(id);
      // It has ended by itself, or was annulled meanwhile: there is nothing left to end.
      if (stored?.state.publicity === undefined || stored.state.publicity.ended !== undefined)
        return { ok: true, value: [] };
      const decide = repairPublicity(penalties);
      return linkedPenalty(penalties, idOf(id), 'repair-publicity', decide, { on }, moment(at));
    },
    async restore(id, on, at) {
      const stored = await penalties.cases.load<PenaltyCase>(id);
      // What ended for another reason does not begin again.
      if (stored?.state.publicity?.ended?.reason !== 'repaired') return { ok: true, value: [] };
      const decide = restartPublicity(penalties);
      return linkedPenalty(penalties, idOf(id), 'restart-publicity', decide, { on }, moment(at));
    },
  };
}
