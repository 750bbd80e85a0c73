import type { LocalDate } from '../calendar/localDate.ts';
import type { TargetedGround } from '../law/targetedGrounds.ts';
import { owesListedVisit } from '../plan/cells.ts';
import { itemRef } from '../plan/monthPlan.ts';
import type { Problem } from '../problem.ts';
import type { Agency } from '../register/agency.ts';
import type { InspectionItem } from '../register/inspectionItem.ts';
import type { OrderTerms } from './targetedOrder.ts';

/** Most characters of a reference, and of any reason. */
export const MOST_REFERENCE = 200;
export const MOST_REASON = 500;

/** A closed agency cannot be visited, and for being listed only one that is, and was not visited for it yet. */
export function agencyProblems(
  uscc: string,
  agency: Agency | undefined,
  ground: TargetedGround,
  today: LocalDate,
): readonly Problem[] {
  if (agency === undefined) return [{ code: 'targeted.agency.unknown', params: { uscc }, field: 'uscc' }];
  if (agency.status === 'closed')
    return [{ code: 'targeted.agency.closed', params: { name: agency.name }, field: 'uscc' }];
  if (ground === 'listed' && agency.listing === 'none')
    return [{ code: 'targeted.ground.not_listed', params: { name: agency.name }, field: 'ground' }];
  // A monthly draw may have dealt the visit meanwhile.
  if (ground === 'listed' && !owesListedVisit(agency, today))
    return [{ code: 'targeted.ground.visited', params: { name: agency.name }, field: 'ground' }];
  return [];
}

/** What keeps the terms of an order from standing on a day. */
export function termsProblems(
  terms: OrderTerms,
  around: {
    readonly agency: Agency;
    readonly ground: TargetedGround;
    readonly items: readonly InspectionItem[];
    readonly today: LocalDate;
  },
): readonly Problem[] {
  const reason = terms.reason.trim();
  return [
    ...itemProblems(terms, around),
    ...periodProblems(terms, around.today),
    ...(reason === '' ? [{ code: 'targeted.reason.missing', field: 'reason' }] : []),
    ...(reason.length > MOST_REASON
      ? [{ code: 'targeted.text.long', params: { max: MOST_REASON }, field: 'reason' }]
      : []),
  ];
}

/**
 * What is not on the published list may not be inspected (国办发〔2015〕58号 二(一)); who is listed has to be
 * visited on site (专利代理管理办法 art. 40(2)).
 */
function itemProblems(
  terms: OrderTerms,
  { agency, ground, items }: { agency: Agency; ground: TargetedGround; items: readonly InspectionItem[] },
): readonly Problem[] {
  if (terms.items.length === 0) return [{ code: 'targeted.items.none', field: 'items' }];
  const known = new Map(items.map((item) => [itemRef(item), item]));
  const problems: Problem[] = [];
  for (const ref of terms.items) {
    const item = known.get(ref);
    if (item === undefined || item.status !== 'published' || item.legalBasis.trim() === '')
      problems.push({ code: 'targeted.items.not_published', params: { item: ref }, field: 'items' });
    else if (terms.visits.from !== '' && item.validFrom > terms.visits.from)
      problems.push({
        code: 'targeted.items.not_yet_valid',
        params: { item: ref, from: item.validFrom },
        field: 'items',
      });
    else if (!item.kinds.some((kind) => agency.kinds.includes(kind)))
      problems.push({
        code: 'targeted.items.kind',
        params: { item: ref, name: agency.name },
        field: 'items',
      });
  }
  const onSite = terms.items.some((ref) => known.get(ref)?.method === 'onsite');
  if (problems.length === 0 && ground === 'listed' && !onSite)
    problems.push({ code: 'targeted.items.onsite', field: 'items' });
  return problems;
}

function periodProblems({ visits }: OrderTerms, today: LocalDate): readonly Problem[] {
  if (visits.from === '' || visits.to === '') return [{ code: 'targeted.period.missing', field: 'from' }];
  if (visits.to < visits.from) return [{ code: 'targeted.period.order', field: 'to' }];
  return visits.to < today ? [{ code: 'targeted.period.past', field: 'to' }] : [];
}

export function referenceProblems(reference: string): readonly Problem[] {
  const text = reference.trim();
  if (text === '') return [{ code: 'targeted.reference.missing', field: 'reference' }];
  return text.length > MOST_REFERENCE
    ? [{ code: 'targeted.text.long', params: { max: MOST_REFERENCE }, field: 'reference' }]
    : [];
}
