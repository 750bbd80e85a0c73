import type { ComponentChildren, VNode } from 'preact';
import type { Role } from '../../../../shared/access/roles.ts';
import { commandsFor } from '../../../../shared/case/transition.ts';
import { catalogue, text } from '../../../../shared/messages/catalogue.ts';
import { serviceLine } from '../../../../shared/notice/mailMessage.ts';
import {
  type Notice,
  type NoticeStatus,
  type ServedPaper,
  serviceMethods,
  serviceNotes,
} from '../../../../shared/notice/notice.ts';
import { noticeTransitions } from '../../../../shared/notice/noticeTransitions.ts';
import { paperText } from '../../../../shared/notice/paper.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { Button, ButtonLink } from '../../kit/components/button.tsx';
import { Radios } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details, Inset } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { PaperPage } from '../../kit/layouts/paperPage.tsx';
import { NoticePaper } from '../../papers/noticePaper.tsx';
import { caseSegment } from '../casePath.ts';
import { dayText, momentText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';
import { NoticeTag, taskText } from './noticesPage.tsx';

interface NoticePageProps {
  readonly notice: Notice;
  readonly status: NoticeStatus;
  readonly edits: boolean;
  readonly roles: readonly Role[];
  readonly names: ReadonlyMap<string, string>;
  readonly values?: Values;
  readonly problems?: readonly Problem[];
}

/** One notice: how it stands with its service, what can be done about it, and the words of paper and mail. */
export function NoticePage(props: NoticePageProps): VNode {
  const { lang } = usePage();
  const { notice, status, names } = props;
  const path = `/notices/${caseSegment(notice.id)}`;
  const { mail, served, receipt } = notice;
  const task = taskText(lang, notice, status);
  return (
    <ConsolePage
      title={`${notice.paper.title} ${notice.number}`}
      lead={<NoticeTag status={status} />}
      back={{ href: `/notices?draw=${encodeURIComponent(notice.draw)}`, label: text(lang, 'notices.title') }}
      action={<ButtonLink href={`${path}/paper`}>{text(lang, 'notices.paper')}</ButtonLink>}
      problems={props.problems ?? []}
    >
      {task === '' ? null : <Inset>{text(lang, 'notices.toDo', { task })}</Inset>}
      <SummaryList
        rows={[
          { label: text(lang, 'notices.recipient'), value: notice.recipient.name },
          {
            label: text(lang, 'notices.draw'),
            value: (
              <a class="govuk-link" href={`/draws/${encodeURIComponent(notice.draw)}`}>
                {notice.draw}
              </a>
            ),
          },
          notice.inspection === undefined
            ? undefined
            : {
                label: text(lang, 'notices.inspection'),
                value: (
                  <a class="govuk-link" href={`/inspections/${encodeURIComponent(notice.inspection)}`}>
                    {notice.inspection}
                  </a>
                ),
              },
          { label: text(lang, 'notices.date'), value: dayText(lang, notice.date) },
          { label: text(lang, 'notices.service'), value: text(lang, `notice.service.${notice.service}`) },
          { label: text(lang, 'notices.address'), value: mail.address },
          { label: text(lang, 'notices.attempts'), value: String(mail.attempts) },
          mail.sentAt === undefined
            ? undefined
            : { label: text(lang, 'notices.sentAt'), value: momentText(lang, mail.sentAt) },
          mail.failure === undefined
            ? undefined
            : {
                label: text(lang, 'notices.failure'),
                value: `${failureText(lang, mail.failure.code)} ${momentText(lang, mail.failure.at)}`,
              },
          mail.maybeDuplicate === true
            ? { label: text(lang, 'notices.duplicate'), value: text(lang, 'notices.duplicate.maybe') }
            : undefined,
          receipt === undefined
            ? undefined
            : {
                label: text(lang, 'notices.receipt'),
                value: `${momentText(lang, receipt.at)} ${names.get(receipt.by) ?? text(lang, 'notices.byLink')}`,
              },
          served === undefined
            ? undefined
            : {
                label: text(lang, 'notices.served'),
                value: [
                  dayText(lang, served.on),
                  vocabularyText(lang, serviceMethods, served.method),
                  vocabularyText(lang, serviceNotes, served.note),
                  names.get(served.by) ?? served.by,
                ].join(' · '),
              },
        ]}
      />
      {props.edits ? <NoticeActions {...props} path={path} /> : null}
      <Details summary={text(lang, 'notices.mailText')}>
        <p class="govuk-body">{serviceLine(notice)}</p>
        <pre class="dr-code">{paperText(notice.paper)}</pre>
      </Details>
    </ConsolePage>
  );
}

export function failureText(lang: 'zh' | 'en', code: string): string {
  const named = `notice.failure.${code}`;
  return catalogue.has(named) ? catalogue.problemText(lang, { code: named }) : code;
}

/** The forms of what this person can do about a paper; they lead to `<path>/<verb>`. */
export function NoticeActions(
  props: Pick<NoticePageProps, 'status' | 'roles' | 'values' | 'problems'> & {
    notice: Pick<ServedPaper, 'mail' | 'service'>;
    path: string;
  },
): VNode {
  const { lang } = usePage();
  const { path, status, notice, roles } = props;
  const allowed = commandsFor(noticeTransitions, status, roles);
  const values = props.values ?? {};
  const failed = (props.problems ?? []).map(({ field }) => field ?? '');
  return (
    <>
      {allowed.includes('mark-served') ? (
        <Action
          summary={text(lang, 'notice.command.mark-served')}
          open={failed.some((field) => ['on', 'method', 'note'].includes(field))}
        >
          <Form action={`${path}/serve`} values={values}>
            <DateInput name="on" label={text(lang, 'notices.serve.on')} />
            <Radios
              name="method"
              label={text(lang, 'notices.serve.method')}
              choices={serviceMethods.map((one) => ({ value: one.code, label: one[lang] }))}
            />
            <Radios
              name="note"
              label={text(lang, 'notices.serve.note')}
              choices={serviceNotes.map((one) => ({ value: one.code, label: one[lang] }))}
            />
            <Button>{text(lang, 'notice.command.mark-served')}</Button>
          </Form>
        </Action>
      ) : null}
      {allowed.includes('confirm-receipt') ? (
        <Action summary={text(lang, 'notice.command.confirm-receipt')}>
          <Form action={`${path}/receipt`}>
            <p class="govuk-body">{text(lang, 'notices.receipt.hint')}</p>
            <Button look="secondary">{text(lang, 'notice.command.confirm-receipt')}</Button>
          </Form>
        </Action>
      ) : null}
      {allowed.includes('mark-bounced') ? (
        <Action summary={text(lang, 'notice.command.mark-bounced')}>
          <Form action={`${path}/bounce`}>
            <p class="govuk-body">{text(lang, 'notices.bounce.hint')}</p>
            <Button look="secondary">{text(lang, 'notice.command.mark-bounced')}</Button>
          </Form>
        </Action>
      ) : null}
      {allowed.includes('requeue') ? (
        <Action summary={text(lang, 'notice.command.requeue')} open={failed.includes('address')}>
          <Form action={`${path}/requeue`} values={values}>
            <TextInput
              name="address"
              label={text(lang, 'notices.requeue.address')}
              type="email"
              width={30}
              value={notice.mail.address}
              {...(notice.service === 'electronic' ? { hint: text(lang, 'notices.requeue.hint') } : {})}
            />
            <Button look="secondary">{text(lang, 'notice.command.requeue')}</Button>
          </Form>
        </Action>
      ) : null}
    </>
  );
}

function Action(props: { summary: string; open?: boolean; children: ComponentChildren }): VNode {
  return (
    <Details summary={props.summary} open={props.open === true}>
      {props.children}
    </Details>
  );
}

/** The paper on A4, ready to be signed, sealed and served. */
export function NoticePaperPage({ notice }: { notice: Notice }): VNode {
  const { paper } = notice;
  return (
    <PaperPage title={`${paper.title} ${paper.number}`} back={{ href: `/notices/${caseSegment(notice.id)}` }}>
      <NoticePaper notice={notice} />
    </PaperPage>
  );
}
