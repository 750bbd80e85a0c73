import { beforeAll, describe, expect, it } from 'vitest';
import { functions } from '../../infra/functions.ts';
import { envNames } from '../../infra/names.ts';
import { ofType, type Resource, regions, type Template, template, templateText } from './synthesised.ts';

const bannedTypes = [
  /^AWS::Lambda::Url$/,
  /^AWS::Cognito::/,
  /^AWS::SES::/,
  /^AWS::XRay::/,
  /^AWS::CloudFront::(OriginAccessControl|Function|KeyValueStore)$/,
  /^AWS::Pinpoint/,
  /^AWS::Lambda::CodeSigningConfig$/,
  /^AWS::ApiGateway::/,
  /^Custom::/,
];

const properties = (resource: Resource) => JSON.stringify(resource.Properties);
const pick = (resource: Resource, ...path: string[]) =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    resource.Properties,
  );

describe.each(regions)('the template for %s', (region) => {
  let made: Template;
  let text: string;

  beforeAll(async () => {
    text = await templateText(region);
    made = await template(region);
  }, 60_000);

  it('names no partition', () => {
    expect(text.match(/arn:aws(-cn)?:/)).toBeNull();
    const partitions = text.match(/"arn:",\s*\{\s*"Ref":\s*"AWS::Partition"/g) ?? [];
    expect(partitions.length).toBeGreaterThan(0);
  });

  it('names an amazonaws.com host only as a service principal', () => {
    const hosts = text.match(/[^"\s]*amazonaws\.com[^"\s]*/g) ?? [];
    const principals = new Set([
      'apigateway.amazonaws.com',
      'cloudwatch.amazonaws.com',
      'events.amazonaws.com',
      'lambda.amazonaws.com',
      'logging.s3.amazonaws.com',
      'scheduler.amazonaws.com',
      'states.amazonaws.com',
    ]);
    expect(hosts.filter((host) => !principals.has(host))).toEqual([]);
  });

  it('has no type or feature that mainland China lacks', () => {
    const types = Object.values(made.Resources).map((resource) => resource.Type);
    expect(types.filter((type) => bannedTypes.some((banned) => banned.test(type)))).toEqual([]);
    expect(text.match(/"TracingConfig"|"TracingConfiguration"|xray:|states:::http:/)).toBeNull();
    for (const [, subscription] of ofType(made, 'AWS::SNS::Subscription')) {
      expect(pick(subscription, 'Protocol')).toBe('email');
    }
  });

  it('keeps its three tables on demand, recoverable, protected and fused', () => {
    const tables = ofType(made, 'AWS::DynamoDB::Table');
    expect(tables).toHaveLength(3);
    for (const [, table] of tables) {
      expect(table.DeletionPolicy).toBe('Retain');
      expect(table.Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        OnDemandThroughput: {
          MaxReadRequestUnits: expect.any(Number),
          MaxWriteRequestUnits: expect.any(Number),
        },
      });
      expect(table.Properties).not.toHaveProperty('StreamSpecification');
    }
  });

  it('gives the core table its three indexes, none of which carries everything', () => {
    const core = ofType(made, 'AWS::DynamoDB::Table').find(([id]) => id.startsWith('TablesCore'))?.[1];
    const indexes = core?.Properties['GlobalSecondaryIndexes'];
    expect(indexes).toMatchObject([
      { IndexName: 'queue', KeySchema: [{ AttributeName: 'gqpk' }, { AttributeName: 'gqsk' }] },
      { IndexName: 'list', KeySchema: [{ AttributeName: 'glpk' }, { AttributeName: 'glsk' }] },
      { IndexName: 'assignee', KeySchema: [{ AttributeName: 'gapk' }, { AttributeName: 'gask' }] },
    ]);
    expect(JSON.stringify(indexes)).not.toContain('"ALL"');
    expect(core?.Properties['TimeToLiveSpecification']).toEqual({ AttributeName: 'ttl', Enabled: true });
  });

  it('runs every function of the table, and no other, on nodejs24.x and arm64', () => {
    const made_ = ofType(made, 'AWS::Lambda::Function');
    expect(made_.map(([, one]) => one.Properties['Description']).sort()).toEqual(
      functions.map((row) => row.description).sort(),
    );
    for (const [, one] of made_) {
      expect(one.Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
      expect(one.Properties).toHaveProperty('LoggingConfig.LogGroup');
    }
  });

  it('hands every function the environment of its row', () => {
    for (const [, one] of ofType(made, 'AWS::Lambda::Function')) {
      const row = functions.find((each) => each.description === one.Properties['Description']);
      const variables = pick(one, 'Environment', 'Variables');
      expect(Object.keys(variables ?? {}).sort()).toEqual([...(row?.env ?? [])].sort());
    }
    const handedOver = new Set(functions.flatMap((row) => row.env));
    expect([...handedOver].sort()).toEqual([...envNames].sort());
  });

  it('wakes what has a schedule in Asia/Shanghai, with retries and a dead-letter queue', () => {
    const schedules = ofType(made, 'AWS::Scheduler::Schedule');
    expect(schedules.map(([, one]) => one.Properties['Name']).sort()).toEqual(
      functions.flatMap((row) => (row.schedule === undefined ? [] : [row.name])).sort(),
    );
    for (const [, schedule] of schedules) {
      expect(schedule.Properties).toMatchObject({
        ScheduleExpressionTimezone: 'Asia/Shanghai',
        Target: { DeadLetterConfig: { Arn: expect.anything() }, RetryPolicy: { MaximumRetryAttempts: 5 } },
      });
      // croner refuses 0/5 and numbers weekdays unlike AWS.
      expect(schedule.Properties['ScheduleExpression']).not.toMatch(/\d\/|[1-7](-[1-7])? \*\)$/);
    }
  });

  it('keeps every asynchronous call that fails', () => {
    const kept = ofType(made, 'AWS::Lambda::EventInvokeConfig');
    expect(kept).toHaveLength(functions.filter((row) => row.async === true).length);
    for (const row of functions) {
      if (row.schedule !== undefined) expect(row.async).toBe(true);
    }
    for (const [, config] of kept) {
      expect(config.Properties).toHaveProperty('DestinationConfig.OnFailure.Destination');
    }
  });

  it('keeps logs for 180 to 400 days', () => {
    const groups = ofType(made, 'AWS::Logs::LogGroup');
    expect(groups.length).toBeGreaterThanOrEqual(functions.length + 3);
    for (const [, group] of groups) {
      expect(group.Properties['RetentionInDays']).toBeGreaterThanOrEqual(180);
      expect(group.Properties['RetentionInDays']).toBeLessThanOrEqual(400);
    }
  });

  it('logs neither paths nor query strings, and limits both APIs', () => {
    const stages = ofType(made, 'AWS::ApiGatewayV2::Stage');
    expect(stages).toHaveLength(2);
    for (const [, stage] of stages) {
      expect(String(pick(stage, 'AccessLogSettings', 'Format'))).not.toMatch(
        /query|path|\.uri|cookie|header/i,
      );
      expect(pick(stage, 'DefaultRouteSettings')).toEqual({
        ThrottlingRateLimit: 50,
        ThrottlingBurstLimit: 100,
      });
    }
    const ofRoutes = stages.map(([id, stage]) => [id, pick(stage, 'RouteSettings')] as const);
    const form = { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 };
    for (const [id, settings] of ofRoutes) {
      expect(settings).toEqual(
        id.startsWith('PublicApi')
          ? {
              'POST /complain/send': { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 20 },
              'ANY /complain': form,
              'ANY /complain/{proxy+}': form,
              'GET /assets/{proxy+}': form,
            }
          : undefined,
      );
    }
    for (const [, integration] of ofType(made, 'AWS::ApiGatewayV2::Integration')) {
      expect(integration.Properties['PayloadFormatVersion']).toBe('2.0');
    }
  });

  it('never logs the address of a member of the public', () => {
    const named = ofType(made, 'AWS::ApiGatewayV2::Stage').map(([id, stage]) => ({
      open: id.startsWith('PublicApi'),
      address: String(pick(stage, 'AccessLogSettings', 'Format')).includes('sourceIp'),
    }));
    expect(named.map(({ open }) => open).sort()).toEqual([false, true]);
    for (const { open, address } of named) expect(address).toBe(!open);
  });

  it('starts a machine through an alias, logs it without data and does not trace it', () => {
    const machines = ofType(made, 'AWS::StepFunctions::StateMachine');
    expect(machines.map(([id]) => id.replace(/Machine.*/, '')).sort()).toEqual([
      'Complaint',
      'Draw',
      'Inspection',
      'Penalty',
    ]);
    for (const [, machine] of machines) {
      expect(machine.Properties).toMatchObject({
        StateMachineType: 'STANDARD',
        LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
      });
      expect(properties(machine)).not.toContain('TracingConfiguration');
    }
    for (const name of ['Draw', 'Inspection']) {
      const aliases = ofType(made, 'AWS::StepFunctions::StateMachineAlias');
      const alias = aliases.find(([id]) => id.startsWith(`${name}Alias`));
      const arn = ofType(made, 'AWS::Lambda::Function').flatMap(([, one]) => {
        const value = pick(one, 'Environment', 'Variables', `${name.toUpperCase()}_MACHINE_ARN`);
        return value === undefined ? [] : [value];
      });
      expect(arn.length).toBeGreaterThan(0);
      for (const value of arn) expect(value).toEqual({ 'Fn::GetAtt': [alias?.[0], 'Arn'] });
    }
  });

  it('tells the operators of executions that ended without success', () => {
    const [rule] = ofType(made, 'AWS::Events::Rule');
    expect(pick(rule?.[1] ?? missing, 'EventPattern', 'detail', 'status')).toEqual([
      'FAILED',
      'TIMED_OUT',
      'ABORTED',
    ]);
  });

  it('closes its buckets, locks the records and lets uploads expire', () => {
    const buckets = ofType(made, 'AWS::S3::Bucket');
    expect(buckets).toHaveLength(5);
    for (const [, bucket] of buckets) {
      expect(bucket.Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      });
    }
    const named = (name: string) => buckets.find(([id]) => id.startsWith(`Buckets${name}`))?.[1] ?? missing;
    expect(named('Records').Properties).toMatchObject({
      ObjectLockEnabled: true,
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: {
          DefaultRetention: { Mode: { Ref: 'RecordRetentionMode' }, Days: { Ref: 'RecordRetentionDays' } },
        },
      },
    });
    expect(properties(named('Uploads'))).toContain('"ExpirationInDays":7');
    expect(named('Uploads').Properties).toMatchObject({
      CorsConfiguration: {
        CorsRules: [
          { AllowedMethods: ['POST'], AllowedOrigins: [{ Ref: 'ConsoleUrl' }, { Ref: 'PublicUrl' }] },
        ],
      },
    });
  });

  it('keeps no network address of whoever uploads: neither the quarantine nor the public API logs it', () => {
    const [, uploads] = ofType(made, 'AWS::S3::Bucket').find(([id]) => id.startsWith('BucketsUploads')) ?? [];
    expect(uploads?.Properties).toBeDefined();
    expect(uploads?.Properties).not.toHaveProperty('LoggingConfiguration');
    const formats = ofType(made, 'AWS::ApiGatewayV2::Stage').map(([id, stage]) => [
      id,
      properties(stage).includes('sourceIp'),
    ]);
    expect(formats.filter(([id]) => String(id).startsWith('PublicApi'))).toEqual([
      [expect.any(String), false],
    ]);
  });

  it('keeps evidence until a rule erases it: versions, access log, no expiry, no lock', () => {
    const [, evidence] =
      ofType(made, 'AWS::S3::Bucket').find(([id]) => id.startsWith('BucketsEvidence')) ?? [];
    expect(evidence?.DeletionPolicy).toBe('Retain');
    expect(evidence?.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      LoggingConfiguration: { LogFilePrefix: 'evidence/' },
    });
    expect(properties(evidence ?? missing)).not.toMatch(/Expiration|ObjectLock|CorsConfiguration/);
  });

  it('turns the vault key every year', () => {
    const keys = ofType(made, 'AWS::KMS::Key');
    expect(keys).toHaveLength(1);
    expect(keys[0]?.[1].Properties['EnableKeyRotation']).toBe(true);
  });

  it('describes every parameter and says where the APIs are', () => {
    for (const parameter of Object.values(made.Parameters)) {
      if (parameter['Type'] === 'AWS::SSM::Parameter::Value<String>') continue;
      expect(String(parameter['Description'] ?? '')).not.toBe('');
    }
    expect(Object.keys(made.Outputs)).toEqual(expect.arrayContaining(['ConsoleApiUrl', 'PublicApiUrl']));
  });

  it('tags what can be tagged', () => {
    for (const type of [
      'AWS::DynamoDB::Table',
      'AWS::Lambda::Function',
      'AWS::S3::Bucket',
      'AWS::KMS::Key',
    ]) {
      for (const [, resource] of ofType(made, type)) {
        expect(resource.Properties['Tags']).toContainEqual({ Key: 'product', Value: 'double-random' });
      }
    }
  });
});

const missing: Resource = { Type: 'none', Properties: {} };

it('is one template: the regions differ in their own name only', async () => {
  const [china, elsewhere] = await Promise.all(regions.map(templateText));
  expect(china?.replaceAll('cn-north-1', 'REGION')).toBe(elsewhere?.replaceAll('us-east-1', 'REGION'));
}, 60_000);
