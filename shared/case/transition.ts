import type { Role } from '../access/roles.ts';

/**
 * One line of a case's transition table. The permission check, the condition of the database write, the
 * diagram and the tests are all derived from these lines; no status is compared anywhere else.
 */
export interface Transition<Status extends string, Command extends string> {
  readonly command: Command;
  readonly from: readonly Status[];
  /** More than one target: the command's guard decides which (all commitments in, or not yet). */
  readonly to: readonly Status[] | 'same';
  /** Who may give the command; `system` is a task of the workflow or a schedule. */
  readonly by: readonly (Role | 'system' | 'link')[];
  /** Shown before the button is pressed. */
  readonly irreversible?: true;
}

export function transitionOf<Status extends string, Command extends string>(
  table: readonly Transition<Status, Command>[],
  command: Command,
): Transition<Status, Command> {
  const line = table.find((transition) => transition.command === command);
  if (line === undefined) throw new Error(`no transition named ${command}`);
  return line;
}

/** The commands that someone with these roles can give in this status. */
export function commandsFor<Status extends string, Command extends string>(
  table: readonly Transition<Status, Command>[],
  status: Status,
  roles: readonly (Role | 'system' | 'link')[],
): readonly Command[] {
  return table
    .filter((line) => line.from.includes(status) && line.by.some((role) => roles.includes(role)))
    .map((line) => line.command);
}

/** The table as a Mermaid state diagram. */
export function mermaid<Status extends string, Command extends string>(
  table: readonly Transition<Status, Command>[],
): string {
  const edges = table.flatMap((line) =>
    line.from.flatMap((from) =>
      (line.to === 'same' ? [from] : line.to).map((to) => `  ${from} --> ${to}: ${line.command}`),
    ),
  );
  return ['stateDiagram-v2', ...edges, ''].join('\n');
}
