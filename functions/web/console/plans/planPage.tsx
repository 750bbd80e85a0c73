import type { VNode } from 'preact';
import type { StoredCase } from '../../../../shared/case/caseStore.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { itemRef, type MonthPlan, type RateRule } from '../../../../shared/plan/monthPlan.ts';
import type { PlanCase, PublishedPlan } from '../../../../shared/plan/planCase.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { InspectionItem } from '../../../../shared/register/inspectionItem.ts';
import { Button, ButtonLink } from '../../kit/components/button.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { dayText, momentText, monthText } from '../moment.ts';
import { percentOf } from './percent.ts';
import { teamKinds } from './planForm.ts';
import { classText, districtText, kindText, qualsText, recencyText, sourceText } from './planWords.ts';

export interface PlanPageProps {
  readonly stored: StoredCase<PlanCase>;
  readonly published: readonly PublishedPlan[];
  readonly items: readonly InspectionItem[];
  readonly names: ReadonlyMap<string, string>;
  readonly edits: boolean;
  /** Number of the draw that stands for the month. */
  readonly draw: string | undefined;
  readonly values?: Values;
  readonly problems?: readonly Problem[];
}

/** A plan to be read: what was published, by whom, and what can be done from here. */
export function PlanPage(props: PlanPageProps): VNode {
  const { lang } = usePage();
  const { stored, edits, draw } = props;
  const { plan, month, published, version } = stored.state;
  return (
    <ConsolePage
      title={plan.title}
      lead={
        <>
          {monthText(lang, month)}{' '}
          <Tag tone={stored.status === 'published' ? 'done' : 'active'}>
            {text(lang, stored.status === 'published' ? 'plans.status.published' : 'plans.status.draft')}
          </Tag>{' '}
          {text(lang, 'plans.version', { version })}
        </>
      }
      back={{ href: '/plans', label: text(lang, 'plans.title') }}
      action={<ButtonLink href={`/plans/${month}/preview`}>{text(lang, 'plans.preview')}</ButtonLink>}
      problems={props.problems ?? []}
    >
      <PlanFacts plan={plan} items={props.items} names={props.names} />
      {published === undefined ? null : (
        <p class="govuk-body">
          {text(lang, 'plans.publishedBy', {
            name: published.name,
            at: momentText(lang, published.at),
          })}
        </p>
      )}
      {draw === undefined ? null : (
        <p class="govuk-body">
          {text(lang, 'plans.draw')}{' '}
          <a class="govuk-link" href={`/draws/${encodeURIComponent(draw)}`}>
            {draw}
          </a>
        </p>
      )}
      {edits && stored.status === 'published' ? <Actions {...props} /> : null}
      <Versions published={props.published} reopened={stored.state.reopened} />
    </ConsolePage>
  );
}

/** Opening posts to the draws; the answer there leads to the new draw. */
function Actions({ stored, draw, values, problems }: PlanPageProps): VNode {
  const { lang } = usePage();
  const { month } = stored.state;
  return (
    <section>
      <h2 class="govuk-heading-m">{text(lang, 'plans.next')}</h2>
      <Form action="/draws" hidden={{ month, kind: 'rehearsal' }}>
        <p class="govuk-body">{text(lang, 'plans.rehearse.hint')}</p>
        <Button look="secondary">{text(lang, 'plans.rehearse')}</Button>
      </Form>
      {draw === undefined ? (
        <>
          <Form action="/draws" hidden={{ month, kind: 'draw' }}>
            <p class="govuk-body">{text(lang, 'plans.openDraw.hint')}</p>
            <Button>{text(lang, 'plans.openDraw')}</Button>
          </Form>
          <Details summary={text(lang, 'plans.reopen')} open={(problems ?? []).length > 0}>
            <Form action={`/plans/${month}/reopen`} values={values ?? {}} version={stored.version}>
              <Textarea
                name="reason"
                label={text(lang, 'plans.reopen.reason')}
                hint={text(lang, 'plans.reopen.hint')}
                rows={3}
              />
              <Button look="secondary">{text(lang, 'plans.reopen')}</Button>
            </Form>
          </Details>
        </>
      ) : null}
    </section>
  );
}

function PlanFacts(props: {
  plan: MonthPlan;
  items: readonly InspectionItem[];
  names: ReadonlyMap<string, string>;
}): VNode {
  const { lang } = usePage();
  const { plan } = props;
  const names = new Map(props.items.map((item) => [itemRef(item), item.name]));
  const separator = lang === 'zh' ? '；' : '; ';
  return (
    <>
      <SummaryList
        rows={[
          {
            label: text(lang, 'plans.items'),
            value: (
              <ul class="govuk-list">
                {plan.items.map((ref) => (
                  <li key={ref}>
                    {ref} {names.get(ref) ?? ''}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            label: text(lang, 'plans.recencyBands'),
            value: text(lang, 'plans.recencyBands.value', {
              recent: plan.recentMonths,
              earlier: plan.earlierMonths,
            }),
          },
          { label: text(lang, 'plans.yearlyCap'), value: String(plan.yearlyCap) },
          { label: text(lang, 'plans.alternates'), value: String(plan.alternates) },
          {
            label: text(lang, 'plans.seats'),
            value: teamKinds
              .map(
                (kind) =>
                  `${kindText(lang, kind)}: ${plan.team.seats[kind].map((quals) => qualsText(lang, quals)).join(' | ')}`,
              )
              .join(separator),
          },
          {
            label: text(lang, 'plans.teamDistrict'),
            value: text(lang, `plans.teamDistrict.${plan.team.district}`),
          },
          { label: text(lang, 'plans.slack'), value: String(plan.team.slack) },
          { label: text(lang, 'plans.objectionDays'), value: String(plan.objectionWorkingDays) },
          {
            label: text(lang, 'plans.witnesses'),
            value: plan.witnesses
              .map(({ id, userId }) => `${props.names.get(userId) ?? userId} (${id})`)
              .join(separator),
          },
          { label: text(lang, 'plans.source'), value: sourceText(lang, plan.lastSource) },
          {
            label: text(lang, 'plans.section.visits'),
            value: `${dayText(lang, plan.visits.from)} – ${dayText(lang, plan.visits.to)}`,
          },
          {
            label: text(lang, 'plans.openRows'),
            value: text(lang, plan.openDrawnRows ? 'plans.openRows.yes' : 'plans.openRows.no'),
          },
        ]}
      />
      <DataTable
        caption={text(lang, 'plans.rates')}
        columns={[
          {
            key: 'line',
            label: text(lang, 'plans.line'),
            rowHeader: true,
            cell: ({ line }: RateLine) => String(line),
          },
          {
            key: 'kind',
            label: text(lang, 'plans.rate.kind'),
            cell: ({ rule }) => kindText(lang, rule.kind),
          },
          {
            key: 'class',
            label: text(lang, 'plans.rate.riskClass'),
            cell: ({ rule }) => classText(lang, rule.riskClass),
          },
          {
            key: 'recency',
            label: text(lang, 'plans.rate.recency'),
            cell: ({ rule }) => recencyText(lang, rule.recency),
          },
          {
            key: 'district',
            label: text(lang, 'plans.rate.district'),
            cell: ({ rule }) => districtText(lang, rule.district),
          },
          {
            key: 'percent',
            label: text(lang, 'plans.rate.percent'),
            numeric: true,
            cell: ({ rule }) => `${percentOf(rule.ppm)} %`,
          },
          {
            key: 'round',
            label: text(lang, 'plans.rate.round'),
            cell: ({ rule }) => text(lang, `plans.round.${rule.round}`),
          },
          {
            key: 'min',
            label: text(lang, 'plans.rate.min'),
            numeric: true,
            cell: ({ rule }) => String(rule.min ?? '—'),
          },
        ]}
        rows={plan.rates.map((rule, index) => ({ rule, line: index + 1 }))}
        rowKey={({ line }) => String(line)}
      />
    </>
  );
}

interface RateLine {
  readonly rule: RateRule;
  readonly line: number;
}

function Versions(props: {
  published: readonly PublishedPlan[];
  reopened: PlanCase['reopened'];
}): VNode | null {
  const { lang } = usePage();
  if (props.published.length === 0) return null;
  return (
    <>
      <DataTable
        caption={text(lang, 'plans.versions')}
        columns={[
          {
            key: 'version',
            label: text(lang, 'plans.versions.number'),
            rowHeader: true,
            cell: ({ version }: PublishedPlan) => String(version),
          },
          {
            key: 'at',
            label: text(lang, 'plans.versions.at'),
            cell: ({ published }: PublishedPlan) => momentText(lang, published.at),
          },
          {
            key: 'by',
            label: text(lang, 'plans.versions.by'),
            cell: ({ published }: PublishedPlan) => published.name,
          },
        ]}
        rows={props.published}
        rowKey={({ version }) => String(version)}
      />
      {props.reopened === undefined ? null : (
        <p class="govuk-body">
          {text(lang, 'plans.reopened', {
            name: props.reopened.name,
            at: momentText(lang, props.reopened.at),
            reason: props.reopened.reason,
          })}
        </p>
      )}
    </>
  );
}
