import * as z from 'zod';
import type { ComplaintCase } from '../../shared/complaint/complaintCase.ts';
import { type BesideOrder, openBeside } from '../../shared/complaint/linking.ts';
import type { Problem } from '../../shared/problem.ts';
import { editors } from '../web/console/access.ts';
import { formFields, readForm } from '../web/kit/http/readForm.ts';
import { conflict, notFound, page, redirect } from '../web/kit/http/respond.ts';
import { type Route, staffRoute, type WebResponse } from '../web/kit/http/route.ts';
import { ConsolePage } from '../web/kit/layouts/consolePage.tsx';
import { caseOf, isCaseId } from './caseOf.ts';
import { actorOf, type IdentityDeps, type IdentityRequest } from './identityDeps.ts';
import { caseName, complaintPath, words } from './words.ts';

/** Forms that the case page renders, and that are sent here because the identity has to be sealed for a second case. */
type Beside = 'split' | 'breach';

const beside = formFields.extend({
  /** Made with the form: sent twice it is one case. */
  newId: z.string().refine(isCaseId, 'kit.form.unreadable'),
  /** Only a split says it; the report of a breach is a report. */
  kind: z.enum(['complaint', 'report'], 'kit.form.unreadable').optional(),
});

function orderOf(name: Beside, { newId, kind }: z.infer<typeof beside>, first: ComplaintCase): BesideOrder {
  if (name === 'breach') return { id: newId, as: 'breach', kind: 'report' };
  const other = first.kind === 'complaint' ? 'report' : 'complaint';
  return { id: newId, as: 'sibling', kind: kind ?? other };
}

function refused(
  name: Beside,
  first: ComplaintCase,
  { lang }: IdentityRequest,
  problems: readonly Problem[],
) {
  return page(
    <ConsolePage
      title={words(lang, `identityPage.beside.${name}`)}
      lead={caseName(first)}
      back={{ href: complaintPath(first.id), label: words(lang, 'identityPage.back') }}
      // Its form stands on another page: there is no field here to stand beside.
      problems={problems.map(({ field: _field, ...problem }) => problem)}
    >
      <p class="govuk-body">{words(lang, 'identityPage.beside.next')}</p>
    </ConsolePage>,
    { status: 422 },
  );
}

async function open(request: IdentityRequest, name: Beside): Promise<WebResponse> {
  const { deps, form, user } = request;
  const stored = await caseOf(deps, request.params['id']);
  if (stored === undefined) return notFound();
  const first = stored.state;
  const read = readForm(beside, form);
  if (!read.ok) return refused(name, first, request, read.problems);
  const order = orderOf(name, read.value, first);
  const opened = await openBeside(deps.complaints, first.id, order, actorOf(user));
  if (opened.ok) return redirect(complaintPath(order.id), { code: `identityPage.done.${name}` });
  if (opened.problems.some(({ code }) => code === 'complaint.status'))
    return conflict(complaintPath(first.id));
  return refused(name, first, request, opened.problems);
}

/** The two commands that make a second case of a named filing. */
export const besideRoutes: readonly Route<IdentityDeps>[] = (['split', 'breach'] as const).map((name) =>
  staffRoute<IdentityDeps>({
    method: 'POST',
    path: `/complaints/{id}/${name}`,
    access: editors,
    handle: (request) => open(request, name),
  }),
);
