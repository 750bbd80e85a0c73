import * as z from 'zod/mini';
import { type LocalDate, parseLocalDate } from '../../calendar/localDate.ts';
import { dropOutReasonsFor, type ReasonOf } from '../../draw/ceremony/dropOutReasons.ts';
import { visitOrigins } from '../../draw/ceremony/visitOrigin.ts';
import { count, hex32 } from '../../draw/shape.ts';
import { evidencePurposes } from '../../evidence/evidence.ts';
import { type EvidenceType, evidenceTypes } from '../../evidence/evidenceLimits.ts';
import { publicityResults } from '../../law/inspectionVocabulary.ts';
import { withdrawalReasons } from '../../publicity/withdrawal.ts';
import { deadlineKinds } from '../deadlineKinds.ts';
import {
  cancelGrounds,
  inspectionOutcomes,
  noSignatureReasons,
  penaltyOutcomes,
  recheckOutcomes,
  unreachableGrounds,
} from '../inspectionCase.ts';

/**
 * The state of an inspection as it stands in a dossier. Objects are loose: a field that a later version of the case
 * has is no reason to refuse its dossier. `zod/mini` gives the same paths in its refusals as the draw's record.
 */

const text = z.string();
/** Some text of a closed list of the code. */
const oneOf = <const Code extends string>(codes: readonly Code[]) => z.enum(codes as [Code, ...Code[]]);
export const day = z.custom<LocalDate>(
  (value) => typeof value === 'string' && parseLocalDate(value) !== undefined,
);
/** Instant in UTC; the clocks of devices give fractions of a second. */
export const moment = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/));

const actFields = { by: text, name: text, at: moment };
export const act = z.looseObject(actFields);
const origin = oneOf(visitOrigins.map(({ code }) => code));
const results = z.array(oneOf(publicityResults.map(({ rule }) => rule)));

const part = z.looseObject({
  inspection: text,
  draw: text,
  origin,
  items: z.array(text),
  checklist: z.looseObject({ file: text, digest: hex32 }),
});

export const answer = z.looseObject({
  id: text,
  value: text,
  note: text,
  by: text,
  name: text,
  at: moment,
  before: z.exactOptional(hex32),
});

/** A hash that is none is a finding of the verification, not an unreadable file. */
const evidence = z.looseObject({
  id: text,
  sha256: text,
  size: count,
  type: oneOf(Object.keys(evidenceTypes) as EvidenceType[]),
  fileName: text,
  purpose: oneOf(evidencePurposes),
  at: moment,
  by: text,
  question: z.exactOptional(text),
  removed: z.exactOptional(act),
});

const staffing = z.looseObject({
  id: text,
  inspectorId: text,
  name: text,
  reason: oneOf(dropOutReasonsFor('inspector').map(({ code }) => code as ReasonOf<'inspector'>)),
  requested: act,
  decided: z.exactOptional(z.looseObject({ ...actFields, outcome: z.enum(['confirmed', 'refused']) })),
  event: z.exactOptional(count),
});

const recusal = z.looseObject({
  id: text,
  inspectorId: text,
  name: text,
  text,
  at: moment,
  decided: z.exactOptional(
    z.looseObject({ ...actFields, outcome: z.enum(['granted', 'rejected']), reason: text }),
  ),
});

const letter = z.looseObject({
  no: count,
  sentOn: day,
  tracking: text,
  outcome: z.enum(['under-way', 'unsigned', 'signed']),
  outcomeOn: z.exactOptional(day),
  entered: act,
});

const itemResults = z.record(
  text,
  z.looseObject({
    results,
    obstruction: z.exactOptional(text),
    unreachable: z.exactOptional(oneOf(unreachableGrounds)),
    note: text,
  }),
);

const agencySignature = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('signed'),
    at: moment,
    by: text,
    signer: text,
    capacity: text,
    evidence: text,
    record: text,
  }),
  z.looseObject({
    type: z.literal('none'),
    at: moment,
    by: text,
    reason: oneOf(noSignatureReasons),
    witness: text,
  }),
]);

const round = z.looseObject({
  ordered: act,
  text,
  days: count,
  due: day,
  answer: z.exactOptional(z.looseObject({ at: moment, text, evidence: z.array(text) })),
  recheck: z.exactOptional(
    z.looseObject({
      ...actFields,
      outcome: oneOf(recheckOutcomes),
      note: text,
      confirmed: z.exactOptional(act),
    }),
  ),
});

const reason = oneOf(withdrawalReasons.map(({ code }) => code));
const publicity = z.looseObject({
  version: count,
  on: day,
  at: moment,
  results: z.record(text, results),
  until: z.exactOptional(day),
  withdrawn: z.exactOptional(z.looseObject({ on: day, reason })),
  tombstones: z.array(z.looseObject({ version: count, on: day, reason })),
});

const correction = z.looseObject({
  raised: act,
  text,
  proposed: z.exactOptional(
    z.looseObject({ ...actFields, reason: text, results: z.exactOptional(itemResults) }),
  ),
  settled: z.exactOptional(
    z.looseObject({
      ...actFields,
      outcome: z.enum(['corrected', 'withdrawn', 'kept']),
      reason: z.exactOptional(text),
      replaced: z.exactOptional(itemResults),
    }),
  ),
});

const deadline = z.looseObject({
  lawVersion: text,
  citation: z.looseObject({
    text,
    verification: z.enum(['V', 'P', 'M']),
    note: z.exactOptional(text),
  }),
  event: day,
  unit: z.enum(['workingDay', 'day', 'month']),
  direction: z.enum(['after', 'before']),
  length: count,
  suspensions: z.array(z.looseObject({ from: day, to: day })),
  dueLegal: day,
  dueTarget: day,
  provisional: z.boolean(),
  lines: z.array(z.looseObject({ code: text, params: z.record(text, z.union([text, z.number()])) })),
});

const cancelFields = { ...actFields, ground: oneOf(cancelGrounds) };

export const stateSchema = z.looseObject({
  number: text,
  draw: text,
  visit: count,
  origin,
  agency: z.looseObject({
    uscc: text,
    name: text,
    tid: text,
    district: text,
    kind: z.enum(['patent', 'trademark', 'dual']),
  }),
  opened: moment,
  period: z.looseObject({ from: day, to: day }),
  announced: z.boolean(),
  parts: z.array(part).check(z.minLength(1)),
  lead: z.exactOptional(text),
  team: z.array(z.looseObject({ draw: text, seat: count, tid: text, inspectorId: text, name: text })),
  events: z.array(text),
  staffing: z.array(staffing),
  recusals: z.array(recusal),
  arrivals: z.array(z.looseObject({ ...actFields, how: z.enum(['scanned', 'typed']) })),
  answers: z.record(text, answer),
  evidence: z.array(evidence),
  letters: z.array(letter),
  results: itemResults,
  statement: text,
  agencySignature: z.exactOptional(agencySignature),
  signatures: z.array(z.looseObject({ ...actFields, inspectorId: text, record: hex32 })),
  ended: z.exactOptional(day),
  submitted: z.exactOptional(act),
  reviews: z.array(z.looseObject({ ...actFields, outcome: z.enum(['returned', 'approved']), reason: text })),
  rectification: z.array(round),
  handOver: z.exactOptional(
    z.looseObject({
      ...actFields,
      to: z.enum(['penalty', 'listing']),
      findings: z.array(z.looseObject({ item: text, results })),
      reason: text,
    }),
  ),
  penalty: z.exactOptional(z.looseObject({ ...actFields, outcome: oneOf(penaltyOutcomes) })),
  publicity: z.exactOptional(publicity),
  corrections: z.array(correction),
  cancelRequest: z.exactOptional(z.looseObject({ ...cancelFields, reason: text })),
  cancelled: z.exactOptional(z.looseObject({ request: z.looseObject(cancelFields), confirmed: act })),
  deadlines: z.array(
    z.looseObject({
      kind: oneOf(deadlineKinds.map(({ kind }) => kind)),
      deadline,
      remindedAt: z.exactOptional(moment),
      escalatedAt: z.exactOptional(moment),
    }),
  ),
  outcome: z.exactOptional(oneOf(inspectionOutcomes)),
  closed: z.exactOptional(moment),
});
