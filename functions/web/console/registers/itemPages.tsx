import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { InspectionItem } from '../../../../shared/register/inspectionItem.ts';
import { registers } from '../../../../shared/register/register.ts';
import type { HistoryEntry } from '../../../../shared/register/registerStore.ts';
import { toFields } from '../../../../shared/register/rowFields.ts';
import { itemStatuses } from '../../../../shared/register/vocabulary.ts';
import { QuestionTable } from '../../checklist/questionTable.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../kit/components/button.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details, Warning } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { Tag, type Tone } from '../../kit/components/tag.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { vocabularyText } from '../vocabularyText.ts';
import { RowHistory, RowSummary } from './rowDetail.tsx';
import { RowFields } from './rowForm.tsx';

const { columns, label } = registers.item;
const list = '/registers/items';

/** Columns that the page shows by themselves, outside the summary of a version. */
const OWN_PLACE = new Set(['code', 'version', 'status', 'questions']);

const tones: Readonly<Record<InspectionItem['status'], Tone>> = {
  draft: 'active',
  published: 'done',
  withdrawn: 'neutral',
};

/** A draft of an item: a new one, or the next version of one whose code is then fixed. */
export function ItemFormPage(props: {
  start: object;
  fixed: boolean;
  values?: Values;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const fields = toFields(props.start, columns);
  const code = String(fields.get('code') ?? '');
  const version = String(fields.get('version') ?? 1);
  const back = props.fixed ? `${list}/${encodeURIComponent(code)}` : list;
  const hidden = props.fixed ? ['code', 'version', 'status'] : ['version', 'status'];
  return (
    <ConsolePage
      title={text(lang, 'registers.item.draft', { version })}
      back={{ href: back, label: props.fixed ? code : label[lang] }}
      problems={props.problems ?? []}
    >
      <Form action={list} values={props.values ?? {}} hidden={props.fixed ? { code, version } : { version }}>
        {props.fixed ? (
          <SummaryList rows={[{ label: text(lang, 'registers.item.code'), value: code }]} />
        ) : null}
        <RowFields columns={columns.filter(({ key }) => !hidden.includes(key))} fields={fields} />
        <ButtonGroup>
          <Button>{text(lang, 'registers.item.saveDraft')}</Button>
          <a class="govuk-link" href={back}>
            {text(lang, 'kit.cancel')}
          </a>
        </ButtonGroup>
      </Form>
    </ConsolePage>
  );
}

/** An item with all its versions, the newest first, and what can be done with each. */
export function ItemPage(props: {
  versions: readonly InspectionItem[];
  names: ReadonlyMap<string, string>;
  history: readonly HistoryEntry[];
  edits: boolean;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const [newest] = props.versions;
  const code = newest?.code ?? '';
  const from = `${list}/new?from=${encodeURIComponent(code)}`;
  return (
    <ConsolePage
      title={newest?.name ?? code}
      lead={code}
      back={{ href: list, label: label[lang] }}
      problems={props.problems ?? []}
      {...(props.edits
        ? {
            action: (
              <ButtonLink href={from}>
                {text(
                  lang,
                  newest?.status === 'draft' ? 'registers.item.editDraft' : 'registers.item.nextVersion',
                )}
              </ButtonLink>
            ),
          }
        : {})}
    >
      {props.versions.map((item) => (
        <section key={item.version}>
          <h2 class="govuk-heading-m">
            {text(lang, 'registers.item.version', { version: item.version })}{' '}
            <Tag tone={tones[item.status]}>{vocabularyText(lang, itemStatuses, item.status)}</Tag>
          </h2>
          <RowSummary
            columns={columns.filter(({ key }) => !OWN_PLACE.has(key))}
            fields={toFields(item, columns)}
          />
          <QuestionTable questions={item.questions} />
          {props.edits ? <ItemActions item={item} /> : null}
        </section>
      ))}
      <RowHistory columns={columns} history={props.history} names={props.names} />
    </ConsolePage>
  );
}

function ItemActions({ item }: { item: InspectionItem }): VNode | null {
  const { lang } = usePage();
  const base = `${list}/${encodeURIComponent(item.code)}/${item.version}`;
  if (item.status === 'withdrawn') return null;
  return (
    <>
      {item.status === 'draft' ? (
        <Details summary={text(lang, 'registers.item.publish')}>
          <Warning>{text(lang, 'registers.item.publish.warning')}</Warning>
          <Form action={`${base}/publish`}>
            <Button look="irreversible">{text(lang, 'registers.item.publish')}</Button>
          </Form>
        </Details>
      ) : null}
      <Details summary={text(lang, 'registers.item.withdraw')}>
        <Warning>{text(lang, 'registers.item.withdraw.warning')}</Warning>
        <Form action={`${base}/withdraw`}>
          <Button look="irreversible">{text(lang, 'registers.item.withdraw')}</Button>
        </Form>
      </Details>
    </>
  );
}
