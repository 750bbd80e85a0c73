import type { ComponentChildren, VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Register } from '../../../../shared/register/register.ts';
import type { HistoryEntry, RegisterKind, RegisterRows } from '../../../../shared/register/registerStore.ts';
import { toFields } from '../../../../shared/register/rowFields.ts';
import { Button, ButtonGroup, ButtonLink } from '../../kit/components/button.tsx';
import { Form } from '../../kit/components/form.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { RowHistory, RowSummary } from './rowDetail.tsx';
import { RowFields } from './rowForm.tsx';

interface BackLink {
  readonly href: string;
  readonly label: string;
}

/** One row: its fields, what belongs to it, and the history of every field. */
export function RowPage<K extends RegisterKind>(props: {
  register: Register<K>;
  row: RegisterRows[K];
  title: string;
  lead?: ComponentChildren;
  back?: BackLink;
  editHref?: string;
  history: readonly HistoryEntry[];
  names: ReadonlyMap<string, string>;
  shown?: Readonly<Record<string, VNode>>;
  children?: ComponentChildren;
}): VNode {
  const { lang } = usePage();
  const { columns } = props.register;
  return (
    <ConsolePage
      title={props.title}
      lead={props.lead}
      {...(props.back === undefined ? {} : { back: props.back })}
      {...(props.editHref === undefined
        ? {}
        : { action: <ButtonLink href={props.editHref}>{text(lang, 'registers.edit')}</ButtonLink> })}
    >
      <RowSummary columns={columns} fields={toFields(props.row, columns)} shown={props.shown ?? {}} />
      {props.children}
      <RowHistory columns={columns} history={props.history} names={props.names} />
    </ConsolePage>
  );
}

/** The form of a row. Columns in `fixed` cannot be changed and travel along unseen. */
export function RowFormPage<K extends RegisterKind>(props: {
  register: Register<K>;
  title: string;
  action: string;
  back: BackLink;
  /** What the fields start from; a whole row or the part of one that is known. */
  start: object;
  version?: number;
  fixed?: readonly string[];
  values?: Values;
  problems?: readonly Problem[];
  intro?: ComponentChildren;
}): VNode {
  const { lang } = usePage();
  const { columns } = props.register;
  const fixed = props.fixed ?? [];
  return (
    <ConsolePage title={props.title} back={props.back} problems={props.problems ?? []}>
      {props.intro}
      <Form
        action={props.action}
        values={props.values ?? {}}
        {...(props.version === undefined ? {} : { version: props.version })}
      >
        <RowFields
          columns={columns.filter(({ key }) => !fixed.includes(key))}
          fields={toFields(props.start, columns)}
        />
        <ButtonGroup>
          <Button>{text(lang, 'kit.save')}</Button>
          <a class="govuk-link" href={props.back.href}>
            {text(lang, 'kit.cancel')}
          </a>
        </ButtonGroup>
      </Form>
    </ConsolePage>
  );
}
