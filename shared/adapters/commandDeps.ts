import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseStore } from '../case/caseStore.ts';
import { documentClient } from './dynamo.ts';
import { DynamoCaseStore } from './dynamoCaseStore.ts';
import { environment } from './environment.ts';
import { loadedCalendar } from './loadedCalendar.ts';
import { secretsManagerAppSecrets } from './secrets.ts';

/** What commands to cases of every kind work with; made from the environment of the function. */
export function commandDeps(): {
  readonly cases: CaseStore;
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly auditKey: () => Promise<Uint8Array>;
  readonly now: () => Date;
} {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const secrets = secretsManagerAppSecrets({
    client: new SecretsManagerClient(),
    secretArn: environment('APP_SECRET_ARN'),
  });
  return {
    cases: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') }),
    calendar: loadedCalendar(client, core),
    auditKey: async () => (await secrets.get()).auditKey,
    now: () => new Date(),
  };
}
