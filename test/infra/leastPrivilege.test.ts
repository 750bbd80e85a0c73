import { beforeAll, describe, expect, it } from 'vitest';
import { functions } from '../../infra/functions.ts';
import { statementsByFunction, whoMay } from './roleStatements.ts';
import { ofType, regions, type Template, template, templateText } from './synthesised.ts';

const [region] = regions;
let made: Template;

beforeAll(async () => {
  made = await template(region);
}, 60_000);

/** Who appends to the audit trail also reads the key of its digests. */
const appenders = [
  'complaint-file-worker',
  'complaint-step',
  'console',
  'credit-reconciler',
  'credit-worker',
  'deadline-sweeper',
  'draw-opener',
  'draw-step',
  'filer-mail-worker',
  'follow',
  'identity',
  'import-worker',
  'inspection-step',
  'intake',
  'lead-worker',
  'links',
  'mail-worker',
  'penalty-step',
  'replacement-worker',
];

/** Who may do what: the whole list, so that a right somebody gains shows here. */
const rights: readonly { what: string; action: RegExp; on: string; may: readonly string[] }[] = [
  {
    what: 'append to the audit trail',
    action: /dynamodb:PutItem/,
    on: 'TablesAudit',
    may: appenders,
  },
  { what: 'scan the audit trail', action: /dynamodb:Scan/, on: 'TablesAudit', may: ['audit-anchor'] },
  {
    what: 'change or delete an audit entry',
    action: /dynamodb:(Update|Delete|BatchWrite|PartiQL)/,
    on: 'TablesAudit',
    may: [],
  },
  {
    what: 'put into the vault',
    action: /dynamodb:PutItem/,
    on: 'TablesVault',
    may: ['console', 'draw-step', 'follow', 'identity', 'intake'],
  },
  {
    what: 'do more with the vault than put',
    action: /dynamodb:(?!PutItem)/,
    on: 'TablesVault',
    may: ['draw-step', 'filer-mail-worker', 'identity'],
  },
  {
    what: 'answer a task of a draw',
    action: /states:SendTask/,
    on: 'DrawMachine',
    may: ['console', 'deadline-sweeper'],
  },
  {
    what: 'answer a task of an inspection',
    action: /states:SendTask/,
    on: 'InspectionMachine',
    may: ['console', 'deadline-sweeper', 'replacement-worker'],
  },
  {
    what: 'start an execution of an inspection',
    action: /states:StartExecution/,
    on: 'InspectionMachine',
    may: ['inspection-reconciler'],
  },
  {
    what: 'answer a task of a complaint or report',
    action: /states:SendTask/,
    on: 'ComplaintMachine',
    may: ['console', 'deadline-sweeper'],
  },
  {
    what: 'start an execution of a complaint or report',
    action: /states:StartExecution/,
    on: 'ComplaintMachine',
    may: ['complaint-reconciler'],
  },
  {
    what: 'start an execution of a draw',
    action: /states:StartExecution/,
    on: 'DrawMachine',
    may: ['console', 'draw-opener', 'reconciler'],
  },
  {
    what: 'decrypt with the vault key',
    action: /kms:Decrypt/,
    on: 'VaultKey',
    may: ['console', 'deadline-sweeper', 'draw-step', 'filer-mail-worker', 'identity', 'replacement-worker'],
  },
  {
    what: 'encrypt with the vault key',
    action: /kms:Encrypt/,
    on: 'VaultKey',
    may: ['console', 'draw-step', 'follow', 'identity', 'intake', 'open-task'],
  },
  {
    what: 'write a record',
    action: /s3:PutObject/,
    on: 'BucketsRecords',
    may: ['audit-anchor', 'draw-step', 'replacement-worker'],
  },
  { what: 'delete an object', action: /s3:DeleteObject/, on: '', may: ['identity', 'publicity-worker'] },
  {
    what: 'delete old versions of an object',
    action: /s3:(DeleteObjectVersion|ListBucketVersions)/,
    on: '',
    may: ['identity'],
  },
  {
    what: 'delete from the vault',
    action: /dynamodb:Delete/,
    on: 'TablesVault',
    may: ['filer-mail-worker', 'identity'],
  },
  {
    what: 'write to the public site',
    action: /s3:PutObject/,
    on: 'BucketsPublicity',
    may: ['audit-anchor', 'publicity-worker'],
  },
  {
    what: 'touch an upload',
    action: /s3:/,
    on: 'BucketsUploads',
    may: ['complaint-file-worker', 'console', 'follow', 'import-worker', 'intake', 'links'],
  },
  {
    what: 'touch evidence',
    action: /s3:/,
    on: 'BucketsEvidence',
    may: ['complaint-file-worker', 'console', 'credit-reconciler', 'credit-worker', 'identity', 'links'],
  },
  {
    what: 'read the signing key',
    action: /secretsmanager:/,
    on: 'SecretsSigning',
    may: ['publicity-worker'],
  },
  {
    what: 'read the secret of the app',
    action: /secretsmanager:/,
    on: 'SecretsApp',
    may: [...appenders, 'sign-in'],
  },
  {
    what: 'invoke a function',
    action: /lambda:/,
    on: '',
    may: [
      'complaint-step',
      'console',
      'deadline-sweeper',
      'draw-opener',
      'draw-step',
      'follow',
      'inspection-step',
      'intake',
      'lead-worker',
      'links',
      'mail-worker',
      'penalty-step',
      'replacement-worker',
    ],
  },
];

describe('a function may do what its row says and nothing else', () => {
  it.each(rights)('$what: $may', ({ action, on, may }) => {
    expect(whoMay(made, action, on)).toEqual(may);
  });

  it('writes its own log only, by statements of its own', () => {
    for (const list of statementsByFunction(made).values()) {
      const logging = list.filter((statement) =>
        statement.actions.some((action) => action.startsWith('logs:')),
      );
      expect(logging).toHaveLength(1);
      expect(logging[0]?.actions).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
    }
    for (const [, role] of ofType(made, 'AWS::IAM::Role')) {
      expect(role.Properties).not.toHaveProperty('ManagedPolicyArns');
    }
  });

  it('has a role of its own', () => {
    const roles = ofType(made, 'AWS::Lambda::Function').map(([, one]) =>
      JSON.stringify(one.Properties['Role']),
    );
    expect(new Set(roles).size).toBe(functions.length);
  });

  it('is never allowed every action, nor an action on every resource', () => {
    for (const [name, list] of statementsByFunction(made)) {
      for (const statement of list) {
        expect(
          statement.actions.filter((action) => action.includes('*')),
          name,
        ).toEqual([]);
        expect(statement.resources, name).not.toContain('"*"');
      }
    }
  });

  it('uses the vault key for one purpose only', () => {
    for (const [name, list] of statementsByFunction(made)) {
      for (const statement of list.filter((each) =>
        each.actions.some((action) => action.startsWith('kms:')),
      )) {
        expect(statement.conditions, name).toEqual({
          StringEquals: {
            'kms:EncryptionContext:purpose': expect.stringMatching(
              /^(task-token|draw-secret|complaint-identity)$/,
            ),
          },
        });
      }
    }
  });

  /** Functions with a statement on the vault key for identities. */
  function onIdentities(action: string): string[] {
    const identities = { StringEquals: { 'kms:EncryptionContext:purpose': 'complaint-identity' } };
    return [...statementsByFunction(made)]
      .filter(([, list]) =>
        list.some(
          ({ actions, conditions }) =>
            actions.includes(action) && JSON.stringify(conditions) === JSON.stringify(identities),
        ),
      )
      .map(([name]) => name)
      .sort();
  }

  it('opens identities only where its task is to show or to use them, and never in the console', () => {
    expect(onIdentities('kms:Decrypt')).toEqual(['filer-mail-worker', 'identity']);
    expect(onIdentities('kms:Encrypt')).toEqual(['console', 'follow', 'identity', 'intake']);
  });

  it('reaches the rows of complaints in the vault and no others, when it works with identities', () => {
    const vault = (statementsByFunction(made).get('identity') ?? []).filter(({ resources }) =>
      resources.some((each) => each.includes('TablesVault')),
    );
    expect(vault.flatMap(({ actions }) => actions).sort()).toEqual([
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
    ]);
    for (const { conditions } of vault)
      expect(conditions).toEqual({
        'ForAllValues:StringLike': {
          'dynamodb:LeadingKeys': ['CP#*', 'EM#*'],
        },
      });
  });

  it('sees only the files of the credit system where it sends them', () => {
    for (const name of ['credit-worker', 'credit-reconciler']) {
      const s3 = (statementsByFunction(made).get(name) ?? []).filter(({ actions }) =>
        actions.some((action) => action.startsWith('s3:')),
      );
      expect(s3.length).toBeGreaterThan(0);
      for (const { actions, resources, conditions } of s3) {
        if (actions.includes('s3:ListBucket'))
          expect(conditions).toEqual({ StringLike: { 's3:prefix': 'credit/*' } });
        else expect(resources.every((one) => one.includes('/credit/*'))).toBe(true);
      }
    }
  });

  it('may list a bucket it reads, so that an object that is not there is answered with 404', () => {
    for (const [name, list] of statementsByFunction(made)) {
      const on = (action: string) =>
        new Set(
          list
            .filter((each) => each.actions.includes(action))
            .flatMap((each) => each.resources)
            .map((resource) => /Buckets\w+/.exec(resource)?.[0]),
        );
      expect(on('s3:ListBucket'), name).toEqual(on('s3:GetObject'));
    }
  });

  it('starts executions through the alias only', () => {
    for (const list of statementsByFunction(made).values()) {
      for (const statement of list.filter((each) => each.actions.includes('states:StartExecution'))) {
        expect(statement.conditions).toEqual({ StringEquals: { 'states:StateMachineQualifier': 'live' } });
      }
    }
  });

  it('gets no right on the machine when the machine calls it', () => {
    const workers = functions.filter((row) => row.machineWorker === true);
    expect(workers.map((row) => row.name)).toEqual([
      'draw-step',
      'inspection-step',
      'complaint-step',
      'penalty-step',
      'open-task',
    ]);
    for (const row of workers) {
      expect(row.grants.filter((grant) => grant.includes('machine:'))).toEqual([]);
      expect(row.env.filter((name) => name.endsWith('MACHINE_ARN'))).toEqual([]);
    }
  });

  it('reaches the sign-in keys only, when it signs people in', () => {
    const list = statementsByFunction(made).get('sign-in') ?? [];
    const core = list.filter((statement) => statement.resources.some((each) => each.includes('TablesCore')));
    expect(core).toHaveLength(1);
    expect(core[0]?.conditions).toEqual({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['US#*', 'SS#*'] },
    });
  });
});

it('lets nobody change the audit trail, whatever a role allows', () => {
  const audit = ofType(made, 'AWS::DynamoDB::Table').find(([id]) => id.startsWith('TablesAudit'))?.[1];
  expect(audit?.Properties).toMatchObject({
    ResourcePolicy: {
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: expect.arrayContaining([
              'dynamodb:UpdateItem',
              'dynamodb:DeleteItem',
              'dynamodb:BatchWriteItem',
            ]),
          },
        ],
      },
    },
  });
});

it('grants no whole service and no bypass of the object lock', async () => {
  const text = await templateText(region);
  // The key's own policy lets the account's IAM decide (kms:*); an S3 or SQS `*` stands in denials only.
  expect(text.match(/"(dynamodb|states|lambda|secretsmanager|logs|iam):\*"/)).toBeNull();
  expect(text.match(/BypassGovernanceRetention|PutObjectRetention|PutObjectLegalHold/)).toBeNull();
});
