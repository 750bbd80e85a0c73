import { createHmac } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { AppSecrets } from '../../shared/access/appSecrets.ts';
import { openLink } from '../../shared/access/signedLink.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoDrawDesk } from '../../shared/adapters/dynamoDrawDesk.ts';
import { DynamoRegister } from '../../shared/adapters/dynamoRegister.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { nodeSuites } from '../../shared/adapters/nodeHash.ts';
import { officeFromEnvironment } from '../../shared/adapters/officeFromEnvironment.ts';
import { s3RecordReader } from '../../shared/adapters/recordsBucket.ts';
import { secretsManagerAppSecrets } from '../../shared/adapters/secrets.ts';
import type { CaseStore } from '../../shared/case/caseStore.ts';
import { canonicalJson } from '../../shared/draw/canonicalJson.ts';
import type { DrawDeps } from '../../shared/draw/ceremony/ports.ts';
import { accessMessages } from '../../shared/messages/access.ts';
import { kitMessages } from '../../shared/messages/kit.ts';
import { linkMessages } from '../../shared/messages/links.ts';
import { createCatalogue } from '../../shared/messages/message.ts';
import { RECIPIENT_PURPOSE } from '../../shared/notice/recipientLink.ts';
import { fileObjection } from '../../shared/objection/fileObjection.ts';
import type { ServedAsset } from '../web/kit/assets.ts';
import { powertoolsLog } from '../web/kit/http/powertoolsLog.ts';
import type { WebApp } from '../web/kit/http/webApp.ts';
import type { LinkDeps } from './linkDeps.ts';
import { linkRoutes } from './linkRoutes.tsx';
import type { OwnRowSources } from './ownRow.ts';

/** Nobody waits for an objection: the window ends by time alone, and the sweep publishes it. */
const noKick: DrawDeps['kick'] = {
  start: async () => {},
  resume: async () => {},
  publish: async () => {},
  mail: async () => {},
};

/** Puts the parts together; the tests pass their own. */
export function linkDeps(parts: {
  readonly cases: CaseStore;
  readonly desk: DrawDeps['desk'];
  readonly secrets: AppSecrets;
  readonly file: OwnRowSources['file'];
  readonly items: OwnRowSources['items'];
  readonly publicityUrl: string;
  readonly now: () => Date;
}): LinkDeps {
  const { cases, desk, secrets } = parts;
  const draws: DrawDeps = {
    cases,
    desk,
    kick: noKick,
    auditKey: async () => (await secrets.get()).auditKey,
    now: parts.now,
  };
  return {
    cases,
    rows: {
      sealedRow: (number, snapshot, id) => desk.sealedRow(number, snapshot, id),
      file: parts.file,
      items: parts.items,
      suite: nodeSuites('sha256'),
    },
    visits: (number) => desk.visits(number),
    async subjectOf(token, now) {
      const { linkKey } = await secrets.get();
      const hmac = (message: Uint8Array) =>
        new Uint8Array(createHmac('sha256', linkKey).update(message).digest());
      const opened = openLink(token, RECIPIENT_PURPOSE, now, hmac);
      return opened.ok ? opened.value.subject : undefined;
    },
    fileObjection: (objection) => fileObjection(draws, objection),
    async digest() {
      const { auditKey } = await secrets.get();
      return (value) => createHmac('sha256', auditKey).update(canonicalJson(value)).digest('hex');
    },
    publicityUrl: parts.publicityUrl,
  };
}

/** The texts of this function alone, so that its bundle stays small. */
export const linkCatalogue = createCatalogue(kitMessages, accessMessages, linkMessages);

/** What the function runs on, built once per process from its environment. */
export function runtimeApp(assets: readonly ServedAsset[]): WebApp<LinkDeps> {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const registers = new DynamoRegister(client, core);
  const office = officeFromEnvironment();
  return {
    routes: linkRoutes,
    deps: linkDeps({
      cases: new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') }),
      desk: new DynamoDrawDesk(client, core),
      secrets: secretsManagerAppSecrets({
        client: new SecretsManagerClient({}),
        secretArn: environment('APP_SECRET_ARN'),
      }),
      file: s3RecordReader(new S3Client(), environment('RECORDS_BUCKET')),
      items: () => registers.items(),
      publicityUrl: environment('PUBLICITY_URL'),
      now: systemClock.now,
    }),
    site: {
      office: { zh: office.name, en: office.nameEn },
      navigation: [],
      assets,
      catalogue: linkCatalogue,
    },
    clock: systemClock,
    log: powertoolsLog('links'),
  };
}
