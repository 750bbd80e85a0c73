import type { AuditEntry } from '../audit/entry.ts';
import { isAnchored } from '../audit/inclusion.ts';
import { verifyChain } from '../audit/verifyChain.ts';
import type { Transition } from '../case/transition.ts';
import { type Check, compared, holds } from '../draw/check.ts';
import type { DossierChain } from './dossierChain.ts';
import type { CountedList, RecordedAct } from './recordedAct.ts';

/** A case with its chain, and what its kind of case allows. */
export interface Chained<State> {
  readonly caseId: string;
  readonly status: string;
  readonly state: State;
  readonly audit: DossierChain;
  readonly transitions: readonly Transition<string, string>[];
  /** Statuses in which a case of this kind opens. */
  readonly opening: readonly string[];
  readonly acts: readonly RecordedAct[];
  readonly counted: readonly CountedList<State>[];
}

/** What the audit chain of a dossier shows: that it is whole, and that the state is what it led to. */
export function chainChecks<State>(chained: Chained<State>): readonly Check[] {
  const { caseId, state, status, audit, counted } = chained;
  const head = { auditSeq: audit.head.seq, auditHash: audit.head.digest, status };
  const faults = verifyChain(caseId, audit.entries, head);
  const chain: Check[] = faults.map(({ seq, fault }) => ({
    ...holds('audit.chain', false, String(seq)),
    found: fault,
  }));
  // Each entry also seals what was decided, by a digest that only the office's key can make.
  if (chain.length === 0) chain.push({ ...holds('audit.chain', true), note: 'keyed' });
  return [
    ...chain,
    anchorCheck(audit, caseId),
    ...statusChecks(chained),
    ...actChecks(chained),
    ...counted.map((list) =>
      compared(
        'audit.count',
        String(audit.entries.filter(({ command }) => list.by.some((one) => one === command)).length),
        String(list.in(state)),
        list.what,
      ),
    ),
  ];
}

function anchorCheck({ anchor, entries }: DossierChain, caseId: string): Check {
  if (anchor === undefined) return { ...holds('audit.anchor', true), note: 'not-anchored' };
  const anchored = isAnchored(anchor, caseId, entries);
  const check = holds('audit.anchor', anchored, `${anchor.day} #${anchor.seq}`);
  return anchored ? { ...check, note: 'compare-root', found: anchor.root } : check;
}

type Allowed = Pick<Chained<unknown>, 'transitions' | 'opening'>;

/** Each entry begins where the one before ended and goes where its command may go; the last ends in the status. */
function statusChecks({
  audit,
  status,
  ...allowed
}: Allowed & Pick<Chained<unknown>, 'audit' | 'status'>): readonly Check[] {
  let before = '';
  const wrong = audit.entries.flatMap((entry): Check[] => {
    const begins = compared('audit.transition', before, entry.from, String(entry.seq));
    before = entry.to;
    if (!begins.ok) return [begins];
    const step = `${entry.command}: ${entry.from} → ${entry.to}`;
    return isTransition(entry, allowed)
      ? []
      : [{ ...holds('audit.transition', false, String(entry.seq)), found: step }];
  });
  const ends = compared('audit.status', before, status);
  return wrong.length > 0 ? [...wrong, ends] : [holds('audit.transition', true), ends];
}

function isTransition({ command, from, to }: AuditEntry, { transitions, opening }: Allowed): boolean {
  if (command === 'open') return from === '' && opening.includes(to);
  const line = transitions.find((one) => one.command === command);
  if (line === undefined || !line.from.includes(from)) return false;
  return line.to === 'same' ? to === from : line.to.includes(to);
}

/** Whatever the state says that somebody did has an entry of that person at that instant. */
function actChecks({ acts, audit }: Pick<Chained<unknown>, 'acts' | 'audit'>): readonly Check[] {
  const wrong = acts.filter(
    (act) =>
      !audit.entries.some(
        ({ command, actor, at }) =>
          at === act.at &&
          act.by.some((one) => one === command) &&
          (act.actor === undefined || act.actor === actor),
      ),
  );
  if (wrong.length === 0) return [holds('audit.acts', true)];
  return wrong.map(({ what, actor, at }) => ({
    ...holds('audit.acts', false, what),
    found: [actor, at].filter(Boolean).join(' '),
  }));
}
