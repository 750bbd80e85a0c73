import { dropOutReasonText } from '../../../../shared/draw/ceremony/dropOutReasons.ts';
import {
  endStatuses,
  type InspectionCase,
  type InspectionStatus,
} from '../../../../shared/inspection/inspectionCase.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { withdrawalReasons } from '../../../../shared/publicity/withdrawal.ts';
import type { TimelineStep } from '../../kit/components/timeline.tsx';
import { preciseText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';
import { words } from './inspectionWords.ts';

/** Something that has happened; what is known only by its day stands at the start of the day. */
interface Happened {
  readonly at: string;
  readonly title: string;
  readonly by?: string;
  readonly body?: string;
}

/** What has happened in an inspection, in the order of time, and what it waits for now. */
export function stepsOf(
  lang: Lang,
  inspection: InspectionCase,
  status: InspectionStatus,
): readonly TimelineStep[] {
  const happened = [
    opened(lang, inspection),
    ...ofTeam(lang, inspection),
    ...ofVisit(lang, inspection),
    ...ofReview(lang, inspection),
    ...ofPublicity(lang, inspection),
    ...ofRectification(lang, inspection),
    ...ofCorrections(lang, inspection),
    ...ofEnd(lang, inspection, status),
  ];
  const done = [...happened]
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .map(
      ({ at, title, by, body }): TimelineStep => ({
        title,
        state: 'done',
        at: preciseText(lang, at),
        ...(by === undefined ? {} : { by }),
        ...(body === undefined ? {} : { body }),
      }),
    );
  if (endStatuses.has(status)) return done;
  const now: TimelineStep = {
    title: words(lang, `inspection.status.${status}`),
    state: 'current',
    awaits: words(lang, `inspectionPage.awaits.${status}`),
  };
  return [...done, now];
}

function opened(lang: Lang, inspection: InspectionCase): Happened {
  return {
    at: inspection.opened,
    title: words(lang, 'inspectionPage.step.opened'),
    by: words(lang, 'inspectionPage.system'),
    body: words(lang, 'inspectionPage.step.opened.from', { draw: inspection.draw }),
  };
}

function ofTeam(lang: Lang, { staffing, recusals }: InspectionCase): readonly Happened[] {
  return [
    ...staffing.flatMap((one): Happened[] => [
      {
        at: one.requested.at,
        title: words(lang, 'inspectionPage.step.staffing', { name: one.name }),
        by: one.requested.name,
        body: dropOutReasonText(lang, one.reason),
      },
      ...(one.decided === undefined
        ? []
        : [
            {
              at: one.decided.at,
              title: words(lang, `inspectionPage.step.staffing.${one.decided.outcome}`, { name: one.name }),
              by: one.decided.name,
              ...(one.event === undefined
                ? {}
                : { body: words(lang, 'inspectionPage.staffing.drawn', { event: one.event }) }),
            },
          ]),
    ]),
    ...recusals.flatMap((one): Happened[] => [
      { at: one.at, title: words(lang, 'inspectionPage.step.recusal', { name: one.name }) },
      ...(one.decided === undefined
        ? []
        : [
            {
              at: one.decided.at,
              title: words(lang, `inspectionPage.step.recusal.${one.decided.outcome}`, { name: one.name }),
              by: one.decided.name,
            },
          ]),
    ]),
  ];
}

function ofVisit(lang: Lang, { arrivals, signatures, submitted }: InspectionCase): readonly Happened[] {
  return [
    ...arrivals.map(({ at, name, how }) => ({
      at,
      title: words(lang, 'inspectionPage.step.arrived'),
      by: name,
      body: words(lang, `inspectionPage.step.arrived.${how}`),
    })),
    ...signatures.map(({ at, name }) => ({
      at,
      title: words(lang, 'inspectionPage.step.signed'),
      by: name,
    })),
    ...(submitted === undefined
      ? []
      : [
          {
            at: submitted.at,
            title: words(lang, 'inspectionPage.step.submitted'),
            by: submitted.name,
          },
        ]),
  ];
}

function ofReview(lang: Lang, { reviews, handOver }: InspectionCase): readonly Happened[] {
  return [
    ...reviews.map(({ at, name, outcome, reason }) => ({
      at,
      title: words(lang, `inspectionPage.step.${outcome}`),
      by: name,
      ...(reason === '' ? {} : { body: reason }),
    })),
    ...(handOver === undefined
      ? []
      : [{ at: handOver.at, title: words(lang, `inspection.handOver.${handOver.to}`), by: handOver.name }]),
  ];
}

function ofPublicity(lang: Lang, { publicity }: InspectionCase): readonly Happened[] {
  if (publicity === undefined) return [];
  const system = words(lang, 'inspectionPage.system');
  return [
    {
      at: publicity.at,
      title: words(lang, 'inspectionPage.step.published', { version: publicity.version }),
      by: system,
    },
    ...publicity.tombstones.map(({ version, on, reason }) => ({
      at: `${on}T00:00:00+08:00`,
      title: words(lang, 'inspectionPage.step.withdrawn', { version }),
      body: vocabularyText(lang, withdrawalReasons, reason),
    })),
  ];
}

function ofRectification(lang: Lang, { rectification, agency }: InspectionCase): readonly Happened[] {
  return rectification.flatMap(({ ordered, days, answer, recheck }, i): Happened[] => [
    {
      at: ordered.at,
      title: words(lang, 'inspectionPage.step.ordered', { no: i + 1, days }),
      by: ordered.name,
    },
    ...(answer === undefined
      ? []
      : [{ at: answer.at, title: words(lang, 'inspectionPage.step.answered'), by: agency.name }]),
    ...(recheck === undefined
      ? []
      : [
          {
            at: recheck.at,
            title: words(lang, 'inspectionPage.step.rechecked'),
            by: recheck.name,
            body: words(lang, `inspection.recheck.${recheck.outcome}`),
          },
          ...(recheck.confirmed === undefined
            ? []
            : [
                {
                  at: recheck.confirmed.at,
                  title: words(lang, 'inspectionPage.step.recheckConfirmed'),
                  by: recheck.confirmed.name,
                },
              ]),
        ]),
  ]);
}

function ofCorrections(lang: Lang, { corrections }: InspectionCase): readonly Happened[] {
  return corrections.flatMap(({ raised, proposed, settled }): Happened[] => [
    { at: raised.at, title: words(lang, 'inspectionPage.step.raised'), by: raised.name },
    ...(proposed === undefined
      ? []
      : [{ at: proposed.at, title: words(lang, 'inspectionPage.step.proposed'), by: proposed.name }]),
    ...(settled === undefined
      ? []
      : [
          {
            at: settled.at,
            title: words(lang, `inspectionPage.correct.${settled.outcome}`),
            by: settled.name,
            ...(settled.reason === undefined ? {} : { body: settled.reason }),
          },
        ]),
  ]);
}

function ofEnd(
  lang: Lang,
  { closed, outcome, cancelled, penalty }: InspectionCase,
  status: InspectionStatus,
): readonly Happened[] {
  return [
    ...(closed === undefined || !endStatuses.has(status)
      ? []
      : [
          {
            at: closed,
            title: words(lang, `inspection.status.${status}`),
            ...(cancelled === undefined ? {} : { by: cancelled.confirmed.name }),
            ...(outcome === undefined ? {} : { body: words(lang, `inspection.outcome.${outcome}`) }),
          },
        ]),
    ...(penalty === undefined
      ? []
      : [
          {
            at: penalty.at,
            title: words(lang, 'inspectionPage.penalty.outcome'),
            by: penalty.name,
            body: words(lang, `inspection.penalty.${penalty.outcome}.word`),
          },
        ]),
  ];
}
