import type { Problem } from '../../../shared/problem.ts';
import type { Values } from '../kit/context.tsx';

/** Several forms stand on the page of a case: each one's fields carry the name of its command. */
export const fieldOf = (command: string) => (field: string) => `${command}.${field}`;

/** The entries of one form without its name. */
export function entriesOf(command: string, values: Values): Values {
  const prefix = `${command}.`;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name.startsWith(prefix) ? name.slice(prefix.length) : name,
      value,
    ]),
  );
}

/** What was refused, at the fields of the form that was sent. */
export function atFields(command: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((one) =>
    one.field === undefined ? one : { ...one, field: `${command}.${one.field}` },
  );
}
