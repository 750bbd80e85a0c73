import { expect } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { catalogue } from '../../../shared/messages/catalogue.ts';
import { type Fen, yuan } from '../../../shared/money.ts';
import { type Charge, type ChargedParty, checkCharges } from '../../../shared/penalty/measures.ts';

export const ACT = localDate('2026-06-01');
export const DECIDED = localDate('2026-11-26');

/** An agency that acted for both sides: what article 25 orders, and an ordinary fine. */
export const conflict: Charge = {
  no: 1,
  entry: 'patent.conflict',
  tier: 'basic',
  actOn: ACT,
  act: 1,
  facts: '就同一专利申请接受双方委托',
  measures: { correct: localDate('2026-12-31'), warning: true, fine: yuan(50_000) },
  discretion: 'ordinary',
};

/** The same with another fine. */
export const fined = (fine: Fen, discretion: Charge['discretion'], charge = conflict): Charge => ({
  ...charge,
  measures: { ...charge.measures, fine },
  discretion,
});

export const suspended: Charge = {
  ...conflict,
  tier: 'serious',
  measures: { suspension: 6 },
};

export const unlicensed: Charge = {
  ...conflict,
  entry: 'unlicensed.without',
  gains: yuan(20_000),
  measures: { stop: true, confiscation: yuan(20_000), fine: yuan(20_000) },
  discretion: 'lighter',
};

export const agency: ChargedParty = { kind: 'agency' };
export const person: ChargedParty = { kind: 'person' };

/** Codes and fields of the refusals; every one has to have a text with all its places filled. */
export function refusals(
  charges: readonly Charge[],
  party: ChargedParty = agency,
  decideOn = DECIDED,
): string[] {
  const result = checkCharges(charges, party, decideOn);
  if (result.ok) return [];
  for (const problem of result.problems)
    for (const lang of ['zh', 'en'] as const) {
      const shown = catalogue.problemText(lang, problem);
      expect(shown).not.toContain(problem.code);
      expect(shown).not.toMatch(/[{}]/);
    }
  return result.problems.map(({ code, field }) =>
    `${code.replace('penalty.law.', '')} ${field ?? ''}`.trim(),
  );
}

export function assessed(charges: readonly Charge[], party: ChargedParty = agency, decideOn = DECIDED) {
  const result = checkCharges(charges, party, decideOn);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
