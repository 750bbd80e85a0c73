import * as z from 'zod';
import { toHex, utf8 } from '../draw/bytes.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import { sha256Suite } from '../draw/hash.ts';
import { ok, problem, type Result } from '../problem.ts';
import { complaintCommit } from './command.ts';
import type { ComplaintCase, ComplaintStatus } from './complaintCase.ts';
import { complaintCaseId, receiptRows, replacedReceiptRow } from './complaintRows.ts';
import { normalisedMail } from './mailAddress.ts';
import type { ComplaintDeps, ComplaintLists, StoredComplaint } from './ports.ts';
import { newReceiptCode, type RandomBytes, receiptHash } from './receiptCode.ts';

/**
 * Somebody has lost the receipt code and gets a new one over the mail address that they have shown to be theirs. The
 * page that takes the request looks nothing up: what it answers, and how long that takes, tells nobody whether there
 * is a case. Who answers it is a worker that may read the vault.
 */

export interface LostRequest {
  /** The same address in the same hour is the same request: nobody's mailbox is filled by it. */
  readonly id: string;
  readonly at: string;
  readonly address: string;
  /** Language of the page on which it was asked for. */
  readonly lang: 'zh' | 'en';
}

export const lostRequestSchema = z.object({
  id: z.string(),
  at: z.string(),
  address: z.email().max(254),
  lang: z.enum(['zh', 'en']),
});

/** @param key `mailDigestKey` of the application secret */
export function lostRequest(
  asked: { readonly address: string; readonly lang: 'zh' | 'en' },
  key: Uint8Array,
  now: Date,
): LostRequest {
  const at = `${now.toISOString().slice(0, 19)}Z`;
  const address = normalisedMail(asked.address);
  const id = toHex(sha256Suite.hmac(key, utf8(`lost ${at.slice(0, 13)} ${address}`))).slice(0, 32);
  return { id, at, address, lang: asked.lang };
}

/** Keeps requests until they are answered. The address is encrypted; the queue knows nothing but the id. */
export interface LostRequests {
  /** @returns whether it was new */
  put(request: LostRequest): Promise<boolean>;
  /** Ids of what waits, the oldest first. */
  waiting(now: string, limit: number): Promise<readonly string[]>;
  /** For who may decrypt; undefined when it was answered meanwhile. */
  read(id: string): Promise<LostRequest | undefined>;
  answered(id: string): Promise<void>;
}

export interface LostCodeDeps extends ComplaintDeps {
  readonly lists: Pick<ComplaintLists, 'receiptOf' | 'ofReceipt'>;
  /** Ids of the cases that were filed under an address. */
  readonly casesOf: (address: string) => Promise<readonly string[]>;
  /** `receiptPepper` of the application secret. */
  readonly receiptPepper: () => Promise<Uint8Array>;
}

/** A new code and what it opens; to be mailed, and kept nowhere else. */
export interface RenewedReceipt {
  readonly code: string;
  readonly cases: readonly ComplaintCase[];
}

/** A case with the receipt that opens it. */
export interface OpenedBy {
  readonly case: StoredComplaint;
  readonly hash: string;
}

/** What one receipt opens. */
interface Renewable {
  readonly hash: string;
  readonly cases: readonly StoredComplaint[];
}

/** The receipts that may be renewed: over a confirmed address only, and while the identity is kept. */
export function renewable(found: readonly OpenedBy[]): readonly Renewable[] {
  const groups = new Map<string, StoredComplaint[]>();
  for (const { case: stored, hash } of found) {
    const { filer } = stored.state;
    if (filer.mail !== 'confirmed' || filer.erased !== undefined) continue;
    groups.set(hash, [...(groups.get(hash) ?? []), stored]);
  }
  return [...groups].map(([hash, cases]) => ({
    hash,
    cases: cases.sort((a, b) => (a.caseId < b.caseId ? -1 : 1)),
  }));
}

/**
 * The code that a request gives to a receipt. It follows from the request: cut off after the commit and before the
 * mail, the worker comes again and mails the same code.
 */
export function renewedCode(pepper: Uint8Array, request: string, firstCase: string): string {
  let block = 0;
  const stream: RandomBytes = (bytes) => {
    block += 1;
    return sha256Suite.hmac(pepper, utf8(`renewed ${request} ${firstCase} ${block}`)).slice(0, bytes);
  };
  return newReceiptCode(stream);
}

const ATTEMPTS = 4;

/**
 * Gives every receipt of the address a new code and makes the old ones open nothing. Repeated, it answers with the
 * same codes and writes nothing.
 *
 * @returns the codes to mail, none when the address is unknown or unconfirmed, or when a later request has been answered
 *   meanwhile. Problem: `complaint.busy`
 */
export async function answerLostCode(
  deps: LostCodeDeps,
  request: LostRequest,
  actor: Actor = SYSTEM,
): Promise<Result<readonly RenewedReceipt[]>> {
  const pepper = await deps.receiptPepper();
  const renewed: RenewedReceipt[] = [];
  const ids = await deps.casesOf(request.address);
  for (const group of renewable(await opened(deps, ids))) {
    const [first] = group.cases;
    if (first === undefined) continue;
    const code = renewedCode(pepper, request.id, first.state.id);
    const done = await renew(deps, group, receiptHash(pepper, code), actor);
    if (!done.ok) return done;
    if (done.value === 'outdated') continue;
    renewed.push({ code, cases: group.cases.map(({ state }) => state) });
  }
  return ok(renewed);
}

async function opened(
  deps: Pick<LostCodeDeps, 'cases' | 'lists'>,
  ids: readonly string[],
): Promise<readonly OpenedBy[]> {
  const found = await Promise.all(
    ids.map(async (id) => {
      const [stored, hash] = await Promise.all([
        deps.cases.load<ComplaintCase>(complaintCaseId(id)),
        deps.lists.receiptOf(id),
      ]);
      // Without a receipt of its own it is seen through the case that it was split from.
      return stored === undefined || hash === undefined ? undefined : { case: stored, hash };
    }),
  );
  return found.filter((one) => one !== undefined);
}

/**
 * One transaction for all cases of a receipt: the new one opens all of them, or the old one still does. What opens them
 * at that moment is what is replaced: another request may have been answered since they were looked up.
 *
 * @returns `outdated` when this very code was given before and another has taken its place
 */
async function renew(
  deps: LostCodeDeps,
  group: Renewable,
  hash: string,
  actor: Actor,
): Promise<Result<'renewed' | 'outdated'>> {
  if (group.hash === hash) return ok('renewed');
  const key = await deps.auditKey();
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  const ids = group.cases.map(({ state }) => state.id);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const now = await opened(deps, ids);
    if (now.every((one) => one.hash === hash)) return ok('renewed');
    if ((await deps.lists.ofReceipt(hash)) !== undefined) return ok('outdated');
    const commits = now.map(({ case: stored }) =>
      complaintCommit(
        stored,
        'new-receipt',
        { to: stored.status as ComplaintStatus, state: stored.state, ground: 'lost' },
        { actor, at },
        key,
      ),
    );
    const [first, ...linked] = commits;
    if (first === undefined) return ok('outdated');
    const before = new Set(now.map((one) => one.hash));
    const replaced = [...before].map((one) => replacedReceiptRow(one, at));
    const rows = [...receiptRows(hash, ids), ...replaced];
    const outcome = await deps.cases.commit({ ...first, rows: [...rows, ...(first.rows ?? [])], linked });
    if (outcome.ok) return ok('renewed');
  }
  return problem('complaint.busy');
}
