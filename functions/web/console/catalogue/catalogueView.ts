import { addDays, type LocalDate, parseLocalDate } from '../../../../shared/calendar/localDate.ts';
import {
  type CatalogueRow,
  type PartyKind,
  type Regime,
  regimes,
} from '../../../../shared/law/catalogueRow.ts';
import { type LawTable, lawAt } from '../../../../shared/law/lawTable.ts';
import { penaltyCatalogue } from '../../../../shared/law/penaltyCatalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { readDate } from '../../kit/http/readForm.ts';
import { firstValue } from '../../kit/links.ts';
import { partyKinds } from '../penalties/entryForm.ts';

export interface CatalogueFilter {
  readonly on: LocalDate;
  readonly regime: Regime | undefined;
  readonly party: PartyKind | undefined;
  /** Part of the conduct, of its code or of where it stands. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Reads the filter of an address; without a day it is today's catalogue. */
export function readCatalogueFilter(query: Values, today: LocalDate): CatalogueFilter {
  const read = readDate(query, 'on');
  return {
    on: (read.ok ? parseLocalDate(read.value) : undefined) ?? today,
    regime: regimes.find((one) => one === firstValue(query, 'regime')),
    party: partyKinds.find((one) => one === firstValue(query, 'party')),
    text: firstValue(query, 'text').trim().toLowerCase(),
    problems: read.ok ? [] : read.problems,
  };
}

/** An entry as of a day, with all its versions and the one that follows it. */
export interface EntryView {
  readonly row: CatalogueRow;
  readonly versions: readonly CatalogueRow[];
  /** The version that replaces it later, if one is known. */
  readonly next: CatalogueRow | undefined;
}

const table: LawTable<CatalogueRow> = penaltyCatalogue;

function versionsOf(rule: string): readonly CatalogueRow[] {
  return table
    .filter((row) => row.rule === rule)
    .sort((one, other) => one.validFrom.localeCompare(other.validFrom));
}

export function entriesOn({ on, regime, party, text }: CatalogueFilter): readonly EntryView[] {
  return lawAt(table, on)
    .filter(
      (row) =>
        (regime === undefined || row.regime === regime) &&
        (party === undefined || row.appliesTo.includes(party)) &&
        [row.zh, row.en, row.rule, row.citation.text].some((one) => one.toLowerCase().includes(text)),
    )
    .map((row) => {
      const versions = versionsOf(row.rule);
      return { row, versions, next: versions.find(({ validFrom }) => validFrom > on) };
    });
}

/** What a later day brings: entries that change, begin or end on it. */
export interface ComingChange {
  readonly on: LocalDate;
  readonly changed: number;
  readonly begun: number;
  readonly ended: number;
}

/** The known days after `on` on which anything of the catalogue changes, the next one first. */
export function comingChanges(on: LocalDate): readonly ComingChange[] {
  const starts = table.filter(({ validFrom }) => validFrom > on);
  const days = [...new Set(starts.map(({ validFrom }) => validFrom))];
  const ends = table.flatMap(({ validTo }) =>
    validTo === undefined || validTo < on ? [] : [addDays(validTo, 1)],
  );
  return [...new Set([...days, ...ends])]
    .filter((day) => day > on)
    .sort()
    .map((day) => {
      const before = new Set(lawAt(table, addDays(day, -1)).map(({ rule }) => rule));
      const after = lawAt(table, day);
      const now = new Set(after.map(({ rule }) => rule));
      return {
        on: day,
        changed: after.filter(({ rule, validFrom }) => validFrom === day && before.has(rule)).length,
        begun: after.filter(({ rule }) => !before.has(rule)).length,
        ended: [...before].filter((rule) => !now.has(rule)).length,
      };
    });
}
