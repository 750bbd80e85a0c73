import type { VNode } from 'preact';
import { overNetworkLimit } from '../../shared/access/networkLimit.ts';
import { answerSchemas } from '../../shared/complaint/form/answers.ts';
import { nextStep, stepNamed, withAnswer } from '../../shared/complaint/form/steps.ts';
import { readReceiptCode, receiptHash } from '../../shared/complaint/receiptCode.ts';
import type { Problem } from '../../shared/problem.ts';
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
import { PausePage } from './pausePage.tsx';
import { Hint } from './seenBy.tsx';
import { type Shown, StepPage } from './stepPage.tsx';
import { notSaved } from './stepRoutes.tsx';
import { say } from './words.ts';

const PATH = pathOf(stepNamed('before'));

/** Whether the person has told the same before: their own receipt shows it, and nothing else is said about anybody. */
function BeforePage(props: Shown & { readonly found: boolean }): VNode {
  const { lang } = usePage();
  const { answers } = props;
  return (
    <StepPage {...props} name="before" title={say(lang, 'intake.before.title')} titleHidden action={PATH}>
      <Radios
        name="told"
        label={say(lang, 'intake.before.title')}
        heading
        hint={<Hint field="told" answers={answers} />}
        value={answers.before?.told ?? ''}
        choices={[
          { value: 'no', label: say(lang, 'intake.before.no') },
          {
            value: 'yes',
            label: say(lang, 'intake.before.yes'),
            hint: say(lang, 'intake.before.yes.hint'),
            conditional: (
              <TextInput
                name="code"
                label={say(lang, 'intake.before.code')}
                inputMode="numeric"
                width={30}
                code
                hint={
                  <Hint field="told" answers={answers}>
                    {say(lang, props.found ? 'intake.before.found' : 'intake.before.code.hint')}
                  </Hint>
                }
              />
            ),
          },
        ]}
      />
    </StepPage>
  );
}

function shown(
  { deps, form }: IntakeRequest,
  { draft }: OpenedDraft,
  problems: readonly Problem[] = [],
  status = 422,
): WebResponse {
  const props = { answers: draft.answers, publicityUrl: deps.publicityUrl, found: draft.before.length > 0 };
  return problems.length === 0
    ? page(<BeforePage {...props} />)
    : page(<BeforePage {...props} values={form} problems={problems} />, { status });
}

/** The cases of the receipt that was typed; a response when there are none. */
async function earlierCases(
  request: IntakeRequest,
  opened: OpenedDraft,
): Promise<readonly string[] | WebResponse> {
  const { deps, form, now, sourceIp } = request;
  const typed = firstValue(form, 'code').slice(0, 200);
  if (typed.trim() === '' && opened.draft.before.length > 0) return opened.draft.before;
  const code = readReceiptCode(typed);
  if (!code.ok) return shown(request, opened, code.problems);
  const { intakeKey, receiptPepper } = await deps.secrets.get();
  const counted = { counter: deps.limits, hmac: deps.hmac, key: intakeKey };
  const wait = await overNetworkLimit(counted, 'receipt', sourceIp, now);
  if (wait !== undefined) {
    return page(<PausePage reason="network" seconds={wait} publicityUrl={deps.publicityUrl} back={PATH} />, {
      status: 429,
      retryAfter: wait,
    });
  }
  const cases = await deps.receipts.ofReceipt(receiptHash(receiptPepper, code.value));
  return cases ?? shown(request, opened, [{ code: 'receipt.code.unknown', field: 'code' }]);
}

async function answer(request: IntakeRequest, opened: OpenedDraft): Promise<WebResponse> {
  const read = readForm(answerSchemas.before, request.form);
  if (!read.ok) return shown(request, opened, read.problems);
  const before = read.value.told === 'yes' ? await earlierCases(request, opened) : [];
  if (!isList(before)) return before;
  const saved = await changeDraft(request, opened, (draft) => ({
    ...draft,
    before,
    answers: withAnswer(draft.answers, 'before', read.value),
  }));
  if (typeof saved === 'string')
    return notSaved(saved, (problem, status) => shown(request, opened, [problem], status));
  return redirect(pathOf(nextStep('before', saved.draft.answers)));
}

function isList(found: readonly string[] | WebResponse): found is readonly string[] {
  return Array.isArray(found);
}

export const beforeRoutes: readonly Route<IntakeDeps>[] = [
  publicRoute({ method: 'GET', path: PATH, handle: onDraft((request, opened) => shown(request, opened)) }),
  publicRoute({ method: 'POST', path: PATH, handle: onDraft(answer) }),
];
