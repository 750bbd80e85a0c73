import type { VNode } from 'preact';
import { formatDateEn, formatDateZh, localDate } from '../../shared/calendar/localDate.ts';
import type { DrawCase, DrawStatus } from '../../shared/draw/ceremony/drawCase.ts';
import { linkMessages } from '../../shared/messages/links.ts';
import { createCatalogue, type Lang } from '../../shared/messages/message.ts';
import type { Problem } from '../../shared/problem.ts';
import { monthText, sayCode } from '../publicity-worker/words.ts';
import { Button } from '../web/kit/components/button.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { Inset } from '../web/kit/components/notices.tsx';
import { SummaryList } from '../web/kit/components/summaryList.tsx';
import { TextInput } from '../web/kit/components/textFields.tsx';
import { usePage, type Values } from '../web/kit/context.tsx';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import type { NextDraw } from './ownRowDeps.ts';

const say = createCatalogue(linkMessages).text;

function dateText(lang: Lang, date: string): string {
  return lang === 'zh' ? formatDateZh(localDate(date)) : formatDateEn(localDate(date));
}

/** Asks for the code of the agency: the one question of the page. */
export function OwnRowPage(props: {
  draw: { readonly status: DrawStatus; readonly state: DrawCase };
  publicityUrl: string;
  values?: Values;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const { status, state } = props.draw;
  const window = status === 'objection' ? state.window : undefined;
  return (
    <PublicPage
      title={say(lang, 'ownRow.title')}
      lead={say(lang, 'ownRow.lead')}
      home={props.publicityUrl}
      problems={props.problems ?? []}
    >
      <SummaryList
        rows={[
          {
            label: say(lang, 'ownRow.draw'),
            value: `${state.number}${lang === 'zh' ? `（${monthText(lang, state.task)}）` : ` (${state.task})`}`,
          },
          { label: say(lang, 'ownRow.status'), value: sayCode(lang, `site.status.${status}`) },
          window === undefined
            ? undefined
            : { label: say(lang, 'ownRow.window'), value: dateText(lang, window.lastDay) },
        ]}
      />
      <Form action="/own-row" values={props.values ?? {}}>
        <TextInput
          name="uscc"
          label={say(lang, 'ownRow.uscc')}
          hint={say(lang, 'ownRow.usccHint')}
          width={20}
          code
        />
        <p class="govuk-body">{say(lang, 'ownRow.where')}</p>
        <Button>{say(lang, 'ownRow.send')}</Button>
      </Form>
    </PublicPage>
  );
}

/** The answer to every well-formed code, in the register or not. */
export function OwnRowSentPage(props: { uscc: string; contact: string; publicityUrl: string }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, 'ownRow.sent.title')} home={props.publicityUrl}>
      <p class="govuk-body">{say(lang, 'ownRow.sent.text')}</p>
      <SummaryList
        rows={[
          { label: say(lang, 'ownRow.sent.code'), value: <span class="dr-code">{props.uscc}</span> },
          { label: say(lang, 'ownRow.contact'), value: <span lang="zh-CN">{props.contact}</span> },
        ]}
      />
      <p class="govuk-body">{say(lang, 'ownRow.sent.hour')}</p>
      <Inset>{say(lang, 'ownRow.sent.why')}</Inset>
      <p class="govuk-body">
        <a class="govuk-link" href="/own-row">
          {say(lang, 'ownRow.again')}
        </a>
      </p>
    </PublicPage>
  );
}

/** There is nothing to look up yet. */
export function NoOwnRowPage({ next, publicityUrl }: { next: NextDraw; publicityUrl: string }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, 'ownRow.title')} lead={say(lang, 'ownRow.lead')} home={publicityUrl}>
      <p class="govuk-body">{say(lang, 'ownRow.none')}</p>
      <p class="govuk-body">{nextText(lang, next)}</p>
    </PublicPage>
  );
}

function nextText(lang: Lang, next: NextDraw): string {
  switch (next.type) {
    case 'opened':
      return say(lang, 'ownRow.opened', { number: next.number });
    case 'day':
      return say(lang, 'ownRow.next', { date: dateText(lang, next.date) });
    case 'month':
      return say(lang, 'ownRow.nextMonth', { month: monthText(lang, next.month) });
  }
}
