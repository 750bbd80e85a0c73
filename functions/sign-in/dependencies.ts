import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { systemClock } from '../../shared/adapters/clock.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { dynamoSessions } from '../../shared/adapters/dynamoSessions.ts';
import { dynamoUsers } from '../../shared/adapters/dynamoUsers.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { secretsManagerAppSecrets } from '../../shared/adapters/secrets.ts';
import { accessMessages } from '../../shared/messages/access.ts';
import { kitMessages } from '../../shared/messages/kit.ts';
import { createCatalogue } from '../../shared/messages/message.ts';
import type { ServedAsset } from '../web/kit/assets.ts';
import { powertoolsLog } from '../web/kit/http/powertoolsLog.ts';
import type { WebApp } from '../web/kit/http/webApp.ts';
import { openIdProvider } from './identityProvider.ts';
import { type SignInDeps, signInRoutes } from './signInRoutes.tsx';

/** What the function runs on, built once per process from its environment. */
export function runtimeApp(assets: readonly ServedAsset[]): WebApp<SignInDeps> {
  const client = documentClient();
  const table = environment('CORE_TABLE');
  const users = dynamoUsers(client, table);
  const sessions = dynamoSessions(client, table);
  const secrets = secretsManagerAppSecrets({
    client: new SecretsManagerClient({}),
    secretArn: environment('APP_SECRET_ARN'),
  });
  const provider = openIdProvider(
    {
      issuer: environment('OIDC_ISSUER'),
      clientId: environment('OIDC_CLIENT_ID'),
      redirectUri: new URL('/sign-in/callback', environment('CONSOLE_URL')).href,
    },
    async () => (await secrets.get()).oidcClientSecret,
  );
  const office = environment('OFFICE_NAME');
  return {
    routes: signInRoutes,
    deps: { provider, secrets, users, sessions },
    site: {
      office: { zh: office, en: office },
      navigation: [],
      assets,
      catalogue: createCatalogue(kitMessages, accessMessages),
    },
    people: { users, sessions },
    clock: systemClock,
    log: powertoolsLog('sign-in'),
  };
}
