import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Database, startDatabase } from '../../../../infra/local/database/dynoxide.ts';
import { DynamoCaseStore } from '../../../../shared/adapters/dynamoCaseStore.ts';
import { DynamoImports } from '../../../../shared/adapters/dynamoImports.ts';
import { DynamoPlans } from '../../../../shared/adapters/dynamoPlans.ts';
import { DynamoRegister } from '../../../../shared/adapters/dynamoRegister.ts';

/** The real local database in memory, with tables shaped like the deployed ones. */
export interface LocalCore {
  readonly database: Database;
  readonly client: DynamoDBDocumentClient;
  /** Fresh tables, so that tests do not see each other. */
  tables(): Promise<LocalTables>;
  stop(): Promise<void>;
}

export interface LocalTables {
  readonly core: string;
  readonly audit: string;
  readonly cases: DynamoCaseStore;
  readonly register: DynamoRegister;
  readonly plans: DynamoPlans;
  readonly imports: DynamoImports;
}

const key = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];

export async function startLocalCore(): Promise<LocalCore> {
  const database = await startDatabase(undefined);
  const raw = new DynamoDBClient({
    endpoint: database.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const client = DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } });
  let made = 0;
  return {
    database,
    client,
    async tables() {
      made += 1;
      const [core, audit] = [`core-${made}`, `audit-${made}`];
      await createTable(raw, core, ['gq', 'gl']);
      await createTable(raw, audit, []);
      const cases = new DynamoCaseStore(client, { core, audit });
      return {
        core,
        audit,
        cases,
        register: new DynamoRegister(client, core),
        plans: new DynamoPlans(client, core, cases),
        imports: new DynamoImports(client, core, cases),
      };
    },
    async stop() {
      raw.destroy();
      await database.stop();
    },
  };
}

const indexNames: Readonly<Record<string, string>> = { gq: 'queue', gl: 'list' };

async function createTable(raw: DynamoDBClient, name: string, prefixes: readonly string[]): Promise<void> {
  const attributes = ['pk', 'sk', ...prefixes.flatMap((prefix) => [`${prefix}pk`, `${prefix}sk`])];
  await raw.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes.map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S' as const,
      })),
      KeySchema: key('pk', 'sk'),
      ...(prefixes.length === 0
        ? {}
        : {
            GlobalSecondaryIndexes: prefixes.map((prefix) => ({
              IndexName: indexNames[prefix] ?? prefix,
              KeySchema: key(`${prefix}pk`, `${prefix}sk`),
              Projection: { ProjectionType: 'KEYS_ONLY' as const },
            })),
          }),
    }),
  );
}
