import type { KeyedHmac } from '../access/networkLimit.ts';
import { sameText } from '../access/signedLink.ts';
import { lengthPrefixedAll, toHex } from '../draw/bytes.ts';
import { ok, problem, type Result } from '../problem.ts';
import { type Puzzle, solves } from './solve.ts';

/**
 * A small calculation that a browser does before a form is taken: it makes floods dear, asks nobody else and knows
 * nothing about the person. The server keeps nothing: a MAC binds the challenge to the draft that it was made for,
 * and a draft is sent only once, so a solution serves once.
 */

export interface Challenge extends Puzzle {
  /** Seconds since 1970 from which it is no longer taken. */
  readonly expires: number;
  /** HMAC over salt, bits, expiry and the draft, hex. */
  readonly mac: string;
}

interface ChallengeKey {
  readonly hmac: KeyedHmac;
  /** `intakeKey` of the application secret. */
  readonly key: Uint8Array;
}

/** 65,536 attempts on average: well under a second on a computer, a few on an old telephone. */
export const DEFAULT_BITS = 16;
/** A form may lie open this long, in seconds. */
export const CHALLENGE_SECONDS = 2 * 3600;

const SALT_BYTES = 16;
const DOMAIN = 'double-random/proof-of-work/1';

function macOf({ hmac, key }: ChallengeKey, draft: string, challenge: Omit<Challenge, 'mac'>): string {
  const { salt, bits, expires } = challenge;
  return toHex(hmac(key, lengthPrefixedAll(DOMAIN, draft, salt, String(bits), String(expires))));
}

/**
 * A challenge for one draft.
 *
 * @param draft id of the draft; it does not stand in the challenge
 */
export function makeChallenge(
  deps: ChallengeKey & { readonly random: (bytes: number) => Uint8Array },
  draft: string,
  now: Date,
  bits: number = DEFAULT_BITS,
): Challenge {
  const open = {
    salt: toHex(deps.random(SALT_BYTES)),
    bits,
    expires: Math.floor(now.getTime() / 1000) + CHALLENGE_SECONDS,
  };
  return { ...open, mac: macOf(deps, draft, open) };
}

/** As it stands in a form: `salt.bits.expires.mac`. */
export function challengeText({ salt, bits, expires, mac }: Challenge): string {
  return [salt, bits, expires, mac].join('.');
}

const TEXT = /^([0-9a-f]{32})\.(0|[1-9]\d{0,2})\.([1-9]\d{0,11})\.([0-9a-f]{64})$/;

/** The challenge of a form; undefined for anything else. Whether it is ours, only `checkSolution` tells. */
export function readChallenge(text: string): Challenge | undefined {
  const [, salt, bits, expires, mac] = TEXT.exec(text) ?? [];
  if (salt === undefined || mac === undefined) return undefined;
  return { salt, bits: Number(bits), expires: Number(expires), mac };
}

/**
 * Whether a form brings a solution of a challenge that this office made for this draft. The form keeps what was
 * entered and is shown again with a new challenge.
 *
 * Problems: `proofOfWork.missing`, nothing was calculated; `proofOfWork.foreign`, changed or made for another draft;
 * `proofOfWork.expired`; `proofOfWork.wrong`, no solution.
 *
 * @param sent the two hidden fields of the form as they came
 */
export function checkSolution(
  deps: ChallengeKey,
  draft: string,
  sent: { readonly challenge: string; readonly solution: string },
  now: Date,
): Result<true> {
  if (sent.challenge === '' || sent.solution === '') return problem('proofOfWork.missing');
  const challenge = readChallenge(sent.challenge);
  if (challenge === undefined || !sameText(challenge.mac, macOf(deps, draft, challenge))) {
    return problem('proofOfWork.foreign');
  }
  if (now.getTime() >= challenge.expires * 1000) return problem('proofOfWork.expired');
  const number = /^(0|[1-9]\d{0,15})$/.test(sent.solution) ? Number(sent.solution) : Number.NaN;
  if (!Number.isSafeInteger(number) || !solves(challenge, number)) return problem('proofOfWork.wrong');
  return ok(true);
}
