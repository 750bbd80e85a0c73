import type { Lang } from '../../messages/message.ts';

/**
 * Why an agency is visited. Only `drawn` is a draw by lot; the other two are dealt a team in a draw and are
 * counted apart everywhere: `mandatory` by order of the law (专利代理管理办法 art. 40(2)), `targeted` after a
 * complaint, a transfer, monitoring or a listing (优化营商环境条例 art. 54(2)).
 */
export const visitOrigins = [
  { code: 'drawn', zh: '抽查', en: 'Drawn' },
  { code: 'mandatory', zh: '必查', en: 'Ordered by law' },
  { code: 'targeted', zh: '定向', en: 'Targeted' },
] as const;
export type VisitOrigin = (typeof visitOrigins)[number]['code'];

/**
 * Whether a visit counts towards the yearly cap of an agency: a targeted one does not (国办发〔2024〕54号, 未核实), a
 * joint one does when any of its parts does.
 *
 * @param origins of every part of the visit
 */
export function countsToCap(origins: readonly VisitOrigin[]): boolean {
  return origins.some((origin) => origin !== 'targeted');
}

/** Cells whose agencies are not drawn by lot. */
const originOfForcedCell: Readonly<Record<string, VisitOrigin>> = {
  listed: 'mandatory',
  targeted: 'targeted',
};

/** The origin that a cell of a draw gives its visits. */
export function originOfCell(cell: string): VisitOrigin {
  return originOfForcedCell[cell] ?? 'drawn';
}

export function originText(lang: Lang, origin: VisitOrigin): string {
  return visitOrigins.find(({ code }) => code === origin)?.[lang] ?? origin;
}
