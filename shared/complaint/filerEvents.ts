import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import type { TermRow } from '../law/inspectionVocabulary.ts';
import {
  mediationEnds,
  notFiledGrounds,
  refusalGrounds,
  suspensionReasons,
  transferKinds,
} from '../law/intakeGrounds.ts';
import { ruleAt } from '../law/lawTable.ts';
import type { FollowedCase } from './followed.ts';

/**
 * What the office did, as the filer may know it: no name of its staff, no note, nothing of what the other side said,
 * no inspection that is still to come, and no hand-over that a second person has not confirmed.
 */

export type FilerEventCode =
  | 'received'
  | 'taken'
  | 'accepted'
  | 'refused'
  | 'asked'
  | 'answered'
  | 'sitting'
  | 'rested'
  | 'resumed'
  | 'extended'
  | 'mediationEnded'
  | 'filed'
  | 'notFiled'
  | 'transferred'
  | 'returned'
  | 'told'
  | 'withdrawn'
  | 'closed';

export interface FilerEvent {
  readonly on: LocalDate;
  readonly code: FilerEventCode;
  /** The ground or reason, with the text of the law that it stands in. */
  readonly term?: TermRow;
  /** Words that the office addressed to the filer. */
  readonly text?: string;
}

const day = (at: string) => shanghaiDate(at);

/** The events of a case, oldest first. */
export function filerEvents(followed: FollowedCase): readonly FilerEvent[] {
  const { complaint } = followed;
  const events = [
    { on: complaint.received.on, code: 'received' } as const,
    ...(complaint.handler === undefined
      ? []
      : [{ on: day(complaint.handler.since), code: 'taken' } as const]),
    ...acceptanceEvents(followed),
    ...requestEvents(followed),
    ...clockEvents(followed),
    ...mediationEvents(followed),
    ...transferEvents(followed),
    ...endEvents(followed),
  ] satisfies readonly FilerEvent[];
  // Stable: what happened on one day stays in the order in which cases move.
  return events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function requestEvents({ complaint }: FollowedCase): readonly FilerEvent[] {
  return complaint.requests.flatMap(({ asked, answered, text }): FilerEvent[] => [
    { on: day(asked.at), code: 'asked', text },
    ...(answered === undefined ? [] : [{ on: day(answered.at), code: 'answered' as const }]),
  ]);
}

function transferEvents({ complaint }: FollowedCase): readonly FilerEvent[] {
  return complaint.transfers.flatMap((one): FilerEvent[] => {
    if (one.kind === 'crime' && one.confirmed === undefined) return [];
    const term = ruleAt(transferKinds, one.kind, complaint.received.on);
    const on = day(one.confirmed?.at ?? one.at);
    return [
      { on, code: 'transferred', text: one.to, ...(term === undefined ? {} : { term }) },
      ...(one.returned === undefined ? [] : [{ on: day(one.returned.at), code: 'returned' as const }]),
    ];
  });
}

function clockEvents({ complaint }: FollowedCase): readonly FilerEvent[] {
  const rests = complaint.suspensions.flatMap(({ reason, from, to }): FilerEvent[] => {
    const term = ruleAt(suspensionReasons, reason, complaint.received.on);
    return [
      { on: from, code: 'rested', ...(term === undefined ? {} : { term }) },
      ...(to === undefined ? [] : [{ on: to, code: 'resumed' as const }]),
    ];
  });
  const extended = complaint.extensions.flatMap(({ decided }): FilerEvent[] =>
    decided?.outcome === 'approved' ? [{ on: day(decided.at), code: 'extended' }] : [],
  );
  return [...rests, ...extended];
}

function acceptanceEvents({ complaint }: FollowedCase): readonly FilerEvent[] {
  const { accepted, refusal, received } = complaint;
  const term = refusal && ruleAt(refusalGrounds, refusal.ground, received.on);
  return [
    ...(accepted === undefined ? [] : [{ on: accepted.on, code: 'accepted' } as const]),
    ...(refusal === undefined
      ? []
      : [
          {
            on: day(refusal.at),
            code: 'refused',
            text: refusal.reason,
            ...(term === undefined ? {} : { term }),
          } as const,
        ]),
  ];
}

function mediationEvents({ complaint }: FollowedCase): readonly FilerEvent[] {
  const { sittings, mediationEnd, received } = complaint;
  const term = mediationEnd && ruleAt(mediationEnds, mediationEnd.ground, received.on);
  return [
    ...sittings.map(({ on }): FilerEvent => ({ on, code: 'sitting' })),
    ...(mediationEnd === undefined
      ? []
      : [
          {
            on: mediationEnd.on,
            code: 'mediationEnded',
            ...(term === undefined ? {} : { term }),
          } as const,
        ]),
  ];
}

function endEvents({ complaint, status, decision, ended }: FollowedCase): readonly FilerEvent[] {
  const term =
    decision?.ground === undefined
      ? undefined
      : ruleAt(notFiledGrounds, decision.ground, complaint.received.on);
  const told = complaint.tellings.filter(({ to }) => to !== 'agency');
  return [
    ...(decision === undefined
      ? []
      : [
          {
            on: decision.on,
            code: decision.outcome === 'filed' ? 'filed' : 'notFiled',
            ...(term === undefined ? {} : { term }),
          } as const,
        ]),
    ...told.map(({ at }): FilerEvent => ({ on: day(at), code: 'told' })),
    ...(status === 'withdrawn' && ended !== undefined ? [{ on: ended, code: 'withdrawn' } as const] : []),
    ...(status === 'closed' && ended !== undefined ? [{ on: ended, code: 'closed' } as const] : []),
  ];
}
