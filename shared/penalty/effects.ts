import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { withoutDeadline } from '../calendar/storedDeadline.ts';
import type { CreditEntry, PenaltyRecord } from '../credit/creditEntry.ts';
import type { PublicationClass } from '../law/catalogueRow.ts';
import type { Lead } from '../lead/lead.ts';
import { ok, problem } from '../problem.ts';
import { factId, type RiskEvent, type RiskFactKind } from '../risk/riskEvent.ts';
import type { DecidePenaltyLater, PenaltyDecision } from './command.ts';
import { contentText, measuresOf, wordsOf } from './decisionWords.ts';
import { type OutcomeDeps, toldInspection } from './inspectionOutcome.ts';
import type { PenaltyCase, PenaltyPublicity } from './penaltyCase.ts';
import { penaltyCaseId } from './penaltyRows.ts';
import { publicityOf } from './publicityOf.ts';

/**
 * What a served decision brings about, in one transaction: its publicity with its end, the entries for the credit
 * system, the fact for the risk class, the listing that was decided with it, and what its inspection is told.
 */
export const takeEffect =
  (deps: OutcomeDeps): DecidePenaltyLater<undefined> =>
  async (penalty, _input, moment) => {
    const { decision, draft } = penalty;
    if (decision?.served === undefined || draft === undefined) return problem('penalty.decision.none');
    const on = shanghaiDate(moment.at);
    const term = publicityOf(draft.charges, penalty.party, decision.on);
    const kind = term.class;
    const publicity: PenaltyPublicity = {
      class: kind,
      gsxt: term.gsxt,
      on,
      until: term.until,
      ...(term.earliest === undefined ? {} : { earliest: term.earliest }),
    };
    const minor = kind === 'none' || kind === 'minor';
    const told = await toldInspection(
      deps,
      penalty,
      minor ? { outcome: 'minor' } : { outcome: 'other', until: term.until },
      moment,
    );
    const published: PenaltyCase = {
      ...penalty,
      publicity,
      deadlines: withoutDeadline(withoutDeadline(penalty.deadlines, 'portal'), 'gsxt'),
    };
    const said = toldCredit(published, 'publish', moment.at);
    return ok({
      to: 'performing',
      state: said.state,
      ground: kind,
      publishes: true,
      credit: said.credit,
      risk: factOf(penalty, kind, on),
      leads: listingLead(penalty, moment.at),
      ...told,
    });
  };

const riskKinds: Readonly<Record<PublicationClass, RiskFactKind>> = {
  none: 'penalty-minor',
  minor: 'penalty-minor',
  ordinary: 'penalty-ordinary',
  restriction: 'penalty-serious',
  revocation: 'penalty-serious',
};

/**
 * The id of the fact that a penalty is for its agency. Once it was cured a fact stays cured: after a fraud the penalty is
 * a fact of its own.
 */
export function penaltyFact(
  { id, publicity }: Pick<PenaltyCase, 'id' | 'publicity'>,
  kind: PublicationClass,
): string {
  const first = factId(penaltyCaseId(id), riskKinds[kind]);
  return publicity?.restarted === undefined ? first : `${first}/restarted`;
}

/** A penalty on a practitioner is no fact about the agency. */
export function factOf(penalty: PenaltyCase, kind: PublicationClass, on: LocalDate): readonly RiskEvent[] {
  const { party, decision, draft } = penalty;
  if (party.kind !== 'agency' || party.uscc === undefined) return [];
  return [
    {
      type: 'fact',
      id: penaltyFact(penalty, kind),
      uscc: party.uscc,
      kind: riskKinds[kind],
      on,
      reference: decision?.number ?? penalty.id,
      count: draft?.charges.length ?? 1,
    },
  ];
}

/** The lead to the serious-breach list that was decided together with the penalty. */
function listingLead({ id, draft, decision, party }: PenaltyCase, at: string): readonly Lead[] {
  if (draft?.listing === undefined || decision?.number === undefined || party.uscc === undefined) return [];
  return [
    {
      source: 'penalty',
      to: 'listing',
      penalty: id,
      number: decision.number,
      uscc: party.uscc,
      ground: draft.listing.ground,
      by: decision.decided.by,
      at,
    },
  ];
}

const channels = ['portal', 'gsxt'] as const;
type Channel = (typeof channels)[number];

export const creditKey = (id: string, channel: Channel) => `penalty/${id}/${channel}`;

/**
 * The entries that tell the credit system of the case as it stands, one for each channel that it is on, and the case
 * with its count of them. Nothing is told of somebody who has no 统一社会信用代码: the system knows nobody else.
 */
export function toldCredit(
  penalty: PenaltyCase,
  operation: CreditEntry['operation'],
  at: string,
  reason?: string,
): { readonly state: PenaltyCase; readonly credit: NonNullable<PenaltyDecision['credit']> } {
  const { party, publicity, id } = penalty;
  const { uscc } = party;
  if (uscc === undefined || publicity === undefined) return { state: penalty, credit: [] };
  const used = channels.filter((channel) => channel === 'portal' || publicity.gsxt);
  const told = { ...penalty.told };
  const credit = used.map((channel): CreditEntry => {
    told[channel] += 1;
    const due = penalty.deadlines.find(({ kind }) => kind === channel)?.deadline.dueLegal;
    return {
      key: creditKey(id, channel),
      version: told[channel],
      uscc,
      agency: party.name,
      operation,
      ...(operation === 'withdraw' ? {} : { record: recordOf(penalty, channel) }),
      ...(reason === undefined ? {} : { reason }),
      at,
      ...(due === undefined ? {} : { due }),
    };
  });
  return { state: { ...penalty, told }, credit };
}

function recordOf(penalty: PenaltyCase, channel: Channel): PenaltyRecord {
  const { party, decision, draft, publicity } = penalty;
  if (decision?.number === undefined || draft === undefined || publicity === undefined)
    throw new Error(`${penalty.id} has nothing to publish`);
  return {
    type: 'penalty',
    channel,
    number: decision.number,
    party: {
      kind: party.kind,
      name: party.name,
      ...(party.representative === undefined ? {} : { legalRepresentative: party.representative }),
    },
    ...wordsOf(draft, decision.on),
    measures: measuresOf(draft.charges),
    content: contentText(draft.charges),
    fine: decision.fine,
    confiscated: decision.confiscated,
    decidedOn: decision.on,
    until: publicity.until,
  };
}
