import * as z from 'zod';
import { toHex, utf8 } from '../draw/bytes.ts';
import { canonicalJson } from '../draw/canonicalJson.ts';
import { sha256Suite } from '../draw/hash.ts';
import { itemsFor } from '../notice/noticeFacts.ts';
import { itemRef, type MonthPlan } from '../plan/monthPlan.ts';
import { ok, problem, type Result } from '../problem.ts';
import type { DrawKind } from '../register/agency.ts';
import { answerVocabularies } from '../register/checklist.ts';
import type { InspectionItem } from '../register/inspectionItem.ts';
import { agencyKinds, codesOf, inspectionMethods } from '../register/vocabulary.ts';

/**
 * What a question and an item are in a sealed file. The register's own limits (lengths, numbers) are not repeated:
 * what was sealed stays readable when they change. Another shape would be `checklist/2`.
 */
const sealedQuestion = z.strictObject({
  code: z.string(),
  text: z.string(),
  method: z.string(),
  law: z.string(),
  answers: codesOf(answerVocabularies),
  evidence: z.string().exactOptional(),
  evidenceRequired: z.boolean(),
});
const sealedItem = z.strictObject({
  code: z.string(),
  version: z.int().min(1),
  name: z.string(),
  legalBasis: z.string(),
  kinds: z.array(codesOf(agencyKinds)).min(1),
  method: codesOf(inspectionMethods),
  announced: z.boolean(),
  questions: z.array(sealedQuestion),
});
const sealedChecklist = z.strictObject({ v: z.literal('checklist/1'), items: z.array(sealedItem) });

/** The questions of all items of a plan, in plan order, as they were locked when the draw was frozen. */
export type Checklist = z.infer<typeof sealedChecklist>;
export type ChecklistItem = Checklist['items'][number];
export type ChecklistQuestion = ChecklistItem['questions'][number];

/**
 * The checklist of a plan.
 *
 * @throws Error when an item of the plan is not in the register: versions are never deleted, so this is a fault
 */
export function checklistOf(plan: Pick<MonthPlan, 'items'>, register: readonly InspectionItem[]): Checklist {
  const byRef = new Map(register.map((item) => [itemRef(item), item]));
  const items = plan.items.map((ref): ChecklistItem => {
    const item = byRef.get(ref);
    if (item === undefined) throw new Error(`the plan names ${ref}, which is not in the register`);
    const { code, version, name, legalBasis, kinds, method, announced, questions } = item;
    return { code, version, name, legalBasis, kinds, method, announced, questions };
  });
  return { v: 'checklist/1', items };
}

/** The file that is sealed, and its SHA-256 in hex. */
export function checklistFile(checklist: Checklist): { readonly bytes: Uint8Array; readonly digest: string } {
  const bytes = utf8(canonicalJson(checklist));
  return { bytes, digest: digestOf(bytes) };
}

function digestOf(bytes: Uint8Array): string {
  return toHex(sha256Suite.hash(bytes));
}

/**
 * Reads a sealed checklist. `digest` is the one of the draw (`DrawCase.frozen.checklist`).
 * Problems: `inspection.checklist.digest` when these are not the bytes that were sealed,
 * `inspection.checklist.unreadable` when they are no checklist.
 */
export function readChecklist(bytes: Uint8Array, digest: string): Result<Checklist> {
  if (digestOf(bytes) !== digest) return problem('inspection.checklist.digest', { digest });
  const read = sealedChecklist.safeParse(parsed(bytes));
  return read.success ? ok(read.data) : problem('inspection.checklist.unreadable');
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // No text or no JSON: the schema refuses undefined.
    return undefined;
  }
}

/** The items that are inspected at an agency drawn as this kind, in plan order. */
export function itemsOf(checklist: Checklist, kind: DrawKind): readonly ChecklistItem[] {
  return itemsFor(kind, checklist.items);
}

/** How an answer names its question: `ZL-01@1/3`. Neither part can hold an `@` or a `/`. */
export function questionKey(
  item: Pick<ChecklistItem, 'code' | 'version'>,
  question: Pick<ChecklistQuestion, 'code'>,
): string {
  return `${itemRef(item)}/${question.code}`;
}

/** The question of a key, with its item; undefined when the checklist does not have it. */
export function findQuestion(
  checklist: Checklist,
  key: string,
): { readonly item: ChecklistItem; readonly question: ChecklistQuestion } | undefined {
  for (const item of checklist.items) {
    const question = item.questions.find((one) => questionKey(item, one) === key);
    if (question !== undefined) return { item, question };
  }
  return undefined;
}
