import type { VNode } from 'preact';
import type { Role } from '../../../../shared/access/roles.ts';
import type { FilerMailStatus } from '../../../../shared/complaint/papers/filerMail.ts';
import type { StoredFilerMail, StoredPaper } from '../../../../shared/complaint/papers/ports.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { CasePaper } from '../../../../shared/notice/casePaper.ts';
import type { NoticeStatus } from '../../../../shared/notice/notice.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { Button, ButtonLink } from '../../kit/components/button.tsx';
import { type Column, DataTable } from '../../kit/components/dataTable.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Inset } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { Tag, type Tone } from '../../kit/components/tag.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { PaperPage } from '../../kit/layouts/paperPage.tsx';
import { NoticePaper } from '../../papers/noticePaper.tsx';
import { dayText, momentText } from '../moment.ts';
import { failureText, NoticeActions } from '../notices/noticePage.tsx';
import { NoticeTag, taskText } from '../notices/noticesPage.tsx';
import { complaintPaperPath, complaintPapersPath, mailName } from './paths.ts';

const mailTones: Readonly<Record<FilerMailStatus, Tone>> = {
  queued: 'active',
  sent: 'done',
  bounced: 'overdue',
  told: 'done',
};

const caseOf = ({ case: caseId }: Pick<CasePaper, 'case'>) => caseId.slice(caseId.indexOf('#') + 1);

/** Of the filer no name is known here; the others are named. */
function partyText(lang: Lang, { type, name }: CasePaper['recipient']): string {
  return type === 'filer' || type === 'office' ? text(lang, `complaintPapers.to.${type}`) : name;
}

function paperColumns(lang: Lang): readonly Column<StoredPaper>[] {
  return [
    {
      key: 'number',
      label: text(lang, 'complaintPapers.number'),
      rowHeader: true,
      cell: ({ state }) => (
        <a class="govuk-link" href={`${complaintPaperPath(caseOf(state), state)}/service`}>
          {state.number}
        </a>
      ),
    },
    { key: 'form', label: text(lang, 'complaintPapers.form'), cell: ({ state }) => state.paper.title },
    {
      key: 'to',
      label: text(lang, 'complaintPapers.to'),
      cell: ({ state }) => partyText(lang, state.recipient),
    },
    {
      key: 'date',
      label: text(lang, 'complaintPapers.date'),
      cell: ({ state }) => dayText(lang, state.date),
    },
    {
      key: 'state',
      label: text(lang, 'complaintPapers.state'),
      cell: ({ status }) => <NoticeTag status={status as NoticeStatus} />,
    },
    {
      key: 'task',
      label: text(lang, 'complaintPapers.task'),
      cell: ({ state, status }) => taskText(lang, state, status as NoticeStatus),
    },
  ];
}

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
      label: text(lang, 'complaintPapers.state'),
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
      label: text(lang, 'complaintPapers.task'),
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

const byCaseId = ({ caseId }: { readonly caseId: string }) => caseId;

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
        caption={text(lang, 'complaintPapers.papers')}
        columns={paperColumns(lang)}
        rows={props.papers}
        rowKey={byCaseId}
        empty={text(lang, 'complaintPapers.none')}
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

/** One paper: how it stands with its service, and what can be done about it. */
export function ServicePage(props: {
  stored: StoredPaper;
  roles: readonly Role[];
  edits: boolean;
  values?: Values;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const { state: paper, status } = props.stored;
  const id = caseOf(paper);
  const path = complaintPaperPath(id, paper);
  const task = taskText(lang, paper, status as NoticeStatus);
  const { mail } = paper;
  return (
    <ConsolePage
      title={`${paper.paper.title} ${paper.number}`}
      lead={<NoticeTag status={status as NoticeStatus} />}
      back={{ href: complaintPapersPath(id) }}
      action={<ButtonLink href={path}>{text(lang, 'complaintPapers.print')}</ButtonLink>}
      problems={props.problems ?? []}
    >
      {task === '' ? null : <Inset>{text(lang, 'notices.toDo', { task })}</Inset>}
      <SummaryList
        rows={[
          { label: text(lang, 'complaintPapers.to'), value: partyText(lang, paper.recipient) },
          { label: text(lang, 'complaintPapers.date'), value: dayText(lang, paper.date) },
          { label: text(lang, 'notices.service'), value: text(lang, `notice.service.${paper.service}`) },
          mail.address === '' ? undefined : { label: text(lang, 'notices.address'), value: mail.address },
          mail.sentAt === undefined
            ? undefined
            : { label: text(lang, 'notices.sentAt'), value: momentText(lang, mail.sentAt) },
          mail.failure === undefined
            ? undefined
            : { label: text(lang, 'notices.failure'), value: failureText(lang, mail.failure.code) },
          paper.served === undefined
            ? undefined
            : { label: text(lang, 'notices.served'), value: dayText(lang, paper.served.on) },
        ]}
      />
      {props.edits ? (
        <NoticeActions
          notice={paper}
          status={status as NoticeStatus}
          roles={props.roles}
          path={path}
          {...(props.values === undefined ? {} : { values: props.values })}
          {...(props.problems === undefined ? {} : { problems: props.problems })}
        />
      ) : null}
    </ConsolePage>
  );
}

/** The paper on A4. */
export function ComplaintPaperPage({ paper }: { paper: CasePaper }): VNode {
  return (
    <PaperPage
      title={`${paper.paper.title} ${paper.number}`}
      back={{ href: complaintPapersPath(caseOf(paper)) }}
    >
      <NoticePaper notice={paper} />
    </PaperPage>
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
        columns={paperColumns(lang)}
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
