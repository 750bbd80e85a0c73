import { plainDigits } from '../../kit/http/readForm.ts';

/** Decimals that a rate in millionths has when it is written in percent. */
const DECIMALS = 4;

/**
 * A rate as people write it, in millionths: `5`, `5 %`, `0.5％`, `５`. What is no such number is NaN, so that
 * the plan's own check refuses it beside its field.
 */
export function ppmOf(text: string): number {
  const plain = plainDigits(text)
    .replaceAll('．', '.')
    .replace(/[%％]\s*$/, '')
    .trim();
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(plain);
  if (match === null) return Number.NaN;
  // In whole numbers: 0.07 * 10 000 is not 700 in floating point.
  return Number(match[1]) * 10 ** DECIMALS + Number((match[2] ?? '').padEnd(DECIMALS, '0'));
}

/** Millionths in percent without idle zeros: 50 000 is `5`, 500 is `0.05`. */
export function percentOf(ppm: number): string {
  const whole = Math.floor(ppm / 10 ** DECIMALS);
  const rest = String(ppm % 10 ** DECIMALS)
    .padStart(DECIMALS, '0')
    .replace(/0+$/, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}

/** A chance between 0 and 1 in percent with as many digits as tell something. */
export function chanceText(chance: number): string {
  if (chance === 0) return '0 %';
  if (chance >= 0.9995) return chance === 1 ? '100 %' : '> 99.9 %';
  return `${(chance * 100)
    .toPrecision(3)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')} %`;
}
