import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { LookDeps } from '../listing/looking.ts';
import type { ListingKick, ListingLists } from '../listing/ports.ts';
import { documentClient } from './dynamo.ts';
import { DynamoCaseStore } from './dynamoCaseStore.ts';
import { DynamoDrawDesk } from './dynamoDrawDesk.ts';
import { DynamoInspections } from './dynamoInspections.ts';
import { DynamoListings } from './dynamoListings.ts';
import { DynamoRegister } from './dynamoRegister.ts';
import { DynamoTargetedOrders } from './dynamoTargetedOrders.ts';
import { environment } from './environment.ts';
import { loadedCalendar } from './loadedCalendar.ts';
import { officeFromEnvironment } from './officeFromEnvironment.ts';
import { secretsManagerAppSecrets } from './secrets.ts';

/** What a function needs to give commands to listings and to look at them; made once per process from its environment. */
export function listingDeps(kick: ListingKick): LookDeps & { readonly lists: ListingLists } {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const secrets = secretsManagerAppSecrets({
    client: new SecretsManagerClient(),
    secretArn: environment('APP_SECRET_ARN'),
  });
  const office = officeFromEnvironment();
  const shared = {
    cases: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') }),
    register: new DynamoRegister(client, core),
    desk: new DynamoDrawDesk(client, core),
    auditKey: async () => (await secrets.get()).auditKey,
    now: () => new Date(),
  };
  return {
    ...shared,
    lists: new DynamoListings(client, core),
    kick,
    calendar: loadedCalendar(client, core),
    office,
    inspections: new DynamoInspections(client, core),
    targeted: {
      ...shared,
      orders: new DynamoTargetedOrders(client, core, shared.cases),
      officeCode: office.code,
    },
  };
}
