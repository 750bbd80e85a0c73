/** Does `work` for every entry, at most `width` at a time. The first failure ends it. */
export async function inParallel<T>(
  entries: readonly T[],
  width: number,
  work: (entry: T) => Promise<void>,
): Promise<void> {
  const left = entries[Symbol.iterator]();
  const worker = async () => {
    for (let next = left.next(); next.done !== true; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: Math.min(width, entries.length) }, worker));
}
