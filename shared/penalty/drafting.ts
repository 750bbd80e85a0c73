import { shanghaiDate } from '../calendar/localDate.ts';
import { withDeadline } from '../calendar/storedDeadline.ts';
import type { Authority } from '../law/catalogueRow.ts';
import { aggravatingFactors, mitigatingFactors, notPunishingGrounds } from '../law/decisionReasons.ts';
import { ok, problem, type Result } from '../problem.ts';
import type { Charge } from './charge.ts';
import { actOf, type DecidePenalty, type PenaltyMoment } from './command.ts';
import { deadlineOf } from './deadlines.ts';
import { lawMessages } from './lawMessages.ts';
import { type Assessment, checkCharges } from './measures.ts';
import { type Draft, type Outcome, openSuspension, type PenaltyCase } from './penaltyCase.ts';

export type DraftInput = Pick<Draft, 'outcome' | 'charges' | 'facts' | 'reason' | 'factors'> &
  Partial<Pick<Draft, 'ground' | 'to' | 'listing'>>;

/** Who has to be the one to decide what is drafted; what another authority decides is only handed to it. */
const authorityOf: Readonly<Partial<Record<Outcome, readonly Authority[]>>> = {
  penalty: ['office'],
  proposal: ['cnipa'],
  transfer: ['market', 'cnipa', 'office'],
};

const authorityNames = (authority: Authority) => ({
  authorityZh: lawMessages[`penalty.law.authority.${authority}`].zh,
  authorityEn: lawMessages[`penalty.law.authority.${authority}`].en,
});

/** The charges of a draft as the law of the day sees them; undefined when nothing is imposed. */
export function assessed(
  penalty: Pick<PenaltyCase, 'party' | 'received'>,
  outcome: Outcome,
  charges: readonly Charge[],
  at: string,
): Result<Assessment | undefined> {
  if (outcome === 'no-penalty' || (outcome === 'transfer' && charges.length === 0)) return ok(undefined);
  // What limits it is when it was found out, not when it is decided (行政处罚法 art. 36).
  const found = charges.map((charge) => ({ ...charge, foundOn: charge.foundOn ?? penalty.received.on }));
  const checked = checkCharges(found, penalty.party, shanghaiDate(at));
  if (!checked.ok) return checked;
  const { authority } = checked.value;
  if (authorityOf[outcome]?.includes(authority) !== true)
    return problem('penalty.authority', authorityNames(authority), 'outcome');
  return checked;
}

/** Refuses a draft whose parts do not fit together. */
function draftProblem(penalty: PenaltyCase, input: DraftInput): Result<never> | undefined {
  if (openSuspension(penalty) !== undefined) return problem('penalty.suspension.open');
  if (penalty.officers.length < 2) return problem('penalty.officers.few');
  if (penalty.inquiries.length === 0) return problem('penalty.inquiry.none');
  if (input.outcome === 'no-penalty' && !notPunishingGrounds.some(({ rule }) => rule === input.ground))
    return problem('penalty.ground.unknown', undefined, 'ground');
  if (input.outcome === 'transfer' && (input.to ?? '') === '')
    return problem('penalty.to.missing', undefined, 'to');
  const known = [...mitigatingFactors, ...aggravatingFactors];
  if (input.factors.some((code) => !known.some(({ rule }) => rule === code)))
    return problem('penalty.factor.unknown', undefined, 'factors');
  if (input.listing !== undefined && (input.outcome !== 'penalty' || penalty.party.kind !== 'agency'))
    return problem('penalty.listing.unfit', undefined, 'listing');
  return undefined;
}

/** Drafts what is to become of the case and gives it to the legal reviewer: 10 working days (令2号 art. 55). */
export const draft: DecidePenalty<DraftInput> = (penalty, input, moment) => {
  const wrong = draftProblem(penalty, input);
  if (wrong !== undefined) return wrong;
  const checked = assessed(penalty, input.outcome, input.charges, moment.at);
  if (!checked.ok) return checked;
  const next: Draft = { ...input, ...actOf(moment) };
  return ok({
    to: 'reviewing',
    state: underReview({ ...penalty, draft: next }, moment),
    ground: input.outcome,
    seal: { draft: { ...input } },
  });
};

/** The case with the date by which the reviewer has to answer. */
export function underReview(penalty: PenaltyCase, moment: PenaltyMoment): PenaltyCase {
  const review = deadlineOf('review', shanghaiDate(moment.at), penalty, moment.calendar);
  return { ...penalty, deadlines: withDeadline(penalty.deadlines, review) };
}
