import { ok, type Problem, type Result, refuse } from '../problem.ts';

/**
 * 统一社会信用代码, GB 32100-2015: 18 characters = registration authority, kind of body, six digits of region,
 * nine characters of organisation code (GB 11714, with a check character of its own), check character.
 * It is an entity's one key for life in inspection, publicity and statistics (令112号 arts. 9, 10, 16).
 */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714 counts in the full alphabet, I O S V Z included. */
const INNER_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const LENGTH = 18;

/** Upper case, half-width, without spaces, hyphens and invisible characters. */
export function normaliseUscc(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}\u2010-\u2015-]/gu, '');
}

/** The check character for the first 17 characters (GB 32100-2015). */
export function usccCheckCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(body.charAt(i)), 0);
  // The printed formula 31 − MOD gives 31 when MOD is 0; the character is then `0`.
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The check character for the first 8 characters of an organisation code (GB 11714). */
export function organisationCheckCharacter(body: string): string {
  const sum = INNER_WEIGHTS.reduce((total, w, i) => total + w * INNER_ALPHABET.indexOf(body.charAt(i)), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

function usccProblem(code: string): Problem | undefined {
  if (code.length !== LENGTH) return { code: 'register.uscc.length', params: { length: code.length } };
  for (let i = 0; i < LENGTH; i++) {
    const character = code.charAt(i);
    const params = { character, position: i + 1 };
    if ('IOSVZ'.includes(character)) return { code: 'register.uscc.letter', params };
    if (!ALPHABET.includes(character)) return { code: 'register.uscc.character', params };
  }
  const region = code.slice(2, 8);
  if (!/^\d{6}$/.test(region)) return { code: 'register.uscc.region', params: { region } };
  const check = usccCheckCharacter(code);
  const found = code.charAt(LENGTH - 1);
  if (check !== found) return { code: 'register.uscc.check', params: { expected: check, found } };
  const inner = organisationCheckCharacter(code.slice(8, 16));
  const innerFound = code.charAt(16);
  if (inner !== innerFound)
    return { code: 'register.uscc.inner', params: { expected: inner, found: innerFound } };
  return undefined;
}

/**
 * The normalised code, or the one most precise problem: `register.uscc.length`, `.letter` (I O S V Z are never
 * used), `.character`, `.region`, `.check` (with the character that would fit) or `.inner`.
 * Any first character is taken: law firms, whose codes the judicial authority issues, do not start with 9.
 */
export function parseUscc(text: string): Result<string> {
  const code = normaliseUscc(text);
  const found = usccProblem(code);
  return found ? refuse(found) : ok(code);
}

export function isUscc(code: string): boolean {
  return usccProblem(code) === undefined;
}

/**
 * The n-th valid fictional code for demonstrations and tests: authority 9 (market supervision), kind 1,
 * Beijing (110000), organisation code `FA` + six digits. `FA` stands for no real series known to us.
 */
export function fictionalUscc(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 999_999) throw new RangeError(`fictional code number: ${n}`);
  const organisation = `FA${String(n).padStart(6, '0')}`;
  const body = `91110000${organisation}${organisationCheckCharacter(organisation)}`;
  return body + usccCheckCharacter(body);
}
