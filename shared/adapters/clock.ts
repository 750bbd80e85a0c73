/** The present instant. The domain never asks for the time itself; it is told. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** `YYYY-MM-DDTHH:MM:SSZ`, the form of every stored instant. */
export function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
