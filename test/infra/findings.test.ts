import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
import { type Acknowledgement, acknowledgementTable } from '../../infra/acknowledgements.ts';
import { bundleFunctions } from '../../infra/bundle.ts';
import { functions } from '../../infra/functions.ts';
import { DoubleRandomStack } from '../../infra/stack.ts';
import { cdkContext } from '../../infra/synth.ts';
import { fixtureHandler } from './synthesised.ts';

/** Path of the finding's construct and id of the rule, as the acknowledgements name them. */
type Finding = Pick<Acknowledgement, 'at' | 'id'>;

const key = ({ at, id }: Finding) => `${at} ${id}`;

it('acknowledges every finding that there is, and none that there is not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'findings-'));
  const bundles = join(folder, 'bundles');
  await bundleFunctions(
    bundles,
    functions.map((row) => row.name),
    () => fixtureHandler,
  );
  const app = new App({ outdir: join(folder, 'out'), context: cdkContext() });
  const stack = new DoubleRandomStack(app, 'Bare', {
    table: functions,
    bundles,
    env: { region: 'cn-north-1' },
  });
  const acknowledged = acknowledgementTable(stack);
  const found: Finding[] = [new AwsSolutionsChecks(app), new ServerlessChecks(app)]
    .flatMap((pack) => pack.validateScope(app).violations)
    .flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => ({ at: constructPath ?? '', id: ruleName })),
    );
  const below = ({ at, id }: Finding) =>
    acknowledged.filter((row) => row.id === id && at.startsWith(`Bare/${row.at}/`)).map(key);
  const covered = found.map((finding) => ({ finding, by: below(finding) }));
  expect(covered.filter(({ by }) => by.length !== 1)).toEqual([]);
  expect(new Set(covered.flatMap(({ by }) => by))).toEqual(new Set(acknowledged.map(key)));
  for (const { reason } of acknowledged) expect(reason.length).toBeGreaterThan(20);
}, 60_000);
