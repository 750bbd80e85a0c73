import { ok, type Problem, type Result, refuse } from '../problem.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { type BadCell, cellAddress, parseCellAddress } from './sheet.ts';

/** What the reader library would not tell: cells with an error, and numbers shown with leading zeros. */
export type WorksheetScan = {
  /** The part without its rows that hold nothing: sheets are often formatted down to row 1,048,576. */
  readonly xml: string;
  readonly errors: readonly BadCell[];
  /** `A5` → number of digits that its format `00000` shows. */
  readonly padding: ReadonlyMap<string, number>;
};

const EMPTY_ROW =
  /<(?:\w+:)?row\b[^>]*(?:\/>|>(?:\s*<(?:\w+:)?c\b[^>]*(?:\/>|>\s*<\/(?:\w+:)?c>))*\s*<\/(?:\w+:)?row>)/g;
const ROW_OR_CELL = /<(?:\w+:)?(row|c)\b([^>]*)>/g;

/** Matchers of the few attributes that are read, in either kind of quotes. */
const ATTRIBUTE = Object.fromEntries(
  ['r', 's', 't', 'numFmtId', 'formatCode'].map((name) => [
    name,
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`),
  ]),
);

function attribute(attributes: string, name: string): string | undefined {
  const match = ATTRIBUTE[name]?.exec(attributes);
  return match?.[1] ?? match?.[2];
}

/** Cell style number → digits, for number formats that consist of zeros only (`000000`). */
export function zeroPaddedStyles(stylesXml: string): ReadonlyMap<string, number> {
  const digits = new Map<string, number>();
  for (const match of stylesXml.matchAll(/<numFmt\b([^>]*)>/g)) {
    const code = attribute(match[1] ?? '', 'formatCode');
    const id = attribute(match[1] ?? '', 'numFmtId');
    if (id !== undefined && code !== undefined && /^0{2,30}$/.test(code)) digits.set(id, code.length);
  }
  const formats = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(stylesXml)?.[1] ?? '';
  const styles = new Map<string, number>();
  [...formats.matchAll(/<xf\b([^>]*)>/g)].forEach((match, index) => {
    const width = digits.get(attribute(match[1] ?? '', 'numFmtId') ?? '');
    if (width !== undefined) styles.set(String(index), width);
  });
  return styles;
}

/**
 * Looks over the text of a worksheet before it is parsed: a single row number of a thousand million would make
 * the parser fill all rows before it. Problems: `spreadsheet.rows`, `spreadsheet.columns`, `spreadsheet.broken`.
 */
export function scanWorksheet(
  source: string,
  padded: ReadonlyMap<string, number>,
  limits: SpreadsheetLimits,
): Result<WorksheetScan> {
  const xml = source.replace(EMPTY_ROW, '');
  const errors: BadCell[] = [];
  const padding = new Map<string, number>();
  for (const match of xml.matchAll(ROW_OR_CELL)) {
    const attributes = match[2] ?? '';
    const reference = attribute(attributes, 'r');
    const problem =
      match[1] === 'row' ? rowProblem(reference, limits) : cellProblem(reference, attributes, limits);
    if (problem) return refuse(problem);
    const position = match[1] === 'c' ? parseCellAddress(reference ?? '') : undefined;
    if (position === undefined || reference === undefined) continue;
    const type = attribute(attributes, 't') ?? 'n';
    if (type === 'e') errors.push({ ...position, code: 'spreadsheet.cell.formula_error' });
    const width = type === 'n' ? padded.get(attribute(attributes, 's') ?? '') : undefined;
    if (width !== undefined) padding.set(reference, width);
  }
  return ok({ xml, errors, padding });
}

function rowProblem(reference: string | undefined, limits: SpreadsheetLimits): Problem | undefined {
  if (reference === undefined) return undefined;
  if (!/^[1-9]\d{0,9}$/.test(reference)) return { code: 'spreadsheet.broken' };
  return Number(reference) > limits.rows ? tooManyRows(Number(reference), limits) : undefined;
}

function cellProblem(
  reference: string | undefined,
  attributes: string,
  limits: SpreadsheetLimits,
): Problem | undefined {
  const position = parseCellAddress(reference ?? '');
  if (position === undefined) return { code: 'spreadsheet.broken' };
  if (position.row >= limits.rows) return tooManyRows(position.row + 1, limits);
  // A column far to the right that is only formatted holds nothing; one with a value is over the limit.
  if (position.column < limits.columns || attributes.endsWith('/')) return undefined;
  const address = cellAddress(position.row, position.column);
  return { code: 'spreadsheet.columns', params: { limit: limits.columns, address } };
}

function tooManyRows(row: number, limits: SpreadsheetLimits): Problem {
  return { code: 'spreadsheet.rows', params: { limit: limits.rows, row } };
}
