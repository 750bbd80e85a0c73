import { ok, problem, type Result } from '../problem.ts';
import type { Json } from './canonicalJson.ts';

/**
 * Reads JSON text strictly (DR-1 §1.1, §1.11.2): fractions, exponents, minus signs, integers from 2^53,
 * duplicate keys, lone surrogates and anything after the value are refused, with the character position.
 */

export interface JsonLimits {
  /** Longest text in UTF-16 code units. */
  readonly length: number;
  /** Deepest nesting of arrays and objects. */
  readonly depth: number;
}

export const JSON_LIMITS: JsonLimits = { length: 64 * 1024 * 1024, depth: 32 };

/** Value of `text`, or one problem `draw.json.*` with params `position` (from 0). */
export function parseStrictJson(text: string, limits: JsonLimits = JSON_LIMITS): Result<Json> {
  if (text.length > limits.length) return problem('draw.json.tooLong', { limit: limits.length });
  const reader = new Reader(text, limits.depth);
  try {
    return ok(reader.document());
  } catch (fault) {
    if (fault instanceof Refused) return problem(`draw.json.${fault.code}`, { position: fault.position });
    throw fault;
  }
}

/** Leaves the recursive descent; never escapes this module. */
class Refused extends Error {
  readonly code: string;
  readonly position: number;
  constructor(code: string, position: number) {
    super(code);
    this.code = code;
    this.position = position;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const LITERALS: readonly (readonly [string, Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
const SPACE = ' \t\n\r';
const NUMBER = /-?\d+(?:\.\d*)?(?:[eE][+-]?\d*)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them raw inside a string
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const HEX4 = /[0-9a-fA-F]{4}/y;

class Reader {
  private readonly text: string;
  private readonly deepest: number;
  private at = 0;

  constructor(text: string, deepest: number) {
    this.text = text;
    this.deepest = deepest;
  }

  document(): Json {
    const value = this.value(0);
    if (this.at < this.text.length) throw new Refused('trailing', this.at);
    return value;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private space(): void {
    while (this.at < this.text.length && SPACE.includes(this.text.charAt(this.at))) this.at++;
  }

  /** Takes `character` and the white space after it, if it is next. */
  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    this.space();
    return true;
  }

  private expect(character: string): void {
    if (!this.take(character)) throw this.unexpected();
  }

  private unexpected(): Refused {
    return new Refused(this.at >= this.text.length ? 'truncated' : 'unexpected', this.at);
  }

  /** One value with the white space around it. */
  private value(depth: number): Json {
    if (depth > this.deepest) throw new Refused('tooDeep', this.at);
    this.space();
    const value = this.bareValue(depth);
    this.space();
    return value;
  }

  private bareValue(depth: number): Json {
    const next = this.text[this.at];
    if (next === '"') return this.string();
    if (next === '{') return this.object(depth);
    if (next === '[') return this.array(depth);
    if (next !== undefined && (next === '-' || (next >= '0' && next <= '9'))) return this.integer();
    for (const [word, value] of LITERALS) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    throw this.unexpected();
  }

  private integer(): number {
    const start = this.at;
    const digits = this.match(NUMBER);
    const value = Number(digits);
    if (!/^(?:0|[1-9]\d*)$/.test(digits) || !Number.isSafeInteger(value)) throw new Refused('number', start);
    return value;
  }

  private string(): string {
    const start = this.at++;
    let value = this.match(PLAIN);
    while (this.text[this.at] === '\\') value += this.escape() + this.match(PLAIN);
    if (this.text[this.at] !== '"') throw this.unexpected();
    this.at++;
    if (!value.isWellFormed()) throw new Refused('surrogate', start);
    return value;
  }

  private escape(): string {
    const start = this.at++;
    const letter = this.text[this.at++] ?? '';
    if (letter === 'u') {
      const digits = this.match(HEX4);
      if (digits === '') throw new Refused('escape', start);
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const character = ESCAPES[letter];
    if (character === undefined) throw new Refused('escape', start);
    return character;
  }

  private array(depth: number): Json[] {
    this.expect('[');
    const items: Json[] = [];
    if (this.text[this.at] !== ']') {
      do items.push(this.value(depth + 1));
      while (this.take(','));
    }
    this.close(']');
    return items;
  }

  private object(depth: number): { [key: string]: Json } {
    this.expect('{');
    const object: { [key: string]: Json } = {};
    if (this.text[this.at] !== '}') {
      do this.member(object, depth);
      while (this.take(','));
    }
    this.close('}');
    return object;
  }

  private member(object: { [key: string]: Json }, depth: number): void {
    const start = this.at;
    if (this.text[start] !== '"') throw this.unexpected();
    const key = this.string();
    if (Object.hasOwn(object, key)) throw new Refused('duplicateKey', start);
    this.space();
    this.expect(':');
    const value = this.value(depth + 1);
    // Plain assignment to `__proto__` would set the prototype instead of a member.
    if (key === '__proto__')
      Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    else object[key] = value;
  }

  /** A closing bracket; white space after it belongs to the value around it. */
  private close(bracket: string): void {
    if (this.text[this.at] !== bracket) throw this.unexpected();
    this.at++;
  }
}
