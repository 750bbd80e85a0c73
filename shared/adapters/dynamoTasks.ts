import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { ResumeOutbox, RunNumbers, WaitingTask, WaitingTasks } from '../case/waitingTask.ts';
import { indexes } from './coreTable.ts';

/** Encrypts and decrypts a task token for one case. */
export interface TokenCipher {
  encrypt(caseId: string, token: string): Promise<Uint8Array>;
  decrypt(caseId: string, cipher: Uint8Array): Promise<string>;
}

const taskKey = (caseId: string) => ({ pk: caseId, sk: 'TASK' });

/** Waiting tasks beside their cases, tokens encrypted. */
export class DynamoTasks implements WaitingTasks {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #cipher: TokenCipher;

  constructor(client: DynamoDBDocumentClient, table: string, cipher: TokenCipher) {
    this.#client = client;
    this.#table = table;
    this.#cipher = cipher;
  }

  async keep(task: WaitingTask): Promise<void> {
    const token = await this.#cipher.encrypt(task.caseId, task.token);
    await unlessConditionFails(
      this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...taskKey(task.caseId), status: task.status, entered: task.entered, token },
          ConditionExpression: 'attribute_not_exists(pk) OR entered <= :entered',
          ExpressionAttributeValues: { ':entered': task.entered },
        }),
      ),
    );
  }

  async find(caseId: string): Promise<WaitingTask | undefined> {
    const { Item: item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: taskKey(caseId), ConsistentRead: true }),
    );
    if (item === undefined) return undefined;
    const token = await this.#cipher.decrypt(caseId, item['token']);
    return { caseId, status: item['status'], entered: item['entered'], token };
  }

  async forget(task: WaitingTask): Promise<void> {
    await unlessConditionFails(
      this.#client.send(
        new DeleteCommand({
          TableName: this.#table,
          Key: taskKey(task.caseId),
          ConditionExpression: 'entered = :entered',
          ExpressionAttributeValues: { ':entered': task.entered },
        }),
      ),
    );
  }
}

/** The outbox rows of executions to be woken (index `gq`, partition Q#RESUME). */
export class DynamoResumeOutbox implements ResumeOutbox {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async due(): Promise<readonly string[]> {
    const { Items: items } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: indexes.queue,
        KeyConditionExpression: 'gqpk = :queue',
        ExpressionAttributeValues: { ':queue': 'Q#RESUME' },
      }),
    );
    return (items ?? []).map((item) => String(item['pk']).slice('OB#RESUME#'.length));
  }

  async done(caseId: string): Promise<void> {
    await this.#client.send(
      new DeleteCommand({ TableName: this.#table, Key: { pk: `OB#RESUME#${caseId}`, sk: 'META' } }),
    );
  }
}

/** Counts the executions of a case in a row beside it. */
export class DynamoRunNumbers implements RunNumbers {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async next(caseId: string): Promise<number> {
    const { Attributes: row } = await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: { pk: caseId, sk: 'RUN' },
        UpdateExpression: 'ADD n :one',
        ExpressionAttributeValues: { ':one': 1 },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Number(row?.['n']);
  }
}

async function unlessConditionFails(sent: Promise<unknown>): Promise<void> {
  try {
    await sent;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
