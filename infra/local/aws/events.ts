import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { LocalLog } from '../log.ts';
import { isRecord } from '../template/stack.ts';
import { type OperationTable, operation } from './operations.ts';

export interface EventRule {
  readonly name: string;
  readonly pattern: unknown;
  /** ARNs of functions, queues and topics. */
  readonly targets: readonly string[];
}

export interface EventFacts {
  readonly source: string;
  readonly detailType: string;
  readonly detail: unknown;
  readonly resources: readonly string[];
}

export interface EventBus {
  readonly operations: OperationTable;
  publish(facts: EventFacts): void;
}

type Test = (value: unknown) => boolean;

function testOf(rule: unknown): Test {
  if (!isRecord(rule)) return (value) => value === rule;
  const [kind, wanted] = Object.entries(rule)[0] ?? [];
  if (kind === 'prefix') return (value) => typeof value === 'string' && value.startsWith(String(wanted));
  if (kind === 'suffix') return (value) => typeof value === 'string' && value.endsWith(String(wanted));
  if (kind === 'exists') return (value) => (value !== undefined) === wanted;
  if (kind === 'anything-but') {
    const refused: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    return (value) => !refused.includes(value);
  }
  throw new Error(`The event pattern ${String(kind)} cannot be run locally`);
}

/** Compiles an event pattern. @throws Error for an operator this runtime does not know */
export function eventPattern(pattern: unknown): Test {
  if (Array.isArray(pattern)) {
    const tests = pattern.map(testOf);
    return (value) => (Array.isArray(value) ? value : [value]).some((one) => tests.some((test) => test(one)));
  }
  if (!isRecord(pattern)) throw new Error('An event pattern must be an object or a list');
  const tests = Object.entries(pattern).map(([key, inner]) => ({ key, test: eventPattern(inner) }));
  return (value) => tests.every(({ key, test }) => test(isRecord(value) ? value[key] : undefined));
}

/** The default event bus: rules with patterns, and targets that one machine has. */
export function openEventBus(
  rules: readonly EventRule[],
  facts: { readonly account: string; readonly region: string; readonly now: () => number },
  deliver: (targetArn: string, event: string) => void,
  log: LocalLog,
): EventBus {
  const compiled = rules.map((rule) => ({ ...rule, matches: eventPattern(rule.pattern) }));
  const publish = ({ source, detailType, detail, resources }: EventFacts): string => {
    const event = {
      version: '0',
      id: randomUUID(),
      'detail-type': detailType,
      source,
      account: facts.account,
      time: new Date(facts.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
      region: facts.region,
      resources,
      detail,
    };
    for (const { name, targets, matches } of compiled) {
      if (!matches(event)) continue;
      for (const target of targets) {
        log.write('events', `${name} → ${target}`);
        deliver(target, JSON.stringify(event));
      }
    }
    return event.id;
  };
  const entry = z.looseObject({ Source: z.string(), DetailType: z.string(), Detail: z.string() });
  return {
    publish: (given) => void publish(given),
    operations: {
      'AWSEvents.PutEvents': operation(z.object({ Entries: z.array(entry).max(10) }), ({ Entries }) => ({
        FailedEntryCount: 0,
        Entries: Entries.map(({ Source, DetailType, Detail }) => ({
          EventId: publish({
            source: Source,
            detailType: DetailType,
            detail: JSON.parse(Detail),
            resources: [],
          }),
        })),
      })),
    },
  };
}
