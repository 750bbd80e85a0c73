import type { VNode } from 'preact';
import type { Role } from '../../../../shared/access/roles.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { CasePaper, StoredCasePaper } from '../../../../shared/notice/casePaper.ts';
import type { NoticeStatus } from '../../../../shared/notice/notice.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { ButtonLink } from '../../kit/components/button.tsx';
import type { Column } from '../../kit/components/dataTable.tsx';
import { Inset } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { PaperPage } from '../../kit/layouts/paperPage.tsx';
import { NoticePaper, type PaperLink } from '../../papers/noticePaper.tsx';
import { dayText, momentText } from '../moment.ts';
import { failureText, NoticeActions } from '../notices/noticePage.tsx';
import { NoticeTag, taskText } from '../notices/noticesPage.tsx';
import { paperPath, papersPath } from './paths.ts';

/** Of the filer no name is known here; the others are named. */
function partyText(lang: Lang, { type, name }: CasePaper['recipient']): string {
  return type === 'filer' || type === 'office' ? text(lang, `complaintPapers.to.${type}`) : name;
}

export function paperColumns(lang: Lang): readonly Column<StoredCasePaper>[] {
  return [
    {
      key: 'number',
      label: text(lang, 'complaintPapers.number'),
      rowHeader: true,
      cell: ({ state }) => (
        <a class="govuk-link" href={`${paperPath(state)}/service`}>
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

/** One paper: how it stands with its service, and what can be done about it. */
export function ServicePage(props: {
  stored: StoredCasePaper;
  roles: readonly Role[];
  edits: boolean;
  values?: Values;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const { state: paper, status } = props.stored;
  const path = paperPath(paper);
  const task = taskText(lang, paper, status as NoticeStatus);
  const { mail } = paper;
  return (
    <ConsolePage
      title={`${paper.paper.title} ${paper.number}`}
      lead={<NoticeTag status={status as NoticeStatus} />}
      back={{ href: papersPath(paper.case) }}
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

/** The paper on A4; with the way to its party's pages, when it has some. */
export function CasePaperPage({ paper, link }: { paper: CasePaper; link?: PaperLink }): VNode {
  return (
    <PaperPage title={`${paper.paper.title} ${paper.number}`} back={{ href: papersPath(paper.case) }}>
      <NoticePaper notice={paper} {...(link === undefined ? {} : { link })} />
    </PaperPage>
  );
}
