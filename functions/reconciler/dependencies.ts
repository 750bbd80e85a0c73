import { startDeps } from '../../shared/adapters/drawDeps.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoDrawDesk } from '../../shared/adapters/dynamoDrawDesk.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { once } from '../../shared/adapters/once.ts';
import type { ReconcilerDeps } from './handler.ts';

export const dependencies = once((): ReconcilerDeps => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  return {
    ...startDeps(),
    cases: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') }),
    desk: new DynamoDrawDesk(client, core),
  };
});
