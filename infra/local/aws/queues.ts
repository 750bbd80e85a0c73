import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeFileAtomically } from '../atomicFile.ts';
import type { ResolvedResource } from '../template/stack.ts';
import { AwsError } from './awsError.ts';
import { type OperationTable, operation } from './operations.ts';

const message = z.object({
  id: z.string(),
  body: z.string(),
  attributes: z.record(z.string(), z.unknown()),
  sentAt: z.number(),
  received: z.number(),
});
export type QueuedMessage = z.infer<typeof message>;

interface Held {
  readonly message: QueuedMessage;
  /** Real time in ms until which it is hidden, and the receipt that may delete it. */
  hiddenUntil: number;
  receipt: string;
}

interface Queue {
  readonly resource: ResolvedResource;
  readonly file: string;
  readonly visibilityMs: number;
  held: Held[];
}

export interface LocalQueues {
  readonly operations: OperationTable;
  /** Puts a message on the queue with this ARN. Throws when there is none. */
  send(arn: string, body: string, attributes?: Readonly<Record<string, unknown>>): string;
  list(): readonly {
    readonly name: string;
    readonly arn: string;
    readonly messages: readonly QueuedMessage[];
  }[];
  purge(name: string): void;
}

const text = (value: number) => String(value);

function load(file: string): Held[] {
  try {
    const messages = z.array(message).parse(JSON.parse(readFileSync(file, 'utf8')));
    return messages.map((one) => ({ message: one, hiddenUntil: 0, receipt: '' }));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Queues of the template, each in a file: what lies in a dead-letter queue survives a restart. */
export function openQueues(
  folder: string,
  resources: readonly ResolvedResource[],
  now: () => number,
): LocalQueues {
  const queues: Queue[] = resources.map((resource) => {
    const file = join(folder, `${resource.name}.json`);
    const visibility = resource.properties['VisibilityTimeout'];
    const visibilityMs = (typeof visibility === 'number' ? visibility : 30) * 1000;
    return { resource, file, visibilityMs, held: load(file) };
  });
  const save = (queue: Queue) =>
    writeFileAtomically(queue.file, JSON.stringify(queue.held.map((one) => one.message)));
  const byUrl = (url: string): Queue => {
    const name = url.slice(url.lastIndexOf('/') + 1);
    const queue = queues.find(({ resource }) => resource.name === name);
    if (!queue) throw new AwsError('QueueDoesNotExist', `The queue ${name} does not exist`);
    return queue;
  };
  const put = (queue: Queue, body: string, attributes: Readonly<Record<string, unknown>>) => {
    const id = randomUUID();
    const made = { id, body, attributes: { ...attributes }, sentAt: now(), received: 0 };
    queue.held.push({ message: made, hiddenUntil: 0, receipt: '' });
    save(queue);
    return id;
  };
  return {
    send: (arn, body, attributes = {}) => {
      const queue = queues.find(({ resource }) => resource.attribute('Arn') === arn);
      if (!queue) throw new AwsError('QueueDoesNotExist', `The queue ${arn} does not exist`);
      return put(queue, body, attributes);
    },
    list: () =>
      queues.map(({ resource, held }) => ({
        name: resource.name,
        arn: resource.attribute('Arn'),
        messages: held.map((one) => one.message),
      })),
    purge: (name) => {
      const queue = byUrl(name);
      queue.held = [];
      save(queue);
    },
    operations: {
      'AmazonSQS.SendMessage': operation(
        z.object({
          QueueUrl: z.string(),
          MessageBody: z.string().min(1),
          MessageAttributes: z.record(z.string(), z.unknown()).optional(),
        }),
        ({ QueueUrl, MessageBody, MessageAttributes }) => ({
          MessageId: put(byUrl(QueueUrl), MessageBody, MessageAttributes ?? {}),
          MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
        }),
      ),
      'AmazonSQS.ReceiveMessage': operation(
        z.object({
          QueueUrl: z.string(),
          MaxNumberOfMessages: z.number().int().min(1).max(10).default(1),
          VisibilityTimeout: z.number().int().min(0).optional(),
        }),
        ({ QueueUrl, MaxNumberOfMessages, VisibilityTimeout }) => {
          const queue = byUrl(QueueUrl);
          const free = queue.held
            .filter((one) => one.hiddenUntil <= Date.now())
            .slice(0, MaxNumberOfMessages);
          for (const one of free) {
            one.hiddenUntil =
              Date.now() + (VisibilityTimeout === undefined ? queue.visibilityMs : VisibilityTimeout * 1000);
            one.receipt = randomUUID();
            one.message.received += 1;
          }
          if (free.length === 0) return {};
          save(queue);
          return {
            Messages: free.map((one) => ({
              MessageId: one.message.id,
              ReceiptHandle: one.receipt,
              Body: one.message.body,
              MD5OfBody: createHash('md5').update(one.message.body).digest('hex'),
              Attributes: {
                SentTimestamp: text(one.message.sentAt),
                ApproximateReceiveCount: text(one.message.received),
              },
              MessageAttributes: one.message.attributes,
            })),
          };
        },
      ),
      'AmazonSQS.DeleteMessage': operation(
        z.object({ QueueUrl: z.string(), ReceiptHandle: z.string() }),
        ({ QueueUrl, ReceiptHandle }) => {
          const queue = byUrl(QueueUrl);
          queue.held = queue.held.filter((one) => one.receipt !== ReceiptHandle || one.receipt === '');
          save(queue);
          return {};
        },
      ),
      'AmazonSQS.GetQueueAttributes': operation(z.object({ QueueUrl: z.string() }), ({ QueueUrl }) => {
        const { resource, held } = byUrl(QueueUrl);
        const hidden = held.filter((one) => one.hiddenUntil > Date.now()).length;
        return {
          Attributes: {
            QueueArn: resource.attribute('Arn'),
            ApproximateNumberOfMessages: text(held.length - hidden),
            ApproximateNumberOfMessagesNotVisible: text(hidden),
          },
        };
      }),
      'AmazonSQS.GetQueueUrl': operation(z.object({ QueueName: z.string() }), ({ QueueName }) => ({
        QueueUrl: byUrl(QueueName).resource.ref,
      })),
    },
  };
}
