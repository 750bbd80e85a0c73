import { type LocalDate, yearOf } from '../calendar/localDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { MeasureKind, PartyKind, PublicationClass } from '../law/catalogueRow.ts';
import { citedText } from '../law/lawTable.ts';
import type { AnnulmentReason } from '../law/penaltyProcedure.ts';
import { publicityTermAt } from '../law/publicityTerms.ts';
import type { Fen } from '../money.ts';
import { isOrganisation } from '../penalty/charge.ts';
import type { DeadlineKind } from '../penalty/deadlineKinds.ts';
import { deadlineOf } from '../penalty/deadlines.ts';
import { appliedRows, contentText, measuresOf, wordsOf } from '../penalty/decisionWords.ts';
import type { PenaltyCase } from '../penalty/penaltyCase.ts';
import { jsonFile, type SiteFile } from './siteFile.ts';

/**
 * What may leave a penalty case: the summary (摘要) that the rules of publicity know, with its clocks and its end.
 * Facts, statements, evidence and everything written by somebody stay in the file; of a natural person only the name
 * is told, never a licence, a code or where the person works.
 */
export interface PublicPenalty {
  /** Names its page: year and serial of the decision, `2026-0001`. */
  readonly key: string;
  /** 文号 */
  readonly number: string;
  readonly party: {
    readonly kind: PartyKind;
    readonly organisation: boolean;
    readonly name: string;
    /** Of an organisation. */
    readonly uscc?: string;
  };
  /** 违法行为类型 in the words of the catalogue. */
  readonly conduct: { readonly zh: string; readonly en: string };
  readonly measures: readonly MeasureKind[];
  /** 处罚内容 and 处罚依据 as the decision words them. */
  readonly content: string;
  readonly basis: string;
  readonly fine: Fen;
  readonly confiscated: Fen;
  readonly decidedOn: LocalDate;
  readonly publishedOn: LocalDate;
  /** By when it had to be on the portal; by when on the GSXT, where it goes there at all. */
  readonly portal: PublicClock;
  readonly gsxt?: PublicClock;
  readonly class: PublicationClass;
  /** What the class and its term rest on. */
  readonly termBasis: string;
  /** Last day. */
  readonly until: LocalDate;
  /** First day on which it can end on application; absent where the law gives no early end. */
  readonly earliest?: LocalDate;
  /** What has to be shown before, one for each conduct. */
  readonly repair: readonly { readonly zh: string; readonly en: string }[];
}

export interface PublicClock {
  readonly due: LocalDate;
  readonly basis: string;
}

/** What stays of a decision that was annulled: number, day and reason; no party, no content. */
export interface PenaltyTombstone {
  readonly key: string;
  readonly number: string;
  readonly on: LocalDate;
  /** Code of `annulmentReasons`. */
  readonly reason: AnnulmentReason;
}

export interface PublicPenalties {
  /** Those that stand, the newest decision first. Of expired and repaired ones nothing is left. */
  readonly penalties: readonly PublicPenalty[];
  readonly tombstones: readonly PenaltyTombstone[];
}

/** All decisions as the public sees them. */
export function publicPenalties(cases: readonly PenaltyCase[], calendar: WorkingCalendar): PublicPenalties {
  const newest = (a: { readonly key: string }, b: { readonly key: string }) => (a.key < b.key ? 1 : -1);
  return {
    penalties: cases.flatMap((penalty) => standing(penalty, calendar)).sort(newest),
    tombstones: cases.flatMap(tombstone).sort(newest),
  };
}

/** Its number and what its page is called; undefined for what is no numbered decision. */
function named({ decision }: PenaltyCase): { readonly key: string; readonly number: string } | undefined {
  if (decision?.number === undefined || decision.serial === undefined) return undefined;
  const key = `${yearOf(decision.on)}-${String(decision.serial).padStart(4, '0')}`;
  return { key, number: decision.number };
}

function standing(penalty: PenaltyCase, calendar: WorkingCalendar): readonly PublicPenalty[] {
  const { party, decision, draft, publicity } = penalty;
  const name = named(penalty);
  if (name === undefined || decision === undefined || draft === undefined) return [];
  if (publicity === undefined || publicity.ended !== undefined) return [];
  const { charges } = draft;
  const rows = appliedRows(charges, decision.on).map(({ row }) => row);
  const organisation = isOrganisation(party);
  const clock = (kind: DeadlineKind): PublicClock => {
    const { dueLegal, citation } = deadlineOf(kind, decision.on, penalty, calendar).deadline;
    return { due: dueLegal, basis: citedText(citation) };
  };
  const { conduct, basis } = wordsOf(draft, decision.on);
  return [
    {
      ...name,
      party: {
        kind: party.kind,
        organisation,
        name: party.name,
        ...(organisation && party.uscc !== undefined ? { uscc: party.uscc } : {}),
      },
      conduct: { zh: conduct, en: [...new Set(rows.map(({ en }) => en))].join('; ') },
      measures: measuresOf(charges),
      content: contentText(charges),
      basis,
      fine: decision.fine,
      confiscated: decision.confiscated,
      decidedOn: decision.on,
      publishedOn: publicity.on,
      portal: clock('portal'),
      ...(publicity.gsxt ? { gsxt: clock('gsxt') } : {}),
      class: publicity.class,
      termBasis: citedText(publicityTermAt(publicity.class, decision.on).citation),
      until: publicity.until,
      ...(publicity.earliest === undefined ? {} : { earliest: publicity.earliest }),
      repair: [...new Set(rows.map(({ repair }) => repair))],
    },
  ];
}

function tombstone(penalty: PenaltyCase): readonly PenaltyTombstone[] {
  const { publicity, annulment } = penalty;
  const name = named(penalty);
  if (name === undefined || publicity?.ended?.reason !== 'annulled' || annulment === undefined) return [];
  return [{ ...name, on: publicity.ended.on, reason: annulment.ground as AnnulmentReason }];
}

/** Years of the decisions of which something is shown, the newest first. */
export function penaltyYears({ penalties, tombstones }: PublicPenalties): readonly string[] {
  return [...new Set([...penalties, ...tombstones].map(yearOfKey))].sort().reverse();
}

export const yearOfKey = ({ key }: { readonly key: string }) => key.slice(0, 4);

/** What stands about organisations, by their code; a penalty on a person is none of the agency. */
export function penaltiesByAgency({
  penalties,
}: PublicPenalties): ReadonlyMap<string, readonly PublicPenalty[]> {
  const byCode = new Map<string, PublicPenalty[]>();
  for (const penalty of penalties) {
    const { uscc } = penalty.party;
    if (uscc !== undefined) byCode.set(uscc, [...(byCode.get(uscc) ?? []), penalty]);
  }
  return byCode;
}

/** What the pages of penalties are made from, so that they are built anew when it changes. */
export function penaltiesFile(penalties: PublicPenalties): SiteFile {
  return jsonFile('data/penalties/published.json', penalties);
}
