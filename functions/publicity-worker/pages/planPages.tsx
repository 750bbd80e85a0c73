import type { VNode } from 'preact';
import { itemRef } from '../../../shared/plan/monthPlan.ts';
import type { PublishedPlan } from '../../../shared/plan/planCase.ts';
import type { PublicDraw } from '../../../shared/publicity/publicDraw.ts';
import type { InspectionItem } from '../../../shared/register/inspectionItem.ts';
import { inspectionMethods } from '../../../shared/register/vocabulary.ts';
import { QuestionTable } from '../../web/checklist/questionTable.tsx';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { Details } from '../../web/kit/components/notices.tsx';
import { usePage } from '../../web/kit/context.tsx';
import type { SiteModel } from '../siteModel.ts';
import {
  dateText,
  lastSourceText,
  monthText,
  rateText,
  ruleText,
  say,
  sayCode,
  timeText,
  witnessText,
} from '../words.ts';
import { currentPlans } from './homePage.tsx';
import { OwnRowLink } from './ownRowLink.tsx';
import { SitePage, usePageLink } from './sitePage.tsx';

export function PlansPage({ site }: { site: SiteModel }): VNode {
  const { lang } = usePage();
  const page = usePageLink();
  return (
    <SitePage title={say(lang, 'site.plans.title')} lead={say(lang, 'site.plans.lead')}>
      <DataTable
        caption={say(lang, 'site.plans.title')}
        captionHidden
        rows={currentPlans(site.plans)}
        rowKey={(plan: PublishedPlan) => plan.month}
        empty={say(lang, 'site.plans.empty')}
        columns={[
          {
            key: 'month',
            label: say(lang, 'site.plans.month'),
            rowHeader: true,
            cell: (plan: PublishedPlan) => (
              <a class="govuk-link" href={page(`plans/${plan.month}.html`)}>
                {monthText(lang, plan.month)}
              </a>
            ),
          },
          { key: 'title', label: say(lang, 'site.plans.name'), cell: (plan) => plan.plan.title },
          {
            key: 'version',
            label: say(lang, 'site.plans.version'),
            numeric: true,
            cell: (plan) => plan.version,
          },
          {
            key: 'at',
            label: say(lang, 'site.plans.published'),
            cell: (plan) => timeText(lang, plan.published.at),
          },
        ]}
      />
    </SitePage>
  );
}

/** What is inspected, why, at which rates, by whom and when; in the words of the plan, not its codes. */
export function PlanPage(props: {
  plan: PublishedPlan;
  items: readonly InspectionItem[];
  draws: readonly PublicDraw[];
  ownRowPage: string;
}): VNode {
  const { lang } = usePage();
  const page = usePageLink();
  const { plan, version, published } = props.plan;
  const items = plan.items.flatMap((name) => props.items.filter((item) => itemRef(item) === name));
  const seats = plan.team.seats;
  const smallest = Math.min(seats.patent.length, seats.trademark.length, seats.dual.length);
  const list = plan.witnesses.map(({ id }) => witnessText(lang, id)).join(lang === 'zh' ? '、' : ', ');
  return (
    <SitePage
      title={plan.title}
      back="plans/index.html"
      wide
      lead={`${monthText(lang, plan.month)} · ${say(lang, 'site.plans.version')} ${version} · ${timeText(lang, published.at)}`}
    >
      <DataTable
        caption={say(lang, 'site.plan.items')}
        rows={items}
        rowKey={itemRef}
        columns={[
          { key: 'item', label: say(lang, 'site.plan.item'), rowHeader: true, cell: (item) => item.name },
          { key: 'basis', label: say(lang, 'site.plan.basis'), cell: (item) => item.legalBasis },
          {
            key: 'method',
            label: say(lang, 'site.plan.method'),
            cell: (item) => inspectionMethods.find(({ code }) => code === item.method)?.[lang],
          },
          {
            key: 'announced',
            label: say(lang, 'site.plan.announced'),
            cell: (item) => yesNo(lang, item.announced),
          },
        ]}
      />
      <PlanQuestions items={items} />
      <DataTable
        caption={say(lang, 'site.plan.rates')}
        rows={plan.rates.map((rule, index) => ({ rule, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            key: 'who',
            label: say(lang, 'site.plan.who'),
            rowHeader: true,
            cell: ({ rule }) => ruleText(lang, rule),
          },
          { key: 'rate', label: say(lang, 'site.plan.rate'), cell: ({ rule }) => rateText(lang, rule.ppm) },
          {
            key: 'round',
            label: say(lang, 'site.plan.rounding'),
            cell: ({ rule }) =>
              `${say(lang, rule.round === 'ceil' ? 'site.plan.ceil' : 'site.plan.exact')}${rule.min === undefined ? '' : say(lang, 'site.plan.min', { min: rule.min })}`,
          },
        ]}
      />
      <h2 class="govuk-heading-m">{say(lang, 'site.plan.rules')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{say(lang, 'site.plan.recency', { recent: plan.recentMonths, earlier: plan.earlierMonths })}</li>
        <li>{say(lang, 'site.plan.cap', { cap: plan.yearlyCap })}</li>
        <li>{say(lang, 'site.plan.listed')}</li>
        <li>{say(lang, 'site.plan.team', { n: smallest })}</li>
        <li>{say(lang, 'site.plan.witnesses', { list })}</li>
        <li>{lastSourceText(lang, plan)}</li>
      </ul>
      <h2 class="govuk-heading-m">{say(lang, 'site.plan.dates')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          {plan.objectionWorkingDays === 0
            ? say(lang, 'site.plan.noObjection')
            : say(lang, 'site.plan.objection', { days: plan.objectionWorkingDays })}
        </li>
        <li>
          {say(lang, 'site.plan.visits', {
            from: dateText(lang, plan.visits.from),
            to: dateText(lang, plan.visits.to),
          })}
        </li>
      </ul>
      <p class="govuk-body">
        <OwnRowLink href={props.ownRowPage} />
      </p>
      {props.draws.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{say(lang, 'site.plan.draws')}</h2>
          <ul class="govuk-list">
            {props.draws.map(({ state, status }) => (
              <li key={state.number}>
                <a class="govuk-link" href={page(`draws/${state.number}/index.html`)}>
                  {state.number}
                </a>{' '}
                {sayCode(lang, `site.status.${status}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </SitePage>
  );
}

/** An agency may see beforehand what it is asked: every question of the planned items, folded per item. */
function PlanQuestions({ items }: { items: readonly InspectionItem[] }): VNode {
  const { lang } = usePage();
  return (
    <>
      <h2 class="govuk-heading-m">{say(lang, 'site.plan.questions')}</h2>
      <p class="govuk-body">{say(lang, 'site.plan.questions.lead')}</p>
      {items.map((item) => (
        <Details key={itemRef(item)} summary={item.name}>
          {item.questions.length === 0 ? (
            <p class="govuk-body">{say(lang, 'site.plan.questions.none')}</p>
          ) : (
            <QuestionTable questions={item.questions} />
          )}
        </Details>
      ))}
    </>
  );
}

function yesNo(lang: 'zh' | 'en', yes: boolean): string {
  if (lang === 'zh') return yes ? '是' : '否';
  return yes ? 'yes' : 'no';
}
