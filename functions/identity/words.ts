import type { ComplaintCase } from '../../shared/complaint/complaintCase.ts';
import { complaintMessages } from '../../shared/complaint/messages.ts';
import { personalDataMessages } from '../../shared/complaint/personalDataMessages.ts';
import type { Act } from '../../shared/draw/ceremony/drawCase.ts';
import { isUnverified } from '../../shared/law/lawTable.ts';
import type { PersonalDataPeriod } from '../../shared/law/retention.ts';
import { erasurePageMessages } from '../../shared/messages/erasurePages.ts';
import { identityPageMessages } from '../../shared/messages/identityPages.ts';
import { createCatalogue, type Lang } from '../../shared/messages/message.ts';
import { momentText } from '../web/console/moment.ts';

/** Texts of these pages. */
export const words = createCatalogue(
  identityPageMessages,
  erasurePageMessages,
  complaintMessages,
  personalDataMessages,
).text;

export const complaintPath = (id: string) => `/complaints/${encodeURIComponent(id)}`;
export const identityPath = (id: string) => `${complaintPath(id)}/identity`;

/** The official number; before there is one, the end of the id, which two people can read to each other. */
export function caseName({ number, id }: Pick<ComplaintCase, 'number' | 'id'>): string {
  return number ?? `…${id.slice(-8)}`;
}

export function kindText(lang: Lang, { kind }: Pick<ComplaintCase, 'kind'>): string {
  return words(lang, `complaint.kind.${kind}`);
}

export function actText(lang: Lang, { name, at }: Pick<Act, 'name' | 'at'>): string {
  return words(lang, 'identityPage.byAt', { by: name, at: momentText(lang, at) });
}

/** Where a period stands, with its mark. */
export function citationText(lang: Lang, row: Pick<PersonalDataPeriod, 'citation'>): string {
  const mark = isUnverified(row) ? ` · ${words(lang, 'identityPage.unverified')}` : '';
  return `${row.citation.text}${mark}`;
}
