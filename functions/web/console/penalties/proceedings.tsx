import type { VNode } from 'preact';
import type { Lang } from '../../../../shared/messages/message.ts';
import { contentText } from '../../../../shared/penalty/decisionWords.ts';
import type {
  Inquiry,
  PenaltyCase,
  PriorNotice,
  Review,
  Statement,
} from '../../../../shared/penalty/penaltyCase.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { dayText } from '../moment.ts';
import { penaltyPath } from '../penaltyPaths.ts';
import { act, servedText } from './actText.ts';
import type { CasePageProps } from './casePage.tsx';
import { Decided, Payments } from './decisionView.tsx';
import { words } from './penaltyWords.ts';

/** What has been done, each with who did it: inquiry, review, notice, what was said, hearing, decision, what followed. */
export function Proceedings(props: CasePageProps): VNode {
  return (
    <>
      <Decided {...props} />
      <Inquiries {...props} />
      <Reviews {...props} />
      <Notices {...props} />
      <Said lang={props.lang} penalty={props.stored.state} />
      <HearingFacts {...props} />
      <Considered {...props} />
      <Payments {...props} />
    </>
  );
}

function Inquiries({ lang, stored }: CasePageProps): VNode | null {
  const { inquiries, officers } = stored.state;
  if (inquiries.length === 0) return null;
  const nameOf = (id: string) => officers.find(({ inspectorId }) => inspectorId === id)?.name ?? id;
  return (
    <DataTable
      caption={words(lang, 'penaltyPage.inquiries')}
      rows={inquiries}
      rowKey={({ at, text }: Inquiry) => `${at} ${text.slice(0, 40)}`}
      columns={[
        {
          key: 'on',
          label: words(lang, 'penaltyPage.day'),
          rowHeader: true,
          cell: ({ on }) => dayText(lang, on),
        },
        {
          key: 'text',
          label: words(lang, 'penaltyPage.inquiry.text'),
          cell: ({ text }) => <div class="dr-told">{text}</div>,
        },
        {
          key: 'officers',
          label: words(lang, 'penaltyPage.officers'),
          cell: (one) => one.officers.map(nameOf).join('、'),
        },
        { key: 'by', label: words(lang, 'penaltyPage.by'), cell: (one) => act(lang, one) },
      ]}
    />
  );
}

function Reviews({ lang, stored }: CasePageProps): VNode | null {
  const { reviews } = stored.state;
  if (reviews.length === 0) return null;
  return (
    <DataTable
      caption={words(lang, 'penaltyPage.reviews')}
      rows={reviews}
      rowKey={({ at }: Review) => at}
      columns={[
        {
          key: 'stage',
          label: words(lang, 'penaltyPage.review.stage'),
          rowHeader: true,
          cell: ({ stage }) => words(lang, `penaltyPage.review.stage.${stage}`),
        },
        {
          key: 'outcome',
          label: words(lang, 'penaltyPage.review.outcome'),
          cell: ({ outcome }) => words(lang, `penaltyPage.review.${outcome}`),
        },
        {
          key: 'note',
          label: words(lang, 'penaltyPage.review.note'),
          cell: ({ note }) => <div class="dr-told">{note}</div>,
        },
        { key: 'by', label: words(lang, 'penaltyPage.by'), cell: (one) => act(lang, one) },
      ]}
    />
  );
}

function Notices({ lang, stored }: CasePageProps): VNode | null {
  const { notices } = stored.state;
  if (notices.length === 0) return null;
  return (
    <DataTable
      caption={words(lang, 'penaltyPage.notices')}
      rows={notices}
      rowKey={({ no }: PriorNotice) => String(no)}
      columns={[
        {
          key: 'no',
          label: words(lang, 'penaltyPage.notice'),
          rowHeader: true,
          cell: ({ no, superseded }) =>
            superseded === undefined ? String(no) : `${no} · ${words(lang, 'penaltyPage.notice.superseded')}`,
        },
        {
          key: 'content',
          label: words(lang, 'penaltyPage.content'),
          cell: ({ charges }) => contentText(charges),
        },
        {
          key: 'hearing',
          label: words(lang, 'penaltyPage.hearing'),
          cell: ({ hearing }) =>
            words(lang, hearing ? 'penaltyPage.hearing.due' : 'penaltyPage.hearing.none'),
        },
        {
          key: 'served',
          label: words(lang, 'penaltyPage.service.served'),
          cell: ({ served }) => servedText(lang, served),
        },
      ]}
    />
  );
}

/** What the party has said, with its files. */
export function Said({ lang, penalty }: { lang: Lang; penalty: PenaltyCase }): VNode | null {
  const { statements, evidence, id } = penalty;
  if (statements.length === 0) return null;
  const nameOf = (file: string) => evidence.find((one) => one.id === file)?.fileName ?? file;
  return (
    <DataTable
      caption={words(lang, 'penaltyPage.statements')}
      rows={statements}
      rowKey={({ at, kind }: Statement) => `${at} ${kind}`}
      columns={[
        {
          key: 'kind',
          label: words(lang, 'penaltyPage.statement.kind'),
          rowHeader: true,
          cell: ({ kind, on }) => `${words(lang, `penalty.statement.${kind}`)} · ${dayText(lang, on)}`,
        },
        {
          key: 'text',
          label: words(lang, 'penaltyPage.statement.text'),
          cell: ({ text, files }) => (
            <>
              <div class="dr-told">{text}</div>
              {files.map((file) => (
                <div key={file}>
                  <a class="govuk-link" href={`${penaltyPath(id)}/evidence/${encodeURIComponent(file)}`}>
                    <bdi>{nameOf(file)}</bdi>
                  </a>
                </div>
              ))}
            </>
          ),
        },
        { key: 'by', label: words(lang, 'penaltyPage.by'), cell: (one) => act(lang, one) },
      ]}
    />
  );
}

function HearingFacts({ lang, stored }: CasePageProps): VNode | null {
  const { hearing } = stored.state;
  if (hearing === undefined) return null;
  const { asked, chair, fixed, noticeServed, held, report, withdrawn } = hearing;
  return (
    <SummaryList
      title={words(lang, 'penaltyPage.hearing')}
      rows={[
        {
          label: words(lang, 'penaltyPage.hearing.asked'),
          value: `${dayText(lang, asked.on)} · ${asked.name}`,
        },
        chair === undefined
          ? undefined
          : { label: words(lang, 'penaltyPage.chair'), value: `${chair.chair} · ${act(lang, chair)}` },
        fixed === undefined
          ? undefined
          : {
              label: words(lang, 'penaltyPage.hearing.fixed'),
              value: `${dayText(lang, fixed.on)} · ${fixed.place} · ${words(lang, `penaltyPage.fix.public.${fixed.public ? 'yes' : 'no'}`)}`,
            },
        fixed === undefined
          ? undefined
          : { label: words(lang, 'penaltyPage.service.served'), value: servedText(lang, noticeServed) },
        held === undefined
          ? undefined
          : {
              label: words(lang, 'penaltyPage.hearing.held'),
              value: `${dayText(lang, held.on)} · ${words(lang, `penaltyPage.hold.attended.${held.attended ? 'yes' : 'no'}`)}`,
            },
        report === undefined
          ? undefined
          : {
              label: words(lang, 'penaltyPage.report.text'),
              value: <div class="dr-told">{report.text}</div>,
            },
        withdrawn === undefined
          ? undefined
          : {
              label: words(lang, 'penaltyPage.hearing.withdrawn'),
              value: `${act(lang, withdrawn)} · ${withdrawn.reason}`,
            },
      ]}
    />
  );
}

function Considered({ lang, stored }: CasePageProps): VNode | null {
  const { consideration } = stored.state;
  if (consideration === undefined) return null;
  const { adopted, text, group } = consideration;
  return (
    <SummaryList
      title={words(lang, 'penaltyDraft.title.consider')}
      rows={[
        {
          label: words(lang, `penalty.adopted.${adopted}`),
          value: (
            <>
              <div class="dr-told">{text}</div>
              <div class="dr-aside">{act(lang, consideration)}</div>
            </>
          ),
        },
        group === undefined
          ? undefined
          : {
              label: words(lang, 'penaltyDraft.groupTalk'),
              value: (
                <>
                  {dayText(lang, group.on)} · {group.members.join('、')}
                  <div class="dr-told">{group.text}</div>
                </>
              ),
            },
      ]}
    />
  );
}
