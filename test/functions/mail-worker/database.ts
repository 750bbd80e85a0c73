import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDatabase } from '../../../infra/local/database/dynoxide.ts';
import { DynamoCaseStore } from '../../../shared/adapters/dynamoCaseStore.ts';

const key = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];
const string = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });

/** The real local database in memory with the tables of the product. */
export async function openTables() {
  const database = await startDatabase(undefined);
  const raw = new DynamoDBClient({
    endpoint: database.endpoint,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await raw.send(
    new CreateTableCommand({
      TableName: 'core',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'gqpk', 'gqsk', 'glpk', 'glsk'].map(string),
      KeySchema: key('pk', 'sk'),
      GlobalSecondaryIndexes: [
        { IndexName: 'queue', KeySchema: key('gqpk', 'gqsk'), Projection: { ProjectionType: 'KEYS_ONLY' } },
        { IndexName: 'list', KeySchema: key('glpk', 'glsk'), Projection: { ProjectionType: 'KEYS_ONLY' } },
      ],
    }),
  );
  await raw.send(
    new CreateTableCommand({
      TableName: 'audit',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map(string),
      KeySchema: key('pk', 'sk'),
    }),
  );
  const client = DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } });
  return {
    client,
    store: new DynamoCaseStore(client, { core: 'core', audit: 'audit' }),
    close: () => database.stop(),
  };
}
