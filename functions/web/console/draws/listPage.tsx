import type { VNode } from 'preact';
import type { DrawCase, DrawStatus } from '../../../../shared/draw/ceremony/drawCase.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { Button } from '../../kit/components/button.tsx';
import { Radios, Select } from '../../kit/components/choiceFields.tsx';
import { type Column, DataTable } from '../../kit/components/dataTable.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Inset } from '../../kit/components/notices.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import type { Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { monthText, preciseText } from '../moment.ts';
import { toneOf, words } from './drawWords.ts';

export interface DrawRow {
  readonly draw: DrawCase;
  readonly status: DrawStatus;
}

export interface DrawListProps {
  readonly lang: Lang;
  readonly rows: readonly DrawRow[];
  /** Months whose plan is published; absent for people who cannot open a draw. */
  readonly months?: readonly string[];
  readonly values: Values;
  readonly problems: readonly Problem[];
}

/** All draws, newest first, with the form that opens one; the targeted ones, opened from orders, apart. */
export function DrawListPage(props: DrawListProps): VNode {
  const { lang } = props;
  const targeted = props.rows.filter(({ draw }) => draw.kind === 'targeted');
  return (
    <ConsolePage title={words(lang, 'drawPage.list.title')} problems={props.problems}>
      {props.months === undefined ? null : <OpenForm {...props} months={props.months} />}
      <DrawTable
        lang={lang}
        rows={props.rows.filter(({ draw }) => draw.kind !== 'targeted')}
        caption={words(lang, 'drawPage.list.caption')}
      />
      {targeted.length === 0 ? null : (
        <DrawTable lang={lang} rows={targeted} caption={words(lang, 'drawPage.list.targeted')} />
      )}
    </ConsolePage>
  );
}

/** The draws as a table. */
export function DrawTable(props: { lang: Lang; rows: readonly DrawRow[]; caption: string }): VNode {
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={({ draw }) => draw.number}
      columns={columns(props.lang)}
    />
  );
}

function columns(lang: Lang): readonly Column<DrawRow>[] {
  return [
    {
      key: 'number',
      label: words(lang, 'drawPage.number'),
      rowHeader: true,
      cell: ({ draw }) => (
        <a class="govuk-link" href={`/draws/${draw.number}`}>
          {draw.number}
        </a>
      ),
    },
    { key: 'month', label: words(lang, 'drawPage.month'), cell: ({ draw }) => monthText(lang, draw.task) },
    {
      key: 'kind',
      label: words(lang, 'drawPage.kind'),
      cell: ({ draw }) => words(lang, `ceremony.kind.${draw.kind}`),
    },
    {
      key: 'state',
      label: words(lang, 'drawPage.state'),
      cell: ({ status }) => <Tag tone={toneOf(status)}>{words(lang, `ceremony.status.${status}`)}</Tag>,
    },
    {
      key: 'opened',
      label: words(lang, 'drawPage.opened'),
      cell: ({ draw }) => `${draw.opened.name} · ${preciseText(lang, draw.opened.at)}`,
    },
    {
      key: 'visits',
      label: words(lang, 'drawPage.visits'),
      numeric: true,
      cell: ({ draw }) => draw.result?.visits ?? '—',
    },
  ];
}

function OpenForm(props: DrawListProps & { months: readonly string[] }): VNode {
  const { lang, months } = props;
  if (months.length === 0) return <Inset>{words(lang, 'drawPage.open.none')}</Inset>;
  return (
    <section class="dr-act">
      <h2 class="govuk-heading-m">{words(lang, 'drawPage.open.title')}</h2>
      <Form action="/draws" values={props.values}>
        <Select
          name="month"
          label={words(lang, 'drawPage.open.month')}
          {...(months[0] === undefined ? {} : { value: months[0] })}
          choices={months.map((month) => ({ value: month, label: month }))}
        />
        <Radios
          name="kind"
          label={words(lang, 'drawPage.open.kind')}
          value="rehearsal"
          choices={[
            {
              value: 'rehearsal',
              label: words(lang, 'ceremony.kind.rehearsal'),
              hint: words(lang, 'drawPage.open.rehearsal.hint'),
            },
            {
              value: 'draw',
              label: words(lang, 'ceremony.kind.draw'),
              hint: words(lang, 'drawPage.open.draw.hint'),
            },
          ]}
        />
        <Button>{words(lang, 'drawPage.open.button')}</Button>
      </Form>
    </section>
  );
}
