import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoInspections } from '../../shared/adapters/dynamoInspections.ts';
import { DynamoRegister } from '../../shared/adapters/dynamoRegister.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { inspectionDeps, inspectionKick, pagesAndMails } from '../../shared/adapters/inspectionDeps.ts';
import { once } from '../../shared/adapters/once.ts';
import type { StepDeps } from '../../shared/inspection/steps.ts';

export const dependencies = once((): StepDeps => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const deps = inspectionDeps(inspectionKick({ ...pagesAndMails, leads: 'LEAD_WORKER' }));
  return {
    ...deps,
    lists: new DynamoInspections(client, core),
    registers: { ...deps, register: new DynamoRegister(client, core) },
  };
});
