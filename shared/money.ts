/**
 * Money is a whole number of fen, never a fraction of a yuan: no sum is rounded on its way from an article of the law
 * to a decision, and from there to the credit system.
 */
export type Fen = number;

const FEN_PER_YUAN = 100;
const FEN_PER_WAN_YUAN = 1_000_000;

/** Whole yuan, as the law writes its amounts. */
export function yuan(amount: number): Fen {
  return amount * FEN_PER_YUAN;
}

/** Fen as yuan with two decimals: `1200.00`. */
export function yuanText(fen: Fen): string {
  return `${Math.floor(fen / FEN_PER_YUAN)}.${String(fen % FEN_PER_YUAN).padStart(2, '0')}`;
}

/** Fen as 万元, exact and without idle zeros: the unit of the 双公示 fields. 1 fen is `0.000001`. */
export function wanYuanText(fen: Fen): string {
  const rest = String(fen % FEN_PER_WAN_YUAN)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const whole = String(Math.floor(fen / FEN_PER_WAN_YUAN));
  return rest === '' ? whole : `${whole}.${rest}`;
}

/** 100 million yuan: more than that in a form is a slip of the pen. */
export const MOST_FEN: Fen = yuan(100_000_000);

/**
 * Reads an amount in yuan with at most two decimals, as people write it: `1200`, `1,200.50`, `¥1200元`, full-width
 * digits. Undefined for anything else.
 */
export function readYuan(text: string): Fen | undefined {
  const plain = text.normalize('NFKC').replace(/^\s*[¥$]|元\s*$|[\s,]/g, '');
  const match = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(plain);
  return match === null
    ? undefined
    : Number(match[1]) * FEN_PER_YUAN + Number((match[2] ?? '').padEnd(2, '0'));
}
