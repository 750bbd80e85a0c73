import { createHash, createHmac, randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../shared/messages/catalogue.ts';
import {
  CHALLENGE_SECONDS,
  type Challenge,
  challengeText,
  checkSolution,
  makeChallenge,
  readChallenge,
} from '../../../shared/proofOfWork/challenge.ts';
import { leadingZeroBits, progressPercent, solve, solves } from '../../../shared/proofOfWork/solve.ts';

const hmac = (key: Uint8Array, message: Uint8Array) =>
  new Uint8Array(createHmac('sha256', key).update(message).digest());
const deps = {
  hmac,
  key: new Uint8Array(32).fill(3),
  random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
};
const now = new Date('2026-11-02T01:00:00Z');

const refusal = (challenge: string, solution: string, draft = 'D1', when = now, key = deps.key) => {
  const checked = checkSolution({ hmac, key }, draft, { challenge, solution }, when);
  return checked.ok ? 'ok' : checked.problems[0]?.code;
};

/** A challenge with its solution. */
function solved(bits = 8, draft = 'D1'): { challenge: Challenge; text: string; solution: string } {
  const challenge = makeChallenge(deps, draft, now, bits);
  const solution = String(solve(challenge, 0, 1_000_000));
  return { challenge, text: challengeText(challenge), solution };
}

describe('leading zero bits', () => {
  it.each([
    [[0x80], 0],
    [[0x7f, 0xff], 1],
    [[0x01], 7],
    [[0x00, 0x80], 8],
    [[0x00, 0x01], 15],
    [[0x00, 0x00, 0xff], 16],
    [[0x00, 0x00], 16],
  ])('%j: %i', (bytes, bits) => {
    expect(leadingZeroBits(Uint8Array.from(bytes))).toBe(bits);
  });

  it('are those of SHA-256 as anybody computes it, to the very bit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{32}$/), fc.nat(), (salt, number) => {
        const hash = createHash('sha256').update(`${salt}:${number}`).digest('hex');
        const zeros = BigInt(`0x${hash}`) === 0n ? 256 : 256 - BigInt(`0x${hash}`).toString(2).length;
        expect(solves({ salt, bits: zeros }, number)).toBe(true);
        expect(solves({ salt, bits: zeros + 1 }, number)).toBe(false);
      }),
    );
  });
});

describe('solving', () => {
  it('gives the same solution in slices as in one go', () => {
    const { challenge, solution } = solved(10);
    let found: number | undefined;
    for (let from = 0; found === undefined; from += 7) found = solve(challenge, from, 7);
    expect(String(found)).toBe(solution);
    expect(solve(challenge, Number(solution) + 1, 0)).toBeUndefined();
    expect(solve(challenge, 0, Number(solution))).toBeUndefined();
  });

  it('tells a progress that rises and never says it is done', () => {
    expect(progressPercent({ bits: 16 }, 0)).toBe(0);
    expect(progressPercent({ bits: 16 }, 65_536)).toBe(63);
    expect(progressPercent({ bits: 16 }, 300_000)).toBe(98);
  });
});

describe('a solution', () => {
  it('is taken for the draft that the challenge was made for', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 9 }), (draft, bits) => {
        const { text, solution } = solved(bits, draft);
        expect(refusal(text, solution, draft)).toBe('ok');
      }),
    );
  });

  it('is taken for no other draft and under no other key', () => {
    const { text, solution } = solved();
    expect(refusal(text, solution, 'D2')).toBe('proofOfWork.foreign');
    expect(refusal(text, solution, 'D1', now, new Uint8Array(32))).toBe('proofOfWork.foreign');
  });

  it('is taken until the challenge expires', () => {
    const { text, solution } = solved();
    const end = now.getTime() + CHALLENGE_SECONDS * 1000;
    expect(refusal(text, solution, 'D1', new Date(end - 1))).toBe('ok');
    expect(refusal(text, solution, 'D1', new Date(end))).toBe('proofOfWork.expired');
  });

  it('serves no challenge that was changed: easier, longer, another salt, another code', () => {
    const { challenge, solution } = solved();
    const changed: readonly Partial<Challenge>[] = [
      { bits: 0 },
      { expires: challenge.expires + 1 },
      { salt: '0'.repeat(32) },
      { mac: '0'.repeat(64) },
    ];
    for (const change of changed)
      expect(refusal(challengeText({ ...challenge, ...change }), solution)).toBe('proofOfWork.foreign');
    for (const text of ['x', `${challengeText(challenge)}.`, challengeText(challenge).toUpperCase()])
      expect(refusal(text, solution)).toBe('proofOfWork.foreign');
    const [salt, bits, expires] = challengeText(challenge).split('.');
    expect(refusal([salt, `0${bits}`, expires, challenge.mac].join('.'), solution)).toBe(
      'proofOfWork.foreign',
    );
  });

  it('that is none is wrong, and an absent one missing', () => {
    const { text, solution } = solved(10);
    const before = Number(solution) - 1;
    for (const wrong of [String(before), `${solution}.0`, `+${solution}`, `0${solution}`, '1e3', '-1', 'x'])
      expect(refusal(text, wrong)).toBe('proofOfWork.wrong');
    expect(refusal(text, '9007199254740992')).toBe('proofOfWork.wrong');
    expect(refusal(text, '')).toBe('proofOfWork.missing');
    expect(refusal('', solution)).toBe('proofOfWork.missing');
    for (const one of ['missing', 'expired', 'wrong', 'foreign'])
      expect(catalogue.has(`proofOfWork.${one}`)).toBe(true);
  });

  it('does not tell the draft', () => {
    const { challenge, text } = solved(4, 'DRAFT-ID');
    expect(text).not.toContain('DRAFT');
    expect(readChallenge(text)).toEqual(challenge);
  });
});
