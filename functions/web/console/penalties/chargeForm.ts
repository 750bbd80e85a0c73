import { type LocalDate, parseLocalDate } from '../../../../shared/calendar/localDate.ts';
import {
  type CatalogueRow,
  type CatalogueTier,
  type MeasureKind,
  type Measures,
  measureKinds,
} from '../../../../shared/law/catalogueRow.ts';
import { catalogueRow } from '../../../../shared/law/penaltyCatalogue.ts';
import { MOST_FEN, readYuan, yuanText } from '../../../../shared/money.ts';
import type { Charge } from '../../../../shared/penalty/charge.ts';
import { discretionFor } from '../../../../shared/penalty/fineRange.ts';
import { applicableRow } from '../../../../shared/penalty/measures.ts';
import { ok, type Problem, type Result, refuse } from '../../../../shared/problem.ts';
import { writtenText } from '../../../../shared/writtenText.ts';
import type { Values } from '../../kit/context.tsx';
import { plainDigits, readDate } from '../../kit/http/readForm.ts';
import { allValues, firstValue } from '../../kit/links.ts';
import { textLimit } from './formSchemas.ts';

/**
 * Charges in a form that grows without a script: the numbers of the charges stand in `no`, each field of a charge is
 * called `charge.<no>.<part>`, as the refusals of the law name it.
 */

/** Most charges of one case. */
export const MOST_CHARGES = 20;

/** What is imposed or not, and has no amount. */
export const flagKinds = [
  'stop',
  'warning',
  'criticism',
  'revocation',
  'talk',
  'self-discipline',
  'draw-rate',
] as const satisfies readonly MeasureKind[];
type FlagKind = (typeof flagKinds)[number];
const isFlag = (kind: string): kind is FlagKind => flagKinds.some((one) => one === kind);

export const chargeName = (no: number, part: string) => `charge.${no}.${part}`;

/** The numbers of the charges that the form holds, in their order. */
export function chargeNumbers(form: Values): readonly number[] {
  const numbers = allValues(form, 'no')
    .filter((text) => /^[1-9]\d?$/.test(text))
    .map(Number);
  return [...new Set(numbers)].slice(0, MOST_CHARGES);
}

/** The form with one charge more. */
export function withCharge(form: Values, start: Values): Values {
  const numbers = chargeNumbers(form);
  if (numbers.length >= MOST_CHARGES) return form;
  const no = Math.max(0, ...numbers) + 1;
  return {
    ...form,
    no: [...numbers, no].map(String),
    [chargeName(no, 'act')]: String(no),
    ...Object.fromEntries(Object.entries(start).map(([part, value]) => [chargeName(no, part), value])),
  };
}

/** The form without one of its charges; the others keep their numbers, by which a notice has named them. */
export function withoutCharge(form: Values, no: number): Values {
  const prefix = chargeName(no, '');
  const rest = Object.entries(form).filter(([name]) => name !== 'no' && !name.startsWith(prefix));
  return {
    ...Object.fromEntries(rest),
    no: chargeNumbers(form)
      .filter((one) => one !== no)
      .map(String),
  };
}

function dateValues(name: string, date: LocalDate | undefined): Values {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return { [`${name}.year`]: year, [`${name}.month`]: month, [`${name}.day`]: day };
}

/** Charges as the entries of a form. */
export function chargeValues(charges: readonly Charge[]): Values {
  if (charges.length === 0) return {};
  const values: Values = Object.assign({}, ...charges.map(valuesOf));
  return { ...values, no: charges.map(({ no }) => String(no)) };
}

function valuesOf({
  no,
  entry,
  tier,
  act,
  actOn,
  actUntil,
  graveHarm,
  facts,
  measures,
  gains,
}: Charge): Values {
  const name = (part: string) => chargeName(no, part);
  const amount = (fen: number | undefined) => (fen === undefined ? '' : yuanText(fen));
  return {
    [name('entry')]: entry,
    [name('tier')]: tier,
    [name('act')]: String(act),
    [name('facts')]: facts,
    [name('measures')]: flagKinds.filter((kind) => measures[kind] === true),
    [name('fine')]: amount(measures.fine),
    [name('confiscation')]: amount(measures.confiscation),
    [name('gains')]: amount(gains),
    [name('suspension')]: measures.suspension === undefined ? '' : String(measures.suspension),
    ...(graveHarm === true ? { [name('graveHarm')]: 'yes' } : {}),
    ...dateValues(name('actOn'), actOn),
    ...dateValues(name('actUntil'), actUntil),
    ...dateValues(name('correct'), measures.correct),
  };
}

/** The provision that the form stands at so far: by the act where its day is known, else as of today. */
export interface Provision {
  readonly row: CatalogueRow;
  /** Undefined until one of several tiers is chosen. */
  readonly tier: CatalogueTier | undefined;
}

const dayIn = (form: Values, name: string): LocalDate | undefined => {
  const read = readDate(form, name);
  return read.ok ? parseLocalDate(read.value) : undefined;
};

export function provisionIn(form: Values, no: number, today: LocalDate): Provision | undefined {
  const entry = firstValue(form, chargeName(no, 'entry'));
  const code = firstValue(form, chargeName(no, 'tier'));
  const wanted = code === 'serious' ? 'serious' : 'basic';
  const last = dayIn(form, chargeName(no, 'actUntil')) ?? dayIn(form, chargeName(no, 'actOn'));
  const applied = last === undefined ? undefined : applicableRow(entry, last, today, wanted);
  const row = applied?.ok === true ? applied.value.row : catalogueRow(entry, today);
  if (row === undefined) return undefined;
  const [only, ...others] = row.tiers;
  return { row, tier: others.length === 0 ? only : row.tiers.find(({ tier }) => tier === code) };
}

/** The fields of a charge that the page shows: a refusal stands at one of them. */
export function shownParts(provision: Provision | undefined): ReadonlySet<string> {
  const always = ['entry', 'act', 'actOn', 'actUntil', 'facts'];
  if (provision === undefined) return new Set(always);
  const kinds = provision.tier?.measures.map(({ kind }) => kind) ?? [];
  return new Set([
    ...always,
    ...(provision.row.tiers.length > 1 ? ['tier'] : []),
    ...kinds.filter((kind) => !isFlag(kind)),
    ...(kinds.some(isFlag) ? ['measures'] : []),
    ...(asksGains(provision.tier) ? ['gains'] : []),
  ]);
}

/** Whether anything of a tier is measured by the gains. */
export function asksGains(tier: CatalogueTier | undefined): boolean {
  return (
    tier?.measures.some(({ kind, timesGains }) => kind === 'confiscation' || timesGains !== undefined) ===
    true
  );
}

/** Refusals of the law at the fields that the page shows. */
export function atChargeFields(
  form: Values,
  problems: readonly Problem[],
  today: LocalDate,
): readonly Problem[] {
  return problems.map((one) => {
    const match = /^charge\.(\d+)\.(.+)$/.exec(one.field ?? '');
    if (match === null) return one;
    const [, no = '', part = ''] = match;
    const shown = shownParts(provisionIn(form, Number(no), today));
    const wanted = [part, part === 'discretion' ? 'fine' : part, ...(isFlag(part) ? ['measures'] : [])];
    const found = [...wanted, 'measures', 'tier', 'entry'].find((name) => shown.has(name)) ?? 'entry';
    return { ...one, field: chargeName(Number(no), found) };
  });
}

/** Reads one amount, one day, one number, and keeps what was wrong with each. */
class ChargeReader {
  readonly problems: Problem[] = [];
  readonly #form: Values;
  readonly no: number;

  constructor(form: Values, no: number) {
    this.#form = form;
    this.no = no;
  }

  refuse(part: string, code: string): void {
    this.problems.push({ code, params: { no: this.no }, field: chargeName(this.no, part) });
  }

  text(part: string): string {
    return firstValue(this.#form, chargeName(this.no, part)).trim();
  }

  all(part: string): readonly string[] {
    return allValues(this.#form, chargeName(this.no, part));
  }

  amount(part: string): number | undefined {
    const text = this.text(part);
    if (text === '') return undefined;
    const fen = readYuan(text);
    if (fen === undefined || fen > MOST_FEN) this.refuse(part, 'penaltyDraft.amount');
    return fen;
  }

  months(part: string): number | undefined {
    const text = plainDigits(this.text(part));
    if (text === '') return undefined;
    if (/^\d{1,4}$/.test(text)) return Number(text);
    this.refuse(part, 'penaltyDraft.months');
    return undefined;
  }

  day(part: string): LocalDate | undefined {
    const read = readDate(this.#form, chargeName(this.no, part));
    if (read.ok) return parseLocalDate(read.value);
    for (const { code } of read.problems) this.refuse(part, code);
    return undefined;
  }

  facts(): string {
    const read = writtenText(textLimit, 'penaltyDraft.facts.missing').safeParse(
      firstValue(this.#form, chargeName(this.no, 'facts')),
    );
    if (!read.success) this.refuse('facts', 'penaltyDraft.facts.missing');
    return read.success ? read.data : '';
  }
}

/** What the measures of the form amount to; of what the page does not show nothing counts. */
function measuresIn(reader: ChargeReader, tier: CatalogueTier): Measures {
  const kinds = new Set(tier.measures.map(({ kind }) => kind));
  const ticked = reader.all('measures');
  const flags = flagKinds.filter((kind) => kinds.has(kind) && ticked.includes(kind));
  const given = {
    correct: kinds.has('correct') ? reader.day('correct') : undefined,
    fine: kinds.has('fine') ? reader.amount('fine') : undefined,
    confiscation: kinds.has('confiscation') ? reader.amount('confiscation') : undefined,
    suspension: kinds.has('suspension') ? reader.months('suspension') : undefined,
  };
  const { correct, fine, confiscation, suspension } = given;
  return {
    ...(correct === undefined ? {} : { correct }),
    ...(fine === undefined ? {} : { fine }),
    ...(confiscation === undefined ? {} : { confiscation }),
    ...(suspension === undefined ? {} : { suspension }),
    ...Object.fromEntries(flags.map((kind) => [kind, true])),
  };
}

function readCharge(
  form: Values,
  no: number,
  { today, mitigating }: { readonly today: LocalDate; readonly mitigating: boolean },
): Result<Charge> {
  const reader = new ChargeReader(form, no);
  const provision = provisionIn(form, no, today);
  const actOn = reader.day('actOn');
  const actUntil = reader.day('actUntil');
  const facts = reader.facts();
  if (provision === undefined) reader.refuse('entry', 'penaltyDraft.entry.missing');
  else if (provision.tier === undefined) reader.refuse('tier', 'penaltyDraft.tier.missing');
  if (actOn === undefined && !reader.problems.some(({ field }) => field === chargeName(no, 'actOn')))
    reader.refuse('actOn', 'penaltyDraft.actOn.missing');
  if (provision?.tier === undefined) return refuse(...reader.problems);
  const { row, tier } = provision;
  const measures = measuresIn(reader, tier);
  const gains = asksGains(tier) ? reader.amount('gains') : undefined;
  const act = Number(reader.text('act'));
  if (reader.problems.length > 0 || actOn === undefined) return refuse(...reader.problems);
  const weighed = { measures, ...(gains === undefined ? {} : { gains }) };
  return ok({
    no,
    entry: row.rule,
    tier: tier.tier,
    act: chargeNumbers(form).includes(act) ? act : no,
    actOn,
    ...(actUntil === undefined ? {} : { actUntil }),
    ...(reader.text('graveHarm') === 'yes' ? { graveHarm: true } : {}),
    facts,
    ...weighed,
    discretion: discretionFor(weighed, tier, mitigating, today),
  });
}

/** Reads every charge of the form, or says all that is wrong with any of them. */
export function readCharges(
  form: Values,
  context: { readonly today: LocalDate; readonly mitigating: boolean },
): Result<readonly Charge[]> {
  const read = chargeNumbers(form).map((no) => readCharge(form, no, context));
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return refuse(...problems);
  return ok(read.flatMap((one) => (one.ok ? [one.value] : [])));
}

/** The measures of a tier in the order of the vocabulary. */
export function rangesOf(tier: CatalogueTier) {
  return measureKinds.flatMap((kind) => tier.measures.filter((range) => range.kind === kind));
}
