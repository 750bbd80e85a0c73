import type { VNode } from 'preact';
import type { FilerMailStatus } from '../../../../shared/complaint/papers/filerMail.ts';
import type { StoredFilerMail } from '../../../../shared/complaint/papers/ports.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { StoredPaper } from '../../../../shared/notice/casePapers.ts';
import { Button } from '../../kit/components/button.tsx';
import { type Column, DataTable } from '../../kit/components/dataTable.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Inset } from '../../kit/components/notices.tsx';
import { Tag, type Tone } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { byCaseId, paperColumns } from '../casePapers/pages.tsx';
import { momentText } from '../moment.ts';
import { failureText } from '../notices/noticePage.tsx';
import { complaintPapersPath, mailName } from './paths.ts';

const mailTones: Readonly<Record<FilerMailStatus, Tone>> = {
  queued: 'active',
  sent: 'done',
  bounced: 'overdue',
  told: 'done',
};

function mailColumns(lang: Lang, edits: boolean): readonly Column<StoredFilerMail>[] {
  return [
    {
      key: 'ordered',
      label: text(lang, 'complaintPapers.mail.ordered'),
      rowHeader: true,
      cell: ({ state }) => momentText(lang, state.orderedAt),
    },
    {
      key: 'about',
      label: text(lang, 'complaintPapers.mail.about'),
      cell: ({ state }) => text(lang, `complaintPapers.mail.about.${state.about}`),
    },
    {
      key: 'state',
      label: text(lang, 'casePapers.state'),
      cell: ({ status }) => (
        <Tag tone={mailTones[status as FilerMailStatus]}>
          {text(lang, `complaintPapers.mail.status.${status as FilerMailStatus}`)}
        </Tag>
      ),
    },
    {
      key: 'failure',
      label: text(lang, 'complaintPapers.failure'),
      cell: ({ state }) =>
        state.mail.failure === undefined ? '' : failureText(lang, state.mail.failure.code),
    },
    {
      key: 'task',
      label: text(lang, 'casePapers.task'),
      cell: ({ state, status }) =>
        edits && status === 'bounced' ? (
          <Form action={`/complaints/${encodeURIComponent(state.complaint)}/mails/${mailName(state)}/told`}>
            <Button look="secondary">{text(lang, 'complaintPapers.mail.tell')}</Button>
          </Form>
        ) : (
          ''
        ),
    },
  ];
}

/** The papers of a case with the state of their service, and the mails to its filer. */
export function PapersPage(props: {
  id: string;
  number: string;
  papers: readonly StoredPaper[];
  mails: readonly StoredFilerMail[];
  edits: boolean;
}): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage
      title={text(lang, 'complaintPapers.title', { number: props.number })}
      back={{ href: `/complaints/${encodeURIComponent(props.id)}`, label: props.number }}
    >
      <Inset>{text(lang, 'complaintPapers.envelope')}</Inset>
      <DataTable
        caption={text(lang, 'casePapers.papers')}
        columns={paperColumns(lang, '/complaints')}
        rows={props.papers}
        rowKey={byCaseId}
        empty={text(lang, 'casePapers.none')}
      />
      <DataTable
        caption={text(lang, 'complaintPapers.mails')}
        columns={mailColumns(lang, props.edits)}
        rows={props.mails}
        rowKey={byCaseId}
        empty={text(lang, 'complaintPapers.mails.none')}
      />
    </ConsolePage>
  );
}

/** What somebody has still to serve or to tell, of all cases. */
export function OpenPapersPage(props: {
  papers: readonly StoredPaper[];
  mails: readonly StoredFilerMail[];
  edits: boolean;
}): VNode {
  const { lang } = usePage();
  const none = text(lang, 'complaintPapers.open.none');
  const caseLink = (id: string, number: string) => (
    <a class="govuk-link" href={complaintPapersPath(id)}>
      {number}
    </a>
  );
  return (
    <ConsolePage
      title={text(lang, 'complaintPapers.open')}
      lead={text(lang, 'complaintPapers.open.lead', { total: props.papers.length + props.mails.length })}
    >
      <DataTable
        caption={text(lang, 'complaintPapers.open.papers')}
        columns={paperColumns(lang, '/complaints')}
        rows={props.papers}
        rowKey={byCaseId}
        empty={none}
      />
      <DataTable
        caption={text(lang, 'complaintPapers.open.mails')}
        columns={[
          ...mailColumns(lang, props.edits),
          {
            key: 'case',
            label: text(lang, 'complaintPapers.case'),
            cell: ({ state }: StoredFilerMail) => caseLink(state.complaint, state.number ?? state.complaint),
          },
        ]}
        rows={props.mails}
        rowKey={byCaseId}
        empty={none}
      />
    </ConsolePage>
  );
}
