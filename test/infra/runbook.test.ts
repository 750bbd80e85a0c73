import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { anchor, runbook } from '../../infra/alarms.ts';
import { ofType, regions, type Template, template } from './synthesised.ts';

const text = readFileSync(join(resolve(import.meta.dirname, '../..'), runbook), 'utf8');
let made: Template;

beforeAll(async () => {
  made = await template(regions[0]);
}, 60_000);

/** The text below each heading of the second level. */
const sections = new Map(
  text
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section] as const),
);

/** The headings that alarms link to. */
function linked(): string[] {
  return ofType(made, 'AWS::CloudWatch::Alarm').map(([, alarm]) => {
    const [, fragment] =
      /See infra\/runbook\.md#(\S+)$/.exec(String(alarm.Properties['AlarmDescription'])) ?? [];
    return fragment ?? `no link in ${String(alarm.Properties['AlarmDescription'])}`;
  });
}

it('has one heading for every alarm, and every alarm links to its own', () => {
  const alarmed = [...sections].filter(([, section]) => section.includes('### Investigation'));
  expect(linked().sort()).toEqual(alarmed.map(([heading]) => anchor(heading)).sort());
  expect(new Set(linked()).size).toBe(linked().length);
});

it('describes, investigates and resolves each of them', () => {
  for (const [heading, section] of sections) {
    if (!linked().includes(anchor(heading))) continue;
    const parts = section.split(/^### /m).slice(1);
    expect(parts.map((part) => part.slice(0, part.indexOf('\n')))).toEqual([
      'Description',
      'Investigation',
      'Resolution',
    ]);
    for (const part of parts) expect(part.length, heading).toBeGreaterThan(80);
  }
});

it('tells somebody when an alarm rings', () => {
  const [topic] = ofType(made, 'AWS::SNS::Topic');
  for (const [, alarm] of ofType(made, 'AWS::CloudWatch::Alarm')) {
    expect(alarm.Properties['AlarmActions']).toEqual([{ Ref: topic?.[0] }]);
  }
});

it('speaks of the outputs, parameters and schedules by the names they have', () => {
  for (const name of ['OperatorQueueUrl', 'DeadLetterQueueUrl', 'ConsoleApiUrl', 'PublicApiUrl']) {
    expect(text).toContain(name);
    expect(made.Outputs).toHaveProperty(name);
  }
  for (const name of ['RecordRetentionMode', 'RecordRetentionDays', 'OperatorMail', 'PublicityUrl']) {
    expect(text).toContain(name);
    expect(made.Parameters).toHaveProperty(name);
  }
});
