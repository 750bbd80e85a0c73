import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Inspector } from '../../../../shared/register/inspector.ts';
import { registers } from '../../../../shared/register/register.ts';
import type { HistoryEntry } from '../../../../shared/register/registerStore.ts';
import type { Relation } from '../../../../shared/register/relation.ts';
import { toFields } from '../../../../shared/register/rowFields.ts';
import { Button, ButtonGroup } from '../../kit/components/button.tsx';
import { Select } from '../../kit/components/choiceFields.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Inset } from '../../kit/components/notices.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { dayText } from '../moment.ts';
import { RowHistory, RowSummary } from './rowDetail.tsx';
import { RowFields } from './rowForm.tsx';
import { relationPath } from './views.tsx';

const { columns, label } = registers.relation;
const list = '/registers/relations';

/** An inspector declares for themselves: who and by whom are then no questions. */
export function DeclareRelationPage(props: {
  inspectors: readonly Inspector[];
  own: boolean;
  start: object;
  values?: Values;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const asked = props.own ? ['agencyUscc', 'reason'] : ['agencyUscc', 'reason', 'declaredOn', 'source'];
  const fields = toFields(props.start, columns);
  const back = props.own
    ? { href: '/assignments', label: text(lang, 'assignments.title') }
    : { href: list, label: label[lang] };
  return (
    <ConsolePage title={text(lang, 'registers.relation.new')} back={back} problems={props.problems ?? []}>
      <Inset>{text(lang, 'registers.relation.confidential')}</Inset>
      <Form action={list} values={props.values ?? {}}>
        {props.own ? null : (
          <Select
            name="inspectorId"
            label={text(lang, 'registers.inspector')}
            value={String(fields.get('inspectorId') ?? '')}
            choices={props.inspectors.map(({ id, name, unit }) => ({
              value: id,
              label: `${name}（${id}，${unit}）`,
            }))}
          />
        )}
        <RowFields columns={columns.filter(({ key }) => asked.includes(key))} fields={fields} />
        <ButtonGroup>
          <Button>{text(lang, 'registers.relation.declare')}</Button>
          <a class="govuk-link" href={back.href}>
            {text(lang, 'kit.cancel')}
          </a>
        </ButtonGroup>
      </Form>
    </ConsolePage>
  );
}

export function RelationPage(props: {
  relation: Relation;
  withdrawnOn?: string;
  inspectorName: string;
  agencyName: string;
  confidential: boolean;
  edits: boolean;
  listed: boolean;
  history: readonly HistoryEntry[];
  names: ReadonlyMap<string, string>;
}): VNode {
  const { lang } = usePage();
  const { relation } = props;
  const hidden = text(lang, 'registers.history.hidden');
  return (
    <ConsolePage
      title={text(lang, 'registers.relation.title', {
        inspector: props.inspectorName,
        agency: props.agencyName,
      })}
      lead={
        props.withdrawnOn === undefined ? (
          <Tag tone="active">{text(lang, 'registers.relation.standing')}</Tag>
        ) : (
          <>
            <Tag tone="neutral">{text(lang, 'registers.relation.ended')}</Tag>{' '}
            {dayText(lang, props.withdrawnOn)}
          </>
        )
      }
      back={
        props.listed
          ? { href: list, label: label[lang] }
          : { href: '/assignments', label: text(lang, 'assignments.title') }
      }
    >
      <RowSummary
        columns={columns}
        fields={toFields(relation, columns)}
        shown={{
          inspectorId: `${props.inspectorName}（${relation.inspectorId}）`,
          agencyUscc: `${props.agencyName}（${relation.agencyUscc}）`,
          ...(props.confidential ? {} : { reason: hidden }),
        }}
      />
      {props.edits && props.withdrawnOn === undefined ? (
        <Form action={`${relationPath(relation)}/withdraw`}>
          <p class="govuk-body">{text(lang, 'registers.relation.withdraw.hint')}</p>
          <Button look="secondary">{text(lang, 'registers.relation.withdraw')}</Button>
        </Form>
      ) : null}
      <RowHistory
        columns={columns}
        history={props.history}
        names={props.names}
        {...(props.confidential ? {} : { hidden: new Set(['reason']) })}
      />
    </ConsolePage>
  );
}
