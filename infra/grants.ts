import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { indexPrefixes } from '../shared/adapters/coreTable.ts';
import type { Grant } from './functionDeclaration.ts';
import { machineAlias } from './names.ts';

/** The resources that rights can be given on, by their ARNs. */
export interface GrantTargets {
  readonly coreTable: string;
  readonly vaultTable: string;
  readonly auditTable: string;
  readonly recordsBucket: string;
  readonly uploadsBucket: string;
  readonly evidenceBucket: string;
  readonly publicityBucket: string;
  readonly vaultKey: string;
  readonly appSecret: string;
  readonly signingSecret: string;
  readonly drawMachine: string;
  /** Pattern of the ARNs of the machine's executions. */
  readonly drawExecutions: string;
  readonly inspectionMachine: string;
  readonly inspectionExecutions: string;
  readonly complaintMachine: string;
  readonly complaintExecutions: string;
  readonly penaltyMachine: string;
  readonly penaltyExecutions: string;
  readonly mailWorker: string;
  readonly filerMailWorker: string;
  readonly creditWorker: string;
  readonly publicityWorker: string;
  readonly importWorker: string;
  readonly replacementWorker: string;
  readonly inspectionReconciler: string;
  readonly complaintReconciler: string;
  readonly complaintFileWorker: string;
  readonly penaltyReconciler: string;
  readonly deadlineSweeper: string;
  readonly leadWorker: string;
}

type Condition = Record<string, Record<string, string | readonly string[]>>;

const allow = (actions: readonly string[], resources: readonly string[], conditions?: Condition) =>
  new PolicyStatement({
    actions: [...actions],
    resources: [...resources],
    ...(conditions === undefined ? {} : { conditions }),
  });

const withIndexes = (table: string) => [
  table,
  ...Object.keys(indexPrefixes).map((name) => `${table}/index/${name}`),
];
const objects = (bucket: string) => `${bucket}/*`;

/** Without the right to list, S3 answers 403 instead of 404 for an object that is not there. */
const read = (bucket: string) => [
  allow(['s3:GetObject'], [objects(bucket)]),
  allow(['s3:ListBucket'], [bucket]),
];

/** The files of the credit system: a prefix of their own, so that nothing else of the bucket is open. */
const creditFiles = (bucket: string) => `${bucket}/credit/*`;
const readCreditFiles = (bucket: string) => [
  allow(['s3:GetObject'], [creditFiles(bucket)]),
  allow(['s3:ListBucket'], [bucket], { StringLike: { 's3:prefix': 'credit/*' } }),
];

/** KMS binds a ciphertext to its purpose, so that a right on one kind of secret opens no other. */
const purpose = (value: string): Condition => ({
  StringEquals: { 'kms:EncryptionContext:purpose': value },
});

/** Keys of users, their sessions and sign-ins under way. */
const signInKeys: Condition = {
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['US#*', 'SS#*'] },
};

/** One kind of row in the vault. */
const vaultKeys = (patterns: readonly string[]): Condition => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns },
});
/** In the vault: identities by their case, and the digests of addresses by which a lost code is found. */
const cases = ['CP#*', 'EM#*'];
/** In the vault: mails that wait for somebody who is no filer yet, or has lost the code. */
const asked = ['OB#RELEASE#*', 'OB#CPLOST#*'];

const readWrite = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:ConditionCheckItem',
];

/** Step Functions authorises a start through an alias on the machine itself; the qualifier keeps it to the alias. */
const start = (machine: string) => [
  allow(['states:StartExecution'], [machine], {
    StringEquals: { 'states:StateMachineQualifier': machineAlias },
  }),
];
const answerTask = (machine: string) => [
  allow(['states:SendTaskSuccess', 'states:SendTaskFailure'], [machine]),
];
const inspect = (machine: string, executions: string) => [
  allow(['states:ListExecutions'], [machine]),
  allow(['states:DescribeExecution'], [executions]),
];

/** Every right in this product, as the statements it consists of. */
export const grantTable: Readonly<Record<Grant, (on: GrantTargets) => readonly PolicyStatement[]>> = {
  'core:read-write': (on) => [allow(readWrite, withIndexes(on.coreTable))],
  'core:users-and-sessions': (on) => [
    allow(
      [
        'dynamodb:GetItem',
        'dynamodb:Query',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
        'dynamodb:ConditionCheckItem',
      ],
      [on.coreTable],
      signInKeys,
    ),
  ],
  'audit:append-and-read': (on) => [allow(['dynamodb:PutItem', 'dynamodb:Query'], [on.auditTable])],
  'audit:read-all': (on) => [allow(['dynamodb:Query', 'dynamodb:Scan'], [on.auditTable])],
  'vault:put-and-get': (on) => [allow(['dynamodb:PutItem', 'dynamodb:GetItem'], [on.vaultTable])],
  'vault:put': (on) => [allow(['dynamodb:PutItem'], [on.vaultTable], vaultKeys(cases))],
  'vault:put-asked': (on) => [allow(['dynamodb:PutItem'], [on.vaultTable], vaultKeys(asked))],
  'vault:get': (on) => [allow(['dynamodb:GetItem'], [on.vaultTable], vaultKeys(cases))],
  'vault:get-asked': (on) => [allow(['dynamodb:GetItem'], [on.vaultTable], vaultKeys(asked))],
  'vault:delete': (on) => [allow(['dynamodb:DeleteItem'], [on.vaultTable], vaultKeys(cases))],
  'vault:delete-asked': (on) => [allow(['dynamodb:DeleteItem'], [on.vaultTable], vaultKeys(asked))],
  'vault:find-address': (on) => [allow(['dynamodb:Query'], [on.vaultTable], vaultKeys(['EM#*']))],
  'vault-key:encrypt-identity': (on) => [
    allow(['kms:Encrypt'], [on.vaultKey], purpose('complaint-identity')),
  ],
  'vault-key:decrypt-identity': (on) => [
    allow(['kms:Decrypt'], [on.vaultKey], purpose('complaint-identity')),
  ],
  'vault-key:draw-secret': (on) => [
    allow(['kms:Encrypt', 'kms:Decrypt'], [on.vaultKey], purpose('draw-secret')),
  ],
  'vault-key:encrypt-task-token': (on) => [allow(['kms:Encrypt'], [on.vaultKey], purpose('task-token'))],
  'vault-key:decrypt-task-token': (on) => [allow(['kms:Decrypt'], [on.vaultKey], purpose('task-token'))],
  'records:get': (on) => read(on.recordsBucket),
  'records:put': (on) => [allow(['s3:PutObject'], [objects(on.recordsBucket)])],
  'uploads:get': (on) => read(on.uploadsBucket),
  'uploads:get-and-put': (on) => [
    ...read(on.uploadsBucket),
    allow(['s3:PutObject'], [objects(on.uploadsBucket)]),
  ],
  'evidence:get-and-put': (on) => [
    ...read(on.evidenceBucket),
    allow(['s3:PutObject'], [objects(on.evidenceBucket)]),
  ],
  'credit-files:get': (on) => readCreditFiles(on.evidenceBucket),
  'credit-files:get-and-put': (on) => [
    ...readCreditFiles(on.evidenceBucket),
    allow(['s3:PutObject'], [creditFiles(on.evidenceBucket)]),
  ],
  // Every version of a file, found by its key: an erased file must not come back as an old version.
  'evidence:erase': (on) => [
    allow(['s3:ListBucketVersions'], [on.evidenceBucket]),
    allow(['s3:DeleteObject', 's3:DeleteObjectVersion'], [objects(on.evidenceBucket)]),
  ],
  'publicity:put': (on) => [allow(['s3:PutObject'], [objects(on.publicityBucket)])],
  'publicity:put-list-delete': (on) => [
    ...read(on.publicityBucket),
    allow(['s3:PutObject', 's3:DeleteObject'], [objects(on.publicityBucket)]),
  ],
  'app-secret:read': (on) => [allow(['secretsmanager:GetSecretValue'], [on.appSecret])],
  'signing-secret:read': (on) => [allow(['secretsmanager:GetSecretValue'], [on.signingSecret])],
  'draw-machine:start': (on) => start(on.drawMachine),
  'draw-machine:answer-task': (on) => answerTask(on.drawMachine),
  'draw-machine:inspect': (on) => inspect(on.drawMachine, on.drawExecutions),
  'inspection-machine:start': (on) => start(on.inspectionMachine),
  'inspection-machine:answer-task': (on) => answerTask(on.inspectionMachine),
  'inspection-machine:inspect': (on) => inspect(on.inspectionMachine, on.inspectionExecutions),
  'complaint-machine:start': (on) => start(on.complaintMachine),
  'complaint-machine:answer-task': (on) => answerTask(on.complaintMachine),
  'complaint-machine:inspect': (on) => inspect(on.complaintMachine, on.complaintExecutions),
  'penalty-machine:start': (on) => start(on.penaltyMachine),
  'penalty-machine:answer-task': (on) => answerTask(on.penaltyMachine),
  'penalty-machine:inspect': (on) => inspect(on.penaltyMachine, on.penaltyExecutions),
  'mail-worker:invoke': (on) => [allow(['lambda:InvokeFunction'], [on.mailWorker])],
  'credit-worker:invoke': (on) => [allow(['lambda:InvokeFunction'], [on.creditWorker])],
  'filer-mail-worker:invoke': (on) => [allow(['lambda:InvokeFunction'], [on.filerMailWorker])],
  'publicity-worker:invoke': (on) => [allow(['lambda:InvokeFunction'], [on.publicityWorker])],
  'import-worker:invoke': (on) => [allow(['lambda:InvokeFunction'], [on.importWorker])],
  'replacement-worker:invoke': (on) => [allow(['lambda:InvokeFunction'], [on.replacementWorker])],
  'inspection-reconciler:invoke': (on) => [allow(['lambda:InvokeFunction'], [on.inspectionReconciler])],
  'complaint-reconciler:invoke': (on) => [allow(['lambda:InvokeFunction'], [on.complaintReconciler])],
  'complaint-file-worker:invoke': (on) => [allow(['lambda:InvokeFunction'], [on.complaintFileWorker])],
  'penalty-reconciler:invoke': (on) => [allow(['lambda:InvokeFunction'], [on.penaltyReconciler])],
  'deadline-sweeper:invoke': (on) => [allow(['lambda:InvokeFunction'], [on.deadlineSweeper])],
  'lead-worker:invoke': (on) => [allow(['lambda:InvokeFunction'], [on.leadWorker])],
};
