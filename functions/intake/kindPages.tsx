import type { VNode } from 'preact';
import { standings, wishes } from '../../shared/complaint/filing.ts';
import { classified, conductsOf } from '../../shared/complaint/form/steps.ts';
import { filingBases } from '../../shared/law/filingBasis.ts';
import { citedText } from '../../shared/law/lawTable.ts';
import { Checkboxes, Radios } from '../web/kit/components/choiceFields.tsx';
import { Inset } from '../web/kit/components/notices.tsx';
import { usePage } from '../web/kit/context.tsx';
import { Hint } from './seenBy.tsx';
import { StepPage } from './stepPage.tsx';
import type { PlainProps } from './stepRoutes.tsx';
import { say } from './words.ts';

export function StandingPage(props: PlainProps): VNode {
  const { lang } = usePage();
  const { answers } = props;
  return (
    <StepPage {...props} name="standing" title={say(lang, 'intake.standing.title')} titleHidden>
      <Radios
        name="standing"
        label={say(lang, 'intake.standing.title')}
        heading
        hint={
          <Hint field="standing" answers={answers}>
            {say(lang, 'intake.standing.hint')}
          </Hint>
        }
        value={answers.standing?.standing ?? ''}
        choices={standings.map((value) => ({ value, label: say(lang, `intake.value.standing.${value}`) }))}
      />
    </StepPage>
  );
}

export function WishPage(props: PlainProps): VNode {
  const { lang } = usePage();
  const { answers } = props;
  return (
    <StepPage {...props} name="wish" title={say(lang, 'intake.wish.title')} titleHidden>
      <Radios
        name="wish"
        label={say(lang, 'intake.wish.title')}
        heading
        hint={<Hint field="wish" answers={answers} />}
        value={answers.wish?.wish ?? ''}
        choices={wishes.map((value) => ({
          value,
          label: say(lang, `intake.value.wish.${value}`),
          hint: say(lang, `intake.wish.${value}.hint`),
        }))}
      />
    </StepPage>
  );
}

/** What it is, by which rule, and what that means, before anything else is asked. */
export function KindPage(props: PlainProps): VNode {
  const { lang } = usePage();
  const found = classified(props.answers);
  const kinds = found?.kinds ?? [];
  const title = say(lang, kinds.length === 2 ? 'intake.kind.both' : `intake.kind.${kinds[0] ?? 'report'}`);
  return (
    <StepPage
      {...props}
      name="kind"
      title={title}
      hidden={{ ...props.hidden, kinds: kinds.join(' ') }}
      button={say(lang, 'intake.kind.continue')}
    >
      <h2 class="govuk-heading-m">{say(lang, 'intake.kind.why')}</h2>
      {(found?.bases ?? []).map((basis) => {
        const row = filingBases.find(({ rule }) => rule === basis);
        return row === undefined ? null : (
          <Inset key={basis}>
            <p class="govuk-body">{row[lang]}</p>
            <p class="govuk-body-s" lang="zh-CN">
              {citedText(row.citation)}
            </p>
          </Inset>
        );
      })}
      <h2 class="govuk-heading-m">{say(lang, 'intake.kind.means')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {kinds.includes('complaint') ? (
          <>
            <li>{say(lang, 'intake.kind.complaint.means')}</li>
            <li>{say(lang, 'intake.kind.complaint.name')}</li>
          </>
        ) : null}
        {kinds.includes('report') ? <li>{say(lang, 'intake.kind.report.means')}</li> : null}
        {kinds.length === 1 && kinds.includes('report') ? (
          <li>{say(lang, 'intake.kind.report.name')}</li>
        ) : null}
        {kinds.length === 2 ? <li>{say(lang, 'intake.kind.both.means')}</li> : null}
      </ul>
    </StepPage>
  );
}

export function ServicePage(props: PlainProps): VNode {
  const { lang } = usePage();
  const { answers } = props;
  const kinds = answers.agency?.listed === true ? answers.agency.kinds : [];
  return (
    <StepPage {...props} name="service" title={say(lang, 'intake.service.title')} titleHidden>
      <Radios
        name="service"
        label={say(lang, 'intake.service.title')}
        heading
        hint={<Hint field="service" answers={answers} />}
        value={answers.service?.service ?? (kinds.length === 1 ? (kinds[0] ?? '') : '')}
        choices={(['patent', 'trademark'] as const).map((value) => ({
          value,
          label: say(lang, `intake.value.service.${value}`),
        }))}
      />
    </StepPage>
  );
}

export function ConductsPage(props: PlainProps): VNode {
  const { lang } = usePage();
  const { answers, today } = props;
  const service = answers.service?.service ?? 'patent';
  return (
    <StepPage {...props} name="conducts" title={say(lang, 'intake.conducts.title')} titleHidden>
      <Checkboxes
        name="conducts"
        label={say(lang, 'intake.conducts.title')}
        heading
        hint={
          <Hint field="conducts" answers={answers}>
            {say(lang, 'intake.conducts.hint')}
          </Hint>
        }
        values={answers.conducts?.conducts ?? []}
        choices={conductsOf(service, today).map((row) => ({
          value: row.rule,
          label: row[lang],
          hint: (
            <span class="dr-small-print" lang="zh-CN">
              {citedText(row.citation)}
            </span>
          ),
        }))}
      />
    </StepPage>
  );
}
