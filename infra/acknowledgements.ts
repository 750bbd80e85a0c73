import { Stack, Validations } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct, IConstruct } from 'constructs';

/** A finding of cdk-nag that stands, where it stands, and why. */
export interface Acknowledgement {
  /** Path of the construct below the stack. */
  readonly at: string;
  readonly id: string;
  readonly reason: string;
}

const noXray = 'X-Ray is not offered for this service in mainland China; logs carry a correlation id instead';
const fetched =
  'The key of an object is not known before it is written; the right is for the objects of this one bucket';
const session =
  'A browser without script sends no bearer header: the function checks session, role and CSRF by itself';
const open =
  'For everybody without an account, by law; a draft opens with the secret of its own browser, and every form is bound to it';
const assets = 'Stylesheets and scripts, the same for everybody';
const link = 'The visitor has no account: the function checks the signature, purpose and date of the link';
const receipt = 'The visitor has no account: the function checks the receipt code, limited by network';
const noRotation = 'SMTP and OIDC secrets are changed at their issuers; the runbook says how and when';
const destination =
  'Calls that fail after their retries go to the dead-letter queue by an on-failure destination, with their error';
const synchronous = 'Called synchronously only: the caller sees the error, there is nothing to keep';

const asyncFunctions = [
  'draw-opener',
  'deadline-sweeper',
  'reconciler',
  'inspection-reconciler',
  'complaint-reconciler',
  'complaint-file-worker',
  'penalty-reconciler',
  'lead-worker',
  'replacement-worker',
  'mail-worker',
  'filer-mail-worker',
  'credit-worker',
  'credit-reconciler',
  'publicity-worker',
  'import-worker',
  'audit-anchor',
];
const synchronousFunctions = [
  'console',
  'identity',
  'sign-in',
  'links',
  'intake',
  'follow',
  'draw-step',
  'inspection-step',
  'complaint-step',
  'penalty-step',
  'open-task',
];

/** Routes of the console API that lead to the function with rights on the vault. */
const identityRoutes = [
  'GET--complaints--wishes',
  'GET--complaints--erasure',
  'POST--complaints--erasure--{act}',
  'GET--complaints--{id}--identity',
  'POST--complaints--{id}--identity--{act}',
  'POST--complaints--{id}--split',
  'POST--complaints--{id}--breach',
];

/** Every acknowledged finding, one by one. */
export function acknowledgementTable(stack: Stack): readonly Acknowledgement[] {
  const objectsOf = (bucket: string) => `AwsSolutions-IAM5[Resource::<${logicalId(stack, bucket)}.Arn>/*]`;
  const executionsOf = (machine: string) =>
    `arn:<AWS::Partition>:states:${stack.region}:<AWS::AccountId>:execution:<${logicalId(stack, machine)}.Name>:*`;
  const role = (name: string) => `Functions/${name}/Role`;
  return [
    { at: role('console'), id: objectsOf('Buckets/Uploads'), reason: fetched },
    { at: role('console'), id: objectsOf('Buckets/Records'), reason: fetched },
    { at: role('console'), id: objectsOf('Buckets/Evidence'), reason: fetched },
    { at: role('identity'), id: objectsOf('Buckets/Evidence'), reason: fetched },
    { at: role('links'), id: objectsOf('Buckets/Records'), reason: fetched },
    { at: role('links'), id: objectsOf('Buckets/Uploads'), reason: fetched },
    { at: role('links'), id: objectsOf('Buckets/Evidence'), reason: fetched },
    { at: role('intake'), id: objectsOf('Buckets/Uploads'), reason: fetched },
    { at: role('follow'), id: objectsOf('Buckets/Uploads'), reason: fetched },
    { at: role('draw-step'), id: objectsOf('Buckets/Records'), reason: fetched },
    { at: role('publicity-worker'), id: objectsOf('Buckets/Records'), reason: fetched },
    { at: role('publicity-worker'), id: objectsOf('Buckets/Publicity'), reason: fetched },
    { at: role('import-worker'), id: objectsOf('Buckets/Uploads'), reason: fetched },
    { at: role('complaint-file-worker'), id: objectsOf('Buckets/Uploads'), reason: fetched },
    { at: role('complaint-file-worker'), id: objectsOf('Buckets/Evidence'), reason: fetched },
    ...['credit-worker', 'credit-reconciler'].map((name) => ({
      at: role(name),
      id: `AwsSolutions-IAM5[Resource::<${logicalId(stack, 'Buckets/Evidence')}.Arn>/credit/*]`,
      reason: 'The files of a day are named by their digests; the right is for one prefix of the bucket',
    })),
    { at: role('audit-anchor'), id: objectsOf('Buckets/Records'), reason: fetched },
    { at: role('audit-anchor'), id: objectsOf('Buckets/Publicity'), reason: fetched },
    { at: role('replacement-worker'), id: objectsOf('Buckets/Records'), reason: fetched },
    {
      at: role('reconciler'),
      id: `AwsSolutions-IAM5[Resource::${executionsOf('Draw/Machine')}]`,
      reason: 'Executions are named at run time; the pattern holds those of the draw machine only',
    },
    {
      at: role('inspection-reconciler'),
      id: `AwsSolutions-IAM5[Resource::${executionsOf('Inspection/Machine')}]`,
      reason: 'Executions are named at run time; the pattern holds those of the inspection machine only',
    },
    {
      at: role('complaint-reconciler'),
      id: `AwsSolutions-IAM5[Resource::${executionsOf('Complaint/Machine')}]`,
      reason: 'Executions are named at run time; the pattern holds those of the complaint machine only',
    },
    {
      at: role('penalty-reconciler'),
      id: `AwsSolutions-IAM5[Resource::${executionsOf('Penalty/Machine')}]`,
      reason: 'Executions are named at run time; the pattern holds those of the penalty machine only',
    },
    ...['Draw', 'Inspection', 'Complaint', 'Penalty'].flatMap((machine) => [
      {
        at: `${machine}/Role`,
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'The log delivery actions that Step Functions needs take no resource',
      },
      { at: `${machine}/Machine`, id: 'AwsSolutions-SF2', reason: noXray },
      { at: `${machine}/Machine`, id: 'Serverless-StepFunctionStateMachineXray', reason: noXray },
    ]),
    {
      at: 'Buckets/Uploads',
      id: 'AwsSolutions-S1',
      reason: 'An access log would keep the network addresses of people who file without a name',
    },
    { at: 'Secrets/App', id: 'AwsSolutions-SMG4', reason: noRotation },
    {
      at: 'Secrets/Signing',
      id: 'AwsSolutions-SMG4',
      reason: 'A new signing key is announced to the public before it signs; a timer cannot do that',
    },
    {
      at: 'ConsoleApi/Api/GET--sign-in',
      id: 'AwsSolutions-APIG4',
      reason: 'Sign-in is what makes a session',
    },
    {
      at: 'ConsoleApi/Api/GET--sign-in--callback',
      id: 'AwsSolutions-APIG4',
      reason: 'The identity provider sends the browser back here; state, nonce and PKCE are checked',
    },
    { at: 'ConsoleApi/Api/POST--sign-out', id: 'AwsSolutions-APIG4', reason: session },
    { at: 'ConsoleApi/Api/ANY--', id: 'AwsSolutions-APIG4', reason: session },
    { at: 'ConsoleApi/Api/ANY--{proxy+}', id: 'AwsSolutions-APIG4', reason: session },
    { at: 'PublicApi/Api/POST--complain--send', id: 'AwsSolutions-APIG4', reason: open },
    { at: 'PublicApi/Api/ANY--complain', id: 'AwsSolutions-APIG4', reason: open },
    { at: 'PublicApi/Api/ANY--complain--{proxy+}', id: 'AwsSolutions-APIG4', reason: open },
    { at: 'PublicApi/Api/GET--assets--{proxy+}', id: 'AwsSolutions-APIG4', reason: assets },
    ...identityRoutes.map((route) => ({
      at: `ConsoleApi/Api/${route}`,
      id: 'AwsSolutions-APIG4',
      reason: session,
    })),
    { at: 'PublicApi/Api/ANY--follow', id: 'AwsSolutions-APIG4', reason: receipt },
    { at: 'PublicApi/Api/ANY--follow--{proxy+}', id: 'AwsSolutions-APIG4', reason: receipt },
    { at: 'PublicApi/Api/ANY--', id: 'AwsSolutions-APIG4', reason: link },
    { at: 'PublicApi/Api/ANY--{proxy+}', id: 'AwsSolutions-APIG4', reason: link },
    {
      at: 'Operators/DeadLetters',
      id: 'Serverless-SQSRedrivePolicy',
      reason: 'The end of the line: a person reads it, nothing consumes it',
    },
    {
      at: 'Operators/Topic',
      id: 'Serverless-SNSRedrivePolicy',
      reason: 'An alarm that mail loses stays visible in CloudWatch, and its cause in the queues',
    },
    ...[...asyncFunctions, ...synchronousFunctions].flatMap((name) => [
      {
        at: `Functions/${name}/Function`,
        id: 'Serverless-LambdaDLQ',
        reason: asyncFunctions.includes(name) ? destination : synchronous,
      },
      { at: `Functions/${name}/Function`, id: 'Serverless-LambdaTracing', reason: noXray },
    ]),
  ];
}

/** Records the acknowledged findings on their constructs. */
export function acknowledgeFindings(scope: Construct): void {
  for (const { at, id, reason } of acknowledgementTable(Stack.of(scope))) {
    Validations.of(find(scope, at)).acknowledge({ id, reason });
  }
}

/** @throws Error when no construct is at that path: an acknowledgement of something that is gone. */
function find(scope: IConstruct, at: string): IConstruct {
  const found = scope.node.findAll().find((node) => node.node.path === `${scope.node.path}/${at}`);
  if (found === undefined) throw new Error(`Nothing to acknowledge at ${at}`);
  return found;
}

function logicalId(stack: Stack, at: string): string {
  const resource = find(stack as IConstruct, at).node.defaultChild;
  if (!(resource instanceof CfnBucket || resource instanceof CfnStateMachine)) {
    throw new Error(`No bucket or machine at ${at}`);
  }
  return stack.resolve(resource.logicalId);
}
