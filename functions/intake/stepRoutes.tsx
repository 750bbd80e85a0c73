import { hash } from 'node:crypto';
import type { VNode } from 'preact';
import { shanghaiDate } from '../../shared/calendar/localDate.ts';
import { type Answers, answerSchemas, type StepName } from '../../shared/complaint/form/answers.ts';
import {
  nextStep,
  refusedByDay,
  type Step,
  shownStep,
  stepNamed,
  withAnswer,
} from '../../shared/complaint/form/steps.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Values } from '../web/kit/context.tsx';
import { readForm } from '../web/kit/http/readForm.ts';
import { page, redirect } from '../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../web/kit/http/route.ts';
import { firstValue } from '../web/kit/links.ts';
import { FactsPage, MatterPage, RequestPage, RightsPage } from './happenedPages.tsx';
import { IdentityPage, NamingPage, ProxyPage } from './identityPages.tsx';
import type { IntakeDeps, IntakeRequest } from './intakeDeps.ts';
import { ConductsPage, KindPage, ServicePage, StandingPage, WishPage } from './kindPages.tsx';
import { changeDraft, type OpenedDraft, onDraft } from './openDraft.ts';
import { pathOf, START } from './paths.ts';
import { type PlainStep, stepInputs } from './stepInputs.ts';
import type { Shown } from './stepPage.tsx';

export interface PlainProps extends Shown {
  readonly action: string;
  /** Fixed entries: what the page showed when it was opened. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly today: ReturnType<typeof shanghaiDate>;
}

const pages: Readonly<Record<PlainStep, (props: PlainProps) => VNode>> = {
  standing: StandingPage,
  wish: WishPage,
  kind: KindPage,
  service: ServicePage,
  conducts: ConductsPage,
  facts: FactsPage,
  matter: MatterPage,
  rights: RightsPage,
  request: RequestPage,
  naming: NamingPage,
  identity: IdentityPage,
  proxy: ProxyPage,
};

const plainSteps = Object.keys(stepInputs) as PlainStep[];

/** Tells whether the answer that a page showed is still the one that is stored. */
function markOf(answers: Answers, name: StepName): string {
  return hash('sha256', JSON.stringify(answers[name] ?? null)).slice(0, 16);
}

function shown(
  { deps, now }: IntakeRequest,
  { draft }: OpenedDraft,
  name: PlainStep,
  refused: {
    readonly values?: Values;
    readonly problems?: readonly Problem[];
    readonly status?: number;
  } = {},
): WebResponse {
  const Page = pages[name];
  const { status = 200, ...rest } = refused;
  return page(
    <Page
      answers={draft.answers}
      publicityUrl={deps.publicityUrl}
      action={pathOf(stepNamed(name))}
      hidden={{ shown: markOf(draft.answers, name) }}
      today={shanghaiDate(now)}
      {...rest}
    />,
    { status },
  );
}

/** Leads to the first open question before the one that was asked for, when there is one. */
export function entered(opened: OpenedDraft, name: StepName): Step | undefined {
  const step = shownStep(name, opened.draft.answers);
  return step?.name === name ? step : undefined;
}

export function elsewhere(opened: OpenedDraft, name: StepName): WebResponse {
  return redirect(pathOf(shownStep(name, opened.draft.answers)));
}

/** What a save that did not come about is answered with. */
export function notSaved(
  outcome: 'gone' | 'busy' | 'refused',
  again: (problem: Problem, status: number) => WebResponse,
): WebResponse {
  switch (outcome) {
    case 'gone':
      return redirect(START, { code: 'intake.draft.none' });
    case 'busy':
      return again({ code: 'intake.busy' }, 503);
    case 'refused':
      return again({ code: 'intake.elsewhere' }, 409);
  }
}

function answer(name: PlainStep) {
  return async (request: IntakeRequest, opened: OpenedDraft): Promise<WebResponse> => {
    if (entered(opened, name) === undefined) return elsewhere(opened, name);
    const { form, now } = request;
    const refuse = (problems: readonly Problem[], status = 422) =>
      shown(request, opened, name, { values: form, problems, status });
    const input = stepInputs[name](form);
    if (!input.ok) return refuse(input.problems);
    const read = readForm(answerSchemas[name], input.value);
    if (!read.ok) return refuse(read.problems);
    const day = refusedByDay(withAnswer(opened.draft.answers, name, read.value), shanghaiDate(now));
    if (!day.ok) return refuse(day.problems);
    const seen = firstValue(form, 'shown');
    const wanted = JSON.stringify(read.value);
    const saved = await changeDraft(request, opened, (draft) => {
      // Changed in another window after this page was opened, and to something else: the person decides.
      const moved = markOf(draft.answers, name) !== seen && JSON.stringify(draft.answers[name]) !== wanted;
      return moved ? undefined : { ...draft, answers: withAnswer(draft.answers, name, read.value) };
    });
    if (typeof saved === 'string') return notSaved(saved, (problem, status) => refuse([problem], status));
    return redirect(pathOf(nextStep(name, saved.draft.answers)));
  };
}

export const stepRoutes: readonly Route<IntakeDeps>[] = plainSteps.flatMap((name) => {
  const path = pathOf(stepNamed(name));
  return [
    publicRoute<IntakeDeps>({
      method: 'GET',
      path,
      handle: onDraft((request, opened) =>
        entered(opened, name) === undefined ? elsewhere(opened, name) : shown(request, opened, name),
      ),
    }),
    publicRoute<IntakeDeps>({ method: 'POST', path, handle: onDraft(answer(name)) }),
  ];
});
