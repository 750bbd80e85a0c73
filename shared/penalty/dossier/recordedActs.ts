import { acted, type CountedList, type RecordedAct } from '../../dossier/recordedAct.ts';
import type { PenaltyCase } from '../penaltyCase.ts';
import type { PenaltyCommand } from '../transitions.ts';

type Recorded = RecordedAct<PenaltyCommand>;

/** Every act in the state, each with the commands that record it. */
export function recordedActs(state: PenaltyCase): readonly Recorded[] {
  const { handler, filing, draft, consideration, decision, corrected, annulment } = state;
  return [
    { what: 'opened', by: ['open'], at: state.received.at },
    ...(handler === undefined ? [] : [{ what: 'handler', by: ['assign'] as const, at: handler.since }]),
    ...acted('filing', ['propose-filing'], filing?.proposed),
    ...acted('filing', ['decide-filing'], filing?.decided),
    ...state.extensions.flatMap(({ asked, decided }) => [
      ...acted('extension', ['ask-extension'], asked),
      ...acted('extension', ['decide-extension'], decided),
    ]),
    ...state.suspensions.flatMap(({ begun, ended }) => [
      ...acted('suspension', beginsRest, begun),
      ...acted('suspension', endsRest, ended),
    ]),
    ...state.inquiries.flatMap((one) => acted('inquiry', ['record-inquiry'], one)),
    ...acted('draft', ['draft'], draft),
    ...state.reviews.flatMap((one) => acted('review', ['review'], one)),
    ...state.notices.flatMap(({ issued, served, superseded }) => [
      ...acted('notice', ['review'], issued),
      ...acted('notice', ['serve-notice'], served),
      ...acted('notice', ['reopen'], superseded),
    ]),
    ...state.statements.flatMap((one) => acted('statement', speaks, one)),
    ...hearingActs(state),
    ...acted('consideration', ['consider'], consideration),
    ...acted('decision', ['decide'], decision?.decided),
    ...acted('decision', ['serve-decision'], decision?.served),
    ...state.payments.flatMap((one) => acted('payment', ['record-payment'], one)),
    ...acted('correction', ['record-correction'], corrected),
    ...state.enforcement.flatMap((one) =>
      acted('enforcement', [one.step === 'court' ? 'ask-court' : 'remind-payment'], one),
    ),
    ...acted('annulment', ['propose-annulment'], annulment?.proposed),
    ...acted('annulment', ['annul'], annulment?.decided),
    ...state.notes.flatMap((one) => acted('note', ['note', 'decide'], one)),
  ];
}

/** A hearing and an announcement rest the case, too. */
const beginsRest: readonly PenaltyCommand[] = ['suspend', 'ask-hearing', 'serve-notice'];
const endsRest: readonly PenaltyCommand[] = ['resume', 'report-hearing', 'withdraw-hearing', 'serve-notice'];
const speaks: readonly PenaltyCommand[] = ['state', 'ask-hearing', 'waive'];

function hearingActs({ hearing }: PenaltyCase): readonly Recorded[] {
  return [
    ...acted('hearing', ['ask-hearing'], hearing?.asked),
    ...acted('hearing', ['name-chair'], hearing?.chair),
    ...acted('hearing', ['fix-hearing'], hearing?.fixed),
    ...acted('hearing', ['serve-hearing'], hearing?.noticeServed),
    ...acted('hearing', ['hold-hearing'], hearing?.held),
    ...acted('hearing', ['report-hearing'], hearing?.report),
    ...acted('hearing', ['withdraw-hearing'], hearing?.withdrawn),
  ];
}

/** Lists of the state whose growth the chain tells. */
export const countedLists: readonly CountedList<PenaltyCase, PenaltyCommand>[] = [
  { what: 'inquiry', by: ['record-inquiry'], in: (state) => state.inquiries.length },
  { what: 'evidence', by: ['add-evidence'], in: (state) => state.evidence.length },
  { what: 'extension', by: ['ask-extension'], in: (state) => state.extensions.length },
  { what: 'review', by: ['review'], in: (state) => state.reviews.length },
  { what: 'statement', by: speaks, in: (state) => state.statements.length },
  { what: 'payment', by: ['record-payment'], in: (state) => state.payments.length },
];
