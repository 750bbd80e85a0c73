import { parseLocalDate } from '../calendar/localDate.ts';
import { ok, type Result, refuse } from '../problem.ts';
import { parseUscc } from './uscc.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * How one kind of cell is read and written. `parse` gets a cell that is not empty; `format(parse(x))` is the
 * canonical text, and `parse(format(v))` is `v`.
 */
export type CellCodec = {
  readonly parse: (cell: string) => Result<unknown>;
  readonly format: (value: unknown) => string;
  /** The words a cell may hold, for lists in forms and in the template. */
  readonly vocabulary?: Vocabulary;
  /** The value of an empty cell, where emptiness says something. */
  readonly empty?: unknown;
  /** The cell holds one entry per line; a form asks for it in a textarea. */
  readonly lines?: true;
};

const SPREADSHEET_NUMBER = /^\d(?:\.\d+)?E\+?\d+$/i;
const LIST_SIGNS = /[,，、;；|/]+/;

/** Takes away what nobody sees: invisible characters, a BOM, blanks around, line breaks inside. */
export function tidy(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/[\p{Cf}]/gu, '')
    .replace(/[\t\r\n\v\f]+/g, ' ')
    .trim();
}

/** The lines of a cell or textarea, whichever program broke them. */
export function linesOf(cell: string): string[] {
  return cell.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
}

/** `tidy`, and half-width: for numbers, codes, addresses and words of a list. */
export function halfWidth(cell: string): string {
  return tidy(cell.normalize('NFKC')).normalize('NFC');
}

/** Text as people wrote it, full-width parentheses included. */
export const textCell: CellCodec = { parse: (cell) => ok(tidy(cell)), format: String };

/** A number that is a name: leading zeros stay. */
export const codeCell: CellCodec = {
  parse: (cell) => {
    // What stood apart can belong together now: a letter and its accent are one.
    const code = halfWidth(cell).replace(/\s/g, '').normalize('NFC');
    return SPREADSHEET_NUMBER.test(code)
      ? refuse({ code: 'register.number.scientific', params: { value: code } })
      : ok(code);
  },
  format: String,
};

export const usccCell: CellCodec = {
  parse: (cell) => {
    const code = codeCell.parse(cell);
    return code.ok ? parseUscc(cell) : code;
  },
  format: String,
};

/** `(010) 8888 6666转8` → `010 8888 6666-8`. */
export const phoneCell: CellCodec = {
  parse: (cell) =>
    ok(
      halfWidth(cell)
        .replace(/[()]/g, ' ')
        .replace(/\s*(?:转|ext\.?|x)\s*/gi, '-')
        .replace(/[\u2010-\u2015]/g, '-')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  format: String,
};

export const emailCell: CellCodec = {
  parse: (cell) => ok(halfWidth(cell).replace(/^mailto:/i, '')),
  format: String,
};

const DATE_FORMS = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** `2026-3-2`, `2026/3/2`, `2026.3.2`, `2026年3月2日`, `20260302`; day-first forms are refused, they are ambiguous. */
export const dateCell: CellCodec = {
  parse: (cell) => {
    const text = halfWidth(cell);
    for (const form of DATE_FORMS) {
      const match = form.exec(text);
      const [year, month, day] = match?.slice(1, 4).map((part) => part.padStart(2, '0')) ?? [];
      const date = match ? parseLocalDate(`${year}-${month}-${day}`) : undefined;
      if (date !== undefined) return ok(date);
    }
    return refuse({ code: 'register.date.format', params: { value: text } });
  },
  format: String,
};

/** `2027-3`, `2027/3`, `2027.3`, `2027年3月`. */
export const monthCell: CellCodec = {
  parse: (cell) => {
    const text = halfWidth(cell);
    const match = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月?)$/.exec(text);
    const month = Number(match?.[2] ?? match?.[3]);
    return month >= 1 && month <= 12
      ? ok(`${match?.[1]}-${String(month).padStart(2, '0')}`)
      : refuse({ code: 'register.month.format', params: { value: text } });
  },
  format: String,
};

export const wholeNumberCell: CellCodec = {
  parse: (cell) => {
    const text = halfWidth(cell);
    return /^\d{1,9}$/.test(text)
      ? ok(Number(text))
      : refuse({ code: 'register.number.whole', params: { value: text } });
  },
  format: String,
};

function key(word: string): string {
  return halfWidth(word).toLowerCase().replace(/\s/g, '');
}

/** Word → code, by code, Chinese, English and other spellings, without regard to case, width and blanks. */
function dictionary(vocabulary: Vocabulary): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const term of vocabulary) {
    for (const word of [term.code, term.zh, term.en, ...(term.alias ?? [])]) words.set(key(word), term.code);
  }
  return words;
}

function allowed(vocabulary: Vocabulary): string {
  return vocabulary.map((term) => term.zh).join('、');
}

/** One word of a closed list; written as its Chinese word. */
export function termCell(vocabulary: Vocabulary): CellCodec {
  const words = dictionary(vocabulary);
  const texts = new Map(vocabulary.map((term) => [term.code, term.zh]));
  return {
    vocabulary,
    parse: (cell) => {
      const code = words.get(key(cell));
      return code === undefined
        ? refuse({
            code: 'register.word.unknown',
            params: { value: tidy(cell), allowed: allowed(vocabulary) },
          })
        : ok(code);
    },
    format: (value) => texts.get(String(value)) ?? String(value),
  };
}

/** The words of a list cell. A blank separates words too, unless it stands inside one (`Team leader`). */
function listParts(cell: string, words: ReadonlyMap<string, string>): string[] {
  return halfWidth(cell)
    .split(LIST_SIGNS)
    .flatMap((part) => (words.has(key(part)) ? [part] : part.split(/\s+/)))
    .filter((part) => part !== '');
}

/** Several words of a closed list, in any order and with any separator; each once, in the list's own order. */
export function termsCell(vocabulary: Vocabulary): CellCodec {
  const words = dictionary(vocabulary);
  return {
    vocabulary,
    empty: [],
    parse: (cell) => {
      const found = new Set<string>();
      for (const part of listParts(cell, words)) {
        const code = words.get(key(part));
        if (code === undefined) {
          return refuse({
            code: 'register.word.unknown',
            params: { value: part, allowed: allowed(vocabulary) },
          });
        }
        found.add(code);
      }
      return ok(vocabulary.filter((term) => found.has(term.code)).map((term) => term.code));
    },
    format: (value) => {
      const codes = Array.isArray(value) ? value.map(String) : [];
      return vocabulary
        .filter((term) => codes.includes(term.code))
        .map((term) => term.zh)
        .join('、');
    },
  };
}

const YES = ['是', 'yes', 'y', 'true', '1', '√', '✓'];
const NO = ['否', 'no', 'n', 'false', '0', '×'];

export const yesNoCell: CellCodec = {
  parse: (cell) => {
    const word = key(cell);
    if (YES.includes(word)) return ok(true);
    return NO.includes(word)
      ? ok(false)
      : refuse({ code: 'register.word.unknown', params: { value: tidy(cell), allowed: '是、否' } });
  },
  format: (value) => (value === true ? '是' : '否'),
};
