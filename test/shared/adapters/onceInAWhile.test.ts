import { expect, it } from 'vitest';
import { onceInAWhile } from '../../../shared/adapters/onceInAWhile.ts';

it('a burst kicks once a second, and a clock that was moved back silences nothing', async () => {
  let now = 5_000;
  let kicks = 0;
  const kick = onceInAWhile(
    async () => {
      kicks += 1;
    },
    () => now,
  );
  const after = async (at: number): Promise<number> => {
    now = at;
    await kick();
    return kicks;
  };
  expect(await after(5_000)).toBe(1);
  expect(await after(5_999)).toBe(1);
  expect(await after(6_000)).toBe(2);
  expect(await after(1_000)).toBe(3);
});
