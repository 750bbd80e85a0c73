import type { StoredPaper } from '../../notice/casePapers.ts';
import type { ComplaintPapers } from './ports.ts';

/** The papers of a case that are addressed to whoever holds its receipt, in the order of their numbers. */
export async function formsForFiler(
  deps: { readonly papers: Pick<ComplaintPapers, 'ofCase'> },
  id: string,
): Promise<readonly StoredPaper[]> {
  const papers = await deps.papers.ofCase(id);
  return papers.filter(({ state }) => state.recipient.type === 'filer');
}

/** One of them by the key under which it was ordered; undefined for every other key. */
export async function formForFiler(
  deps: { readonly papers: Pick<ComplaintPapers, 'ofCase'> },
  id: string,
  key: string,
): Promise<StoredPaper | undefined> {
  return (await formsForFiler(deps, id)).find(({ state }) => state.occasion === key);
}
