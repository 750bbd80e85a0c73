import { SFNClient } from '@aws-sdk/client-sfn';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoPenalties } from '../../shared/adapters/dynamoPenalties.ts';
import { DynamoRunNumbers } from '../../shared/adapters/dynamoTasks.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { once } from '../../shared/adapters/once.ts';
import { stepFunctionsWorkflow } from '../../shared/adapters/stepFunctions.ts';
import type { ReconcilerDeps } from './handler.ts';

export const dependencies = once((): ReconcilerDeps => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  return {
    cases: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') }),
    lists: new DynamoPenalties(client, core),
    workflow: stepFunctionsWorkflow(new SFNClient(), environment('PENALTY_MACHINE_ARN')),
    runs: new DynamoRunNumbers(client, core),
  };
});
