import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalRuntime, startLocal } from '../../../infra/local/runtime.ts';
import { writeAssembly } from './fixtures/stack.ts';

let runtime: LocalRuntime;
beforeAll(async () => {
  runtime = await startLocal({ assembly: writeAssembly(), schedules: 'manual' });
});
afterAll(() => runtime.stop());

test('commands that run beside the system find its database and the bucket of the records', () => {
  const { addresses, context } = runtime;
  const told: unknown = JSON.parse(readFileSync(join(runtime.dataFolder, 'tables.json'), 'utf8'));
  expect(told).toMatchObject({
    endpoint: addresses.dynamodb,
    region: context.region,
    aws: addresses.aws,
    records: context.resourceName('AWS::S3::Bucket', 'Records'),
  });
});
