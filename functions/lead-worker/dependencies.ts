import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoLeads } from '../../shared/adapters/dynamoLeads.ts';
import { DynamoRisk } from '../../shared/adapters/dynamoRisk.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { once } from '../../shared/adapters/once.ts';
import { riskDeps } from '../../shared/adapters/riskDeps.ts';
import type { LeadWorkerDeps } from './takers.ts';

export const dependencies = once((): LeadWorkerDeps => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  return {
    risk: { ...riskDeps(), lists: new DynamoRisk(client, core) },
    leads: new DynamoLeads(client, core),
    procedures: {},
  };
});
