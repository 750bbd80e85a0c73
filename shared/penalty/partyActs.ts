import type { Evidence } from '../evidence/evidence.ts';
import type { PenaltyActor } from './command.ts';
import { windowOver } from './defending.ts';
import { currentNotice, type PenaltyCase, type Statement } from './penaltyCase.ts';

/** What the party of a case has sent by its link, and what it can do now. */

/** Who acts by the link. The audit trail names nobody: a case has one party. */
export const PARTY_USER = 'link:party';

export function partyActor({ party }: Pick<PenaltyCase, 'party'>): PenaltyActor {
  return { userId: PARTY_USER, name: party.name, roles: ['link'] };
}

/** The files that came by the link. */
export function partyFiles({ evidence }: Pick<PenaltyCase, 'evidence'>): readonly Evidence[] {
  return evidence.filter(({ purpose, by }) => purpose === 'statement' && by === PARTY_USER);
}

/** Files that no statement has taken along yet. */
export function looseFiles(penalty: Pick<PenaltyCase, 'evidence' | 'statements'>): readonly Evidence[] {
  const taken = new Set(penalty.statements.flatMap(({ files }) => files));
  return partyFiles(penalty).filter(({ id }) => !taken.has(id));
}

/** The same words sent twice with nothing new beside them are one statement. */
export function sameStatement(
  { statements }: Pick<PenaltyCase, 'statements'>,
  { text, on }: Pick<Statement, 'text' | 'on'>,
): boolean {
  return statements.some(
    (one) => one.kind === 'statement' && one.by === PARTY_USER && one.text === text && one.on === on,
  );
}

/** Acts that the case takes from its party. */
export interface PartyActs {
  readonly state: boolean;
  readonly askHearing: boolean;
  readonly waive: boolean;
  readonly withdrawHearing: boolean;
}

export function partyActs(penalty: PenaltyCase, status: string, at: string): PartyActs {
  const defends = status === 'defending';
  const { hearing } = penalty;
  return {
    state: defends,
    askHearing: defends && currentNotice(penalty)?.hearing === true && !windowOver(penalty, at),
    waive: defends,
    withdrawHearing: status === 'hearing' && hearing !== undefined && hearing.held === undefined,
  };
}

/** Whether anything of the case has been written to its party: before that, nobody tells it that there is one. */
export function isToldOf({ notices, decision }: Pick<PenaltyCase, 'notices' | 'decision'>): boolean {
  return notices.length > 0 || decision?.outcome === 'penalty' || decision?.outcome === 'no-penalty';
}
