import type { Values } from '../../kit/context.tsx';
import { rateCount, witnessCount } from './planForm.ts';

/** What the buttons inside the form of a plan do to its lines; nothing is saved by them. */
const OPERATION = /^(rates|witnesses)\.(add|remove|up|down)(?:\.(\d{1,2}))?$/;

const parts = {
  rates: ['kind', 'riskClass', 'recency', 'district', 'percent', 'round', 'min'],
  witnesses: ['id', 'userId'],
} as const;

const blank = {
  rates: {
    kind: '*',
    riskClass: '*',
    recency: '*',
    district: '*',
    percent: '',
    round: 'exact',
    min: '',
  },
  witnesses: { id: '', userId: '' },
} as const satisfies Record<keyof typeof parts, Readonly<Record<string, string>>>;

type Line = Readonly<Record<string, string | readonly string[]>>;

/** The entries after one press of a line's button; `undefined` when `op` is none of them. */
export function changedLines(values: Values, op: string): Values | undefined {
  const match = OPERATION.exec(op);
  if (match === null) return undefined;
  const name = match[1] === 'rates' ? 'rates' : 'witnesses';
  const count = name === 'rates' ? rateCount(values) : witnessCount(values);
  const lines: Line[] = Array.from({ length: count }, (_, at) =>
    Object.fromEntries(parts[name].map((part) => [part, values[`${name}.${at}.${part}`] ?? ''])),
  );
  const changed = change(lines, match[2] ?? '', Number(match[3] ?? 0), blank[name]);
  const others = Object.entries(values).filter(([key]) => !key.startsWith(`${name}.`));
  const renumbered = changed.flatMap((line, at) =>
    Object.entries(line).map(([part, value]) => [`${name}.${at}.${part}`, value] as const),
  );
  return Object.fromEntries([...others, ...renumbered]);
}

function change(lines: readonly Line[], verb: string, at: number, empty: Line): readonly Line[] {
  const line = lines[at];
  if (verb === 'add') return [...lines, empty];
  if (line === undefined) return lines;
  const others = lines.filter((_, index) => index !== at);
  if (verb === 'remove') return others;
  return others.toSpliced(verb === 'up' ? Math.max(0, at - 1) : at + 1, 0, line);
}
