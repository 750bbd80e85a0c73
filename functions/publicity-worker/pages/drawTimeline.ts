import { recordVersions } from '../../../shared/draw/ceremony/drawCase.ts';
import type { Lang } from '../../../shared/messages/message.ts';
import type { PublicDraw } from '../../../shared/publicity/publicDraw.ts';
import type { TimelineStep } from '../../web/kit/components/timeline.tsx';
import { dateText, say, sayCode, timeText } from '../words.ts';

/** What happened, oldest first, with times and hashes; then what the draw is waiting for. */
export function timelineSteps(lang: Lang, draw: PublicDraw): readonly TimelineStep[] {
  const { state, status } = draw;
  const done: { at: string; step: TimelineStep }[] = [];
  const add = (at: string | undefined, title: string, more: Partial<TimelineStep> = {}) => {
    if (at !== undefined) done.push({ at, step: { title, state: 'done', at: timeText(lang, at), ...more } });
  };
  add(state.opened.at, say(lang, 'site.step.opened'));
  if (state.frozen !== undefined) {
    add(state.frozen.at, say(lang, 'site.step.frozen'), { hash: state.frozen.planDigest });
  }
  for (const seat of state.witnesses) {
    if (seat.c === undefined) continue;
    add(seat.committedAt, say(lang, 'site.step.witness', { name: seat.name }), { hash: seat.c });
  }
  add(state.confirmed?.at, say(lang, 'site.step.confirmed'));
  if (state.commitDigest !== undefined) {
    add(state.committedAt, say(lang, 'site.step.committed'), { hash: state.commitDigest });
  }
  for (const seat of state.witnesses) {
    if (seat.r === undefined) continue;
    const unsealed = seat.unsealedBy === undefined ? {} : { body: say(lang, 'site.step.unsealed') };
    add(seat.revealedAt, say(lang, 'site.step.reveal', { name: seat.name }), { hash: seat.r, ...unsealed });
  }
  const source = state.source;
  for (const entry of source?.rejected ?? []) {
    const body = say(lang, 'site.step.rejectedValue', { value: entry.value });
    add(entry.rejectedBy.at, say(lang, 'site.step.rejected'), { body });
  }
  if (source?.confirmed !== undefined && source.entered !== undefined) {
    const body = say(lang, 'site.step.sourceValue', { id: source.id, value: source.entered.value });
    add(source.confirmed.at, say(lang, 'site.step.source'), { body });
  }
  if (draw.result !== undefined && state.result !== undefined) {
    add(state.result.at, say(lang, 'site.step.drawn'), { hash: state.result.digest });
  }
  for (const [e, { at, sha256 }] of recordVersions(state).entries()) {
    const title = e === 0 ? say(lang, 'site.step.published') : say(lang, 'site.step.replaced', { e });
    add(at, title, { hash: sha256 });
  }
  add(state.voided?.confirmed.at, say(lang, 'site.status.voided'));
  // The order of the table above decides between equal times.
  const steps = done.map((entry, index) => ({ ...entry, index }));
  steps.sort((a, b) => (a.at === b.at ? a.index - b.index : a.at < b.at ? -1 : 1));
  const over = status === 'published' || status === 'voided';
  return [...steps.map(({ step }) => step), ...(over ? [] : [waiting(lang, draw)])];
}

function waiting(lang: Lang, { state, status }: PublicDraw): TimelineStep {
  const title = sayCode(lang, `site.status.${status}`);
  if (status !== 'objection' || state.window === undefined) return { title, state: 'current' };
  return {
    title: say(lang, 'site.step.window', { date: dateText(lang, state.window.lastDay) }),
    state: 'current',
    ...(state.objections === 0 ? {} : { body: say(lang, 'site.step.objections', { n: state.objections }) }),
  };
}
