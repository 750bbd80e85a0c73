import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { ResolvedResource } from '../template/stack.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const projection = z.object({
  ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
  NonKeyAttributes: z.array(z.string()).optional(),
});
const index = z.looseObject({ IndexName: z.string(), KeySchema: keySchema, Projection: projection });

const tableProperties = z.looseObject({
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(index).optional(),
  LocalSecondaryIndexes: z.array(index).optional(),
});

type Index = z.infer<typeof index>;

function indexOf({ IndexName, KeySchema, Projection }: Index) {
  const { ProjectionType, NonKeyAttributes } = Projection;
  return {
    IndexName,
    KeySchema,
    Projection: { ProjectionType, ...(NonKeyAttributes ? { NonKeyAttributes } : {}) },
  };
}

/** The client for a local database; its keys mean nothing. */
export function localDatabaseClient(endpoint: string, region: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

/**
 * Creates the tables of the template that the database does not hold yet, with their indexes.
 * TTL, streams and point-in-time recovery have no effect here.
 * @param isFresh the data folder is new: tables that a server of its own still holds belong to an office that
 * is gone, and are made anew
 * @returns the names of the tables that were created
 */
export async function createTables(
  endpoint: string,
  region: string,
  tables: readonly ResolvedResource[],
  isFresh: boolean,
): Promise<readonly string[]> {
  const client = localDatabaseClient(endpoint, region);
  try {
    const { TableNames = [] } = await client.send(new ListTablesCommand({}));
    const held = tables.filter(({ name }) => TableNames.includes(name));
    if (isFresh) for (const { name } of held) await client.send(new DeleteTableCommand({ TableName: name }));
    const missing = isFresh ? tables : tables.filter((table) => !held.includes(table));
    for (const table of missing) {
      const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, LocalSecondaryIndexes } =
        tableProperties.parse(table.properties);
      const input: CreateTableCommandInput = {
        TableName: table.name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions,
        KeySchema,
        ...(GlobalSecondaryIndexes ? { GlobalSecondaryIndexes: GlobalSecondaryIndexes.map(indexOf) } : {}),
        ...(LocalSecondaryIndexes ? { LocalSecondaryIndexes: LocalSecondaryIndexes.map(indexOf) } : {}),
      };
      await client.send(new CreateTableCommand(input));
    }
    return missing.map(({ name }) => name);
  } finally {
    client.destroy();
  }
}
