import { filingVerifierPage, verifierPage } from 'double-random:verifier-page';
import { webAssets } from 'double-random:web-assets';
import { randomUUID } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { systemClock } from '../../shared/adapters/clock.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoComplaints } from '../../shared/adapters/dynamoComplaints.ts';
import { dynamoEditions } from '../../shared/adapters/dynamoEditions.ts';
import { dynamoPublicityOutbox } from '../../shared/adapters/dynamoPublicityOutbox.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { nodeSuites } from '../../shared/adapters/nodeHash.ts';
import { officeFromEnvironment } from '../../shared/adapters/officeFromEnvironment.ts';
import { once } from '../../shared/adapters/once.ts';
import { s3SiteBucket } from '../../shared/adapters/publicityBucket.ts';
import { s3RecordReader } from '../../shared/adapters/recordsBucket.ts';
import { secretsManagerSigner } from '../../shared/adapters/signing.ts';
import { shanghaiDate } from '../../shared/calendar/localDate.ts';
import { type RebuildDeps, type RebuildReport, rebuildSite } from '../../shared/publicity/rebuild.ts';
import { textFile } from '../../shared/publicity/siteFile.ts';
import { publishEditions } from '../../shared/statistics/editions.ts';
import { assetLinks } from '../web/kit/assets.ts';
import { FILING_VERIFIER } from './pages/receiptsPage.tsx';
import { siteBuilder } from './siteBuilder.ts';
import { dynamoSources } from './sources.ts';

const logger = new Logger({ serviceName: 'publicity-worker' });

interface Runtime extends Omit<RebuildDeps, 'outbox'> {
  readonly outbox: () => RebuildDeps['outbox'];
  /** Counts what is due of complaints and reports, and has it published. */
  readonly editions: () => Promise<number>;
}

const deps = once((): Runtime => {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const s3 = new S3Client();
  const office = officeFromEnvironment();
  const store = new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') });
  const relative = webAssets.map((asset) => ({ ...asset, path: asset.path.replace(/^\//, '') }));
  const links = assetLinks(webAssets);
  const builder = siteBuilder({
    sources: dynamoSources(client, core, store, s3RecordReader(s3, environment('RECORDS_BUCKET'))),
    settings: {
      office: { zh: office.name, en: office.nameEn },
      phone: office.contactPhone,
      base: environment('PUBLICITY_URL').replace(/\/$/, ''),
      ownRowPage: `${environment('PUBLIC_URL').replace(/\/$/, '')}/own-row`,
      assets: {
        screenCss: links.screenCss.slice(1),
        printCss: links.printCss.slice(1),
        script: links.script.slice(1),
        witness: links.witness.slice(1),
      },
    },
    suite: nodeSuites('sha256'),
    assets: [
      ...relative.map(({ path, contentType, text }) => ({
        path,
        contentType,
        bytes: new TextEncoder().encode(text),
      })),
      textFile(FILING_VERIFIER, 'html', filingVerifierPage),
    ],
    verifier: textFile('verifier.html', 'html', verifierPage),
  });
  return {
    builder,
    bucket: s3SiteBucket(s3, environment('PUBLICITY_BUCKET')),
    editions() {
      const at = systemClock.now();
      const complaints = new DynamoComplaints(client, core);
      return publishEditions(
        { editions: dynamoEditions(client, core), ofMonth: (month) => complaints.ofMonth(month) },
        shanghaiDate(at),
        `${at.toISOString().slice(0, 19)}Z`,
      );
    },
    outbox: () => dynamoPublicityOutbox(client, core, randomUUID()),
    signer: secretsManagerSigner(
      new SecretsManagerClient({ maxAttempts: 3 }),
      environment('SIGNING_SECRET_ARN'),
    ),
    now: () => new Date(),
  };
});

/** Rebuilds what the outbox asks for: kicked after a commit with `{}`, swept by a schedule. */
export async function handler(): Promise<RebuildReport> {
  const { outbox, editions, ...rest } = deps();
  // Numbers that cannot be counted now are counted by the next run; the rest of the site does not wait for them.
  await editions().catch((error: unknown) => {
    logger.error('the numbers of complaints were not counted', { name: Object(error)['name'] });
  });
  const report = await rebuildSite({ ...rest, outbox: outbox() });
  logger.info('publicity', { report });
  return report;
}
