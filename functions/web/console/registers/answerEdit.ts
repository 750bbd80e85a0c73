import type { Problem, Result } from '../../../../shared/problem.ts';
import type { Register } from '../../../../shared/register/register.ts';
import type { RegisterKind, RegisterRows } from '../../../../shared/register/registerStore.ts';
import { fieldChanges, toFields } from '../../../../shared/register/rowFields.ts';
import { conflict, redirect } from '../../kit/http/respond.ts';
import type { WebResponse } from '../../kit/http/route.ts';

/** Answers with which a command says that somebody was faster, or that it has been given before. */
const OVERTAKEN = new Set(['register.edit.stale', 'register.exists', 'register.status']);

/**
 * What a form is answered after its command: the page that shows the result, the form again with what is wrong,
 * or 409. A form that was sent twice finds its own work done and is answered as the first time.
 */
export async function answerEdit<K extends RegisterKind>(edit: {
  readonly register: Register<K>;
  readonly wanted: RegisterRows[K];
  readonly outcome: Result<unknown>;
  readonly stored: () => Promise<{ readonly value: RegisterRows[K] } | undefined>;
  readonly path: string;
  readonly done: string;
  readonly again: (problems: readonly Problem[]) => WebResponse;
}): Promise<WebResponse> {
  const { register, wanted, outcome, path } = edit;
  if (outcome.ok) return redirect(path, { code: edit.done });
  if (outcome.problems.some(({ code }) => OVERTAKEN.has(code))) {
    const kept = await edit.stored();
    const { columns } = register;
    const same =
      kept !== undefined &&
      fieldChanges(columns, toFields(kept.value, columns), toFields(wanted, columns)).length === 0;
    if (same) return redirect(path, { code: edit.done });
    if (outcome.problems.some(({ code }) => code === 'register.edit.stale')) return conflict(path);
  }
  return edit.again(outcome.problems);
}
