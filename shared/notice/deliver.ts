import type { CaseCommit, CaseStore, StoredCase } from '../case/caseStore.ts';
import { inParallel } from '../inParallel.ts';
import type { Lease, Mailer, MailMessage, MailQueue, SendOutcome } from './mailPort.ts';
import type { MailProgress } from './notice.ts';
import { MAX_ATTEMPTS, retryDelay } from './retry.ts';

/** What became of an attempt. */
export interface AttemptStep {
  readonly command: 'send' | 'defer' | 'fail';
  readonly status: 'sent' | 'queued' | 'bounced';
  readonly at: string;
  /** Code of a closed list. */
  readonly ground?: string;
}

/** How one kind of mail is delivered. */
export interface Delivery<State extends { readonly mail: MailProgress }> {
  readonly store: Pick<CaseStore, 'load' | 'commit'>;
  readonly queue: MailQueue;
  readonly mailer: Mailer;
  /** The message, or why there is none now (`temporary`) or at all (`permanent`). */
  readonly compose: (state: State, at: string) => Promise<MailMessage | SendOutcome>;
  /** The state with this progress of its mail, as a commit. */
  readonly step: (before: StoredCase<State>, mail: MailProgress, step: AttemptStep) => CaseCommit<State>;
  readonly now: () => Date;
  /** In [0, 1). */
  readonly random: () => number;
}

export interface DeliveryLimits {
  /** Most notices in one run. */
  readonly most: number;
  /** Connections used at a time. */
  readonly width: number;
  /** Milliseconds for which a notice is taken; longer than any attempt can last. */
  readonly leaseMs: number;
  /** False ends the run after the mails under way. */
  readonly goOn: () => boolean;
}

export type DeliveryResult = 'sent' | 'deferred' | 'failed' | 'skipped';
export type DeliveryReport = Readonly<Record<DeliveryResult, number>> & {
  /** Whether the run ended with mails still due. */
  readonly more: boolean;
};

const BATCH = 50;

function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/**
 * Sends what is due. Every mail is leased before it is sent and marked after: whoever else runs at the same
 * time takes other ones. A notice whose mark was lost comes back when its lease runs out and is sent once more
 * with the same Message-ID; if that is cut off too, a person decides.
 */
export async function deliver<State extends { readonly mail: MailProgress }>(
  deps: Delivery<State>,
  limits: DeliveryLimits,
): Promise<DeliveryReport> {
  const count = { sent: 0, deferred: 0, failed: 0, skipped: 0 };
  let taken = 0;
  let more = true;
  while (more && taken < limits.most && limits.goOn()) {
    const ids = await deps.queue.due(instant(deps.now()), Math.min(BATCH, limits.most - taken));
    more = ids.length > 0;
    const skippedBefore = count.skipped;
    await inParallel(ids, limits.width, async (id) => {
      if (!limits.goOn()) return;
      count[await deliverOne(deps, limits, id)] += 1;
    });
    taken += ids.length;
    // Everything belongs to somebody else just now: leave it to them.
    if (count.skipped - skippedBefore === ids.length) break;
  }
  return { ...count, more };
}

async function deliverOne<State extends { readonly mail: MailProgress }>(
  deps: Delivery<State>,
  limits: DeliveryLimits,
  id: string,
): Promise<DeliveryResult> {
  const now = deps.now();
  const until = instant(new Date(now.getTime() + limits.leaseMs));
  const lease = await deps.queue.lease(id, instant(now), until);
  if (lease === undefined) return 'skipped';
  const before = await deps.store.load<State>(id);
  if (before === undefined || before.status !== 'queued') return 'skipped';
  const outcome = await attempt(deps, before.state, lease);
  return mark(deps, before, lease, outcome);
}

/** An earlier attempt at this version left no trace: it may or may not have been accepted. */
function cutOff(lease: Lease): boolean {
  return lease.count > 1;
}

async function attempt<State extends { readonly mail: MailProgress }>(
  deps: Delivery<State>,
  state: State,
  lease: Lease,
): Promise<SendOutcome> {
  const oneRepeatUsed = state.mail.maybeDuplicate === true || lease.count > 2;
  if (cutOff(lease) && oneRepeatUsed) return { type: 'permanent', code: 'outcome-unknown' };
  const message = await deps.compose(state, instant(deps.now()));
  return 'type' in message ? message : deps.mailer.send(message);
}

async function mark<State extends { readonly mail: MailProgress }>(
  deps: Delivery<State>,
  before: StoredCase<State>,
  lease: Lease,
  outcome: SendOutcome,
): Promise<DeliveryResult> {
  const now = deps.now();
  const at = instant(now);
  const { nextAt: _, ...mail } = before.state.mail;
  const attempts = mail.attempts + 1;
  const uncertain = cutOff(lease) || (outcome.type === 'temporary' && outcome.uncertain === true);
  const tried = { ...mail, attempts, ...(uncertain ? { maybeDuplicate: true as const } : {}) };
  const put = async (
    command: 'send' | 'defer' | 'fail',
    status: 'sent' | 'queued' | 'bounced',
    changed: MailProgress,
    ground?: string,
  ) => {
    const step = { command, status, at };
    // Stale: a person served it or corrected the address while the mail was under way; theirs stands.
    return deps.store.commit(deps.step(before, changed, ground === undefined ? step : { ...step, ground }));
  };
  if (outcome.type === 'accepted') {
    const { failure: _failure, ...clean } = tried;
    await put('send', 'sent', { ...clean, sentAt: at });
    return 'sent';
  }
  const failure = { class: outcome.type, code: outcome.code, at };
  // A second attempt whose end is not known could be a second duplicate: no third one.
  const undecidable =
    outcome.type === 'temporary' && outcome.uncertain === true && mail.maybeDuplicate === true;
  if (outcome.type === 'temporary' && !undecidable && attempts < MAX_ATTEMPTS) {
    const nextAt = instant(new Date(now.getTime() + retryDelay(attempts, deps.random())));
    await put('defer', 'queued', { ...tried, failure, nextAt }, 'temporary');
    return 'deferred';
  }
  const ground = failureGround(outcome, undecidable);
  const code = ground === 'refused' ? outcome.code : ground;
  await put('fail', 'bounced', { ...tried, failure: { class: 'permanent', code, at } }, ground);
  return 'failed';
}

/** Why no further attempt is made: the closed list of the audit entry. */
function failureGround(outcome: SendOutcome, undecidable: boolean): string {
  if (outcome.type === 'temporary') return undecidable ? 'outcome-unknown' : 'attempts-exhausted';
  if (outcome.type === 'permanent' && /^[a-z]/.test(outcome.code)) return outcome.code;
  return 'refused';
}
