import { acted, type CountedList, type RecordedAct } from '../../dossier/recordedAct.ts';
import type { InspectionCase, InspectionStatus } from '../inspectionCase.ts';
import type { InspectionCommand } from '../transitions.ts';

type Recorded = RecordedAct<InspectionCommand>;

/** Every act in the state, each with the commands that record it. */
export function recordedActs(state: InspectionCase): readonly Recorded[] {
  return [
    { what: 'opened', by: ['open'], at: state.opened },
    ...state.staffing.flatMap(({ id, requested, decided }) => [
      // A recusal that was granted becomes a request of its own, in the words of the application.
      ...(id.startsWith('recusal-')
        ? [{ what: 'staffing', by: ['apply-recusal'] as const, at: requested.at }]
        : acted('staffing', ['request-staffing'], requested)),
      ...acted('staffing', ['decide-staffing', 'decide-recusal'], decided),
    ]),
    ...state.recusals.flatMap(({ at, decided }) => [
      { what: 'recusal', by: ['apply-recusal'] as const, at },
      ...acted('recusal', ['decide-recusal'], decided),
    ]),
    ...state.arrivals.flatMap((one) => acted('arrival', ['arrive'], one)),
    ...state.evidence.flatMap(({ removed }) => acted('evidence', ['remove-evidence'], removed)),
    ...state.letters.flatMap(({ entered }) => acted('letter', ['record-letter'], entered)),
    ...acted('agencySignature', ['sign-agency'], state.agencySignature),
    ...state.signatures.flatMap((one) => acted('signature', ['sign'], one)),
    ...acted('submitted', ['submit', 'resubmit'], state.submitted),
    ...state.reviews.flatMap((one) =>
      acted('review', [one.outcome === 'returned' ? 'return' : 'approve'], one),
    ),
    ...state.rectification.flatMap(({ ordered, answer, recheck }) => [
      ...acted('rectification', ['approve', 'confirm-recheck'], ordered),
      ...(answer === undefined
        ? []
        : [{ what: 'rectification', by: ['answer-rectification'] as const, at: answer.at }]),
      ...acted('recheck', ['recheck'], recheck),
      ...acted('recheck', ['confirm-recheck'], recheck?.confirmed),
    ]),
    ...acted('handOver', ['approve', 'confirm-recheck'], state.handOver),
    ...acted('penalty', ['penalty-outcome'], state.penalty),
    ...(state.publicity === undefined
      ? []
      : [
          {
            what: 'publicity',
            by: ['publish', 'settle-correction'] as const,
            at: state.publicity.at,
          },
        ]),
    ...state.corrections.flatMap(({ raised, proposed, settled }) => [
      ...acted('correction', ['raise-correction'], raised),
      ...acted('correction', ['propose-correction'], proposed),
      ...acted('correction', ['settle-correction'], settled),
    ]),
    ...acted('cancelled', ['request-cancel'], state.cancelRequest),
    ...acted('cancelled', ['cancel'], state.cancelled?.confirmed),
    ...(state.closed === undefined ? [] : [{ what: 'closed', by: closing, at: state.closed }]),
  ];
}

const closing = ['publish', 'confirm-recheck', 'cancel', 'merge'] as const;

/** Lists of the state whose growth the chain tells. */
export const countedLists: readonly CountedList<InspectionCase, InspectionCommand>[] = [
  { what: 'arrival', by: ['arrive'], in: (state) => state.arrivals.length },
  {
    what: 'evidence',
    by: ['add-evidence', 'attach-rectification'],
    in: (state) => state.evidence.length,
  },
  { what: 'review', by: ['return', 'approve'], in: (state) => state.reviews.length },
  { what: 'recusal', by: ['apply-recusal'], in: (state) => state.recusals.length },
  { what: 'correction', by: ['raise-correction'], in: (state) => state.corrections.length },
];

/** Commands that can change what a signature binds. */
export const recordChanging: readonly string[] = [
  'restaff',
  'absorb',
  'arrive',
  'answer',
  'add-evidence',
  'remove-evidence',
  'record-letter',
  'set-results',
  'sign-agency',
] satisfies readonly InspectionCommand[];

/** Statuses in which the record has been handed in and its signatures have to stand. */
const handedIn: readonly InspectionStatus[] = ['visited', 'reviewed', 'rectifying', 'rechecking', 'closed'];

export const isHandedIn = (status: InspectionStatus) => handedIn.includes(status);
