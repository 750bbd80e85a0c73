import { complaintDeps, complaintKick, complaintMails } from '../../shared/adapters/complaintDeps.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoDrawDesk } from '../../shared/adapters/dynamoDrawDesk.ts';
import { DynamoRegister } from '../../shared/adapters/dynamoRegister.ts';
import { DynamoTargetedOrders } from '../../shared/adapters/dynamoTargetedOrders.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { officeFromEnvironment } from '../../shared/adapters/officeFromEnvironment.ts';
import { once } from '../../shared/adapters/once.ts';
import type { StepDeps } from '../../shared/complaint/steps.ts';

export const dependencies = once((): StepDeps => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const deps = complaintDeps(complaintKick({ ...complaintMails, leads: ['LEAD_WORKER'] }));
  const { cases, auditKey, now } = deps;
  return {
    ...deps,
    targeted: {
      cases,
      auditKey,
      now,
      orders: new DynamoTargetedOrders(client, core, cases),
      desk: new DynamoDrawDesk(client, core),
      register: new DynamoRegister(client, core),
      officeCode: officeFromEnvironment().code,
    },
  };
});
