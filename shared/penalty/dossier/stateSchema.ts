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
import { count } from '../../draw/shape.ts';
import { discretions, publicationClasses } from '../../law/catalogueRow.ts';
import { serviceMethods } from '../../notice/notice.ts';
import { deadlineKinds } from '../deadlineKinds.ts';
import { outcomes } from '../penaltyCase.ts';

/** The state of a penalty case as it stands in a dossier. */

const optional = z.exactOptional;
const kinds = deadlineKinds.map(({ kind }) => kind);
const imposed = optional(z.literal(true));

const measures = z.looseObject({
  correct: optional(day),
  stop: imposed,
  warning: imposed,
  criticism: imposed,
  fine: optional(count),
  confiscation: optional(count),
  suspension: optional(count),
  revocation: imposed,
  talk: imposed,
  'self-discipline': imposed,
  'draw-rate': imposed,
});

const charge = z.looseObject({
  no: count,
  entry: text,
  tier: z.enum(['basic', 'serious']),
  actOn: day,
  actUntil: optional(day),
  foundOn: optional(day),
  graveHarm: imposed,
  act: count,
  facts: text,
  measures,
  discretion: z.enum(discretions),
  gains: optional(count),
});

const service = z.looseObject({
  ...actFields,
  on: day,
  method: oneOf([...serviceMethods.map(({ code }) => code), 'electronic'] as const),
});
const listing = optional(z.looseObject({ ground: text, reason: text }));
const outcome = z.enum(outcomes);

const filing = z.looseObject({
  outcome: z.enum(['filed', 'not-filed', 'transferred']),
  conditions: z.array(text),
  ground: optional(text),
  to: optional(text),
  reason: text,
  proposed: act,
  decided: optional(act),
});

const draft = z.looseObject({
  ...actFields,
  outcome,
  charges: z.array(charge),
  facts: text,
  reason: text,
  ground: optional(text),
  to: optional(text),
  factors: z.array(text),
  listing,
});

const notice = z.looseObject({
  no: count,
  charges: z.array(charge),
  hearing: z.boolean(),
  listing,
  issued: act,
  served: optional(service),
  superseded: optional(act),
});

const hearing = z.looseObject({
  asked: z.looseObject({ ...actFields, on: day }),
  chair: optional(z.looseObject({ ...actFields, userId: text, chair: text })),
  fixed: optional(z.looseObject({ ...actFields, no: z.number(), on: day, place: text, public: z.boolean() })),
  noticeServed: optional(service),
  held: optional(z.looseObject({ ...actFields, on: day, attended: z.boolean() })),
  report: optional(z.looseObject({ ...actFields, text })),
  withdrawn: optional(z.looseObject({ ...actFields, reason: text })),
});

const consideration = z.looseObject({
  ...actFields,
  adopted: z.enum(['all', 'part', 'none', 'nothing-said']),
  text,
  group: optional(z.looseObject({ on: day, members: z.array(text), text })),
});

const decision = z.looseObject({
  outcome,
  number: optional(text),
  serial: optional(count),
  on: day,
  decided: act,
  fine: count,
  confiscated: count,
  served: optional(service),
});

const publicity = z.looseObject({
  class: z.enum(publicationClasses),
  gsxt: z.boolean(),
  on: day,
  earliest: optional(day),
  until: day,
  ended: optional(z.looseObject({ on: day, reason: z.enum(['expired', 'repaired', 'annulled']) })),
});

const annulment = z.looseObject({
  ground: text,
  reference: text,
  reason: text,
  on: day,
  proposed: act,
  decided: optional(act),
});

const extension = z.looseObject({
  kind: oneOf(kinds),
  reason: text,
  asked: act,
  decided: optional(z.looseObject({ ...actFields, outcome: z.enum(['approved', 'rejected']) })),
});

export const stateSchema = z.looseObject({
  id: text,
  number: optional(text),
  source: z.looseObject({
    kind: z.enum(['inspection', 'complaint', 'transfer', 'own']),
    reference: text,
    caseId: optional(text),
  }),
  received: z.looseObject({ at: moment, on: day }),
  party: z.looseObject({
    kind: z.enum(['agency', 'person', 'other']),
    organisation: optional(z.boolean()),
    name: text,
    uscc: optional(text),
    licenceNo: optional(text),
    district: optional(text),
    representative: optional(text),
  }),
  suspicion: z.looseObject({ text, entries: z.array(text), actOn: optional(day) }),
  handler: optional(z.looseObject({ userId: text, name: text, since: moment })),
  officers: z.array(z.looseObject({ inspectorId: text, name: text, certificateNo: text })),
  filing: optional(filing),
  inquiries: z.array(z.looseObject({ ...actFields, on: day, text, officers: z.tuple([text, text]) })),
  evidence: z.array(evidence),
  suspensions: z.array(
    z.looseObject({
      reason: text,
      note: text,
      from: day,
      to: optional(day),
      begun: act,
      ended: optional(act),
    }),
  ),
  extensions: z.array(extension),
  draft: optional(draft),
  reviews: z.array(
    z.looseObject({
      ...actFields,
      stage: z.enum(['notice', 'decision']),
      outcome: z.enum(['passed', 'returned']),
      note: text,
    }),
  ),
  notices: z.array(notice),
  statements: z.array(
    z.looseObject({
      ...actFields,
      kind: z.enum(['statement', 'hearing', 'waiver']),
      text,
      on: day,
      files: z.array(text),
    }),
  ),
  hearing: optional(hearing),
  consideration: optional(consideration),
  decision: optional(decision),
  payments: z.array(z.looseObject({ ...actFields, on: day, amount: count, receipt: text })),
  corrected: optional(z.looseObject({ ...actFields, on: day })),
  enforcement: z.array(z.looseObject({ ...actFields, step: z.enum(['reminder', 'court']), on: day })),
  publicity: optional(publicity),
  annulment: optional(annulment),
  notes: z.array(z.looseObject({ ...actFields, text })),
  deadlines: deadlinesOf(kinds),
  told: z.looseObject({ portal: count, gsxt: count }),
  ended: optional(day),
});
