import * as z from 'zod';
import { csrfTokenOf, sessionCookie } from '../../../../shared/access/session.ts';
import { catalogue } from '../../../../shared/messages/catalogue.ts';
import { json } from '../../kit/http/respond.ts';
import { type Route, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { type ConsoleDeps, inspectionActorOf } from '../consoleDeps.ts';
import { takeAnswers } from './takeAnswers.ts';
import { anybody, questionsFor, teamCase, type VisitRequest } from './visitCase.ts';
import { answerId, answerNote, questionKey } from './visitForms.ts';

/** Most answers of one request: their rows go into one transaction, their text into one body. */
export const MOST_ANSWERS = 10;

const batchSchema = z.strictObject({
  checklists: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(20),
  answers: z
    .array(
      z.strictObject({
        id: answerId,
        key: questionKey,
        value: z.string().max(40),
        // Its rules refuse one answer, not all that came with it.
        note: z.string().max(5_000),
        at: z.iso.datetime(),
      }),
    )
    .min(1)
    .max(MOST_ANSWERS),
});

const GONE: WebResponse = json({ type: 'gone' }, 404);

function batchOf(text: string): z.infer<typeof batchSchema> | undefined {
  try {
    return batchSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // No JSON.
    return undefined;
  }
}

/** A batch in JSON, in the one entry of a form: the kit guards forms by their token. */
async function take(request: VisitRequest): Promise<WebResponse> {
  const { deps, form, lang, user } = request;
  const found = await teamCase(request);
  if (found === undefined) return GONE;
  const batch = batchOf(firstValue(form, 'batch'));
  if (batch === undefined) {
    return json({ type: 'unreadable', why: catalogue.text(lang, 'visitPage.answers.unreadable') }, 422);
  }
  const checklist = await questionsFor(request, found);
  if (!checklist.ok) {
    const why = checklist.problems.map((one) => catalogue.problemText(lang, one)).join(' ');
    return json({ type: 'unreadable', why }, 422);
  }
  const { number } = found.state;
  const read = batch.answers.map((given) => ({ given, note: answerNote.safeParse(given.note) }));
  const answers = read.flatMap(({ given, note }) => (note.success ? [{ ...given, note: note.data }] : []));
  const unwritten = read.flatMap(({ given: { id }, note }) =>
    note.success ? [] : [{ id, problem: { code: 'inspection.answer.note' } }],
  );
  const taken = await takeAnswers(
    deps.inspections,
    { number, checklist: checklist.value, checklists: batch.checklists, answers },
    inspectionActorOf(user),
  );
  const refused = [...unwritten, ...taken.refused];
  return json({
    type: 'taken',
    stored: taken.stored,
    refused: refused.map(({ id, problem }) => ({ id, why: catalogue.problemText(lang, problem) })),
    later: taken.later,
  });
}

/** Who is signed in now and the token of their forms: a page kept on a phone is older than the session. */
async function state(request: VisitRequest): Promise<WebResponse> {
  const found = await teamCase(request);
  if (found === undefined) return GONE;
  return json({
    type: 'state',
    person: request.user.userId,
    token: csrfTokenOf(request.cookies[sessionCookie] ?? ''),
  });
}

/** Answers sent by the script of the visit page. */
export const answerRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/inspections/{number}/answers',
    access: anybody,
    handle: state,
  }),
  staffRoute<ConsoleDeps>({
    method: 'POST',
    path: '/inspections/{number}/answers',
    access: anybody,
    handle: take,
  }),
];
