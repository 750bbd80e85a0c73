import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Lease, MailQueue } from '../notice/mailPort.ts';
import { MAIL_QUEUE } from '../notice/noticeCommit.ts';

/** Name of the sparse index of queues: partition key `gqpk`, sort key `gqsk` (an instant). */
export const QUEUE_INDEX = 'queue';

/**
 * The queue of mails on the notices' own rows. A lease moves the row to the end of the lease in the queue's order,
 * so that it comes back by itself; every commit of the case writes the whole row anew and so ends the lease.
 */
export class DynamoMailQueue implements MailQueue {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #queue: string;

  /** @param queue one of the queues of mails; each has a worker of its own */
  constructor(client: DynamoDBDocumentClient, table: string, queue: string = MAIL_QUEUE) {
    this.#client = client;
    this.#table = table;
    this.#queue = queue;
  }

  async due(now: string, limit: number): Promise<readonly string[]> {
    const page = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: QUEUE_INDEX,
        KeyConditionExpression: 'gqpk = :queue AND gqsk <= :now',
        ExpressionAttributeValues: { ':queue': this.#queue, ':now': now },
        ProjectionExpression: 'pk',
        Limit: limit,
      }),
    );
    return (page.Items ?? []).map((item) => String(item['pk']));
  }

  async lease(noticeId: string, now: string, until: string): Promise<Lease | undefined> {
    try {
      const { Attributes: row } = await this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { pk: noticeId, sk: 'META' },
          UpdateExpression: 'SET gqsk = :until ADD leaseCount :one',
          ConditionExpression: '#status = :queued AND gqsk <= :now',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':until': until, ':now': now, ':queued': 'queued', ':one': 1 },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return { noticeId, count: Number(row?.['leaseCount']) };
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }
}
