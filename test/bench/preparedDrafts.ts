import { createHmac, randomBytes } from 'node:crypto';
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { csrfTokenOf } from '../../shared/access/session.ts';
import type { Answers } from '../../shared/complaint/form/answers.ts';
import { newDraft } from '../../shared/complaint/form/draft.ts';
import { draftKeyOf, newDraftCookie, sealDraft } from '../../shared/complaint/form/draftCipher.ts';
import { draftRowKey } from '../../shared/complaint/form/draftRows.ts';
import { inParallel } from '../../shared/inParallel.ts';
import { challengeText, makeChallenge } from '../../shared/proofOfWork/challenge.ts';
import { solve } from '../../shared/proofOfWork/solve.ts';
import { fictionalUscc } from '../../shared/register/uscc.ts';
import { plantedIdentity } from '../fixtures/complaintWorld.ts';

/** One browser with a form filled in and its calculation done: all that is left is to press the button. */
export interface PreparedDraft {
  /** Id of the draft's row. */
  readonly id: string;
  readonly ids: { readonly complaint: string; readonly report: string };
  readonly code: string;
  /** What the browser sends: its cookies and the form. */
  readonly cookie: string;
  readonly body: string;
}

/** Enough that the check does its work, few enough that thousands are solved in no time: the check costs the same. */
const BITS = 4;
const DAY_SECONDS = 86_400;
/** Items of one BatchWriteItem. */
const BATCH = 25;
const WIDTH = 8;

const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
const hmac = (key: Uint8Array, message: Uint8Array) =>
  new Uint8Array(createHmac('sha256', key).update(message).digest());

/** A consumer's complaint that is also a report: two cases, the most that a filing without files writes. */
function answersAbout(agency: number): Answers {
  return {
    before: { told: 'no' },
    agency: {
      listed: true,
      uscc: fictionalUscc(agency),
      name: `北京第${agency}专利代理有限公司`,
      kinds: ['patent'],
      district: 'haidian',
    },
    standing: { standing: 'consumer' },
    wish: { wish: 'both' },
    kind: { kinds: 'complaint report' },
    service: { service: 'patent' },
    conducts: { conducts: ['mismanagement', 'fees-or-quality'] },
    facts: { facts: '代理机构错过了缴费期限，专利申请视为撤回。'.repeat(20) },
    matter: { applicationNumber: '202310123456.7', amountFen: 300_050 },
    rights: {},
    request: { request: '退还代理费并赔偿损失。' },
    evidence: { seen: 'yes' },
    identity: plantedIdentity,
    proxy: { acting: 'self' },
  };
}

/**
 * Fills forms in without going through their pages, as the pages would have left them in the core table.
 *
 * @param intakeKey of the running office, which signs the challenges
 * @param agencyOf number of the fictional agency that the n-th is about
 */
export async function prepareDrafts(
  office: {
    readonly client: DynamoDBDocumentClient;
    readonly core: string;
    readonly intakeKey: Uint8Array;
    readonly now: Date;
  },
  count: number,
  agencyOf: (n: number) => number,
): Promise<readonly PreparedDraft[]> {
  const { client, core, intakeKey, now } = office;
  const rows: Record<string, unknown>[] = [];
  const prepared = Array.from({ length: count }, (_, n): PreparedDraft => {
    const cookie = newDraftCookie(random);
    const key = draftKeyOf(cookie);
    if (key === undefined) throw new Error('a draft without a key');
    const draft = { ...newDraft(random, now), answers: answersAbout(agencyOf(n)) };
    const ttl = Math.floor(now.getTime() / 1000) + DAY_SECONDS;
    rows.push({ ...draftRowKey(key.id), version: 1, cipher: sealDraft(key, 1, draft, random), ttl });
    const challenge = makeChallenge({ hmac, key: intakeKey, random }, key.id, now, BITS);
    const visitor = randomBytes(32).toString('base64url');
    const body = new URLSearchParams({
      csrfToken: csrfTokenOf(visitor),
      proofChallenge: challengeText(challenge),
      proofSolution: String(solve(challenge, 0, 1_000_000) ?? ''),
    });
    return {
      id: key.id,
      ids: draft.ids,
      code: draft.code,
      cookie: `__Host-draft=${cookie}; __Host-visitor=${visitor}`,
      body: body.toString(),
    };
  });
  const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, n) =>
    rows.slice(n * BATCH, (n + 1) * BATCH),
  );
  await inParallel(batches, WIDTH, async (batch) => {
    const written = await client.send(
      new BatchWriteCommand({ RequestItems: { [core]: batch.map((Item) => ({ PutRequest: { Item } })) } }),
    );
    if (Object.keys(written.UnprocessedItems ?? {}).length > 0) throw new Error('drafts left unwritten');
  });
  return prepared;
}
