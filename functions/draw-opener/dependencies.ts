import { drawDeps, startingKick } from '../../shared/adapters/drawDeps.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoPlans } from '../../shared/adapters/dynamoPlans.ts';
import { dynamoUsers } from '../../shared/adapters/dynamoUsers.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { loadedCalendar } from '../../shared/adapters/loadedCalendar.ts';
import { officeFromEnvironment } from '../../shared/adapters/officeFromEnvironment.ts';
import { once } from '../../shared/adapters/once.ts';
import type { OpenerDeps } from './handler.ts';

export const dependencies = once((): OpenerDeps => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const deps = drawDeps(startingKick());
  return {
    ...deps,
    plans: new DynamoPlans(client, core, deps.cases),
    users: dynamoUsers(client, core),
    calendar: loadedCalendar(client, core),
    officeCode: officeFromEnvironment().code,
  };
});
