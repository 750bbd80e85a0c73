/**
 * Makes `Date` of this thread follow the local clock. Only whole threads that run product code are shifted;
 * product code itself knows nothing of it. The memory holds one BigInt64: the shift in milliseconds.
 */
export function shiftDate(memory: SharedArrayBuffer): void {
  const cell = new BigInt64Array(memory);
  const RealDate = Date;
  const realNow = RealDate.now.bind(RealDate);
  const now = () => realNow() + Number(Atomics.load(cell, 0));
  RealDate.now = now;
  const shifted = new Proxy(RealDate, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
    apply: () => new RealDate(now()).toString(),
  });
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: shifted,
    writable: true,
    configurable: true,
  });
  globalThis.Date = shifted;
}
