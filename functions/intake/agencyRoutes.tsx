import type { VNode } from 'preact';
import * as z from 'zod';
import { citizenLine, cleanLine, uscc18 } from '../../shared/complaint/filedText.ts';
import { type FiledAgency, textLimits } from '../../shared/complaint/filing.ts';
import { findAgencies, type ListedAgency, type Matches } from '../../shared/complaint/form/agencySearch.ts';
import { nextStep, stepNamed, withAnswer } from '../../shared/complaint/form/steps.ts';
import type { Problem } from '../../shared/problem.ts';
import { districts } from '../../shared/register/district.ts';
import { Radios } from '../web/kit/components/choiceFields.tsx';
import { TextInput } from '../web/kit/components/textFields.tsx';
import { usePage } from '../web/kit/context.tsx';
import { readForm } from '../web/kit/http/readForm.ts';
import { page, redirect } from '../web/kit/http/respond.ts';
import { publicRoute, type Route, type WebResponse } from '../web/kit/http/route.ts';
import { firstValue } from '../web/kit/links.ts';
import type { IntakeDeps, IntakeRequest } from './intakeDeps.ts';
import { changeDraft, type OpenedDraft, onDraft } from './openDraft.ts';
import { pathOf } from './paths.ts';
import { Hint } from './seenBy.tsx';
import { type Shown, StepPage } from './stepPage.tsx';
import { elsewhere, entered, notSaved } from './stepRoutes.tsx';
import { say } from './words.ts';

const SEARCH = '/complain/agency';
const CHOOSE = '/complain/agency/choose';
const UNLISTED = '/complain/agency/unlisted';
const NONE = 'none';
const MOST_TYPED = 100;

function SearchPage(props: Shown & { readonly search: string }): VNode {
  const { lang } = usePage();
  return (
    <StepPage
      {...props}
      name="agency"
      title={say(lang, 'intake.agency.title')}
      titleHidden
      action={SEARCH}
      button={say(lang, 'intake.agency.search')}
      aside={
        <p class="govuk-body">
          <a class="govuk-link" href={UNLISTED}>
            {say(lang, 'intake.agency.unlistedLink')}
          </a>
        </p>
      }
    >
      <TextInput
        name="search"
        label={say(lang, 'intake.agency.title')}
        heading
        hint={
          <Hint field="agency" answers={props.answers}>
            {say(lang, 'intake.agency.hint')}
          </Hint>
        }
        value={props.search}
      />
    </StepPage>
  );
}

function ChoosePage(props: Shown & { readonly search: string; readonly matches: Matches }): VNode {
  const { lang } = usePage();
  const { matches, answers } = props;
  const nameOf = (code: string) => districts.find((one) => one.code === code)?.[lang] ?? code;
  const kindsOf = ({ kinds }: ListedAgency) =>
    kinds.map((kind) => say(lang, `intake.value.service.${kind}`)).join(lang === 'zh' ? '、' : ', ');
  const title = say(lang, matches.rows.length === 0 ? 'intake.agency.noMatch' : 'intake.agency.matches');
  return (
    <StepPage {...props} name="agency" title={title} titleHidden action={CHOOSE} back={SEARCH}>
      <Radios
        name="agency"
        label={title}
        heading
        hint={
          <Hint field="agency" answers={answers}>
            {say(lang, matches.more ? 'intake.agency.more' : 'intake.agency.searched', {
              search: props.search,
            })}
          </Hint>
        }
        value={answers.agency?.uscc ?? ''}
        choices={[
          ...matches.rows.map((one) => ({
            value: one.uscc,
            label: one.name,
            hint: `${one.uscc} · ${kindsOf(one)} · ${nameOf(one.district)}`,
          })),
          { value: NONE, label: say(lang, 'intake.agency.none'), hint: say(lang, 'intake.agency.none.hint') },
        ]}
      />
    </StepPage>
  );
}

function UnlistedPage(props: Shown & { readonly search: string }): VNode {
  const { lang } = usePage();
  const { answers } = props;
  const known = answers.agency?.listed === false ? answers.agency : undefined;
  return (
    <StepPage
      {...props}
      name="agency"
      title={say(lang, 'intake.unlisted.title')}
      lead={say(lang, 'intake.unlisted.lead')}
      action={UNLISTED}
      back={SEARCH}
    >
      <TextInput
        name="name"
        label={say(lang, 'intake.unlisted.name')}
        hint={<Hint field="agency" answers={answers} />}
        value={known?.name ?? props.search}
      />
      <TextInput
        name="uscc"
        label={say(lang, 'intake.field.uscc')}
        optional
        code
        width={20}
        hint={
          <Hint field="agency" answers={answers}>
            {say(lang, 'intake.unlisted.uscc.hint')}
          </Hint>
        }
        value={known?.uscc ?? ''}
      />
      <TextInput
        name="whereabouts"
        label={say(lang, 'intake.field.whereabouts')}
        hint={
          <Hint field="agency" answers={answers}>
            {say(lang, 'intake.unlisted.whereabouts.hint')}
          </Hint>
        }
        value={known?.whereabouts ?? ''}
      />
    </StepPage>
  );
}

function shownOf({ deps }: IntakeRequest, { draft }: OpenedDraft): Shown & { readonly search: string } {
  return { answers: draft.answers, publicityUrl: deps.publicityUrl, search: draft.search };
}

/** What the search found is looked up anew at every view: nothing of the register is kept in the draft. */
async function choosePage(
  request: IntakeRequest,
  opened: OpenedDraft,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const matches = findAgencies(await request.deps.agencies(), opened.draft.search);
  return page(<ChoosePage {...shownOf(request, opened)} matches={matches} problems={problems} />, {
    status: problems.length === 0 ? 200 : 422,
  });
}

async function search(request: IntakeRequest, opened: OpenedDraft): Promise<WebResponse> {
  const typed = cleanLine(firstValue(request.form, 'search')).slice(0, MOST_TYPED);
  const again = (problem: Problem, status = 422) =>
    page(<SearchPage {...shownOf(request, opened)} values={request.form} problems={[problem]} />, { status });
  if (typed === '') return again({ code: 'intake.agency.missing', field: 'search' });
  const saved = await changeDraft(request, opened, (draft) => ({ ...draft, search: typed }));
  return typeof saved === 'string' ? notSaved(saved, again) : redirect(CHOOSE);
}

async function keep(
  request: IntakeRequest,
  opened: OpenedDraft,
  agency: FiledAgency,
  again: (problem: Problem, status: number) => WebResponse,
): Promise<WebResponse> {
  const saved = await changeDraft(request, opened, (draft) => ({
    ...draft,
    answers: withAnswer(draft.answers, 'agency', agency),
  }));
  if (typeof saved === 'string') return notSaved(saved, again);
  return redirect(pathOf(nextStep('agency', saved.draft.answers)));
}

async function choose(request: IntakeRequest, opened: OpenedDraft): Promise<WebResponse> {
  const chosen = firstValue(request.form, 'agency');
  if (chosen === NONE) return redirect(UNLISTED);
  if (chosen === '') return choosePage(request, opened, [{ code: 'intake.agency.choose', field: 'agency' }]);
  const agency = (await request.deps.agencies()).find(({ uscc }) => uscc === chosen);
  if (agency === undefined)
    return choosePage(request, opened, [{ code: 'intake.agency.gone', field: 'agency' }]);
  return keep(request, opened, agency, () => redirect(CHOOSE, { code: 'intake.busy' }));
}

const unlistedForm = z.object({
  name: citizenLine(100),
  uscc: z.preprocess((entry) => (entry === '' ? undefined : entry), uscc18.optional()),
  whereabouts: citizenLine(textLimits.line),
});

async function describe(request: IntakeRequest, opened: OpenedDraft): Promise<WebResponse> {
  const { form } = request;
  const again = (problems: readonly Problem[], status = 422) =>
    page(<UnlistedPage {...shownOf(request, opened)} values={form} problems={problems} />, { status });
  const read = readForm(unlistedForm, form);
  if (!read.ok) return again(read.problems);
  const { name, uscc, whereabouts } = read.value;
  const agency: FiledAgency = { listed: false, name, whereabouts, ...(uscc === undefined ? {} : { uscc }) };
  return keep(request, opened, agency, (problem, status) => again([problem], status));
}

type Handle = (request: IntakeRequest, opened: OpenedDraft) => WebResponse | Promise<WebResponse>;
const inTurn = (handle: Handle) =>
  onDraft((request, opened) =>
    entered(opened, 'agency') === undefined ? elsewhere(opened, 'agency') : handle(request, opened),
  );

export const agencyRoutes: readonly Route<IntakeDeps>[] = [
  publicRoute({
    method: 'GET',
    path: pathOf(stepNamed('agency')),
    handle: inTurn((request, opened) => page(<SearchPage {...shownOf(request, opened)} />)),
  }),
  publicRoute({ method: 'POST', path: SEARCH, handle: inTurn(search) }),
  publicRoute({
    method: 'GET',
    path: CHOOSE,
    handle: inTurn((request, opened) =>
      opened.draft.search === '' ? redirect(SEARCH) : choosePage(request, opened),
    ),
  }),
  publicRoute({ method: 'POST', path: CHOOSE, handle: inTurn(choose) }),
  publicRoute({
    method: 'GET',
    path: UNLISTED,
    handle: inTurn((request, opened) => page(<UnlistedPage {...shownOf(request, opened)} />)),
  }),
  publicRoute({ method: 'POST', path: UNLISTED, handle: inTurn(describe) }),
];
