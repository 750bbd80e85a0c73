import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { parseAppSecrets } from '../../../shared/access/appSecrets.ts';
import type { User, UserStore } from '../../../shared/access/user.ts';
import { DynamoCaseStore } from '../../../shared/adapters/dynamoCaseStore.ts';
import { DynamoPlans } from '../../../shared/adapters/dynamoPlans.ts';
import { DynamoRegister } from '../../../shared/adapters/dynamoRegister.ts';
import { dynamoUsers } from '../../../shared/adapters/dynamoUsers.ts';
import { loadedCalendar } from '../../../shared/adapters/loadedCalendar.ts';
import { S3Uploads } from '../../../shared/adapters/uploads.ts';
import type { PlanDeps } from '../../../shared/plan/planCommands.ts';
import type { ImportDeps } from '../../../shared/register/commands/importPorts.ts';
import type { SeedContext } from '../runtime.ts';

/** What the commands of the domain work with, against the tables and buckets of a local runtime. */
export interface OfficeDeps extends ImportDeps, PlanDeps {
  readonly client: DynamoDBDocumentClient;
  readonly register: DynamoRegister;
  readonly people: UserStore;
}

/** Reads the settings of a function. @throws Error at one that it has not */
export function settingsOf(context: SeedContext, functionId: string): (key: string) => string {
  const settings = context.environmentOf(functionId);
  return (key) => {
    const value = settings[key];
    if (value === undefined) throw new Error(`${functionId} has no ${key}`);
    return value;
  };
}

/** The adapters that the functions use, made for the seed; `known` are the people that a plan may name. */
export function officeDeps(context: SeedContext, known: readonly User[]): OfficeDeps {
  const { region, credentials, addresses } = context;
  const named = settingsOf(context, 'import-worker');
  const core = named('CORE_TABLE');
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: addresses.dynamodb, region, credentials }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  const s3 = new S3Client({ endpoint: addresses.aws, region, credentials, forcePathStyle: true });
  const cases = new DynamoCaseStore(client, { core, audit: named('AUDIT_TABLE') });
  const { auditKey } = parseAppSecrets(context.secret(named('APP_SECRET_ARN')));
  return {
    client,
    cases,
    register: new DynamoRegister(client, core),
    plans: new DynamoPlans(client, core, cases),
    people: dynamoUsers(client, core),
    uploads: new S3Uploads(s3, named('UPLOADS_BUCKET')),
    users: async (ids) =>
      known
        .filter(({ userId }) => ids.includes(userId))
        .map(({ userId, roles, disabledAt }) => ({ id: userId, roles, disabled: disabledAt !== undefined })),
    standingDraw: async () => undefined,
    calendar: loadedCalendar(client, core),
    auditKey: async () => auditKey,
    kick: async () => {},
    now: () => new Date(context.clock.now()),
  };
}
