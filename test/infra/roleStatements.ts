import { functions } from '../../infra/functions.ts';
import { ofType, type Template } from './synthesised.ts';

export interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: unknown;
}

/** What each function may do, by its name, read back from the template. */
export function statementsByFunction(made: Template): ReadonlyMap<string, readonly Statement[]> {
  const byRole = new Map<string, Statement[]>();
  for (const [, policy] of ofType(made, 'AWS::IAM::Policy')) {
    const found = statements(policy.Properties['PolicyDocument']);
    for (const role of policy.Properties['Roles'] as { Ref: string }[]) {
      byRole.set(role.Ref, [...(byRole.get(role.Ref) ?? []), ...found]);
    }
  }
  const result = new Map<string, readonly Statement[]>();
  for (const [, one] of ofType(made, 'AWS::Lambda::Function')) {
    const row = functions.find((each) => each.description === one.Properties['Description']);
    const role = (one.Properties['Role'] as { 'Fn::GetAtt': [string, string] })['Fn::GetAtt'][0];
    result.set(row?.name ?? 'unknown', byRole.get(role) ?? []);
  }
  return result;
}

/** Names of the functions that may take an action on a resource whose text contains `on`. */
export function whoMay(made: Template, action: RegExp, on = ''): string[] {
  return [...statementsByFunction(made)]
    .filter(([, list]) =>
      list.some(
        (statement) =>
          statement.actions.some((each) => action.test(each)) &&
          statement.resources.some((each) => each.includes(on)),
      ),
    )
    .map(([name]) => name)
    .sort();
}

function statements(document: unknown): Statement[] {
  const { Statement: list } = document as { Statement: Record<string, unknown>[] };
  return list.map((each) => ({
    actions: [each['Action']].flat().map(String),
    resources: [each['Resource']].flat().map((resource) => JSON.stringify(resource)),
    conditions: each['Condition'],
  }));
}
