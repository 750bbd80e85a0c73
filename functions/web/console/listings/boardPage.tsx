import type { VNode } from 'preact';
import type { ListingStatus } from '../../../../shared/listing/listingCase.ts';
import type { StoredListing } from '../../../../shared/listing/ports.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { Button, ButtonLink } from '../../kit/components/button.tsx';
import { Checkboxes } from '../../kit/components/choiceFields.tsx';
import { type Column, DataTable } from '../../kit/components/dataTable.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details } from '../../kit/components/notices.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { dayText } from '../moment.ts';
import { MOST_TOGETHER } from './commands.ts';
import { BOARD, groundText, listingPath, listText, MIRROR, toneOfListing } from './listingWords.ts';
import { endOf, nextDate, waitOf } from './waiting.ts';

export interface BoardProps {
  readonly open: readonly StoredListing[];
  readonly ended: readonly StoredListing[];
  /** Those of the open ones that wait for this person. */
  readonly mine: readonly StoredListing[];
  /** Proposals from CNIPA's list that this person can decide. */
  readonly together: readonly StoredListing[];
  readonly edits: boolean;
  /** The present instant. */
  readonly at: string;
  readonly values?: Values;
  readonly problems?: readonly Problem[];
}

function columns(lang: Lang, at: string): readonly Column<StoredListing>[] {
  return [
    {
      key: 'agency',
      label: text(lang, 'listingPage.agency'),
      rowHeader: true,
      cell: ({ state }) => (
        <a class="govuk-link" href={listingPath(state.id)}>
          {state.agency.name}
        </a>
      ),
    },
    { key: 'list', label: text(lang, 'listingPage.list'), cell: ({ state }) => listText(lang, state) },
    {
      key: 'ground',
      label: text(lang, 'listingPage.ground'),
      cell: ({ state }) => groundText(lang, state.charge?.ground),
    },
    {
      key: 'status',
      label: text(lang, 'listingPage.status'),
      cell: ({ status }) => (
        <Tag tone={toneOfListing[status as ListingStatus]}>
          {text(lang, `listing.status.${status as ListingStatus}`)}
        </Tag>
      ),
    },
    {
      key: 'since',
      label: text(lang, 'listingPage.since'),
      cell: ({ state }) => (state.since === undefined ? '—' : dayText(lang, state.since)),
    },
    {
      key: 'next',
      label: text(lang, 'listingPage.next'),
      cell: (stored) => {
        const wait = waitOf(stored, at) || endOf(stored);
        return wait === '' ? '—' : text(lang, `listingPage.wait.${wait}`);
      },
    },
    {
      key: 'date',
      label: text(lang, 'listingPage.date'),
      cell: (stored) => {
        const date = nextDate(stored);
        return date === undefined ? '—' : dayText(lang, date);
      },
    },
  ];
}

const endedColumns = (lang: Lang): readonly Column<StoredListing>[] => [
  ...columns(lang, '').slice(0, 5),
  {
    key: 'until',
    label: text(lang, 'listingPage.until'),
    cell: ({ state }) => (state.ended === undefined ? '—' : dayText(lang, state.ended.on)),
  },
  {
    key: 'why',
    label: text(lang, 'listingPage.endReason'),
    cell: ({ state }) => (state.ended === undefined ? '—' : text(lang, `listing.end.${state.ended.reason}`)),
  },
];

const byId = ({ caseId }: StoredListing) => caseId;

/** What waits for me, who is proposed and listed, and what has ended. */
export function BoardPage(props: BoardProps): VNode {
  const { lang } = usePage();
  const { open, ended, mine, edits, at } = props;
  return (
    <ConsolePage
      title={text(lang, 'listingPage.title')}
      lead={text(lang, 'listingPage.lead')}
      {...(edits
        ? { action: <ButtonLink href={`${BOARD}/new`}>{text(lang, 'listingPage.new')}</ButtonLink> }
        : {})}
      problems={props.problems ?? []}
    >
      {edits ? (
        <p class="govuk-body">
          <a class="govuk-link" href={MIRROR}>
            {text(lang, 'listingPage.mirror')}
          </a>
        </p>
      ) : null}
      {mine.length === 0 ? null : (
        <DataTable
          caption={text(lang, 'listingPage.mine')}
          columns={columns(lang, at)}
          rows={mine}
          rowKey={byId}
        />
      )}
      <Together {...props} />
      <DataTable
        caption={text(lang, 'listingPage.open')}
        columns={columns(lang, at)}
        rows={open}
        rowKey={byId}
        empty={text(lang, 'listingPage.open.none')}
      />
      <Details summary={text(lang, 'listingPage.ended', { count: ended.length })}>
        <DataTable
          caption={text(lang, 'listingPage.ended', { count: ended.length })}
          captionHidden
          columns={endedColumns(lang)}
          rows={ended}
          rowKey={byId}
          empty={text(lang, 'listingPage.ended.none')}
        />
      </Details>
    </ConsolePage>
  );
}

/** CNIPA's system has listed them all for the same reason: one person decides on all that they have looked through. */
function Together({ together, values, problems }: BoardProps): VNode | null {
  const { lang } = usePage();
  if (together.length < 2) return null;
  const shown = together.slice(0, MOST_TOGETHER);
  return (
    <Details
      summary={text(lang, 'listingPage.many', { count: together.length })}
      open={(problems ?? []).length > 0}
    >
      <Form action={`${BOARD}/decide`} values={values ?? { ids: shown.map(({ state }) => state.id) }}>
        <Checkboxes
          name="ids"
          label={text(lang, 'listingPage.many.which')}
          hint={text(lang, 'listingPage.many.hint', { most: MOST_TOGETHER })}
          choices={shown.map(({ state }) => ({
            value: state.id,
            label: `${state.agency.name} ${state.uscc}`,
          }))}
        />
        <Textarea name="reason" label={text(lang, 'listingPage.reason')} rows={2} />
        <Button look="irreversible">{text(lang, 'listingPage.many.button')}</Button>
      </Form>
    </Details>
  );
}
