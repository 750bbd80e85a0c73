import { endOfShanghaiDay, parseLocalDate } from '../../../../shared/calendar/localDate.ts';
import type { DrawCase, DrawStatus, WitnessSeat } from '../../../../shared/draw/ceremony/drawCase.ts';
import { drawStatuses, recordVersions } from '../../../../shared/draw/ceremony/drawCase.ts';
import { revealDeadline } from '../../../../shared/draw/ceremony/lastSource.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { TimelineStep } from '../../kit/components/timeline.tsx';
import { dayText, preciseText } from '../moment.ts';
import { sourceName, words } from './drawWords.ts';

type State = TimelineStep['state'];

/** Where a step stands when the draw is in `status`: done after `of`, current in it, awaited before. */
function stateOf(status: DrawStatus, of: readonly DrawStatus[]): State {
  if (of.includes(status)) return 'current';
  const order = (one: DrawStatus) => drawStatuses.indexOf(one);
  return order(status) > Math.max(...of.map(order)) ? 'done' : 'awaited';
}

/** What has happened in a draw, by whom, when, with which hash, and what is awaited: one line per step. */
export function stepsOf(lang: Lang, draw: DrawCase, status: DrawStatus): readonly TimelineStep[] {
  // A voided draw shows how far it came; nothing is awaited any more.
  const at = status === 'voided' ? (draw.voided?.stage ?? 'planned') : status;
  const steps = [
    opened(lang, draw),
    frozen(lang, draw, at),
    objections(lang, draw, at),
    ...draw.witnesses.map((seat) => commitment(lang, seat, at)),
    confirmed(lang, draw, at),
    committed(lang, draw, at),
    ...draw.witnesses.map((seat) => reveal(lang, draw, seat, at)),
    source(lang, draw, at),
    drawn(lang, draw, at),
    published(lang, draw, at),
  ];
  return status === 'voided' ? steps.filter((step) => step.state === 'done') : steps;
}

function opened(lang: Lang, draw: DrawCase): TimelineStep {
  return {
    title: words(lang, 'drawPage.step.opened'),
    state: 'done',
    by: draw.opened.name,
    at: preciseText(lang, draw.opened.at),
  };
}

function system(lang: Lang, state: State, at: string | undefined) {
  return {
    ...(at === undefined ? {} : { by: words(lang, 'drawPage.system'), at: preciseText(lang, at) }),
    ...(state === 'done' ? {} : { awaits: words(lang, 'drawPage.awaits.system') }),
  };
}

function frozen(lang: Lang, draw: DrawCase, status: DrawStatus): TimelineStep {
  const state = stateOf(status, ['planned']);
  const { frozen: sealed } = draw;
  return {
    title: words(lang, 'drawPage.step.frozen'),
    state,
    ...system(lang, state, sealed?.at),
    ...(sealed === undefined
      ? {}
      : {
          hash: sealed.pools.agency.root,
          body: words(lang, 'drawPage.frozen.pools', {
            agency: sealed.pools.agency.n,
            inspector: sealed.pools.inspector.n,
            relation: sealed.pools.relation.n,
          }),
        }),
  };
}

function objections(lang: Lang, draw: DrawCase, status: DrawStatus): TimelineStep {
  const state = stateOf(status, ['objection']);
  const { window } = draw;
  const until =
    window === undefined
      ? ''
      : words(lang, 'drawPage.awaits.until', { date: dayText(lang, window.lastDay) }) +
        (window.provisional ? words(lang, 'drawPage.awaits.provisional') : '');
  return {
    title: words(lang, 'drawPage.step.objections'),
    state,
    ...(window === undefined ? {} : state === 'done' ? { at: windowEnded(lang, window) } : { awaits: until }),
    ...(draw.objections > 0 ? { body: words(lang, 'drawPage.objections', { count: draw.objections }) } : {}),
  };
}

/** The last day of the window, or that the draw had none: a rehearsal, or a plan of no days. */
function windowEnded(lang: Lang, { until, lastDay }: NonNullable<DrawCase['window']>): string {
  const day = parseLocalDate(lastDay);
  const whole = day !== undefined && until === endOfShanghaiDay(day);
  return whole
    ? words(lang, 'drawPage.objections.ended', { date: dayText(lang, lastDay) })
    : words(lang, 'drawPage.objections.noWindow');
}

function commitment(lang: Lang, seat: WitnessSeat, status: DrawStatus): TimelineStep {
  const phase = stateOf(status, ['witnessing']);
  const state = seat.c !== undefined ? 'done' : phase;
  return {
    title: words(lang, 'drawPage.step.commitment', { name: seat.name }),
    state,
    ...(seat.committedAt === undefined
      ? { awaits: words(lang, 'drawPage.awaits.witness', { name: seat.name }) }
      : { by: seat.name, at: preciseText(lang, seat.committedAt) }),
    ...(seat.c === undefined ? {} : { hash: seat.c }),
  };
}

function confirmed(lang: Lang, draw: DrawCase, status: DrawStatus): TimelineStep {
  const state = stateOf(status, ['confirming']);
  return {
    title: words(lang, 'drawPage.step.confirmed'),
    state,
    ...(draw.confirmed === undefined
      ? { awaits: words(lang, 'drawPage.awaits.approver') }
      : { by: draw.confirmed.name, at: preciseText(lang, draw.confirmed.at) }),
  };
}

function committed(lang: Lang, draw: DrawCase, status: DrawStatus): TimelineStep {
  const state = stateOf(status, ['confirmed']);
  return {
    title: words(lang, 'drawPage.step.committed'),
    state,
    ...system(lang, state, draw.committedAt),
    ...(draw.commitDigest === undefined ? {} : { hash: draw.commitDigest }),
  };
}

function reveal(lang: Lang, draw: DrawCase, seat: WitnessSeat, status: DrawStatus): TimelineStep {
  const phase = stateOf(status, ['revealing']);
  const state = seat.r !== undefined ? 'done' : phase;
  const deadline = revealDeadline(draw.plan.lastSource);
  const until =
    deadline === undefined
      ? ''
      : ` · ${words(lang, 'drawPage.do.reveal.deadline', { deadline: preciseText(lang, deadline) })}`;
  return {
    title: words(lang, 'drawPage.step.reveal', { name: seat.name }),
    state,
    ...(seat.revealedAt === undefined
      ? { awaits: words(lang, 'drawPage.awaits.witness', { name: seat.name }) + until }
      : { by: seat.name, at: preciseText(lang, seat.revealedAt) }),
    ...(seat.r === undefined ? {} : { hash: seat.r }),
    ...(seat.unsealedBy === undefined
      ? {}
      : { body: words(lang, 'drawPage.unsealed', { name: seat.unsealedBy.name }) }),
  };
}

function source(lang: Lang, draw: DrawCase, status: DrawStatus): TimelineStep {
  const state = stateOf(status, ['sourcing']);
  const entered = draw.source?.entered;
  const confirmedBy = draw.source?.confirmed;
  const second = draw.plan.lastSource.type === 'dice' ? 'notary' : 'second';
  const awaits =
    entered === undefined
      ? words(lang, 'drawPage.awaits.source', { source: sourceName(lang, draw) })
      : words(lang, `drawPage.awaits.${second}`, { name: entered.name });
  const done = entered !== undefined && confirmedBy !== undefined;
  const lines = [
    ...(draw.source?.rejected ?? []).map(({ value, name, rejectedBy }) =>
      words(lang, 'drawPage.rejected', { value, name, by: rejectedBy.name }),
    ),
    ...(done ? [words(lang, 'drawPage.value', { value: entered.value })] : []),
  ];
  return {
    title: `${words(lang, 'drawPage.step.source')}：${sourceName(lang, draw)}`,
    state,
    ...(done
      ? { by: `${entered.name}、${confirmedBy.name}`, at: preciseText(lang, confirmedBy.at) }
      : { awaits }),
    ...(lines.length === 0 ? {} : { body: lines.map((line) => <div key={line}>{line}</div>) }),
  };
}

function drawn(lang: Lang, draw: DrawCase, status: DrawStatus): TimelineStep {
  const state = stateOf(status, ['sealed']);
  return {
    title: words(lang, 'drawPage.step.drawn'),
    state,
    ...system(lang, state, draw.result?.at),
    ...(draw.result === undefined ? {} : { hash: draw.result.digest }),
  };
}

function published(lang: Lang, draw: DrawCase, status: DrawStatus): TimelineStep {
  const state = status === 'published' ? 'done' : stateOf(status, ['drawn']);
  const [record] = recordVersions(draw);
  return {
    title: words(lang, 'drawPage.step.published'),
    state,
    ...system(lang, state, record?.at),
    ...(record === undefined ? {} : { hash: record.sha256 }),
  };
}
