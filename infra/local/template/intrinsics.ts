import type { Template } from './template.ts';

/** What the intrinsics of a template stand for on this machine. */
export interface Meanings {
  /** Pseudo parameters and template parameters by name. */
  readonly values: ReadonlyMap<string, unknown>;
  /** `Ref` of a resource. */
  ref(logicalId: string): unknown;
  /** `Fn::GetAtt` of a resource. */
  attribute(logicalId: string, name: string): unknown;
}

type Json = unknown;
type Resolve = (value: Json) => Json;
type Intrinsic = (argument: Json, resolve: Resolve, template: Template, meanings: Meanings) => Json;

function list(value: Json, where: string): readonly Json[] {
  if (!Array.isArray(value)) throw new Error(`${where} needs a list`);
  return value;
}

function text(value: Json, where: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  throw new Error(`${where} needs text, got ${JSON.stringify(value)}`);
}

function refer(name: string, meanings: Meanings): Json {
  return meanings.values.has(name) ? meanings.values.get(name) : meanings.ref(name);
}

function getAtt(argument: Json, resolve: Resolve, meanings: Meanings): Json {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return meanings.attribute(argument.slice(0, dot), argument.slice(dot + 1));
  }
  const [logicalId, name] = list(argument, 'Fn::GetAtt');
  return meanings.attribute(text(logicalId, 'Fn::GetAtt'), text(resolve(name), 'Fn::GetAtt'));
}

function substitute(argument: Json, resolve: Resolve, meanings: Meanings): string {
  const [pattern, variables] = typeof argument === 'string' ? [argument, {}] : list(argument, 'Fn::Sub');
  const given = new Map(Object.entries(variables ?? {}));
  return text(pattern, 'Fn::Sub').replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (given.has(name)) return text(resolve(given.get(name)), 'Fn::Sub');
    return text(name.includes('.') ? getAtt(name, resolve, meanings) : refer(name, meanings), `\${${name}}`);
  });
}

function condition(value: Json, resolve: Resolve, template: Template): boolean {
  const result = resolve(value);
  if (typeof result === 'boolean') return result;
  if (typeof result === 'string' && result in template.Conditions) {
    return condition(template.Conditions[result], resolve, template);
  }
  throw new Error(`Not a condition: ${JSON.stringify(value)}`);
}

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, _, __, meanings) => refer(text(argument, 'Ref'), meanings),
  'Fn::GetAtt': (argument, resolve, _, meanings) => getAtt(argument, resolve, meanings),
  'Fn::Sub': (argument, resolve, _, meanings) => substitute(argument, resolve, meanings),
  'Fn::Join': (argument, resolve) => {
    const [separator, parts] = list(argument, 'Fn::Join');
    return list(resolve(parts), 'Fn::Join')
      .map((part) => text(part, 'Fn::Join'))
      .join(text(separator, 'Fn::Join'));
  },
  'Fn::Select': (argument, resolve) => {
    const [index, values] = list(argument, 'Fn::Select');
    return list(resolve(values), 'Fn::Select')[Number(resolve(index))];
  },
  'Fn::Split': (argument, resolve) => {
    const [separator, value] = list(argument, 'Fn::Split');
    return text(resolve(value), 'Fn::Split').split(text(separator, 'Fn::Split'));
  },
  'Fn::FindInMap': (argument, resolve, template) => {
    const [map, first, second] = list(argument, 'Fn::FindInMap').map((part) =>
      text(resolve(part), 'FindInMap'),
    );
    const found = template.Mappings[map ?? '']?.[first ?? '']?.[second ?? ''];
    if (found === undefined) throw new Error(`Fn::FindInMap finds nothing at ${map}.${first}.${second}`);
    return found;
  },
  'Fn::If': (argument, resolve, template) => {
    const [name, yes, no] = list(argument, 'Fn::If');
    return resolve(condition({ Condition: name }, resolve, template) ? yes : no);
  },
  'Fn::Equals': (argument, resolve) => {
    const [left, right] = list(resolve(argument), 'Fn::Equals');
    return JSON.stringify(left) === JSON.stringify(right);
  },
  'Fn::Not': (argument, resolve, template) => !condition(list(argument, 'Fn::Not')[0], resolve, template),
  'Fn::And': (argument, resolve, template) =>
    list(argument, 'Fn::And').every((part) => condition(part, resolve, template)),
  'Fn::Or': (argument, resolve, template) =>
    list(argument, 'Fn::Or').some((part) => condition(part, resolve, template)),
  Condition: (argument, resolve, template) => {
    const name = text(argument, 'Condition');
    if (!(name in template.Conditions)) throw new Error(`The condition ${name} is not in the template`);
    return condition(template.Conditions[name], resolve, template);
  },
};

/**
 * Replaces every intrinsic in a template value by what it stands for here. `AWS::NoValue` removes the
 * property. An intrinsic that is not in the table throws with its name.
 */
export function resolveIntrinsics(value: unknown, template: Template, meanings: Meanings): unknown {
  const resolve: Resolve = (part) => {
    if (Array.isArray(part)) return part.map(resolve).filter((item) => item !== undefined);
    if (typeof part !== 'object' || part === null) return part;
    const entries = Object.entries(part);
    const [only] = entries;
    if (only && entries.length === 1 && isIntrinsicName(only[0], only[1])) {
      const intrinsic = INTRINSICS[only[0]];
      if (!intrinsic) throw new Error(`The intrinsic function ${only[0]} cannot be run locally`);
      return intrinsic(only[1], resolve, template, meanings);
    }
    return Object.fromEntries(
      entries.map(([key, item]) => [key, resolve(item)]).filter(([, item]) => item !== undefined),
    );
  };
  return resolve(value);
}

/** `Condition` is also a plain key of IAM policies; there its value is an object. */
function isIntrinsicName(name: string, argument: unknown): boolean {
  return name === 'Ref' || name.startsWith('Fn::') || (name === 'Condition' && typeof argument === 'string');
}
