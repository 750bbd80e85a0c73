import * as z from 'zod';
import {
  type LocalDate,
  localDate,
  parseLocalDate,
  shanghaiDate,
} from '../../../../shared/calendar/localDate.ts';
import { citizenLine, citizenText } from '../../../../shared/complaint/filedText.ts';
import {
  channels,
  classify,
  type FiledAgency,
  filedMatterSchema,
  type Identity,
  identitySchema,
  standings,
  textLimits,
  wishes,
} from '../../../../shared/complaint/filing.ts';
import type { Filing } from '../../../../shared/complaint/openCases.ts';
import { conductCodes, conducts } from '../../../../shared/law/conducts.ts';
import { MOST_FEN, readYuan } from '../../../../shared/money.ts';
import { ok, type Problem, problem, type Result, refuse } from '../../../../shared/problem.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import type { RegisterStore } from '../../../../shared/register/registerStore.ts';
import type { Values } from '../../kit/context.tsx';
import { listOf, readDate, readForm } from '../../kit/http/readForm.ts';
import { firstValue } from '../../kit/links.ts';

/** Ways in which something reaches the office other than by the public form. */
export const staffChannels = channels.filter((channel) => channel !== 'web');

/** First day of the rule books that this system counts by. */
const FIRST_DAY = localDate('2020-01-01');
/** Agencies that a look-up offers. */
const MATCHES = 20;

const optionalLine = (most: number) =>
  z.preprocess((value) => (value === '' ? undefined : value), citizenLine(most).optional());

const ULID = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'kit.form.unreadable');

const formSchema = z.object({
  idempotencyKey: z.string().regex(/^[\w-]{16,64}$/, 'kit.form.unreadable'),
  complaintId: ULID,
  reportId: ULID,
  channel: z.enum(staffChannels, 'complaintPage.choose'),
  standing: z.enum(standings, 'complaintPage.choose'),
  wish: z.enum(wishes, 'complaintPage.choose'),
  lang: z.enum(['zh', 'en'], 'complaintPage.choose').default('zh'),
  service: z.enum(['patent', 'trademark'], 'complaintPage.choose'),
  conducts: listOf(z.enum(conductCodes, 'kit.form.unreadable')).refine((codes) => codes.length > 0, {
    error: 'complaintPage.choose',
  }),
  practitioner: optionalLine(60),
  facts: citizenText(textLimits.facts),
  request: z.preprocess(
    (value) => (value === '' ? undefined : value),
    citizenText(textLimits.request).optional(),
  ),
  applicationNumber: optionalLine(60),
  contract: optionalLine(100),
});

/** The key of the form and what is to be filed. */
export interface Entry {
  readonly key: string;
  readonly filing: Omit<Filing, 'enteredBy'>;
}

/** Agencies of the register that were meant by a name or a code: one, several, or none. */
export async function agenciesMeant(
  register: Pick<RegisterStore, 'search'>,
  text: string,
): Promise<readonly Agency[]> {
  if (text === '') return [];
  const { rows } = await register.search({ text }, { size: MATCHES });
  const exact = rows.filter(({ uscc, name }) => uscc === text.toUpperCase() || name === text);
  return exact.length === 1 ? exact : rows;
}

/** Reads the form for somebody who has told it at the counter, on the telephone or by letter. */
export async function readEntry(
  form: Values,
  register: Pick<RegisterStore, 'search' | 'agency'>,
  now: Date,
): Promise<Result<Entry>> {
  const read = readForm(formSchema, form);
  const agency = await readAgency(form, register);
  const days = {
    receivedOn: readDay(form, 'receivedOn', true),
    knownSince: readDay(form, 'knownSince', false),
    rightsLostOn: readDay(form, 'rightsLostOn', false),
  };
  const amount = readAmount(form);
  const received = days.receivedOn.ok ? receivedProblem(days.receivedOn.value, now) : undefined;
  const kinds = read.ok ? classify(read.value.standing, read.value.wish).kinds : [];
  const identity = readIdentity(form, kinds.includes('complaint'));
  const problems: readonly Problem[] = [
    read,
    agency,
    ...Object.values(days),
    amount,
    identity,
    ...(received === undefined ? [] : [received]),
    ...(read.ok ? formProblems(read.value, kinds.includes('complaint')) : []),
  ].flatMap((one) => (one.ok ? [] : one.problems.map(naming)));
  if (problems.length > 0) return refuse(...problems);
  if (!read.ok || !agency.ok || !amount.ok || !identity.ok) return refuse();
  const { idempotencyKey, complaintId, reportId, channel, standing, wish, lang, ...told } = read.value;
  const day = (name: keyof typeof days) => (days[name].ok ? days[name].value : undefined);
  const receivedOn = day('receivedOn');
  const matter = filedMatterSchema.safeParse(
    present({
      ...told,
      agency: agency.value,
      amountFen: amount.value,
      knownSince: day('knownSince'),
      rightsLostOn: day('rightsLostOn'),
    }),
  );
  if (!matter.success) return problem('kit.form.unreadable');
  return ok({
    key: idempotencyKey,
    filing: {
      ids: { complaint: complaintId, report: reportId },
      standing,
      wish,
      matter: matter.data,
      ...(identity.value === undefined ? {} : { identity: identity.value }),
      lang,
      files: [],
      channel,
      ...(receivedOn === undefined ? {} : { receivedOn }),
      before: [],
      mailConfirmed: false,
    },
  });
}

/** What was left open names its question: the summary on top of so long a page is read without the fields. */
const leftOpen: Readonly<Record<string, string>> = {
  channel: 'complaintEntry.channel.missing',
  standing: 'complaintEntry.standing.missing',
  wish: 'complaintEntry.wish.missing',
  service: 'complaintEntry.service.missing',
  conducts: 'complaintEntry.conducts.missing',
  agency: 'complaintEntry.agency.missing',
  whereabouts: 'complaintEntry.whereabouts.missing',
  facts: 'complaintEntry.facts.missing',
  name: 'complaintEntry.name.missing',
  phone: 'complaintEntry.phone.missing',
  address: 'complaintEntry.address.missing',
};
const OPEN = new Set(['complaintPage.choose', 'filing.required']);

function naming(one: Problem): Problem {
  const named = one.field === undefined || !OPEN.has(one.code) ? undefined : leftOpen[one.field];
  return named === undefined ? one : { ...one, code: named };
}

/** An object without what is undefined. */
function present(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function formProblems(
  told: Pick<z.output<typeof formSchema>, 'conducts' | 'service' | 'request'>,
  complaint: boolean,
): readonly Result<never>[] {
  const elsewhere = conducts.some(
    ({ rule, services }) =>
      told.conducts.includes(rule) && !services.some((service) => service === told.service),
  );
  return [
    ...(elsewhere ? [problem('complaintEntry.conducts.service', undefined, 'conducts')] : []),
    ...(complaint && told.request === undefined
      ? [problem('complaintEntry.request.missing', undefined, 'request')]
      : []),
  ];
}

/** The agency that was chosen or is the only one meant; or what the person knows of one that is not in the register. */
async function readAgency(
  form: Values,
  register: Pick<RegisterStore, 'search' | 'agency'>,
): Promise<Result<FiledAgency>> {
  const text = firstValue(form, 'agency').trim();
  if (firstValue(form, 'unlisted') === 'yes') {
    const schema = z.object({ agency: citizenLine(100), whereabouts: citizenLine(textLimits.line) });
    const read = readForm(schema, form);
    return read.ok
      ? ok({ listed: false, name: read.value.agency, whereabouts: read.value.whereabouts })
      : read;
  }
  if (text === '') return problem('complaintEntry.agency.missing', undefined, 'agency');
  const chosen = firstValue(form, 'uscc');
  const meant = await agenciesMeant(register, text);
  const agency = meant.length === 1 ? meant[0] : meant.find(({ uscc }) => uscc === chosen);
  if (agency === undefined)
    return meant.length === 0
      ? problem('complaintEntry.agency.unknown', undefined, 'agency')
      : problem('complaintEntry.agency.several', { count: meant.length }, 'uscc');
  const { uscc, name, kinds, district } = agency;
  return ok({ listed: true, uscc, name, kinds: [...kinds], district });
}

function readDay(form: Values, name: string, required: boolean): Result<LocalDate | undefined> {
  const read = readDate(form, name);
  if (!read.ok) return read;
  const day = parseLocalDate(read.value);
  return day === undefined && required ? problem('complaintPage.day.missing', undefined, name) : ok(day);
}

function receivedProblem(on: LocalDate | undefined, now: Date): Result<never> | undefined {
  if (on === undefined) return undefined;
  if (on > shanghaiDate(now)) return problem('complaint.day.future', undefined, 'receivedOn');
  return on < FIRST_DAY ? problem('complaint.day.early', undefined, 'receivedOn') : undefined;
}

/** Yuan as people write them, kept in fen. */
function readAmount(form: Values): Result<number | undefined> {
  const text = firstValue(form, 'amount').trim();
  if (text === '') return ok(undefined);
  const fen = readYuan(text);
  return fen !== undefined && fen <= MOST_FEN
    ? ok(fen)
    : problem('complaintEntry.amount', undefined, 'amount');
}

/** Only a report may be anonymous (令121号 arts. 10, 28). */
function readIdentity(form: Values, complaint: boolean): Result<Identity | undefined> {
  if (firstValue(form, 'anonymous') === 'yes')
    return complaint ? problem('complaintEntry.anonymous', undefined, 'anonymous') : ok(undefined);
  const { name, phone, address } = identitySchema.shape;
  const schema = z.object({
    name,
    phone,
    address,
    mail: z.preprocess(
      (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined),
      z.email('complaintEntry.mail').max(254, 'complaintEntry.mail').optional(),
    ),
    proxyName: optionalLine(60),
    proxyAuthority: optionalLine(textLimits.line),
  });
  const read = readForm(schema, form);
  if (!read.ok) return read;
  const { mail, proxyName, proxyAuthority, ...who } = read.value;
  if ((proxyName === undefined) !== (proxyAuthority === undefined))
    return problem(
      'complaintEntry.proxy',
      undefined,
      proxyName === undefined ? 'proxyName' : 'proxyAuthority',
    );
  return ok({
    ...who,
    ...(mail === undefined ? {} : { mail }),
    ...(proxyName === undefined || proxyAuthority === undefined
      ? {}
      : { proxy: { name: proxyName, authority: proxyAuthority } }),
  });
}
