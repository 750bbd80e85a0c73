import 'aws-sdk-client-mock-vitest/extend';
import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import {
  ExecutionAlreadyExists,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { s3DrawFiles } from '../../../shared/adapters/drawFiles.ts';
import { DynamoCaseStore } from '../../../shared/adapters/dynamoCaseStore.ts';
import { kickWorker } from '../../../shared/adapters/kick.ts';
import { stepFunctionsWorkflow } from '../../../shared/adapters/stepFunctions.ts';

const $metadata = {};
const dynamo = mockClient(DynamoDBDocumentClient);
const sfn = mockClient(SFNClient);
const s3 = mockClient(S3Client);
const lambda = mockClient(LambdaClient);

beforeEach(() => {
  for (const client of [dynamo, sfn, s3, lambda]) client.reset();
});
// The mocks stand in the classes of the library, which other files share.
afterAll(() => {
  for (const client of [dynamo, sfn, s3, lambda]) client.restore();
});

describe('a commit that the database refuses', () => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const store = new DynamoCaseStore(client, { core: 'core', audit: 'audit' });
  const audit = { kind: 'draw', command: 'c', from: '', to: 's', actor: 'u', at: '', digests: {} };
  const commit = () =>
    store.commit({
      caseId: 'DR#1',
      before: undefined,
      status: 's',
      state: {},
      audit,
      rows: [{ row: { pk: 'a', sk: 'b' }, expect: 'absent' }],
    });
  const cancelled = (...codes: string[]) =>
    new TransactionCanceledException({
      message: '',
      $metadata,
      CancellationReasons: codes.map((Code) => ({ Code })),
    });

  it.each([
    ['the case has moved', ['ConditionalCheckFailed', 'None', 'None'], { ok: false, reason: 'stale' }],
    ['its audit entry exists', ['None', 'ConditionalCheckFailed', 'None'], { ok: false, reason: 'stale' }],
    ['somebody writes it now', ['TransactionConflict', 'None', 'None'], { ok: false, reason: 'stale' }],
    ['a row beside it', ['None', 'None', 'ConditionalCheckFailed'], { ok: false, reason: 'row', index: 0 }],
  ])('says what stood in the way: %s', async (_, codes, outcome) => {
    dynamo.on(TransactWriteCommand).rejects(cancelled(...codes));
    expect(await commit()).toEqual(outcome);
  });

  it('hides no other fault: a throttled commit is not a stale one', async () => {
    dynamo.on(TransactWriteCommand).rejects(cancelled('None', 'None', 'ThrottlingError'));
    await expect(commit()).rejects.toThrow(TransactionCanceledException);
  });
});

describe('the state machine', () => {
  const workflow = stepFunctionsWorkflow(new SFNClient({}), 'arn:machine');

  it('calls a wait that is over gone, and passes a throttle on to the sweep', async () => {
    sfn
      .on(SendTaskSuccessCommand)
      .rejectsOnce(new TaskTimedOut({ message: '', $metadata }))
      .rejects(new Error('ThrottlingException'));
    expect(await workflow.wake('t', { status: 's' })).toBe('gone');
    await expect(workflow.wake('t', { status: 's' })).rejects.toThrow('ThrottlingException');
  });

  it('takes an execution that exists for one that was started', async () => {
    sfn.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists({ message: '', $metadata }));
    await workflow.start('BJIPO-2026-0001.1', { draw: 'BJIPO-2026-0001' });
    expect(sfn).toHaveReceivedCommandWith(StartExecutionCommand, {
      stateMachineArn: 'arn:machine',
      name: 'BJIPO-2026-0001.1',
    });
  });

  it('reads every page of the running executions', async () => {
    sfn
      .on(ListExecutionsCommand)
      .resolvesOnce({ executions: [{ name: 'a.1' } as never], nextToken: 'more' })
      .resolvesOnce({ executions: [{ name: 'b.1' } as never] });
    expect(await workflow.running()).toEqual(['a.1', 'b.1']);
  });
});

describe('a file that may never change', () => {
  const files = s3DrawFiles(new S3Client({}), 'records');
  const there = (text: string) => ({
    Body: { transformToByteArray: async () => new TextEncoder().encode(text) } as never,
  });
  const exists = new S3ServiceException({ name: 'PreconditionFailed', $fault: 'client', $metadata });
  const put = (text: string) => files.put('k', new TextEncoder().encode(text), 'text/plain');

  it('is written only where nothing is', async () => {
    s3.on(PutObjectCommand).resolves({});
    await put('one');
    expect(s3).toHaveReceivedCommandWith(PutObjectCommand, { Key: 'k', IfNoneMatch: '*' });
  });

  it('takes the same bytes again and refuses others', async () => {
    s3.on(PutObjectCommand).rejects(exists);
    s3.on(GetObjectCommand).callsFake(() => there('one'));
    await put('one');
    await expect(put('two')).rejects.toThrow('exists with other contents');
  });

  it('passes every other refusal on', async () => {
    s3.on(PutObjectCommand).rejects(
      new S3ServiceException({ name: 'SlowDown', $fault: 'server', $metadata }),
    );
    await expect(put('one')).rejects.toThrow(S3ServiceException);
  });
});

describe('a kick', () => {
  it('is sent without waiting, and never fails the command that it follows', async () => {
    lambda.on(InvokeCommand).rejects(new Error('TooManyRequestsException'));
    await kickWorker(new LambdaClient({}), 'mail-worker', {});
    expect(lambda).toHaveReceivedCommandWith(InvokeCommand, {
      FunctionName: 'mail-worker',
      InvocationType: 'Event',
    });
  });
});
