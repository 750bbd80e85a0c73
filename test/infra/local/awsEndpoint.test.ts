import {
  DecryptCommand,
  DisabledException,
  EncryptCommand,
  GenerateDataKeyCommand,
  InvalidCiphertextException,
  KMSClient,
} from '@aws-sdk/client-kms';
import { InvokeCommand, LambdaClient, ResourceNotFoundException } from '@aws-sdk/client-lambda';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDatabaseClient } from '../../../infra/local/database/tables.ts';
import { type LocalRuntime, startLocal } from '../../../infra/local/runtime.ts';
import { writeAssembly } from './fixtures/stack.ts';

/** The machine may be busy. */
const patient = { timeout: 15_000 };

let runtime: LocalRuntime;
let kms: KMSClient;
let secrets: SecretsManagerClient;
let lambda: LambdaClient;

beforeAll(async () => {
  runtime = await startLocal({ assembly: writeAssembly(), schedules: 'manual', retryMs: 1 });
  const { region, credentials, addresses } = runtime.context;
  const settings = { region, credentials, endpoint: addresses.aws };
  kms = new KMSClient(settings);
  secrets = new SecretsManagerClient(settings);
  lambda = new LambdaClient(settings);
});
afterAll(async () => {
  for (const client of [kms, secrets, lambda]) client.destroy();
  await runtime.stop();
});

function raw(target: string, body: unknown): Promise<Response> {
  return fetch(runtime.addresses.aws, {
    method: 'POST',
    headers: { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify(body),
  });
}

test('KMS opens what it sealed only under the same context', async () => {
  const { KEY_ID } = runtime.context.environmentOf('probe');
  const context = { case: 'DR#1', purpose: 'token' };
  const { CiphertextBlob } = await kms.send(
    new EncryptCommand({
      KeyId: 'alias/vault',
      Plaintext: Buffer.from('secret'),
      EncryptionContext: context,
    }),
  );
  const { Plaintext, KeyId } = await kms.send(
    // The order of the pairs is no part of the context.
    new DecryptCommand({ CiphertextBlob, EncryptionContext: { purpose: 'token', case: 'DR#1' } }),
  );
  expect(Buffer.from(Plaintext ?? []).toString()).toBe('secret');
  expect(KeyId).toContain(KEY_ID);
  await expect(
    kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: { ...context, case: 'DR#2' } })),
  ).rejects.toBeInstanceOf(InvalidCiphertextException);
  const key = await kms.send(new GenerateDataKeyCommand({ KeyId: KEY_ID, KeySpec: 'AES_256' }));
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob: key.CiphertextBlob }));
  expect(opened.Plaintext).toEqual(key.Plaintext);
});

test('a disabled key refuses', async () => {
  const { KEY_ID = '' } = runtime.context.environmentOf('probe');
  runtime.kms.setEnabled(KEY_ID, false);
  await expect(
    kms.send(new EncryptCommand({ KeyId: KEY_ID, Plaintext: Buffer.from('x') })),
  ).rejects.toBeInstanceOf(DisabledException);
  runtime.kms.setEnabled(KEY_ID, true);
});

test('the secret is generated as the template says and completed for this machine', async () => {
  const { SECRET_ARN } = runtime.context.environmentOf('probe');
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: SECRET_ARN }));
  expect(JSON.parse(SecretString ?? '')).toEqual({
    key: expect.stringMatching(/^[0-9a-f]{64}$/),
    oidcClientSecret: 'local-client-secret',
    smtp: { host: '127.0.0.1', port: runtime.addresses.smtp.port, secure: false, user: '', password: '' },
  });
  await expect(secrets.send(new GetSecretValueCommand({ SecretId: 'nothing' }))).rejects.toThrow(
    "can't find",
  );
});

test('Lambda is invoked by name, waits or not, and says when it fails', async () => {
  const answer = await lambda.send(
    new InvokeCommand({
      FunctionName: 'FunctionsprobeFunction11111111',
      Payload: JSON.stringify({ mode: 'echo', a: '公' }),
    }),
  );
  expect(JSON.parse(Buffer.from(answer.Payload ?? []).toString())).toEqual({ mode: 'echo', a: '公' });
  const failed = await lambda.send(
    new InvokeCommand({
      FunctionName:
        'arn:aws-cn:lambda:cn-north-1:000000000000:function:FunctionsprobeFunction11111111:$LATEST',
      Payload: JSON.stringify({ mode: 'throw', name: 'Bad' }),
    }),
  );
  expect(failed.FunctionError).toBe('Unhandled');
  const later = await lambda.send(
    new InvokeCommand({
      FunctionName: 'FunctionsbackgroundFunction22222222',
      InvocationType: 'Event',
      Payload: JSON.stringify({ mode: 'log', text: 'kicked' }),
    }),
  );
  expect(later.StatusCode).toBe(202);
  await runtime.lambda.idle();
  await expect.poll(() => runtime.log.tail(50).some(({ text }) => text === 'kicked'), patient).toBe(true);
  await expect(lambda.send(new InvokeCommand({ FunctionName: 'nobody' }))).rejects.toBeInstanceOf(
    ResourceNotFoundException,
  );
});

test('a wanted failure is met once, and the SDK gets over it', async () => {
  const { SECRET_ARN } = runtime.context.environmentOf('probe');
  const error = { name: 'ThrottlingException', message: 'slow down', status: 400 };
  runtime.faults.failNext({ operation: 'secretsmanager.GetSecretValue', times: 1, error });
  await expect(secrets.send(new GetSecretValueCommand({ SecretId: SECRET_ARN }))).resolves.toBeDefined();
  runtime.faults.failNext({ operation: 'secretsmanager.GetSecretValue', times: 9, error });
  await expect(secrets.send(new GetSecretValueCommand({ SecretId: SECRET_ARN }))).rejects.toThrow(
    'slow down',
  );
  runtime.faults.clear();
});

test('what is not there is refused with 501 and its name', async () => {
  const response = await raw('AWSStepFunctions.CreateStateMachine', {});
  expect(response.status).toBe(501);
  expect(await response.text()).toContain('AWSStepFunctions.CreateStateMachine cannot be run locally');
  const path = await fetch(`${runtime.addresses.aws}/2015-03-31/functions`, { method: 'POST' });
  expect(path.status).toBe(501);
});

test('a wrong input is a ValidationException', async () => {
  const response = await raw('TrentService.Encrypt', { KeyId: 5 });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ __type: 'ValidationException' });
});

test('queues keep, hide and delete messages', async () => {
  const QueueUrl =
    String(runtime.context.outputs['Machine']) && `${runtime.addresses.aws}/000000000000/Ended`;
  await raw('AmazonSQS.SendMessage', { QueueUrl, MessageBody: 'one' });
  const received = (await (await raw('AmazonSQS.ReceiveMessage', { QueueUrl })).json()) as {
    Messages: { Body: string; ReceiptHandle: string }[];
  };
  expect(received.Messages.map(({ Body }) => Body)).toEqual(['one']);
  expect(await (await raw('AmazonSQS.ReceiveMessage', { QueueUrl })).json()).toEqual({});
  await raw('AmazonSQS.DeleteMessage', { QueueUrl, ReceiptHandle: received.Messages[0]?.ReceiptHandle });
  expect(await (await raw('AmazonSQS.GetQueueAttributes', { QueueUrl })).json()).toMatchObject({
    Attributes: { ApproximateNumberOfMessages: '0', ApproximateNumberOfMessagesNotVisible: '0' },
  });
});

test('SSM parameters are those of the template, and SNS messages are kept', async () => {
  expect(await (await raw('AmazonSSM.GetParameter', { Name: '/office/name' })).json()).toMatchObject({
    Parameter: { Value: 'x' },
  });
  await fetch(runtime.addresses.aws, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ Action: 'Publish', TopicArn: 'arn', Message: 'alarm' }),
  });
  expect(runtime.topics.list().map(({ message }) => message)).toContain('alarm');
});

test("another site's form reaches no function", async () => {
  const response = await fetch(
    `${runtime.addresses.aws}/2015-03-31/functions/FunctionsprobeFunction11111111/invocations`,
    { method: 'POST', headers: { origin: 'https://evil.example' }, body: '{"mode":"echo"}' },
  );
  expect(response.status).toBe(403);
});

test('a foreign host name is not served: no name server can lead a page here', async () => {
  const { port } = new URL(runtime.addresses.aws);
  const { request } = await import('node:http');
  const status = await new Promise<number | undefined>((resolve, reject) => {
    request({ port, host: '127.0.0.1', headers: { host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(421);
});

test('tables have their indexes, conditions and transactions', async () => {
  const plain = localDatabaseClient(runtime.addresses.dynamodb, 'cn-north-1');
  const client = DynamoDBDocumentClient.from(plain);
  const Item = { pk: 'AG#1', sk: 'META', gqpk: 'due', gqsk: '2026-12-01' };
  await client.send(new PutCommand({ TableName: 'Core', Item }));
  const { Items } = await client.send(
    new QueryCommand({
      TableName: 'Core',
      IndexName: 'queue',
      KeyConditionExpression: 'gqpk = :due AND gqsk <= :day',
      ExpressionAttributeValues: { ':due': 'due', ':day': '2026-12-31' },
    }),
  );
  expect(Items).toEqual([Item]);
  await expect(
    client.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName: 'Core', Item: { pk: 'AG#2', sk: 'META' } } },
          { Put: { TableName: 'Core', Item, ConditionExpression: 'attribute_not_exists(pk)' } },
        ],
      }),
    ),
  ).rejects.toMatchObject({ name: 'TransactionCanceledException' });
  plain.destroy();
});
