import * as z from 'zod';
import { type LocalDate, localDate, parseLocalDate } from '../../../../shared/calendar/localDate.ts';
import { regimes } from '../../../../shared/law/catalogueRow.ts';
import { lawAt } from '../../../../shared/law/lawTable.ts';
import { penaltyCatalogue } from '../../../../shared/law/penaltyCatalogue.ts';
import type { Opening } from '../../../../shared/penalty/opening.ts';
import type { Party } from '../../../../shared/penalty/penaltyCase.ts';
import { ok, problem, type Result, refuse } from '../../../../shared/problem.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import { districts } from '../../../../shared/register/district.ts';
import type { Practitioner } from '../../../../shared/register/practitioner.ts';
import type { RegisterStore } from '../../../../shared/register/registerStore.ts';
import { parseUscc } from '../../../../shared/register/uscc.ts';
import { writtenLine, writtenText } from '../../../../shared/writtenText.ts';
import type { Values } from '../../kit/context.tsx';
import { readDate, readForm } from '../../kit/http/readForm.ts';
import { allValues, firstValue } from '../../kit/links.ts';
import { lineLimit, textLimit } from './formSchemas.ts';

/** Sources of a case that a person enters; the others come over by themselves. */
export const enteredSources = ['transfer', 'own'] as const;
export const partyKinds = ['agency', 'person', 'other'] as const;

/** First day of the rule books that this system counts by. */
const FIRST_DAY = localDate('2020-01-01');
/** Rows of the register that a look-up offers. */
const MATCHES = 20;

const ULID = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'kit.form.unreadable');

const formSchema = z.object({
  id: ULID,
  source: z.enum(enteredSources, 'penaltyEntry.source.missing'),
  reference: writtenLine(lineLimit, 'penaltyEntry.reference.missing', { optional: true }).default(''),
  kind: z.enum(partyKinds, 'penaltyEntry.kind.missing'),
  text: writtenText(textLimit, 'penaltyEntry.text.missing'),
});

type Register = Pick<RegisterStore, 'search' | 'agency' | 'allPractitioners'>;

/** Rows of the register that a text may mean. */
export interface Meant {
  readonly agencies: readonly Agency[];
  readonly practitioners: readonly Practitioner[];
}

/** One, when a row has exactly this code or name; else what looks like it. */
function exactOr<Row>(rows: readonly Row[], isExact: (row: Row) => boolean): readonly Row[] {
  const exact = rows.filter(isExact);
  return exact.length === 1 ? exact : rows;
}

/** What the register has under the name or code that was entered for this kind of party. */
export async function rowsMeant(register: Register, form: Values): Promise<Meant> {
  const text = firstValue(form, 'party').trim();
  const kind = firstValue(form, 'kind');
  if (text === '' || (kind !== 'agency' && kind !== 'person')) return { agencies: [], practitioners: [] };
  if (kind === 'agency') {
    const { rows } = await register.search({ text }, { size: MATCHES });
    const agencies = exactOr(rows, ({ uscc, name }) => uscc === text.toUpperCase() || name === text);
    return { agencies, practitioners: [] };
  }
  const all = await register.allPractitioners();
  const rows = all.filter(({ name, licenceNo }) => name.includes(text) || licenceNo === text);
  const practitioners = exactOr(rows, ({ licenceNo, name }) => licenceNo === text || name === text);
  return { agencies: [], practitioners: practitioners.slice(0, MATCHES) };
}

/** Reads the form with which a case is opened by hand. Every refusal stands at its field. */
export async function readOpening(
  form: Values,
  register: Register,
  today: LocalDate,
): Promise<Result<Opening>> {
  const read = readForm(formSchema, form);
  const party = await readParty(form, register);
  const receivedOn = readDay(form, 'receivedOn');
  const actOn = readDay(form, 'actOn');
  const problems = [read, party, receivedOn, actOn].flatMap((one) => (one.ok ? [] : one.problems));
  if (receivedOn.ok) {
    if (receivedOn.value === undefined)
      problems.push({ code: 'penaltyPage.day.missing', field: 'receivedOn' });
    else if (receivedOn.value > today) problems.push({ code: 'penalty.day.future', field: 'receivedOn' });
    else if (receivedOn.value < FIRST_DAY) problems.push({ code: 'penalty.day.early', field: 'receivedOn' });
  }
  if (actOn.ok && actOn.value !== undefined && actOn.value > today)
    problems.push({ code: 'penalty.day.future', field: 'actOn' });
  if (read.ok && read.value.source === 'transfer' && read.value.reference === '')
    problems.push({ code: 'penaltyEntry.reference.missing', field: 'reference' });
  if (problems.length > 0) return refuse(...problems);
  if (!read.ok || !party.ok || !receivedOn.ok || receivedOn.value === undefined || !actOn.ok) return refuse();
  const { id, source, reference, text } = read.value;
  return ok({
    id,
    source: { kind: source, reference },
    party: party.value,
    suspicion: {
      text,
      entries: entriesIn(form, today),
      ...(actOn.value === undefined ? {} : { actOn: actOn.value }),
    },
    receivedOn: receivedOn.value,
  });
}

/** Entries of the catalogue that were ticked; what is none of them counts for nothing. */
function entriesIn(form: Values, today: LocalDate): readonly string[] {
  const ticked = new Set(regimes.flatMap((regime) => allValues(form, `entries-${regime}`)));
  return lawAt(penaltyCatalogue, today)
    .map(({ rule }) => rule)
    .filter((rule) => ticked.has(rule));
}

function readDay(form: Values, name: string): Result<LocalDate | undefined> {
  const read = readDate(form, name);
  return read.ok ? ok(parseLocalDate(read.value)) : read;
}

async function readParty(form: Values, register: Register): Promise<Result<Party>> {
  const kind = firstValue(form, 'kind');
  if (kind === 'other') return readOther(form);
  const text = firstValue(form, 'party').trim();
  if (text === '') return problem('penaltyEntry.party.missing', undefined, 'party');
  const { agencies, practitioners } = await rowsMeant(register, form);
  const chosen = firstValue(form, 'row');
  if (kind === 'person') {
    const one = onlyOne(practitioners, ({ licenceNo }) => licenceNo === chosen);
    if (!one.ok) return one;
    const { name, licenceNo, agencyUscc } = one.value;
    const employer = (await register.agency(agencyUscc))?.value;
    return ok({
      kind: 'person',
      name,
      licenceNo,
      uscc: agencyUscc,
      ...(employer === undefined ? {} : { district: employer.district }),
    });
  }
  const one = onlyOne(agencies, ({ uscc }) => uscc === chosen);
  if (!one.ok) return one;
  const { uscc, name, district, legalRepresentative } = one.value;
  return ok({ kind: 'agency', name, uscc, district, representative: legalRepresentative });
}

function onlyOne<Row>(rows: readonly Row[], isChosen: (row: Row) => boolean): Result<Row> {
  const one = rows.length === 1 ? rows[0] : rows.find(isChosen);
  if (one !== undefined) return ok(one);
  return rows.length === 0
    ? problem('penaltyEntry.party.unknown', undefined, 'party')
    : problem('penaltyEntry.party.several', { count: rows.length }, 'row');
}

/** Somebody in no register: who acts without a licence. */
function readOther(form: Values): Result<Party> {
  const schema = z.object({
    otherName: writtenLine(100, 'penaltyEntry.other.missing'),
    organisation: z.enum(['yes', 'no'], 'penaltyEntry.organisation.missing'),
    otherUscc: z.string().trim().default(''),
    representative: writtenLine(60, 'penaltyEntry.representative.long', { optional: true }).default(''),
    district: z.string().default(''),
  });
  const read = readForm(schema, form);
  if (!read.ok) return read;
  const { otherName, organisation, otherUscc, representative, district } = read.value;
  const uscc = otherUscc === '' ? undefined : parseUscc(otherUscc);
  if (uscc?.ok === false) return problem('penaltyEntry.uscc', undefined, 'otherUscc');
  const known = districts.find(({ code }) => code === district)?.code;
  return ok({
    kind: 'other',
    name: otherName,
    organisation: organisation === 'yes',
    ...(uscc === undefined ? {} : { uscc: uscc.value }),
    ...(representative === '' ? {} : { representative }),
    ...(known === undefined ? {} : { district: known }),
  });
}
