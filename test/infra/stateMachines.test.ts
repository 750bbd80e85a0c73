import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Transition {
  readonly Next?: string;
}

interface State extends Transition {
  readonly Type: string;
  readonly End?: boolean;
  readonly TimeoutSeconds?: number;
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[]; readonly MaxAttempts?: number }[];
  readonly Catch?: readonly (Transition & { readonly ErrorEquals: readonly string[] })[];
  readonly Choices?: readonly Transition[];
  readonly Default?: string;
  readonly Resource?: string;
}

interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

/** The validator has no types of its own. */
const aslValidator = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => {
  readonly isValid: boolean;
  readonly errorsText: (separator?: string) => string;
};

const folder = resolve(import.meta.dirname, '../../statemachines');
const year = 365 * 24 * 3600;

/** What the local interpreter ignores or passes through in silence, and what business has no place in a machine. */
const refused =
  /"(QueryLanguage|Assign|Arguments|Output|HeartbeatSeconds|ItemReader|ItemProcessor|ProcessorConfig)"/;

function nextOf(state: State): string[] {
  return [state, ...(state.Catch ?? []), ...(state.Choices ?? [])]
    .map((each) => each.Next)
    .concat(state.Default)
    .filter((name) => name !== undefined);
}

function reachable({ StartAt, States }: Definition): Set<string> {
  const seen = new Set<string>();
  const open = [StartAt];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const state = States[name];
    if (state !== undefined) open.push(...nextOf(state));
  }
  return seen;
}

const names = readdirSync(folder).filter((name) => name.endsWith('.asl.json'));

it('finds the definitions', () => {
  expect(names).toContain('draw.asl.json');
});

describe.each(names)('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const definition = JSON.parse(text) as Definition;
  const states = Object.entries(definition.States);
  const tasks = states.filter(([, state]) => state.Type === 'Task');

  it.each(['aws', 'aws-cn'])('is valid in the partition %s', (partition) => {
    const filled = text
      .replaceAll(/\$\{Partition\}/g, partition)
      .replace(/\$\{\w+Function\}/g, `arn:${partition}:lambda:cn-north-1:123456789012:function:any`);
    expect(filled).not.toContain('${');
    const { isValid, errorsText } = aslValidator(JSON.parse(filled));
    expect(errorsText('\n')).toBe('');
    expect(isValid).toBe(true);
  });

  it('has only Task, Choice, Succeed and Fail', () => {
    const types = new Set(states.map(([, state]) => state.Type));
    expect([...types].filter((type) => !['Task', 'Choice', 'Succeed', 'Fail'].includes(type))).toEqual([]);
    expect(text).not.toMatch(refused);
  });

  it('ends every wait below a year, and retries every call', () => {
    expect(tasks.length).toBeGreaterThan(0);
    for (const [state, { TimeoutSeconds, Retry }] of tasks) {
      expect(TimeoutSeconds, state).toBeGreaterThan(0);
      expect(TimeoutSeconds, state).toBeLessThan(year);
      const retried = (Retry ?? []).flatMap((each) => each.ErrorEquals);
      expect(retried, state).toEqual(
        expect.arrayContaining(['Lambda.ServiceException', 'Lambda.TooManyRequestsException']),
      );
    }
  });

  it('leads to states that exist, and reaches every one of them', () => {
    for (const [state, each] of states) {
      for (const next of nextOf(each)) expect(definition.States, `${state} → ${next}`).toHaveProperty([next]);
    }
    expect([...reachable(definition)].sort()).toEqual(states.map(([state]) => state).sort());
  });

  it('catches a backstop of a wait by loading the case again, and fails on nothing in silence', () => {
    for (const [state, { Resource, Catch }] of tasks) {
      const caught = (Catch ?? []).flatMap((each) => each.ErrorEquals);
      expect(caught, state).not.toContain('States.ALL');
      if (Resource?.endsWith('.waitForTaskToken') === true) {
        expect(caught, state).toContain('States.Timeout');
        expect(new Set(Catch?.map((each) => each.Next)), state).toEqual(new Set(['Load']));
      }
    }
  });

  it('names no partition, region or account', () => {
    expect(text).not.toMatch(/arn:aws|:\d{12}:|-north-|-east-/);
  });
});
