import type { Role } from '../access/roles.ts';
import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import type { CaseStore } from '../case/caseStore.ts';
import { publicityRow } from '../draw/ceremony/drawRows.ts';
import { ok, problem, type Result } from '../problem.ts';

/** Why something published is taken down; there is no other reason. */
export const withdrawalReasons = [
  { code: 'expired', zh: '公示期届满', en: 'The publicity period has ended' },
  { code: 'corrected', zh: '内容有误，已更正', en: 'The content was wrong and has been corrected' },
  { code: 'annulled', zh: '依据的决定被撤销或者变更', en: 'The decision behind it was annulled or changed' },
  { code: 'repaired', zh: '信用修复', en: 'Credit repair' },
] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number]['code'];

/** What can be taken down: parts that are published in files of their own. */
export const withdrawables = ['opened'] as const;
export type Withdrawable = (typeof withdrawables)[number];

/** What stays of it: number, date, reason; no party, no content. */
export interface Tombstone {
  readonly v: 'tombstone/1';
  readonly draw: string;
  readonly what: Withdrawable;
  readonly date: LocalDate;
  readonly reason: WithdrawalReason;
}

export function withdrawalCaseId(draw: string, what: Withdrawable): string {
  return `PW#${draw}#${what}`;
}

interface WithdrawalDeps {
  readonly store: CaseStore;
  readonly actor: { readonly id: string; readonly roles: readonly Role[] };
  readonly at: string;
}

/**
 * Takes a published part down for good and leaves a tombstone. The site is rebuilt from the outbox row of the same
 * transaction. Refuses `publicity.withdraw.role`, `publicity.withdraw.reason` and `publicity.withdraw.done`.
 */
export async function withdraw(
  deps: WithdrawalDeps,
  draw: string,
  what: Withdrawable,
  reason: string,
): Promise<Result<Tombstone>> {
  if (!deps.actor.roles.includes('supervisor')) return problem('publicity.withdraw.role');
  const known = withdrawalReasons.find(({ code }) => code === reason);
  if (known === undefined) return problem('publicity.withdraw.reason', undefined, 'reason');
  const tombstone: Tombstone = {
    v: 'tombstone/1',
    draw,
    what,
    date: shanghaiDate(deps.at),
    reason: known.code,
  };
  const outcome = await deps.store.commit<Tombstone>({
    caseId: withdrawalCaseId(draw, what),
    before: undefined,
    status: 'withdrawn',
    state: tombstone,
    audit: {
      kind: 'publicity',
      command: 'withdraw',
      from: '',
      to: 'withdrawn',
      ground: known.code,
      actor: deps.actor.id,
      at: deps.at,
      digests: {},
    },
    rows: [publicityRow(`draw/${draw}`, deps.at)],
  });
  return outcome.ok ? ok(tombstone) : problem('publicity.withdraw.done');
}

/** The tombstone of a part, or undefined while it stands. */
export async function tombstoneOf(
  store: Pick<CaseStore, 'load'>,
  draw: string,
  what: Withdrawable,
): Promise<Tombstone | undefined> {
  return (await store.load<Tombstone>(withdrawalCaseId(draw, what)))?.state;
}
