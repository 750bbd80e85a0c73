import { Logger } from '@aws-lambda-powertools/logger';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Context } from 'aws-lambda';
import { allUsers } from '../../shared/access/allUsers.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoComplaints } from '../../shared/adapters/dynamoComplaints.ts';
import { DynamoDrawDesk } from '../../shared/adapters/dynamoDrawDesk.ts';
import { DynamoInspections } from '../../shared/adapters/dynamoInspections.ts';
import { DynamoListings } from '../../shared/adapters/dynamoListings.ts';
import { DynamoMailQueue } from '../../shared/adapters/dynamoOutbox.ts';
import { dynamoOwnRowRequests } from '../../shared/adapters/dynamoOwnRowRequests.ts';
import { DynamoPenalties } from '../../shared/adapters/dynamoPenalties.ts';
import { DynamoRegister } from '../../shared/adapters/dynamoRegister.ts';
import { DynamoRepairs } from '../../shared/adapters/dynamoRepairs.ts';
import { dynamoUsers } from '../../shared/adapters/dynamoUsers.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { kickWorker } from '../../shared/adapters/kick.ts';
import { loadedCalendar } from '../../shared/adapters/loadedCalendar.ts';
import { officeFromEnvironment } from '../../shared/adapters/officeFromEnvironment.ts';
import { once } from '../../shared/adapters/once.ts';
import { secretsManagerAppSecrets } from '../../shared/adapters/secrets.ts';
import { smtpMailer } from '../../shared/adapters/smtp.ts';
import { COMPLAINT_PREFIX } from '../../shared/complaint/complaintRows.ts';
import { complaintReminderStands } from '../../shared/complaint/papers/reminders.ts';
import { reminderStands } from '../../shared/inspection/papers/reminderStands.ts';
import { LISTING_PREFIX } from '../../shared/listing/listingRows.ts';
import { listingReminderStands } from '../../shared/listing/papers/reminders.ts';
import type { DeliveryReport } from '../../shared/notice/deliver.ts';
import type { Reminder } from '../../shared/notice/reminder.ts';
import { penaltyReminderStands } from '../../shared/penalty/papers/reminders.ts';
import { PENALTY_PREFIX } from '../../shared/penalty/penaltyRows.ts';
import { repairReminderStands } from '../../shared/repair/papers/reminders.ts';
import { REPAIR_PREFIX } from '../../shared/repair/repairRows.ts';
import { deliveryDeps } from './deliveryDeps.ts';
import { work } from './work.ts';

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
  const users = dynamoUsers(client, core);
  const lambda = new LambdaClient();
  const filerMailWorker = environment('FILER_MAIL_WORKER');
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
    lists: new DynamoInspections(client, core),
    complaintLists: new DynamoComplaints(client, core),
    listingLists: new DynamoListings(client, core),
    repairLists: new DynamoRepairs(client, core),
    penaltyLists: new DynamoPenalties(client, core),
    kickFilerMail: () => kickWorker(lambda, filerMailWorker, {}),
    desk: new DynamoDrawDesk(client, core),
    users: () => allUsers(users),
    calendar: loadedCalendar(client, core),
    publicityUrl: environment('PUBLICITY_URL'),
    consoleUrl: environment('CONSOLE_URL'),
  };
});

/** Whether the date that a reminder speaks of still stands, by the kind of case that it is about. */
function stands(deps: Parameters<typeof reminderStands>[0], reminder: Reminder): Promise<boolean> {
  if (reminder.about.startsWith(COMPLAINT_PREFIX)) return complaintReminderStands(deps, reminder);
  if (reminder.about.startsWith(LISTING_PREFIX)) return listingReminderStands(deps, reminder);
  if (reminder.about.startsWith(REPAIR_PREFIX)) return repairReminderStands(deps, reminder);
  if (reminder.about.startsWith(PENALTY_PREFIX)) return penaltyReminderStands(deps, reminder);
  return reminderStands(deps, reminder);
}

/**
 * Kicked after a commit with `{}`, swept by a schedule. The connections live as long as the run, because a frozen
 * function cannot answer the server that closes an idle one.
 */
export async function handler(_event: unknown, context: Context): Promise<DeliveryReport> {
  const parts = fixed();
  const { secrets, store, queue, requests, register, office, calendar } = parts;
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
      consoleUrl: parts.consoleUrl,
      stands: (reminder) => stands({ cases: store, calendar, now }, reminder),
      mailDomain: address.slice(address.indexOf('@') + 1),
      now,
      random: Math.random,
    });
    const { digest } = delivery;
    const papers = { ...parts, cases: store, registers: register, digest, now };
    const forms = { ...papers, lists: parts.complaintLists };
    const listings = { ...papers, lists: parts.listingLists };
    const repairs = { ...papers, lists: parts.repairLists };
    const penalties = { ...papers, lists: parts.penaltyLists };
    const answers = {
      store,
      requests,
      agency: async (uscc: string) => (await register.agency(uscc))?.value,
      office,
      digest,
      now,
    };
    const limits = { most: MOST, width: WIDTH, leaseMs: LEASE_MS, goOn };
    return await work({ papers, forms, penalties, listings, repairs, answers, delivery }, limits, (done) =>
      logger.info('mail', { ...done }),
    );
  } finally {
    mailer.close();
  }
}
