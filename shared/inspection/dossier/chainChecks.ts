import type { AuditEntry } from '../../audit/entry.ts';
import { isAnchored } from '../../audit/inclusion.ts';
import { verifyChain } from '../../audit/verifyChain.ts';
import { type Check, compared, holds } from '../../draw/check.ts';
import type { InspectionStatus } from '../inspectionCase.ts';
import { inspectionCaseId } from '../inspectionRows.ts';
import { inspectionTransitions } from '../transitions.ts';
import type { Dossier } from './dossier.ts';
import { countedLists, recordedActs } from './recordedActs.ts';

/** What the audit chain of a dossier shows: that it is whole, and that the state is what it led to. */
export function chainChecks(dossier: Dossier): readonly Check[] {
  const { state, status, audit } = dossier;
  const caseId = inspectionCaseId(state.number);
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
    anchorCheck(dossier, caseId),
    ...statusChecks(audit.entries, status),
    ...actChecks(dossier),
    ...countedLists.map((list) =>
      compared(
        'audit.count',
        String(audit.entries.filter(({ command }) => list.by.some((one) => one === command)).length),
        String(list.in(state)),
        list.what,
      ),
    ),
  ];
}

function anchorCheck({ audit: { anchor, entries } }: Dossier, caseId: string): Check {
  if (anchor === undefined) return { ...holds('audit.anchor', true), note: 'not-anchored' };
  const anchored = isAnchored(anchor, caseId, entries);
  const check = holds('audit.anchor', anchored, `${anchor.day} #${anchor.seq}`);
  return anchored ? { ...check, note: 'compare-root', found: anchor.root } : check;
}

/** A case opens with a team, or without one that is large enough. */
const opening: readonly string[] = ['staffing', 'notified'] satisfies readonly InspectionStatus[];

/** Each entry begins where the one before ended and goes where its command may go; the last ends in the status. */
function statusChecks(entries: readonly AuditEntry[], status: string): readonly Check[] {
  let before = '';
  const wrong = entries.flatMap((entry): Check[] => {
    const begins = compared('audit.transition', before, entry.from, String(entry.seq));
    before = entry.to;
    if (!begins.ok) return [begins];
    const step = `${entry.command}: ${entry.from} → ${entry.to}`;
    return isTransition(entry)
      ? []
      : [{ ...holds('audit.transition', false, String(entry.seq)), found: step }];
  });
  const ends = compared('audit.status', before, status);
  return wrong.length > 0 ? [...wrong, ends] : [holds('audit.transition', true), ends];
}

function isTransition({ command, from, to }: AuditEntry): boolean {
  if (command === 'open') return from === '' && opening.includes(to);
  const line = inspectionTransitions.find((one) => one.command === command);
  if (line === undefined || !line.from.some((one) => one === from)) return false;
  return line.to === 'same' ? to === from : line.to.some((one) => one === to);
}

/** Whatever the state says that somebody did has an entry of that person at that instant. */
function actChecks({ state, audit }: Dossier): readonly Check[] {
  const wrong = recordedActs(state).filter(
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
