/**
 * Does `work` for every entry, at most `width` at a time. After a failure nothing new is begun; what is under way
 * is waited for, and then the first failure is thrown.
 */
export async function inParallel<T>(
  entries: readonly T[],
  width: number,
  work: (entry: T) => Promise<void>,
): Promise<void> {
  const left = entries[Symbol.iterator]();
  const failures: unknown[] = [];
  const worker = async () => {
    for (let next = left.next(); next.done !== true && failures.length === 0; next = left.next()) {
      try {
        await work(next.value);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, entries.length) }, worker));
  if (failures.length > 0) throw failures[0];
}
