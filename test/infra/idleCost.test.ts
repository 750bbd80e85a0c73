import { describe, expect, it } from 'vitest';
import { idleCost, total, wakeUpsAMonth } from './idleCost.ts';
import { ofType, regions, template } from './synthesised.ts';

describe('a month in which nobody uses it', () => {
  it.each(regions)(
    'costs at most 2.50 USD in %s',
    async (region) => {
      const lines = idleCost(await template(region));
      expect(total(lines)).toBeGreaterThan(1);
      expect(total(lines), JSON.stringify(lines, null, 1)).toBeLessThanOrEqual(2.5);
    },
    60_000,
  );

  it('counts a key, two secrets and every alarm', async () => {
    const made = await template(regions[0]);
    const alarms = ofType(made, 'AWS::CloudWatch::Alarm').length;
    expect(alarms).toBeLessThanOrEqual(6);
    const fixed = idleCost(made).filter((line) => line.what.startsWith('AWS::'));
    expect(total(fixed)).toBeCloseTo(1 + 0.8 + alarms * 0.1, 6);
  });

  it('has no price for a type it does not know', async () => {
    const made = await template(regions[0]);
    const more = {
      ...made,
      Resources: { ...made.Resources, Nat: { Type: 'AWS::EC2::NatGateway', Properties: {} } },
    };
    expect(() => idleCost(more)).toThrow('No price for AWS::EC2::NatGateway');
  });
});

it.each([
  ['cron(*/5 * * * ? *)', 8928],
  ['cron(*/10 * * * ? *)', 4464],
  ['cron(30 0 * * ? *)', 31],
])('counts the wake-ups of %s', (expression, expected) => {
  expect(wakeUpsAMonth(expression)).toBe(expected);
});
