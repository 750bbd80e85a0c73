import type { ComponentChildren, VNode } from 'preact';
import { mayAct } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { commandsFor } from '../../../../shared/case/transition.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { itemRef } from '../../../../shared/plan/monthPlan.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import type { InspectionItem } from '../../../../shared/register/inspectionItem.ts';
import { MOST_REASON } from '../../../../shared/targeted/orderChecks.ts';
import {
  type OrderStatus,
  orderTransitions,
  type StoredOrder,
} from '../../../../shared/targeted/targetedOrder.ts';
import { Button } from '../../kit/components/button.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details, Warning } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { Timeline, type TimelineStep } from '../../kit/components/timeline.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { confidentialReaders } from '../access.ts';
import { dayText, preciseText } from '../moment.ts';
import { publishedItems } from '../plans/planDefaults.ts';
import { DrawForm } from './drawForm.tsx';
import { TermsFields } from './orderFields.tsx';
import { termsEntries } from './orderForm.ts';
import { basisText, groundText, toneOfOrder } from './orderWords.ts';

/** Commands that a person gives by a form of this page. */
export type OrderForm = 'amend' | 'approve' | 'refuse' | 'withdraw';

export interface OrderPageProps {
  readonly order: StoredOrder;
  readonly agency: Agency | undefined;
  /** Every version of every item. */
  readonly items: readonly InspectionItem[];
  readonly user: Pick<User, 'userId' | 'roles'>;
  /** The refused form that comes back, if one did. */
  readonly refused?: { readonly command: OrderForm; readonly values: Values };
  readonly problems?: readonly Problem[];
}

/** One order: what is to be done now, what it says, and who did what. */
export function OrderPage(props: OrderPageProps): VNode {
  const { lang } = usePage();
  const { state, status } = props.order;
  return (
    <ConsolePage
      title={state.number}
      lead={
        <>
          <Tag tone={toneOfOrder(status as OrderStatus)}>
            {text(lang, `targetedPage.status.${status as OrderStatus}`)}
          </Tag>{' '}
          {state.agencyName}
        </>
      }
      back={{ href: '/targeted', label: text(lang, 'targetedPage.title') }}
      problems={props.problems ?? []}
    >
      <Actions {...props} />
      <Facts {...props} />
      <h2 class="govuk-heading-m">{text(lang, 'targetedPage.course')}</h2>
      <Course {...props} />
    </ConsolePage>
  );
}

function Actions(props: OrderPageProps): VNode | null {
  const { lang } = usePage();
  const { order, user, refused } = props;
  const { state, status } = order;
  const given = commandsFor(orderTransitions, status as OrderStatus, user.roles);
  const own = [state.ordered.by, state.terms?.written.by].includes(user.userId);
  const decides = !own && state.terms !== undefined;
  const panels: readonly (VNode | null)[] = [
    given.includes('approve') && decides ? (
      <Act {...props} command="approve">
        <Warning>{text(lang, 'targetedPage.approve.warn')}</Warning>
        <Button>{text(lang, 'targetedPage.approve')}</Button>
      </Act>
    ) : null,
    given.includes('amend') ? (
      <Details
        summary={text(lang, state.terms === undefined ? 'targetedPage.complete' : 'targetedPage.amend')}
        open={state.terms === undefined || refused?.command === 'amend'}
      >
        <Act {...props} command="amend">
          <TermsFields items={publishedItems(props.items)} agency={props.agency} />
          <Button look="secondary">{text(lang, 'targetedPage.save')}</Button>
        </Act>
      </Details>
    ) : null,
    given.includes('assign') ? <DrawForm orders={[order]} /> : null,
    given.includes('refuse') && !own ? <ReasonPanel {...props} command="refuse" /> : null,
    given.includes('withdraw') ? <ReasonPanel {...props} command="withdraw" /> : null,
  ];
  return panels.every((panel) => panel === null) ? (
    <p class="govuk-body">{text(lang, 'targetedPage.nothing')}</p>
  ) : (
    <section class="dr-todo">{panels}</section>
  );
}

function ReasonPanel(props: OrderPageProps & { command: 'refuse' | 'withdraw' }): VNode {
  const { lang } = usePage();
  const label = text(lang, `targetedPage.${props.command}`);
  return (
    <Details summary={label} open={props.refused?.command === props.command}>
      <Act {...props}>
        <Textarea name="reason" label={text(lang, 'targetedPage.reason')} rows={2} maxLength={MOST_REASON} />
        <Button look="irreversible">{label}</Button>
      </Act>
    </Details>
  );
}

function Act(props: OrderPageProps & { command: OrderForm; children?: ComponentChildren }): VNode {
  const { order, command, refused } = props;
  const first = command === 'amend' ? termsEntries(order.state) : {};
  return (
    <Form
      action={`/targeted/${order.state.number}/${command}`}
      version={order.version}
      values={refused?.command === command ? refused.values : first}
    >
      {props.children}
    </Form>
  );
}

function Facts({ order, items, user }: OrderPageProps): VNode {
  const { lang } = usePage();
  const { state } = order;
  const { terms } = state;
  const names = new Map(items.map((item) => [itemRef(item), item.name]));
  // What it says may lead to whoever complained.
  const confidential = mayAct(user.roles, confidentialReaders);
  return (
    <SummaryList
      rows={[
        {
          label: text(lang, 'targetedPage.agency'),
          value: (
            <a class="govuk-link" href={`/registers/agencies/${encodeURIComponent(state.uscc)}`}>
              {state.agencyName} ({state.uscc})
            </a>
          ),
        },
        { label: text(lang, 'targetedPage.ground'), value: groundText(lang, state.ground) },
        { label: text(lang, 'targetedPage.basis'), value: basisText(lang, state.ground) },
        confidential ? { label: text(lang, 'targetedPage.reference'), value: state.reference } : undefined,
        terms === undefined
          ? undefined
          : {
              label: text(lang, 'targetedPage.items'),
              value: (
                <ul class="govuk-list">
                  {terms.items.map((ref) => (
                    <li key={ref}>
                      {ref} {names.get(ref) ?? ''}
                    </li>
                  ))}
                </ul>
              ),
            },
        terms === undefined
          ? undefined
          : {
              label: text(lang, 'targetedPage.period'),
              value: `${dayText(lang, terms.visits.from)} – ${dayText(lang, terms.visits.to)}`,
            },
        terms === undefined || !confidential
          ? undefined
          : { label: text(lang, 'targetedPage.reason'), value: terms.reason },
        state.draw === undefined
          ? undefined
          : { label: text(lang, 'targetedPage.draw.number'), value: <DrawLink number={state.draw} /> },
        state.voids.length === 0
          ? undefined
          : {
              label: text(lang, 'targetedPage.draw.voids'),
              value: state.voids.map((number) => <DrawLink key={number} number={number} />),
            },
      ]}
    />
  );
}

function DrawLink({ number }: { number: string }): VNode {
  return (
    <a class="govuk-link" href={`/draws/${number}`}>
      {number}{' '}
    </a>
  );
}

function Course({ order, user }: OrderPageProps): VNode {
  const { lang } = usePage();
  const { ordered, terms, approved, refused, withdrawn, source } = order.state;
  const confidential = mayAct(user.roles, confidentialReaders);
  const step = (
    title: string,
    act: { readonly name: string; readonly at: string } | undefined,
    body?: string,
  ): readonly TimelineStep[] =>
    act === undefined
      ? []
      : [
          {
            title,
            state: 'done',
            by: act.name,
            at: preciseText(lang, act.at),
            ...(body === undefined || !confidential ? {} : { body }),
          },
        ];
  const first =
    source === undefined
      ? text(lang, 'targetedPage.act.ordered')
      : text(lang, 'targetedPage.act.proposed', { source });
  return (
    <Timeline
      label={text(lang, 'targetedPage.course')}
      steps={[
        ...step(first, ordered),
        ...step(text(lang, 'targetedPage.act.written'), terms?.written),
        ...step(text(lang, 'targetedPage.act.approved'), approved),
        ...step(text(lang, 'targetedPage.act.refused'), refused, refused?.reason),
        ...step(text(lang, 'targetedPage.act.withdrawn'), withdrawn, withdrawn?.reason),
      ]}
    />
  );
}
