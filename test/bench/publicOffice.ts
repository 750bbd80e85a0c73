import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { parseAppSecrets } from '../../shared/access/appSecrets.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { identitySealer } from '../../shared/adapters/vaultIdentities.ts';

/** What a bench needs of a running local office to prepare filings and to look at what became of them. */
export function publicOffice({ context }: LocalRuntime) {
  const { region, credentials, addresses } = context;
  const settings = context.environmentOf('intake');
  const named = (key: string): string => settings[key] ?? '';
  const [core, audit, vault] = [named('CORE_TABLE'), named('AUDIT_TABLE'), named('VAULT_TABLE')] as const;
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: addresses.dynamodb, region, credentials }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  const secrets = parseAppSecrets(context.secret(named('APP_SECRET_ARN')));
  return {
    client,
    core,
    audit,
    vault,
    store: new DynamoCaseStore(client, { core, audit, vault }),
    sealer: identitySealer({
      kms: new KMSClient({ endpoint: addresses.aws, region, credentials }),
      keyId: named('VAULT_KEY_ID'),
      mailDigestKey: async () => secrets.mailDigestKey,
    }),
    intakeKey: secrets.intakeKey,
    receiptPepper: secrets.receiptPepper,
    /** Name of the function. */
    intake: named('AWS_LAMBDA_FUNCTION_NAME'),
  };
}

export type PublicOffice = ReturnType<typeof publicOffice>;
