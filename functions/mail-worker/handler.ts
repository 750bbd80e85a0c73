import { Logger } from '@aws-lambda-powertools/logger';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Context } from 'aws-lambda';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoMailQueue } from '../../shared/adapters/dynamoOutbox.ts';
import { dynamoOwnRowRequests } from '../../shared/adapters/dynamoOwnRowRequests.ts';
import { DynamoRegister } from '../../shared/adapters/dynamoRegister.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { officeFromEnvironment } from '../../shared/adapters/officeFromEnvironment.ts';
import { once } from '../../shared/adapters/once.ts';
import { secretsManagerAppSecrets } from '../../shared/adapters/secrets.ts';
import { smtpMailer } from '../../shared/adapters/smtp.ts';
import { answerRequests } from '../../shared/notice/answerRequests.ts';
import { type DeliveryReport, deliverNotices } from '../../shared/notice/deliverNotices.ts';
import { deliveryDeps } from './deliveryDeps.ts';

const logger = new Logger({ serviceName: 'mail-worker' });

/** Connections at a time: office servers refuse a client that opens many. */
const WIDTH = 4;
const MOST = 600;
/** No new mail is begun this long before the function's end: an attempt may last as long as its time-outs. */
const RESERVE_MS = 45_000;
/** Longer than a run of this function: a lease that has run out belongs to one that is dead. */
const LEASE_MS = 180_000;

const fixed = once(() => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  return {
    secrets: secretsManagerAppSecrets({
      client: new SecretsManagerClient({ maxAttempts: 3 }),
      secretArn: environment('APP_SECRET_ARN'),
    }),
    store: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') }),
    queue: new DynamoMailQueue(client, core),
    requests: dynamoOwnRowRequests(client, core),
    register: new DynamoRegister(client, core),
    office: officeFromEnvironment(),
  };
});

/**
 * Answers the requests for links, then sends what is due: kicked after a commit with `{}`, swept by a schedule. The connections live as long as the run,
 * because a frozen function cannot answer the server that closes an idle one.
 */
export async function handler(_event: unknown, context: Context): Promise<DeliveryReport> {
  const { secrets, store, queue, requests, register, office } = fixed();
  const values = await secrets.get();
  if (values.smtp === undefined) throw new Error('The application secret names no mail server');
  const address = environment('MAIL_FROM');
  const mailer = smtpMailer(values.smtp, { name: office.name, address }, WIDTH);
  const goOn = () => context.getRemainingTimeInMillis() > RESERVE_MS;
  try {
    const now = () => new Date();
    const delivery = deliveryDeps({
      store,
      queue,
      mailer,
      values,
      publicUrl: environment('PUBLIC_URL'),
      mailDomain: address.slice(address.indexOf('@') + 1),
      now,
      random: Math.random,
    });
    const answered = await answerRequests({
      store,
      requests,
      agency: async (uscc) => (await register.agency(uscc))?.value,
      office,
      digest: delivery.digest,
      now,
    });
    const report = await deliverNotices(delivery, { most: MOST, width: WIDTH, leaseMs: LEASE_MS, goOn });
    logger.info('mail', { report, answered });
    return report;
  } finally {
    mailer.close();
  }
}
