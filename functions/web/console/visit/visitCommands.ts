import type { Checklist } from '../../../../shared/inspection/checklist.ts';
import { type DecideInspection, giveInspection } from '../../../../shared/inspection/command.ts';
import { removeEvidence } from '../../../../shared/inspection/evidenceCommands.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import { answer, arrive } from '../../../../shared/inspection/record.ts';
import { sign, signAgency, submit } from '../../../../shared/inspection/submitting.ts';
import type { InspectionCommand } from '../../../../shared/inspection/transitions.ts';
import { type ResultInput, recordLetter, setResults } from '../../../../shared/inspection/visitResults.ts';
import type { Problem, Result } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { firstValue } from '../../kit/links.ts';
import { inspectionActorOf } from '../consoleDeps.ts';
import { isCertified, type VisitRequest } from './visitCase.ts';
import {
  readAgencySignature,
  readAnswer,
  readArrival,
  readLetter,
  readResult,
  readStatement,
} from './visitForms.ts';

export interface VisitOrder {
  readonly request: VisitRequest;
  readonly found: StoredInspection;
  readonly checklist: Checklist;
}

interface VisitForm {
  /** Which of several forms of this command it is: the item, the question or the letter. */
  readonly which?: (form: Values) => string;
  readonly give: (order: VisitOrder) => Promise<Result<StoredInspection>>;
}

export const visitFormNames = [
  'arrive',
  'answer',
  'remove-file',
  'letter',
  'results',
  'statement',
  'agency-signature',
  'sign',
  'submit',
] as const;
export type VisitFormName = (typeof visitFormNames)[number];

function give<Input>(
  { request: { deps, user }, found }: VisitOrder,
  command: InspectionCommand,
  decide: DecideInspection<Input>,
  input: Input,
): Promise<Result<StoredInspection>> {
  return giveInspection(
    deps.inspections,
    found.state.number,
    command,
    decide,
    input,
    inspectionActorOf(user),
  );
}

/** The result of one item; the statement stays as it is by then. */
const setResult: DecideInspection<ResultInput> = (inspection, result, moment) =>
  setResults(inspection, { results: [result], statement: inspection.statement }, moment);

/** Every form of the visit page: what it reads and which command it gives. */
export const visitForms: Readonly<Record<VisitFormName, VisitForm>> = {
  arrive: {
    async give(order) {
      const read = readArrival(order.request.form);
      if (!read.ok) return read;
      const certified = await isCertified(order.request);
      return give(order, 'arrive', arrive, { ...read.value, certified });
    },
  },
  answer: {
    which: (form) => firstValue(form, 'key'),
    async give(order) {
      const read = readAnswer(order.request.form);
      if (!read.ok) return read;
      const { checklists, given } = read.value;
      const at = order.request.now.toISOString();
      return give(order, 'answer', answer, {
        checklists,
        answers: [{ ...given, at }],
        checklist: order.checklist,
      });
    },
  },
  'remove-file': {
    give: (order) =>
      give(order, 'remove-evidence', removeEvidence, { id: firstValue(order.request.form, 'id') }),
  },
  letter: {
    which: (form) => firstValue(form, 'no'),
    async give(order) {
      const read = readLetter(order.request.form);
      if (!read.ok) return read;
      const given = await give(order, 'record-letter', recordLetter, read.value);
      return given.ok ? given : { ok: false, problems: given.problems.map(numbered(read.value.no)) };
    },
  },
  results: {
    which: (form) => firstValue(form, 'item'),
    async give(order) {
      const read = readResult(order.request.form);
      return read.ok ? give(order, 'set-results', setResult, read.value) : read;
    },
  },
  statement: {
    async give(order) {
      const read = readStatement(order.request.form);
      if (!read.ok) return read;
      return give(order, 'set-results', setResults, { results: [], statement: read.value.statement });
    },
  },
  'agency-signature': {
    async give(order) {
      const read = readAgencySignature(order.request.form);
      return read.ok ? give(order, 'sign-agency', signAgency, read.value) : read;
    },
  },
  sign: {
    async give(order) {
      const certified = await isCertified(order.request);
      return give(order, 'sign', sign, { checklist: order.checklist, certified });
    },
  },
  submit: {
    give: (order) => {
      const command = order.found.status === 'returned' ? 'resubmit' : 'submit';
      return give(order, command, submit, { checklist: order.checklist });
    },
  },
};

/** The fields of a letter carry its number. */
const numbered =
  (no: number) =>
  (one: Problem): Problem =>
    one.field === undefined ? one : { ...one, field: `${one.field}.${no}` };
