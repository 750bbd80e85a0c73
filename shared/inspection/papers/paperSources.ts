import type { LocalDate } from '../../calendar/localDate.ts';
import type { DrawCase } from '../../draw/ceremony/drawCase.ts';
import type { Visit } from '../../draw/ceremony/visit.ts';
import type { Addressed } from '../../notice/addressed.ts';
import type { PaperDraft } from '../../notice/issuedNotice.ts';
import type { NoticeKind } from '../../notice/notice.ts';
import type { Office } from '../../notice/office.ts';
import { itemRef } from '../../plan/monthPlan.ts';
import type { Agency } from '../../register/agency.ts';
import type { InspectionItem } from '../../register/inspectionItem.ts';
import type { Inspector } from '../../register/inspector.ts';
import type { InspectionCase, InspectionStatus } from '../inspectionCase.ts';
import type { QueuedPaper } from '../inspectionRows.ts';

/** Everything that the papers of one order are written from. */
export interface PaperSources {
  readonly queued: QueuedPaper;
  readonly inspection: InspectionCase;
  readonly status: InspectionStatus;
  /** The draws of its parts with their visits, by number. */
  readonly draws: ReadonlyMap<string, { readonly draw: DrawCase; readonly visits: readonly Visit[] }>;
  readonly agency: Agency;
  /** By id. */
  readonly inspectors: ReadonlyMap<string, Inspector>;
  /** All versions of all items of the register. */
  readonly items: readonly InspectionItem[];
  readonly office: Office;
  readonly publicityUrl: string;
  /** Who has been told of the visit, by code of the agency and ids of members. */
  readonly told: ReadonlySet<string>;
  /** Date of the paper. */
  readonly date: LocalDate;
}

/** The items of these names, `code@version`, in their order. @throws when the register does not have one */
export function itemsNamed(names: readonly string[], items: readonly InspectionItem[]): InspectionItem[] {
  return names.map((name) => {
    const item = items.find((one) => itemRef(one) === name);
    if (item === undefined) throw new Error(`the register has no item ${name}`);
    return item;
  });
}

/** A paper to the agency on what its inspection has come to. */
export function agencyDraft(sources: PaperSources, kind: NoticeKind, to: Addressed): PaperDraft {
  const { inspection, queued } = sources;
  const { number, draw, visit } = inspection;
  return { kind, draw, visit, inspection: number, occasion: queued.key, to };
}

/** The number at the end of an order's key: of the version, or of the round, that it is about. */
export function numberOfKey(key: string): number {
  const number = Number(key.slice(key.lastIndexOf('-') + 1));
  if (!Number.isInteger(number) || number < 1) throw new Error(`no number in the order ${key}`);
  return number;
}
