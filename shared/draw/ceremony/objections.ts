import { ok, problem } from '../../problem.ts';
import type { Decide } from './decision.ts';

/**
 * An agency or inspector objects to its own row (DR-1 §1.4). The text stays in the office; the log gets
 * its digest, so that nobody can say later that it did not arrive.
 */
export const object: Decide<{ readonly digest: string }> = (draw, { digest }, { at }) => {
  if (draw.window === undefined || at >= draw.window.until) return problem('ceremony.objection.closed');
  return ok({
    to: 'objection',
    state: { ...draw, objections: draw.objections + 1 },
    log: [{ type: 'objection', body: { d: digest } }],
    seal: { objection: digest },
  });
};

/** The window is never shortened: only time ends it. */
export const endObjections: Decide<undefined> = (draw, _input, { at }) => {
  if (draw.window === undefined || at < draw.window.until) {
    return problem('ceremony.objection.open', { until: draw.window?.until ?? '' });
  }
  return ok({ to: 'witnessing', state: draw });
};

/** An objection was right: the register has been corrected and is taken anew, under the same number. */
export const refreeze: Decide<{ readonly reason: string }> = (draw, { reason }) => {
  if (reason.trim() === '') return problem('ceremony.reason.missing', undefined, 'reason');
  const { frozen: _frozen, window: _window, ...rest } = draw;
  return ok({ to: 'planned', state: rest, seal: { reason } });
};
