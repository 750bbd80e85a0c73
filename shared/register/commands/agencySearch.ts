import type { Agency } from '../agency.ts';
import type { AgencyFilters, Page, PageRequest } from '../registerStore.ts';
import { riskClassIn } from '../riskClassIn.ts';

function matches(agency: Agency, filters: AgencyFilters, text: string): boolean {
  if (filters.kind !== undefined && !agency.kinds.some((kind) => kind === filters.kind)) return false;
  if (filters.district !== undefined && agency.district !== filters.district) return false;
  const { risk } = filters;
  if (risk !== undefined && riskClassIn(agency, risk.month) !== risk.class) return false;
  if (filters.listing !== undefined && agency.listing !== filters.listing) return false;
  if (filters.status !== undefined && agency.status !== filters.status) return false;
  if (text === '') return true;
  return [agency.uscc, agency.name, agency.nameEn ?? '', agency.agencyCode ?? ''].some((field) =>
    field.toLowerCase().includes(text),
  );
}

/**
 * One page of the agencies that fit all filters, in the order of their uscc. `total` counts all that fit;
 * `next` is there when more follow.
 */
export function searchAgencies(
  agencies: readonly Agency[],
  filters: AgencyFilters,
  page: PageRequest,
): Page<Agency> {
  const text = (filters.text ?? '').normalize('NFKC').trim().toLowerCase();
  const found = agencies.filter((agency) => matches(agency, filters, text));
  const after = page.after ?? '';
  const rest = after === '' ? found : found.filter((agency) => agency.uscc > after);
  const rows = rest.slice(0, page.size);
  const last = rows.at(-1);
  return {
    rows,
    total: found.length,
    ...(last !== undefined && rest.length > rows.length ? { next: last.uscc } : {}),
  };
}
