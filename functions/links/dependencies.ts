import { createHmac } from 'node:crypto';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ulid } from 'ulid';
import type { AppSecrets } from '../../shared/access/appSecrets.ts';
import { type LimitCounter, overNetworkLimit } from '../../shared/access/networkLimit.ts';
import { openLink, signLink } from '../../shared/access/signedLink.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { documentClient } from '../../shared/adapters/dynamo.ts';
import { dynamoCasePapers } from '../../shared/adapters/dynamoCasePapers.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { DynamoDrawDesk } from '../../shared/adapters/dynamoDrawDesk.ts';
import { DynamoInspections } from '../../shared/adapters/dynamoInspections.ts';
import { dynamoLimits } from '../../shared/adapters/dynamoLimits.ts';
import { dynamoOwnRowRequests } from '../../shared/adapters/dynamoOwnRowRequests.ts';
import { DynamoPenalties } from '../../shared/adapters/dynamoPenalties.ts';
import { DynamoPlans } from '../../shared/adapters/dynamoPlans.ts';
import { DynamoRegister } from '../../shared/adapters/dynamoRegister.ts';
import { environment } from '../../shared/adapters/environment.ts';
import { inspectionKick, pagesAndMails } from '../../shared/adapters/inspectionDeps.ts';
import { kickWorker } from '../../shared/adapters/kick.ts';
import { loadedCalendar } from '../../shared/adapters/loadedCalendar.ts';
import { nodeSuites } from '../../shared/adapters/nodeHash.ts';
import { officeFromEnvironment } from '../../shared/adapters/officeFromEnvironment.ts';
import { penaltyKick } from '../../shared/adapters/penaltyDeps.ts';
import { s3RecordReader } from '../../shared/adapters/recordsBucket.ts';
import { repairDeps, repairKick, repairWorkers } from '../../shared/adapters/repairDeps.ts';
import { s3Evidence } from '../../shared/adapters/s3Evidence.ts';
import { secretsManagerAppSecrets } from '../../shared/adapters/secrets.ts';
import { calendarMessages } from '../../shared/calendar/messages.ts';
import type { WorkingCalendar } from '../../shared/calendar/workingDays.ts';
import type { CaseStore } from '../../shared/case/caseStore.ts';
import { canonicalJson } from '../../shared/draw/canonicalJson.ts';
import type { DrawCase } from '../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../shared/draw/ceremony/drawRows.ts';
import { newestFrozen } from '../../shared/draw/ceremony/newestFrozen.ts';
import { type DrawDeps, standingDraw } from '../../shared/draw/ceremony/ports.ts';
import type { EvidenceStore } from '../../shared/evidence/evidenceStore.ts';
import { evidenceMessages } from '../../shared/evidence/messages.ts';
import { inspectionMessages } from '../../shared/inspection/messages.ts';
import type { InspectionKick, InspectionLists } from '../../shared/inspection/ports.ts';
import { accessMessages } from '../../shared/messages/access.ts';
import { calendarPageMessages } from '../../shared/messages/calendarPages.ts';
import { kitMessages } from '../../shared/messages/kit.ts';
import { linkInspectionMessages } from '../../shared/messages/linkInspections.ts';
import { linkPenaltyMessages } from '../../shared/messages/linkPenalties.ts';
import { linkRectificationMessages } from '../../shared/messages/linkRectification.ts';
import { linkRepairMessages } from '../../shared/messages/linkRepairs.ts';
import { linkMessages } from '../../shared/messages/links.ts';
import { createCatalogue } from '../../shared/messages/message.ts';
import { riskPageMessages } from '../../shared/messages/riskPages.ts';
import { visitCheckMessages } from '../../shared/messages/visitCheck.ts';
import { contactLine, type Office } from '../../shared/notice/office.ts';
import type { OwnRowRequests } from '../../shared/notice/ownRowRequest.ts';
import { fileObjection } from '../../shared/objection/fileObjection.ts';
import { lawMessages } from '../../shared/penalty/lawMessages.ts';
import { penaltyMessages } from '../../shared/penalty/messages.ts';
import type { PenaltyKick } from '../../shared/penalty/ports.ts';
import type { PlanStore } from '../../shared/plan/planStore.ts';
import { registerMessages } from '../../shared/register/messages.ts';
import type { RegisterStore } from '../../shared/register/registerStore.ts';
import { repairMessages } from '../../shared/repair/messages.ts';
import type { RepairDeps } from '../../shared/repair/ports.ts';
import type { RiskLedger } from '../../shared/risk/ledger.ts';
import { riskMessages } from '../../shared/risk/messages.ts';
import { riskCaseId } from '../../shared/risk/riskRows.ts';
import type { ServedAsset } from '../web/kit/assets.ts';
import { powertoolsLog } from '../web/kit/http/powertoolsLog.ts';
import type { WebApp } from '../web/kit/http/webApp.ts';
import type { LinkDeps, SignedLinks } from './linkDeps.ts';
import { linkRoutes } from './linkRoutes.tsx';
import type { OwnRiskSources } from './ownRisk.ts';
import type { OwnRowSources } from './ownRow.ts';
import type { OwnRowDeps } from './ownRowDeps.ts';

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
  readonly inspectors: LinkDeps['inspectors'];
  readonly agencies: Pick<RegisterStore, 'agency' | 'agencies'>;
  readonly plans: Pick<PlanStore, 'lastPublished' | 'published'>;
  readonly publicityUrl: string;
  readonly publicUrl: string;
  readonly consoleUrl: string;
  readonly evidence: EvidenceStore;
  readonly inspectionLists: InspectionLists;
  readonly inspectionKick: InspectionKick;
  readonly repairs: RepairDeps;
  readonly agencyName: LinkDeps['agencyName'];
  readonly penaltyKick: PenaltyKick;
  readonly penaltyLists: LinkDeps['penaltyLists'];
  readonly casePapers: LinkDeps['casePapers'];
  readonly office: Office;
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly limits: LimitCounter;
  readonly requests: OwnRowRequests;
  /** Wakes the mail worker; never throws. */
  readonly kickMail: () => Promise<void>;
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
    signed: signedLinks(secrets),
    fileObjection: (objection) => fileObjection(draws, objection),
    async digest() {
      const { auditKey } = await secrets.get();
      return (value) => createHmac('sha256', auditKey).update(canonicalJson(value)).digest('hex');
    },
    publicityUrl: parts.publicityUrl,
    publicUrl: parts.publicUrl,
    consoleUrl: parts.consoleUrl,
    office: parts.office,
    inspectors: parts.inspectors,
    evidence: parts.evidence,
    inspections: {
      cases,
      kick: parts.inspectionKick,
      calendar: parts.calendar,
      auditKey: draws.auditKey,
      now: parts.now,
    },
    inspectionLists: parts.inspectionLists,
    risk: ownRiskSources(parts),
    repairs: parts.repairs,
    agencyName: parts.agencyName,
    newId: (now) => ulid(now.getTime()),
    penalties: {
      cases,
      kick: parts.penaltyKick,
      calendar: parts.calendar,
      auditKey: draws.auditKey,
      now: parts.now,
    },
    penaltyLists: parts.penaltyLists,
    casePapers: parts.casePapers,
    ownRow: ownRowDeps(parts),
  };
}

function signedLinks(secrets: AppSecrets): SignedLinks {
  const hmac = async () => {
    const { linkKey } = await secrets.get();
    return (message: Uint8Array) => new Uint8Array(createHmac('sha256', linkKey).update(message).digest());
  };
  return {
    open: async (token, purpose, now) => openLink(token, purpose, now, await hmac()),
    sign: async (claim) => signLink(claim, await hmac()),
  };
}

function ownRiskSources({ cases, desk, agencies, plans }: Parameters<typeof linkDeps>[0]): OwnRiskSources {
  return {
    agency: async (uscc) => (await agencies.agency(uscc))?.value,
    agencies: () => agencies.agencies(),
    ledger: async (uscc) => (await cases.load<RiskLedger>(riskCaseId(uscc)))?.state,
    lastPublished: () => plans.lastPublished(),
    plan: async (month) => (await plans.published(month)).at(-1)?.plan,
    async frozen(month) {
      const lock = await desk.lock(month);
      const number = lock === undefined ? undefined : standingDraw(lock);
      const draw = number === undefined ? undefined : await cases.load<DrawCase>(drawCaseId(number));
      return draw?.state.frozen !== undefined;
    },
  };
}

function ownRowDeps(parts: Parameters<typeof linkDeps>[0]): OwnRowDeps {
  const { cases, desk, secrets, limits, requests } = parts;
  return {
    newestFrozen: () => newestFrozen({ cases, desk }),
    async standingDraw(month) {
      const lock = await desk.lock(month);
      return lock === undefined ? undefined : standingDraw(lock);
    },
    calendar: parts.calendar,
    async overLimit(address, now) {
      const { linkKey } = await secrets.get();
      const hmac = (key: Uint8Array, message: Uint8Array) =>
        new Uint8Array(createHmac('sha256', key).update(message).digest());
      return overNetworkLimit({ counter: limits, hmac, key: linkKey }, 'own-row', address, now);
    },
    async ask(request) {
      if (await requests.put(request)) await parts.kickMail();
    },
    contact: contactLine(parts.office),
  };
}

/** The texts of this function alone, so that its bundle stays small. */
export const linkCatalogue = createCatalogue(
  kitMessages,
  accessMessages,
  calendarMessages,
  evidenceMessages,
  inspectionMessages,
  lawMessages,
  linkInspectionMessages,
  linkMessages,
  linkPenaltyMessages,
  linkRectificationMessages,
  linkRepairMessages,
  calendarPageMessages,
  repairMessages,
  penaltyMessages,
  registerMessages,
  riskMessages,
  riskPageMessages,
  visitCheckMessages,
);

/** What the function runs on, built once per process from its environment. */
export async function runtimeApp(assets: readonly ServedAsset[]): Promise<WebApp<LinkDeps>> {
  const client = documentClient();
  const core = environment('CORE_TABLE');
  const registers = new DynamoRegister(client, core);
  const cases = new DynamoCaseStore(client, { core, audit: environment('AUDIT_TABLE') });
  const office = officeFromEnvironment();
  const lambda = new LambdaClient();
  const mailWorker = environment('MAIL_WORKER');
  const s3 = new S3Client({ forcePathStyle: true });
  const evidence = s3Evidence(s3, {
    uploads: environment('UPLOADS_BUCKET'),
    evidence: environment('EVIDENCE_BUCKET'),
  });
  // Only the store's client knows its address; signing a form asks nobody.
  const uploadOrigin = new URL((await evidence.form('origin')).url).origin;
  return {
    routes: linkRoutes,
    deps: linkDeps({
      cases,
      desk: new DynamoDrawDesk(client, core),
      secrets: secretsManagerAppSecrets({
        client: new SecretsManagerClient({}),
        secretArn: environment('APP_SECRET_ARN'),
      }),
      file: s3RecordReader(s3, environment('RECORDS_BUCKET')),
      items: () => registers.items(),
      inspectors: () => registers.inspectors(),
      agencies: registers,
      plans: new DynamoPlans(client, core, cases),
      publicityUrl: environment('PUBLICITY_URL'),
      publicUrl: environment('PUBLIC_URL'),
      consoleUrl: environment('CONSOLE_URL'),
      evidence,
      inspectionLists: new DynamoInspections(client, core),
      repairs: repairDeps(repairKick(repairWorkers), office.repairPrefix),
      agencyName: async (uscc) => (await registers.agency(uscc))?.value.name,
      inspectionKick: inspectionKick({ ...pagesAndMails, resume: 'DEADLINE_SWEEPER' }),
      // What a party does by its link hands nothing on and publishes nothing.
      penaltyKick: penaltyKick({ mail: 'MAIL_WORKER', resume: 'DEADLINE_SWEEPER' }),
      penaltyLists: new DynamoPenalties(client, core),
      casePapers: dynamoCasePapers(client, core),
      office,
      calendar: loadedCalendar(client, core),
      limits: dynamoLimits(client, core),
      requests: dynamoOwnRowRequests(client, core),
      kickMail: () => kickWorker(lambda, mailWorker, {}),
      now: systemClock.now,
    }),
    site: {
      office: { zh: office.name, en: office.nameEn },
      navigation: [],
      assets,
      catalogue: linkCatalogue,
      formActions: [uploadOrigin],
      connectSources: [uploadOrigin],
    },
    clock: systemClock,
    log: powertoolsLog('links'),
  };
}
