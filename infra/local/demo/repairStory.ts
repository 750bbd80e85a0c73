import { createHash } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { ulid } from 'ulid';
import { DynamoInspections } from '../../../shared/adapters/dynamoInspections.ts';
import { DynamoPenalties } from '../../../shared/adapters/dynamoPenalties.ts';
import { DynamoRepairs } from '../../../shared/adapters/dynamoRepairs.ts';
import { s3Evidence } from '../../../shared/adapters/s3Evidence.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import type { EvidenceStore } from '../../../shared/evidence/evidenceStore.ts';
import { penaltyCaseId } from '../../../shared/penalty/penaltyRows.ts';
import { apply, attach, declareShared } from '../../../shared/repair/applying.ts';
import { giveRepair } from '../../../shared/repair/command.ts';
import { inspectionSubject } from '../../../shared/repair/inspectionSubject.ts';
import { openRepair } from '../../../shared/repair/opening.ts';
import { penaltySubject } from '../../../shared/repair/penaltySubject.ts';
import type { RepairDeps } from '../../../shared/repair/ports.ts';
import type { SeedContext } from '../runtime.ts';
import { demoPdf } from './demoPdf.ts';
import { done } from './done.ts';
import { settingsOf } from './officeDeps.ts';
import { nobody, type StoryDeps } from './storyDeps.ts';

/** Where the files of a local runtime are kept. */
export function demoEvidence(context: SeedContext): EvidenceStore {
  const { region, credentials, addresses } = context;
  const named = settingsOf(context, 'console');
  return s3Evidence(new S3Client({ endpoint: addresses.aws, region, credentials, forcePathStyle: true }), {
    uploads: named('UPLOADS_BUCKET'),
    evidence: named('EVIDENCE_BUCKET'),
  });
}

/** The papers that the agency hands in; who it is the office knows from its own register. */
const PAPERS = {
  application: 'Application for credit repair - demo',
  promise: 'Promise of good faith - demo',
  proof: 'Receipt of the fine and proof of correction - demo',
} as const;

/** An agency whose penalty can be repaired hands in its application, which waits to be accepted. */
export async function applyForRepair(
  story: StoryDeps,
  evidence: Pick<EvidenceStore, 'keep'>,
  penalty: string,
  agency: { readonly uscc: string; readonly name: string },
): Promise<void> {
  const { client, core, cases, auditKey, calendar, clock } = story;
  const lists = new DynamoRepairs(client, core);
  const by: Actor = { userId: 'link:agency', name: agency.name, roles: ['link'] };
  const deps = (): RepairDeps => {
    const moment = clock.instant(1);
    return {
      cases,
      lists,
      auditKey,
      calendar,
      desk: story.desk,
      prefix: story.office.repairPrefix,
      subjects: {
        penalty: penaltySubject({
          penalties: { cases, calendar, auditKey },
          lists: new DynamoPenalties(client, core),
        }),
        inspection: inspectionSubject({ cases, lists: new DynamoInspections(client, core) }),
      },
      kick: { mail: nobody, publish: nobody, credit: nobody, leads: nobody },
      now: () => moment,
    };
  };
  const id = ulid(clock.instant(1).getTime());
  const subject = penaltyCaseId(penalty);
  done(await openRepair(deps(), { id, kind: 'penalty', subject, uscc: agency.uscc }, by));
  const shared = { material: 'identity', shared: true } as const;
  done(await giveRepair(deps(), id, 'declare-shared', declareShared, shared, by));
  for (const material of ['application', 'promise', 'proof'] as const) {
    const bytes = demoPdf(PAPERS[material]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await evidence.keep(id, sha256, bytes, 'pdf');
    const moment = deps();
    const file = {
      id: ulid(moment.now().getTime()),
      material,
      sha256,
      size: bytes.length,
      type: 'pdf',
      fileName: `${material}.pdf`,
      purpose: 'document',
      at: `${moment.now().toISOString().slice(0, 19)}Z`,
      by: agency.uscc,
    } as const;
    done(await giveRepair(moment, id, 'attach', attach, { file }, by));
  }
  const last = deps();
  const input = { on: clock.dayAgo(1), channel: 'link' } as const;
  done(await giveRepair(last, id, 'apply', apply(last), input, by));
}
