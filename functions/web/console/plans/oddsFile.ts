import { text } from '../../../../shared/messages/catalogue.ts';
import type { AgencyOdds } from '../../../../shared/plan/odds.ts';
import type { Preview } from '../../../../shared/plan/preview.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import { districts } from '../../../../shared/register/district.ts';
import { writeCsv, writeXlsx } from '../../../../shared/spreadsheet/writeSpreadsheet.ts';
import { vocabularyText } from '../vocabularyText.ts';
import type { AgencyOddsShown } from './oddsLookup.tsx';
import { chanceText } from './percent.ts';

/** Agencies that one look-up shows. */
const SHOWN = 50;

/** The agencies whose name or code holds the text, with their odds. */
export function lookUp(agencies: readonly Agency[], preview: Preview, asked: string): AgencyOddsShown {
  const wanted = asked.normalize('NFKC').trim().toLowerCase();
  const found = agencies.filter(({ uscc, name }) =>
    [uscc, name].some((value) => value.normalize('NFKC').toLowerCase().includes(wanted)),
  );
  return {
    text: asked,
    total: found.length,
    found: found.slice(0, SHOWN).map((agency) => ({ agency, odds: preview.odds.get(agency.uscc) })),
  };
}

/** The odds of every agency as a table: the headings are Chinese like those of all our files. */
export function oddsTable(agencies: readonly Agency[], preview: Preview): string[][] {
  const line = (agency: Agency, odds: AgencyOdds | undefined) => [
    agency.uscc,
    agency.name,
    vocabularyText('zh', districts, agency.district),
    odds?.cell ?? '',
    odds === undefined ? text('zh', 'plans.odds.none') : chanceText(odds.odds),
    odds === undefined ? '' : chanceText(odds.thisYear),
  ];
  const heads = ['uscc', 'name', 'district', 'cell', 'now', 'year'] as const;
  return [
    heads.map((head) => text('zh', `plans.odds.head.${head}`)),
    ...agencies.map((agency) => line(agency, preview.odds.get(agency.uscc))),
    [],
    [text('zh', 'plans.odds.assumption', { draws: preview.drawsLeft })],
  ];
}

export async function oddsFile(table: string[][], format: 'xlsx' | 'csv'): Promise<Uint8Array> {
  return format === 'csv' ? writeCsv(table) : writeXlsx([{ name: '概率', rows: table }]);
}
