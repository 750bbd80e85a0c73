import { shanghaiDate } from '../calendar/localDate.ts';
import type { RowPut } from '../case/caseStore.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { ok, problem, type Result } from '../problem.ts';
import { complaintCommit } from './command.ts';
import { complaintCaseId, fileRow, receiptRows } from './complaintRows.ts';
import { classify, type Identity } from './filing.ts';
import { type Filing, openedCases } from './openCases.ts';
import type { ComplaintDeps } from './ports.ts';

const ATTEMPTS = 3;

/** Encrypts an identity for one case: the rows of the vault that hold it. */
export interface IdentitySealer {
  seal(id: string, identity: Identity): Promise<readonly RowPut[]>;
}

export interface SendDeps extends ComplaintDeps {
  readonly sealer: IdentitySealer;
}

/** Who files by the public form. */
export const FILER: Actor = { userId: 'filer', name: '', roles: ['link'] };

/**
 * Takes a filing: its cases, their audit entries, the receipt, the identity and what is to be done next stand
 * together or not at all. Only when this has answered may anybody be shown a receipt.
 *
 * @param own rows of whoever sends, such as the draft that is now sent; a failed condition of one of them means that
 *   the filing was sent before
 * @returns the ids of the cases. Problems: `filing.sent` (sent before: show its receipt), `filing.busy`,
 *   `filing.anonymous`, `complaint.day.future`
 */
export async function sendFiling(
  deps: SendDeps,
  filing: Filing,
  receiptHash: string,
  own: readonly RowPut[],
  actor: Actor = FILER,
): Promise<Result<readonly string[]>> {
  const [calendar, key] = await Promise.all([deps.calendar(), deps.auditKey()]);
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  const { kinds } = classify(filing.standing, filing.wish);
  // A complaint needs name, telephone and address (art. 10); only a report may do without.
  if (filing.identity === undefined && kinds.includes('complaint')) return problem('filing.anonymous');
  if (filing.receivedOn !== undefined && filing.receivedOn > shanghaiDate(at))
    return problem('complaint.day.future', undefined, 'receivedOn');
  const states = openedCases(filing, at, calendar, key);
  const [first] = states;
  if (first === undefined) throw new Error('a filing without a case');
  const sealed = await Promise.all(
    states.map(({ id }) => (filing.identity === undefined ? [] : deps.sealer.seal(id, filing.identity))),
  );
  const commits = states.map((state, i) =>
    complaintCommit(
      undefined,
      'receive',
      {
        to: 'received',
        state,
        // One mail for a filing, however many cases it makes.
        papers:
          i > 0 || state.filer.mail === 'none' ? [] : [{ key: 'received', order: { type: 'received' } }],
        rows: [...(sealed[i] ?? []), ...(state.files.length === 0 ? [] : [fileRow(state.id, at)])],
      },
      { actor, at },
      key,
    ),
  );
  const [own0, ...linked] = commits;
  if (own0 === undefined) throw new Error('a filing without a case');
  const cases = states.map(({ id }) => id);
  const receipt = receiptRows(receiptHash, cases);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const outcome = await deps.cases.commit({
      ...own0,
      rows: [...receipt, ...own, ...(own0.rows ?? [])],
      linked,
    });
    if (outcome.ok) {
      await Promise.all([
        states.some(({ filer }) => filer.mail !== 'none') ? deps.kick.mail() : undefined,
        filing.files.length === 0 ? undefined : deps.kick.files(cases),
      ]);
      return ok(cases);
    }
    // The cases are there: the same filing arrived before. Otherwise two of them met, and the next attempt decides.
    const stored = await deps.cases.load(complaintCaseId(first.id));
    if (stored !== undefined) return problem('filing.sent');
  }
  return problem('filing.busy');
}
