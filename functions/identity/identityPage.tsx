import type { VNode } from 'preact';
import type { User } from '../../shared/access/user.ts';
import { shanghaiDate } from '../../shared/calendar/localDate.ts';
import type { ComplaintCase, Reveal } from '../../shared/complaint/complaintCase.ts';
import type { StoredComplaint } from '../../shared/complaint/ports.ts';
import { erasedOf, holdsIdentity, type LinkedUp } from '../../shared/complaint/retention.ts';
import {
  REVEAL_REASON,
  revealUntil,
  usableReveal,
  waitingReveals,
} from '../../shared/complaint/revealing.ts';
import { instantOf } from '../../shared/draw/ceremony/command.ts';
import { ruleAt } from '../../shared/law/lawTable.ts';
import { retentionPeriods } from '../../shared/law/retention.ts';
import type { Problem } from '../../shared/problem.ts';
import { dayText, momentText } from '../web/console/moment.ts';
import { Button, ButtonGroup } from '../web/kit/components/button.tsx';
import { DataTable } from '../web/kit/components/dataTable.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { Inset } from '../web/kit/components/notices.tsx';
import { SummaryList } from '../web/kit/components/summaryList.tsx';
import { Textarea } from '../web/kit/components/textFields.tsx';
import { usePage, type Values } from '../web/kit/context.tsx';
import { ConsolePage } from '../web/kit/layouts/consolePage.tsx';
import { RetentionPart } from './retentionPart.tsx';
import { actText, caseName, citationText, complaintPath, identityPath, kindText, words } from './words.ts';

export interface IdentityPageProps {
  readonly stored: StoredComplaint;
  readonly linkedUp: LinkedUp;
  readonly user: Pick<User, 'userId' | 'roles'>;
  readonly now: Date;
  /** What came back refused. */
  readonly values?: Values;
  readonly problems?: readonly Problem[];
}

/** What is known of the filer without the vault, who may look into it, who did, and how long it is kept. */
export function IdentityPage(props: IdentityPageProps): VNode {
  const { lang } = usePage();
  const complaint = props.stored.state;
  return (
    <ConsolePage
      title={words(lang, 'identityPage.title')}
      lead={`${kindText(lang, complaint)} ${caseName(complaint)}`}
      back={{ href: complaintPath(complaint.id), label: words(lang, 'identityPage.back') }}
      problems={props.problems ?? []}
    >
      <Facts complaint={complaint} />
      <h2 class="govuk-heading-m">{words(lang, 'identityPage.reveal')}</h2>
      <Revealing {...props} />
      <History complaint={complaint} />
      <RetentionPart {...props} />
    </ConsolePage>
  );
}

function Facts({ complaint }: { complaint: ComplaintCase }): VNode {
  const { lang } = usePage();
  const { filer, files } = complaint;
  const erased = erasedOf(complaint);
  const state = filer.anonymous
    ? words(lang, 'identityPage.filer.anonymous')
    : erased.identity === undefined
      ? words(lang, 'identityPage.filer.named')
      : words(lang, 'complaint.erased.identity', { on: dayText(lang, erased.identity) });
  const named = holdsIdentity(complaint);
  return (
    <SummaryList
      title={words(lang, 'identityPage.facts')}
      rows={[
        { label: words(lang, 'identityPage.filer'), value: state },
        named
          ? {
              label: words(lang, 'identityPage.mail'),
              value: words(lang, `identityPage.mail.${filer.mail}`),
            }
          : undefined,
        named
          ? {
              label: words(lang, 'identityPage.proxy'),
              value: words(lang, filer.proxy ? 'identityPage.proxy.yes' : 'identityPage.proxy.no'),
            }
          : undefined,
        {
          label: words(lang, 'identityPage.files'),
          value:
            files.length === 0
              ? words(lang, 'identityPage.files.none')
              : erased.files === undefined
                ? words(lang, 'identityPage.files.kept', { count: files.length })
                : words(lang, 'complaint.erased.files', { on: dayText(lang, erased.files) }),
        },
      ]}
    />
  );
}

function Revealing(props: IdentityPageProps): VNode {
  const { lang } = usePage();
  const { user, now } = props;
  const complaint = props.stored.state;
  if (!holdsIdentity(complaint)) return <p class="govuk-body">{words(lang, 'identityPage.reveal.none')}</p>;
  const row = ruleAt(retentionPeriods, 'reveal.window', shanghaiDate(now));
  const waiting = waitingReveals(complaint);
  const own = waiting.find(({ asked }) => asked.by === user.userId);
  const usable = user.roles.includes('supervisor')
    ? usableReveal(complaint, user.userId, instantOf(now))
    : undefined;
  const asks = user.roles.includes('supervisor') && own === undefined && usable === undefined;
  const decides = user.roles.includes('approver')
    ? waiting.filter(({ asked }) => asked.by !== user.userId)
    : [];
  return (
    <>
      {row === undefined ? null : (
        <p class="govuk-body">
          {words(lang, 'identityPage.reveal.lead', { hours: row.length, cited: citationText(lang, row) })}
        </p>
      )}
      {own === undefined ? null : (
        <Inset>{words(lang, 'identityPage.waiting.own', { at: momentText(lang, own.asked.at) })}</Inset>
      )}
      {usable === undefined && decides.length === 0 && !asks ? null : (
        <section class="dr-todo">
          {usable === undefined ? null : <ShowForm id={complaint.id} wish={usable} />}
          {decides.map((wish) => (
            <DecideForm key={wish.no} id={complaint.id} wish={wish} />
          ))}
          {asks ? (
            <AskForm id={complaint.id} {...(props.values === undefined ? {} : { values: props.values })} />
          ) : null}
        </section>
      )}
    </>
  );
}

function ShowForm({ id, wish }: { id: string; wish: Reveal }): VNode {
  const { lang } = usePage();
  return (
    <Form action={`${identityPath(id)}/show`} hidden={{ no: String(wish.no) }}>
      <p class="govuk-body">
        {words(lang, 'identityPage.show.lead', {
          by: wish.decided?.name ?? '',
          until: momentText(lang, revealUntil(wish) ?? wish.asked.at),
        })}
      </p>
      <Button>{words(lang, 'identityPage.show')}</Button>
    </Form>
  );
}

function DecideForm({ id, wish }: { id: string; wish: Reveal }): VNode {
  const { lang } = usePage();
  return (
    <>
      <h3 class="govuk-heading-s">
        {words(lang, 'identityPage.decide.title', {
          by: wish.asked.name,
          at: momentText(lang, wish.asked.at),
        })}
      </h3>
      <Inset>{wish.reason}</Inset>
      <Form action={`${identityPath(id)}/decide`} hidden={{ no: String(wish.no) }}>
        <ButtonGroup>
          <Button name="outcome" value="granted">
            {words(lang, 'identityPage.decide.grant')}
          </Button>
          <Button name="outcome" value="refused" look="secondary">
            {words(lang, 'identityPage.decide.refuse')}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

function AskForm({ id, values }: { id: string; values?: Values }): VNode {
  const { lang } = usePage();
  return (
    <Form action={`${identityPath(id)}/ask`} {...(values === undefined ? {} : { values })}>
      <Textarea
        name="reason"
        label={words(lang, 'identityPage.ask.reason')}
        hint={words(lang, 'identityPage.ask.hint', { most: REVEAL_REASON })}
        rows={3}
        maxLength={REVEAL_REASON}
      />
      <Button>{words(lang, 'identityPage.ask')}</Button>
    </Form>
  );
}

function History({ complaint }: { complaint: ComplaintCase }): VNode | null {
  const { lang } = usePage();
  if (complaint.filer.anonymous) return null;
  return (
    <DataTable
      caption={words(lang, 'identityPage.history')}
      rows={complaint.reveals.toReversed()}
      rowKey={({ no }) => String(no)}
      empty={words(lang, 'identityPage.history.none')}
      columns={[
        {
          key: 'asked',
          label: words(lang, 'identityPage.history.asked'),
          rowHeader: true,
          cell: ({ asked }) => actText(lang, asked),
        },
        { key: 'reason', label: words(lang, 'identityPage.history.reason'), cell: ({ reason }) => reason },
        {
          key: 'decided',
          label: words(lang, 'identityPage.history.decided'),
          cell: ({ decided }) =>
            decided === undefined
              ? words(lang, 'identityPage.history.waits')
              : words(lang, `identityPage.history.${decided.outcome}`, {
                  by: decided.name,
                  at: momentText(lang, decided.at),
                }),
        },
        {
          key: 'seen',
          label: words(lang, 'identityPage.history.seen'),
          cell: ({ seen }) =>
            seen.length === 0
              ? words(lang, 'identityPage.history.unseen')
              : seen.map(({ at }) => <div key={at}>{momentText(lang, at)}</div>),
        },
      ]}
    />
  );
}
