import type { CaseStore } from '../../case/caseStore.ts';
import type { Actor } from '../../draw/ceremony/decision.ts';
import type { KeyedDigest } from '../../notice/noticeCommit.ts';
import { ok, problem, type Result } from '../../problem.ts';
import { type FilerMail, type FilerMailStatus, filerMailCommit } from './filerMail.ts';

/** From which states somebody can say that the filer was told otherwise. */
const untold: ReadonlySet<string> = new Set<FilerMailStatus>(['queued', 'bounced']);

/**
 * Records that the filer was told without the mail, which is then not sent any more. Refuses `filerMail.unknown`,
 * `filerMail.state` (it was sent) and `case.stale` (somebody was faster).
 */
export async function tellOtherwise(
  deps: { readonly cases: CaseStore; readonly digest: KeyedDigest; readonly at: string },
  id: string,
  actor: Actor,
): Promise<Result<FilerMail>> {
  const before = await deps.cases.load<FilerMail>(id);
  if (before === undefined) return problem('filerMail.unknown');
  if (before.status === 'told') return ok(before.state);
  if (!untold.has(before.status)) return problem('filerMail.state');
  const { nextAt: _, ...mail } = before.state.mail;
  const told: FilerMail = {
    ...before.state,
    mail,
    told: { by: actor.userId, name: actor.name, at: deps.at },
  };
  const step = { before, command: 'mark-told', status: 'told', at: deps.at, actor: actor.userId } as const;
  const outcome = await deps.cases.commit(filerMailCommit(step, told, deps.digest));
  return outcome.ok ? ok(outcome.case.state) : problem('case.stale');
}
