import * as z from 'zod';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import {
  aggravatingFactors,
  mitigatingFactors,
  notPunishingGrounds,
} from '../../../../shared/law/decisionReasons.ts';
import { listingGrounds } from '../../../../shared/law/listingGrounds.ts';
import { catalogueRow } from '../../../../shared/law/penaltyCatalogue.ts';
import type { ConsiderationInput } from '../../../../shared/penalty/considering.ts';
import type { DraftInput } from '../../../../shared/penalty/drafting.ts';
import { currentNotice, outcomes, type PenaltyCase } from '../../../../shared/penalty/penaltyCase.ts';
import { ok, problem, type Result, refuse } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { listOf, readForm } from '../../kit/http/readForm.ts';
import { firstValue } from '../../kit/links.ts';
import { chargeValues, readCharges, withCharge } from './chargeForm.ts';
import { dayIn } from './commandGiven.ts';
import { codesOf, lineOptional, oneOf, told, toldOptional } from './formSchemas.ts';

/** The long forms of a case: the draft, and what is made of what the party said. */

/** What a listing that is decided together with the penalty can rest on. */
export const listingsWithPenalty = listingGrounds.filter(({ basis }) => basis === 'penalty');

/** The draft as it stands, or what is suspected as its first charges. */
export function draftStart({ draft, suspicion }: PenaltyCase, today: LocalDate): Values {
  if (draft !== undefined)
    return {
      ...chargeValues(draft.charges),
      outcome: draft.outcome,
      facts: draft.facts,
      reason: draft.reason,
      ground: draft.ground ?? '',
      to: draft.to ?? '',
      factors: draft.factors,
      ...(draft.listing === undefined
        ? {}
        : { listing: 'yes', listingGround: draft.listing.ground, listingReason: draft.listing.reason }),
    };
  const [year = '', month = '', day = ''] = (suspicion.actOn ?? '').split('-');
  const acted = { 'actOn.year': year, 'actOn.month': month, 'actOn.day': day };
  return suspicion.entries
    .filter((entry) => catalogueRow(entry, today) !== undefined)
    .reduce<Values>((form, entry) => withCharge(form, { entry, ...acted }), {});
}

const isMitigating = (factor: string) => mitigatingFactors.some(({ rule }) => rule === factor);

const draftSchema = z.object({
  outcome: oneOf(outcomes),
  facts: told,
  reason: told,
  factors: listOf(
    z.enum([...codesOf(mitigatingFactors), ...codesOf(aggravatingFactors)], 'penaltyPage.choose'),
  ),
  ground: z.union([z.literal(''), z.enum(codesOf(notPunishingGrounds))], 'penaltyPage.choose').default(''),
  to: lineOptional,
  listing: z.enum(['yes'], 'kit.form.unreadable').optional(),
  listingGround: z
    .union([z.literal(''), z.enum(codesOf(listingsWithPenalty))], 'penaltyPage.choose')
    .default(''),
  listingReason: toldOptional,
});

/** Reads a draft; what belongs to another outcome is hidden on the page and counts for nothing. */
export function readDraft(form: Values, today: LocalDate): Result<DraftInput> {
  const read = readForm(draftSchema, form);
  const mitigating = read.ok && read.value.factors.some(isMitigating);
  const punishes = firstValue(form, 'outcome') !== 'no-penalty';
  const charges = punishes ? readCharges(form, { today, mitigating }) : ok([]);
  const listing = read.ok ? readListing(read.value) : ok(undefined);
  const problems = [read, charges, listing].flatMap((one) => (one.ok ? [] : one.problems));
  if (!read.ok || !charges.ok || !listing.ok) return refuse(...problems);
  const { outcome, facts, reason, factors, ground, to } = read.value;
  return ok({
    outcome,
    charges: charges.value,
    facts,
    reason,
    factors,
    ...(outcome === 'no-penalty' && ground !== '' ? { ground } : {}),
    ...(outcome === 'transfer' ? { to } : {}),
    ...(listing.value === undefined ? {} : { listing: listing.value }),
  });
}

function readListing({
  outcome,
  listing,
  listingGround,
  listingReason,
}: z.output<typeof draftSchema>): Result<DraftInput['listing']> {
  if (listing !== 'yes' || outcome !== 'penalty') return ok(undefined);
  const missing = [
    ...(listingGround === '' ? [problem('penaltyPage.choose', undefined, 'listingGround')] : []),
    ...(listingReason === '' ? [problem('penaltyPage.text.missing', undefined, 'listingReason')] : []),
  ].flatMap((one) => (one.ok ? [] : one.problems));
  return missing.length > 0 ? refuse(...missing) : ok({ ground: listingGround, reason: listingReason });
}

/** Whether the party has said anything: if not, the system knows what is to be made of it. */
export function hasSpoken({ statements }: Pick<PenaltyCase, 'statements'>): boolean {
  return statements.some(({ kind }) => kind !== 'waiver');
}

/** The charges that the party was told of, or those of a consideration that was sent back. */
export function considerStart(penalty: PenaltyCase): Values {
  const { consideration, draft } = penalty;
  const charges = consideration === undefined ? currentNotice(penalty)?.charges : draft?.charges;
  const { group } = consideration ?? {};
  const [year = '', month = '', day = ''] = (group?.on ?? '').split('-');
  return {
    ...chargeValues(charges ?? []),
    adopted: consideration?.adopted ?? '',
    text: consideration?.text ?? '',
    'group.on.year': year,
    'group.on.month': month,
    'group.on.day': day,
    'group.members': group?.members.join('\n') ?? '',
    'group.text': group?.text ?? '',
  };
}

const groupFields = ['group.on.year', 'group.on.month', 'group.on.day', 'group.members', 'group.text'];

/** Reads what is made of what the party said; the discussion of the heads only where something is told of it. */
export function readConsideration(
  form: Values,
  penalty: PenaltyCase,
  today: LocalDate,
): Result<ConsiderationInput> {
  const adopted = hasSpoken(penalty)
    ? oneOf(['all', 'part', 'none'])
    : z.unknown().transform(() => 'nothing-said' as const);
  const read = readForm(z.object({ adopted, text: told }), form);
  const mitigating = penalty.draft?.factors.some(isMitigating) === true;
  const charges = readCharges(form, { today, mitigating });
  const asked = groupFields.some((name) => firstValue(form, name).trim() !== '');
  const group = asked ? readGroup(form) : ok(undefined);
  const problems = [read, charges, group].flatMap((one) => (one.ok ? [] : one.problems));
  if (!read.ok || !charges.ok || !group.ok) return refuse(...problems);
  return ok({
    ...read.value,
    charges: charges.value,
    ...(group.value === undefined ? {} : { group: group.value }),
  });
}

function readGroup(form: Values): Result<NonNullable<ConsiderationInput['group']>> {
  const read = readForm(z.object({ 'group.members': told, 'group.text': told }), form);
  const on = dayIn({ form }, 'group.on');
  const problems = [read, on].flatMap((one) => (one.ok ? [] : one.problems));
  if (!read.ok || !on.ok) return refuse(...problems);
  const members = read.value['group.members']
    .split(/[\n、,，;；]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return ok({ on: on.value, members: [...new Set(members)], text: read.value['group.text'] });
}
