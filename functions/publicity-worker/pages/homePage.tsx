import type { VNode } from 'preact';
import type { Lang } from '../../../shared/messages/message.ts';
import type { PublishedPlan } from '../../../shared/plan/planCase.ts';
import { drawsOf, type PublicDraw } from '../../../shared/publicity/publicDraw.ts';
import { usePage } from '../../web/kit/context.tsx';
import { CATALOGUE_PAGE } from '../cataloguePaths.ts';
import { PENALTIES_PAGE } from '../penaltyPaths.ts';
import { AGENCY_RESULTS } from '../resultPaths.ts';
import type { SiteModel } from '../siteModel.ts';
import { dateText, monthText, say, sayCode, timeText } from '../words.ts';
import { OwnRowLink } from './ownRowLink.tsx';
import { LISTINGS_PAGE, RISK_PAGE, SitePage, usePageLink } from './sitePage.tsx';
import { YearCountsTable } from './yearCountsTable.tsx';

/** The plan in force for each month: the newest version, newest month first. */
export function currentPlans(plans: readonly PublishedPlan[]): readonly PublishedPlan[] {
  const newest = new Map<string, PublishedPlan>();
  for (const plan of plans) {
    const known = newest.get(plan.month);
    if (known === undefined || known.version < plan.version) newest.set(plan.month, plan);
  }
  return [...newest.values()].sort((a, b) => (a.month < b.month ? 1 : -1));
}

/** First page: what this is, the current plan and draw, what comes next. */
export function HomePage({ site, ownRowPage }: { site: SiteModel; ownRowPage: string }): VNode {
  const { lang } = usePage();
  const page = usePageLink();
  const plan = currentPlans(site.plans)[0];
  const draw = drawsOf(site.draws, 'draw')[0];
  const year = site.inspections.years[0]?.year;
  const dates = nextDates(lang, plan, draw);
  return (
    <SitePage title={say(lang, 'site.home.title')} lead={say(lang, 'site.home.lead')}>
      <h2 class="govuk-heading-m">{say(lang, 'site.home.now')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {plan === undefined ? null : (
          <li>
            {say(lang, 'site.nav.plans')}
            {lang === 'zh' ? '：' : ': '}
            <a class="govuk-link" href={page(`plans/${plan.month}.html`)}>
              {plan.plan.title}
            </a>
          </li>
        )}
        {draw === undefined ? (
          <li>{say(lang, 'site.home.noDraw')}</li>
        ) : (
          <li>
            {say(lang, 'site.nav.draws')}
            {lang === 'zh' ? '：' : ': '}
            <a class="govuk-link" href={page(`draws/${draw.state.number}/index.html`)}>
              {draw.state.number}
            </a>
            {lang === 'zh' ? '，' : ', '}
            {sayCode(lang, `site.status.${draw.status}`)}
          </li>
        )}
      </ul>
      {year === undefined ? null : (
        <>
          <h2 class="govuk-heading-m">{say(lang, 'site.home.results', { year })}</h2>
          <YearCountsTable site={site} year={year} />
        </>
      )}
      <h2 class="govuk-heading-m">{say(lang, 'site.home.next')}</h2>
      {dates.length === 0 ? (
        <p class="govuk-body">{say(lang, 'site.home.noDates')}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {dates.map((date) => (
            <li key={date}>{date}</li>
          ))}
        </ul>
      )}
      <h2 class="govuk-heading-m">{say(lang, 'site.home.tasks')}</h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={page('how.html')}>
            {say(lang, 'site.home.task.how')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={page('verify.html')}>
            {say(lang, 'site.home.task.verify')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={page('results/index.html')}>
            {say(lang, 'site.home.task.results')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={page(PENALTIES_PAGE)}>
            {say(lang, 'site.home.task.penalties')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={page(LISTINGS_PAGE)}>
            {say(lang, 'site.home.task.listings')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={page(CATALOGUE_PAGE)}>
            {say(lang, 'site.home.task.catalogue')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={page(RISK_PAGE)}>
            {say(lang, 'site.home.task.risk')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={page(AGENCY_RESULTS)}>
            {say(lang, 'site.home.task.agency')}
          </a>
        </li>
        <li>
          <OwnRowLink href={ownRowPage} />
        </li>
        <li>
          <a class="govuk-link" href={page('data/index.html')}>
            {say(lang, 'site.home.task.data')}
          </a>
        </li>
      </ul>
      <h2 class="govuk-heading-m">{say(lang, 'site.home.what')}</h2>
      <p class="govuk-body">{say(lang, 'site.home.whatText')}</p>
    </SitePage>
  );
}

/** What is still to come of the current month, told from the state of its draw: pages know no clock. */
function nextDates(
  lang: Lang,
  plan: PublishedPlan | undefined,
  draw: PublicDraw | undefined,
): readonly string[] {
  const dates: string[] = [];
  if (draw?.status === 'objection' && draw.state.window !== undefined) {
    const date = dateText(lang, draw.state.window.lastDay);
    dates.push(say(lang, 'site.home.windowUntil', { number: draw.state.number, date }));
  }
  if (plan === undefined) return dates;
  const month = monthText(lang, plan.month);
  const over = draw?.state.task === plan.month && (draw.status === 'published' || draw.status === 'drawn');
  if (plan.plan.lastSource.type === 'lottery' && !over) {
    dates.push(say(lang, 'site.home.lottery', { month, at: timeText(lang, plan.plan.lastSource.at) }));
  }
  const { from, to } = plan.plan.visits;
  dates.push(say(lang, 'site.home.visits', { month, from: dateText(lang, from), to: dateText(lang, to) }));
  return dates;
}
