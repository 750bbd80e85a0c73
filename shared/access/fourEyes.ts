import { ok, problem, type Result } from '../problem.ts';

/**
 * The four-eyes rule: what one person began, another confirms. It does not depend on roles: a person who
 * holds both roles is still one person.
 *
 * @param first user id of the person who acted first, undefined when nobody has
 * @param second user id of the person who wants to confirm
 */
export function requireSecondPerson(
  first: string | undefined,
  second: string,
): Result<{ readonly first: string; readonly second: string }> {
  if (first === undefined || first === '') return problem('access.fourEyes.firstMissing');
  if (first === second) return problem('access.fourEyes.samePerson');
  return ok({ first, second });
}

/** A condition of DynamoDB with the names and values it uses. */
export interface StoreCondition {
  readonly expression: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * The same rule where it cannot be talked around: the write itself fails unless the item names a first person
 * and this one is another.
 *
 * @param attribute attribute of the item that holds the user id of the first person
 */
export function secondPersonCondition(attribute: string, second: string): StoreCondition {
  return {
    expression: 'attribute_exists(#firstPerson) AND #firstPerson <> :secondPerson',
    names: { '#firstPerson': attribute },
    values: { ':secondPerson': second },
  };
}
