import type { VNode } from 'preact';
import type { StoredCase } from '../../../../shared/case/caseStore.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import {
  type Notice,
  type NoticeStatus,
  noticeKindCodes,
  noticeStatuses,
  type ServedPaper,
} from '../../../../shared/notice/notice.ts';
import { openTask } from '../../../../shared/notice/noticeTask.ts';
import { Select } from '../../kit/components/choiceFields.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Filters } from '../../kit/components/filters.tsx';
import { Pagination } from '../../kit/components/pagination.tsx';
import { Tag, type Tone } from '../../kit/components/tag.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { firstValue } from '../../kit/links.ts';
import { caseSegment } from '../casePath.ts';

const PAGE = 50;

const tones: Readonly<Record<NoticeStatus, Tone>> = {
  issued: 'active',
  queued: 'active',
  sent: 'active',
  delivered: 'done',
  bounced: 'overdue',
  served: 'done',
};

export function NoticeTag({ status }: { status: NoticeStatus }): VNode {
  const { lang } = usePage();
  return <Tag tone={tones[status]}>{text(lang, `notice.status.${status}`)}</Tag>;
}

/** What is still to be done about a notice, in words; '' when nothing is. */
export function taskText(
  lang: 'zh' | 'en',
  notice: Pick<ServedPaper, 'service'>,
  status: NoticeStatus,
): string {
  const task = openTask(notice, status);
  return task === undefined ? '' : text(lang, `notice.task.${task}`);
}

/** The notices of one draw, or those that a person has still to serve. */
export function NoticesPage(props: {
  draws: readonly string[];
  draw: string | undefined;
  open: boolean;
  notices: readonly StoredCase<Notice>[];
  query: Values;
}): VNode {
  const { lang } = usePage();
  const [state, kind] = [firstValue(props.query, 'state'), firstValue(props.query, 'kind')];
  const found = props.notices.filter(
    (stored) => (state === '' || stored.status === state) && (kind === '' || stored.state.kind === kind),
  );
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const asked = Number.parseInt(firstValue(props.query, 'page'), 10);
  const page = Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1;
  return (
    <ConsolePage
      title={text(lang, 'notices.title')}
      lead={
        props.open
          ? text(lang, 'notices.lead.open', { total: found.length })
          : text(lang, 'notices.lead', { draw: props.draw ?? '—', total: found.length })
      }
    >
      <Filters>
        <Select
          name="view"
          label={text(lang, 'notices.view')}
          empty={text(lang, 'notices.view.draw')}
          choices={[{ value: 'open', label: text(lang, 'notices.view.open') }]}
        />
        <Select
          name="draw"
          label={text(lang, 'notices.draw')}
          empty={text(lang, 'notices.draw.newest')}
          choices={props.draws.map((value) => ({ value, label: value }))}
        />
        <Select
          name="state"
          label={text(lang, 'notices.state')}
          empty={text(lang, 'registers.filter.all')}
          choices={noticeStatuses.map((value) => ({ value, label: text(lang, `notice.status.${value}`) }))}
        />
        <Select
          name="kind"
          label={text(lang, 'notices.kind')}
          empty={text(lang, 'registers.filter.all')}
          choices={noticeKindCodes.map((value) => ({ value, label: text(lang, `notices.kind.${value}`) }))}
        />
      </Filters>
      <DataTable
        caption={text(lang, 'notices.title')}
        captionHidden
        columns={[
          {
            key: 'number',
            label: text(lang, 'notices.number'),
            rowHeader: true,
            cell: ({ state: notice }: StoredCase<Notice>) => (
              <a class="govuk-link" href={`/notices/${caseSegment(notice.id)}`}>
                {notice.number}
              </a>
            ),
          },
          {
            key: 'recipient',
            label: text(lang, 'notices.recipient'),
            cell: ({ state: notice }: StoredCase<Notice>) => notice.recipient.name,
          },
          {
            key: 'kind',
            label: text(lang, 'notices.kind'),
            cell: ({ state: notice }: StoredCase<Notice>) => text(lang, `notices.kind.${notice.kind}`),
          },
          {
            key: 'service',
            label: text(lang, 'notices.service'),
            cell: ({ state: notice }: StoredCase<Notice>) => text(lang, `notice.service.${notice.service}`),
          },
          {
            key: 'state',
            label: text(lang, 'notices.state'),
            cell: ({ status }: StoredCase<Notice>) => <NoticeTag status={status as NoticeStatus} />,
          },
          {
            key: 'task',
            label: text(lang, 'notices.task'),
            cell: ({ state: notice, status }: StoredCase<Notice>) =>
              taskText(lang, notice, status as NoticeStatus),
          },
        ]}
        rows={found.slice((page - 1) * PAGE, page * PAGE)}
        rowKey={({ caseId }) => caseId}
        empty={text(lang, props.open ? 'notices.none.open' : 'notices.none')}
      />
      <Pagination page={page} pages={pages} />
    </ConsolePage>
  );
}
