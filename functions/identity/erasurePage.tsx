import type { ComponentChildren, VNode } from 'preact';
import type { User } from '../../shared/access/user.ts';
import { openErasure } from '../../shared/complaint/erasing.ts';
import type { DueErasure } from '../../shared/complaint/retention.ts';
import type { Problem } from '../../shared/problem.ts';
import { dayText, momentText } from '../web/console/moment.ts';
import { Button, ButtonGroup } from '../web/kit/components/button.tsx';
import { type Column, DataTable } from '../web/kit/components/dataTable.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { Warning } from '../web/kit/components/notices.tsx';
import { usePage } from '../web/kit/context.tsx';
import { ConsolePage } from '../web/kit/layouts/consolePage.tsx';
import { caseName, citationText, identityPath, kindText, words } from './words.ts';

/** Cases of one press: each may have ten files, and all of them are to be gone before the answer. */
export const ERASURE_BATCH = 20;

export interface ErasurePageProps {
  readonly due: readonly DueErasure[];
  readonly user: Pick<User, 'userId' | 'roles'>;
  readonly problems?: readonly Problem[];
}

/** What is over its period: number, kind, end and rule, never who filed. */
export function ErasurePage({ due, user, problems }: ErasurePageProps): VNode {
  const { lang } = usePage();
  const fresh = due.filter(({ complaint }) => openErasure(complaint) === undefined);
  const proposed = due.filter(({ complaint }) => openErasure(complaint) !== undefined);
  const proposes = user.roles.includes('supervisor') && fresh.some(({ obstacle }) => obstacle === undefined);
  const confirms = user.roles.includes('approver') && proposed.some((one) => mayConfirm(one, user.userId));
  return (
    <ConsolePage
      title={words(lang, 'erasurePage.title')}
      back={{ href: '/complaints', label: words(lang, 'identityPage.back.list') }}
      problems={problems ?? []}
    >
      <p class="govuk-body">{words(lang, 'erasurePage.lead')}</p>
      <Batch
        title={words(lang, 'erasurePage.proposed')}
        empty={words(lang, 'erasurePage.proposed.none')}
        due={proposed}
        action="/complaints/erasure/decide"
        chosen={(one) => confirms && mayConfirm(one, user.userId)}
        state={(one) => <ProposedState one={one} />}
      >
        {confirms ? (
          <>
            <Warning>{words(lang, 'erasurePage.confirm.warn')}</Warning>
            <ButtonGroup>
              <Button look="irreversible" name="outcome" value="confirmed">
                {words(lang, 'erasurePage.confirm')}
              </Button>
              <Button look="secondary" name="outcome" value="rejected">
                {words(lang, 'erasurePage.reject')}
              </Button>
            </ButtonGroup>
          </>
        ) : null}
      </Batch>
      <Batch
        title={words(lang, 'erasurePage.due')}
        empty={words(lang, 'erasurePage.due.none')}
        due={fresh}
        action="/complaints/erasure/propose"
        chosen={({ obstacle }) => proposes && obstacle === undefined}
        state={({ obstacle }) => words(lang, `erasurePage.state.${obstacle ?? 'free'}`)}
      >
        {proposes ? <Button>{words(lang, 'erasurePage.propose')}</Button> : null}
      </Batch>
    </ConsolePage>
  );
}

/** Whoever proposed does not confirm. One that was confirmed and cut off may be finished by any approver. */
function mayConfirm({ complaint, obstacle }: DueErasure, userId: string): boolean {
  const open = openErasure(complaint);
  return obstacle === undefined && (open?.decided !== undefined || open?.proposed.by !== userId);
}

function ProposedState({ one }: { one: DueErasure }): VNode {
  const { lang } = usePage();
  const open = openErasure(one.complaint);
  const by = open?.proposed.name ?? '';
  return (
    <>
      {words(lang, 'erasurePage.proposed.by', { by, at: momentText(lang, open?.proposed.at ?? '') })}
      {open?.decided === undefined ? null : (
        <div>{words(lang, 'erasurePage.underWay', { by: open.decided.name })}</div>
      )}
      {one.obstacle === undefined ? null : <div>{words(lang, `erasurePage.state.${one.obstacle}`)}</div>}
    </>
  );
}

interface BatchProps {
  readonly title: string;
  readonly empty: string;
  readonly due: readonly DueErasure[];
  readonly action: string;
  /** Whether a row can be chosen. */
  readonly chosen: (one: DueErasure) => boolean;
  readonly state: (one: DueErasure) => ComponentChildren;
  readonly children: ComponentChildren;
}

function Batch(props: BatchProps): VNode {
  const { lang } = usePage();
  const shown = props.due.slice(0, ERASURE_BATCH);
  const left = props.due.length - shown.length;
  const columns: readonly Column<DueErasure>[] = [
    {
      key: 'case',
      label: words(lang, 'erasurePage.case'),
      rowHeader: true,
      cell: (one) => (props.chosen(one) ? <Choice one={one} /> : <CaseLink one={one} />),
    },
    {
      key: 'kind',
      label: words(lang, 'erasurePage.kind'),
      cell: ({ complaint }) => <span class="dr-nowrap">{kindText(lang, complaint)}</span>,
    },
    {
      key: 'ended',
      label: words(lang, 'erasurePage.ended'),
      cell: ({ complaint }) => <span class="dr-nowrap">{dayText(lang, complaint.ended ?? '')}</span>,
    },
    { key: 'parts', label: words(lang, 'erasurePage.parts'), cell: (one) => <Parts one={one} /> },
    { key: 'state', label: words(lang, 'erasurePage.state'), cell: props.state },
  ];
  return (
    <>
      <h2 class="govuk-heading-m">{props.title}</h2>
      <Form action={props.action}>
        <DataTable
          caption={props.title}
          captionHidden
          rows={shown}
          rowKey={({ complaint }) => complaint.id}
          empty={props.empty}
          columns={columns}
        />
        {left === 0 ? null : <p class="govuk-body">{words(lang, 'erasurePage.more', { count: left })}</p>}
        {props.children}
      </Form>
    </>
  );
}

function CaseLink({ one }: { one: DueErasure }): VNode {
  return (
    <a class="govuk-link dr-nowrap" href={identityPath(one.complaint.id)}>
      {caseName(one.complaint)}
    </a>
  );
}

function Choice({ one }: { one: DueErasure }): VNode {
  const { id } = one.complaint;
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" id={`case-${id}`} name="case" type="checkbox" value={id} />
        <label class="govuk-label govuk-checkboxes__label dr-nowrap" for={`case-${id}`}>
          {caseName(one.complaint)}
        </label>
      </div>
    </div>
  );
}

function Parts({ one }: { one: DueErasure }): VNode {
  const { lang } = usePage();
  return (
    <>
      {one.parts.map(({ what, rule, until }) => (
        <div key={what} class="dr-table__sentences">
          {words(lang, 'erasurePage.part', {
            what: words(lang, `identityPage.keep.${what}`),
            until: dayText(lang, until),
            rule: rule[lang],
          })}
          <div class="govuk-hint">{citationText(lang, rule)}</div>
        </div>
      ))}
    </>
  );
}
