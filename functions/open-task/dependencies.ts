import { KMSClient } from '@aws-sdk/client-kms';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoTasks } from '../../shared/adapters/dynamoTasks.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { once } from '../../shared/adapters/once.ts';
import { kmsTokenCipher } from '../../shared/adapters/tokenCipher.ts';
import type { OpenTaskDeps } from './handler.ts';

export const dependencies = once((): OpenTaskDeps => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  return {
    cases: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') }),
    tasks: new DynamoTasks(client, core, kmsTokenCipher(new KMSClient(), environment('VAULT_KEY_ID'))),
  };
});
