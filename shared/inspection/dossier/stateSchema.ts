import * as z from 'zod/mini';
import {
  act,
  actFields,
  day,
  deadlinesOf,
  evidence,
  moment,
  oneOf,
  text,
} from '../../dossier/dossierShapes.ts';
import { dropOutReasonsFor, type ReasonOf } from '../../draw/ceremony/dropOutReasons.ts';
import { visitOrigins } from '../../draw/ceremony/visitOrigin.ts';
import { count, hex32 } from '../../draw/shape.ts';
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

/** The state of an inspection as it stands in a dossier. */

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

const removable = z.extend(evidence, { removed: z.exactOptional(act) });

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
  evidence: z.array(removable),
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
  deadlines: deadlinesOf(deadlineKinds.map(({ kind }) => kind)),
  outcome: z.exactOptional(oneOf(inspectionOutcomes)),
  closed: z.exactOptional(moment),
});
