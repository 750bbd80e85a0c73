/** Tail probability of the χ² distribution: the regularised upper incomplete gamma function Q(df/2, x/2). */
export function chiSquareTail(x: number, df: number): number {
  const [a, z] = [df / 2, x / 2];
  if (z < a + 1) return 1 - lowerSeries(a, z);
  return upperFraction(a, z);
}

/** χ² statistic of counts against expected shares that sum to 1. */
export function chiSquare(counts: readonly number[], shares: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count, i) => {
    const expected = total * (shares[i] ?? 0);
    return sum + (count - expected) ** 2 / expected;
  }, 0);
}

/** ln Γ for multiples of one half, which is all that degrees of freedom need. */
function logGamma(a: number): number {
  let sum = Number.isInteger(a) ? 0 : Math.log(Math.PI) / 2;
  for (let k = a - 1; k > 0; k--) sum += Math.log(k);
  return sum;
}

function lowerSeries(a: number, z: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-15; n++) {
    term *= z / (a + n);
    sum += term;
  }
  return sum * Math.exp(-z + a * Math.log(z) - logGamma(a));
}

/** Continued fraction by Lentz's method. */
function upperFraction(a: number, z: number): number {
  let b = z + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 1000; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
  }
  return h * Math.exp(-z + a * Math.log(z) - logGamma(a));
}
