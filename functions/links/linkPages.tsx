import type { VNode } from 'preact';
import { formatDateEn, formatDateZh, localDate } from '../../shared/calendar/localDate.ts';
import type { StoredCase } from '../../shared/case/caseStore.ts';
import { linkMessages } from '../../shared/messages/links.ts';
import { createCatalogue, type Lang } from '../../shared/messages/message.ts';
import type { Notice } from '../../shared/notice/notice.ts';
import { OBJECTION_TEXT, reasonsFor } from '../../shared/objection/objection.ts';
import { cellText } from '../../shared/plan/cellText.ts';
import type { Problem } from '../../shared/problem.ts';
import { districts, inspectorDistricts } from '../../shared/register/district.ts';
import { agencyStatuses, inspectorQuals, listings } from '../../shared/register/vocabulary.ts';
import { percent, sayCode } from '../publicity-worker/words.ts';
import { Button } from '../web/kit/components/button.tsx';
import { Select } from '../web/kit/components/choiceFields.tsx';
import { Form } from '../web/kit/components/form.tsx';
import { Hash } from '../web/kit/components/hash.tsx';
import { SummaryList, type SummaryRow } from '../web/kit/components/summaryList.tsx';
import { Textarea } from '../web/kit/components/textFields.tsx';
import { usePage, type Values } from '../web/kit/context.tsx';
import { PaperPage } from '../web/kit/layouts/paperPage.tsx';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import { NoticePaper } from '../web/papers/noticePaper.tsx';
import { InspectionList } from './inspections/inspectionList.tsx';
import type { LeftTeam, OwnInspection } from './inspections/ownInspections.ts';
import type { OpenedLink } from './linkDeps.ts';
import { noticeName } from './ownNotices.ts';
import { type OwnOverview, OwnOverviewPart } from './ownOverview.tsx';
import type { Outcome, OwnRow } from './ownRow.ts';
import type { LinkedPenalty } from './penalties/ownPenalties.ts';
import { PenaltyList } from './penalties/penaltyList.tsx';

const say = createCatalogue(linkMessages).text;

export interface LinkPageProps {
  readonly token: string;
  readonly link: OpenedLink;
  readonly own: OwnRow;
  readonly notices: readonly StoredCase<Notice>[];
  readonly inspections: readonly OwnInspection[];
  readonly left: readonly LeftTeam[];
  readonly penalties: readonly LinkedPenalty[];
  /** Of an agency: what the office holds about it beside its inspections. */
  readonly overview?: OwnOverview;
  /** Whether an objection is still possible. */
  readonly objections: boolean;
  readonly publicityUrl: string;
  readonly values?: Values;
  readonly problems?: readonly Problem[];
}

/** What concerns one agency or inspector in one draw. */
export function LinkPage(props: LinkPageProps): VNode {
  const { lang } = usePage();
  const { link, own, token } = props;
  const { recipient, draw, status } = link;
  return (
    <PublicPage
      title={say(lang, `link.title.${recipient.type}`, { number: recipient.draw })}
      lead={say(lang, 'link.lead')}
      problems={props.problems ?? []}
      home={props.publicityUrl}
    >
      <SummaryList
        rows={[
          { label: say(lang, 'link.status'), value: sayCode(lang, `site.status.${status}`) },
          ...(own.type === 'agency' ? [outcomeRow(lang, own.outcome)] : []),
        ]}
      />
      <InspectionList token={token} type={recipient.type} inspections={props.inspections} left={props.left} />
      {props.overview === undefined ? null : <OwnOverviewPart own={props.overview} />}
      <PenaltyList penalties={props.penalties} />
      <h2 class="govuk-heading-m">{say(lang, 'link.row')}</h2>
      <RowPart own={own} frozen={draw.frozen !== undefined} />
      {own.type === 'agency' && own.outcome.type === 'known' ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/l/${token}/proof`}>
            {say(lang, 'link.proof')}
          </a>
          <br />
          {say(lang, 'link.proofHint')}
        </p>
      ) : null}
      {props.objections ? <ObjectionForm {...props} /> : null}
      <h2 class="govuk-heading-m">{say(lang, 'link.papers')}</h2>
      {props.notices.length === 0 ? (
        <p class="govuk-body">{say(lang, 'link.papers.none')}</p>
      ) : (
        props.notices.map((notice) => <NoticeItem key={notice.caseId} token={token} notice={notice} />)
      )}
    </PublicPage>
  );
}

function dateText(lang: Lang, date: string): string {
  return lang === 'zh' ? formatDateZh(localDate(date)) : formatDateEn(localDate(date));
}

function outcomeRow(lang: Lang, outcome: Outcome): SummaryRow {
  const label = say(lang, 'link.outcome');
  if (outcome.type === 'pending') return { label, value: say(lang, 'link.outcome.pending') };
  if (outcome.type === 'withheld') {
    return { label, value: say(lang, 'link.outcome.withheld', { date: dateText(lang, outcome.until) }) };
  }
  const { standing, origin, n } = outcome;
  if (origin !== 'drawn' && standing === 'drawn') {
    return { label, value: say(lang, `link.outcome.${origin}`) };
  }
  return { label, value: say(lang, `link.outcome.${standing}`, { rank: outcome.proof.rank + 1, n }) };
}

function RowPart({ own, frozen }: { own: OwnRow; frozen: boolean }): VNode {
  const { lang } = usePage();
  if (own.type === 'none') {
    return <p class="govuk-body">{say(lang, frozen ? 'link.row.none' : 'link.notFrozen')}</p>;
  }
  return own.type === 'agency' ? <AgencyPart own={own} /> : <InspectorPart own={own} />;
}

const word = (lang: Lang, list: readonly { code: string; zh: string; en: string }[], code: unknown): string =>
  list.find((entry) => entry.code === code)?.[lang] ?? String(code);

function AgencyPart({ own }: { own: Extract<OwnRow, { type: 'agency' }> }): VNode {
  const { lang } = usePage();
  const { row, sealed, outcome } = own;
  const hidden = sealed.private;
  const dated = (value: unknown) =>
    typeof value === 'string' && value !== '' ? dateText(lang, value) : say(lang, 'link.none');
  const given = (value: unknown) =>
    value === '' || value === undefined ? say(lang, 'link.none') : String(value);
  return (
    <>
      <SummaryList
        rows={[
          { label: say(lang, 'link.cell'), value: cellText(lang, row.cell) },
          { label: say(lang, 'link.size'), value: own.size },
          { label: say(lang, 'link.odds'), value: percent(own.ppm) },
          { label: say(lang, 'link.kind'), value: cellText(lang, row.kind ?? '') },
          { label: say(lang, 'link.district'), value: word(lang, districts, row.d) },
          outcome.type === 'withheld'
            ? undefined
            : { label: say(lang, 'link.tid'), value: <Hash value={row.tid} /> },
        ]}
      />
      <SummaryList
        title={say(lang, 'link.basis')}
        rows={[
          { label: say(lang, 'link.basis.riskClass'), value: given(hidden['riskClass']) },
          { label: say(lang, 'link.basis.status'), value: word(lang, agencyStatuses, hidden['status']) },
          { label: say(lang, 'link.basis.listing'), value: word(lang, listings, hidden['listing']) },
          { label: say(lang, 'link.basis.listedSince'), value: dated(hidden['listedSince']) },
          { label: say(lang, 'link.basis.exclusion'), value: given(hidden['exclusion']) },
          { label: say(lang, 'link.basis.lastInspectedOn'), value: dated(hidden['lastInspectedOn']) },
          { label: say(lang, 'link.basis.visitsInYear'), value: given(hidden['visitsInYear']) },
        ]}
      />
    </>
  );
}

function InspectorPart({ own }: { own: Extract<OwnRow, { type: 'inspector' }> }): VNode {
  const { lang } = usePage();
  const { row } = own;
  return (
    <SummaryList
      rows={[
        { label: say(lang, 'link.district'), value: word(lang, inspectorDistricts, row.d) },
        {
          label: say(lang, 'link.quals'),
          value: row.quals.map((qual) => word(lang, inspectorQuals, qual)).join(lang === 'zh' ? '、' : ', '),
        },
        { label: say(lang, 'link.certificate'), value: say(lang, row.cert ? 'link.yes' : 'link.no') },
        { label: say(lang, 'link.cap'), value: row.cap },
        { label: say(lang, 'link.past'), value: row.past },
        { label: say(lang, 'link.tid'), value: <Hash value={row.tid} /> },
      ]}
    />
  );
}

function ObjectionForm({ link, token, values }: LinkPageProps): VNode {
  const { lang } = usePage();
  const lastDay = link.draw.window?.lastDay;
  return (
    <section>
      <h2 class="govuk-heading-m">{say(lang, 'link.object.title')}</h2>
      {lastDay === undefined ? null : (
        <p class="govuk-body">{say(lang, 'link.object.until', { date: dateText(lang, lastDay) })}</p>
      )}
      <Form action={`/l/${token}/objection`} values={values ?? {}}>
        <Select
          name="reason"
          label={say(lang, 'link.object.reason')}
          choices={reasonsFor(link.recipient.type).map((reason) => ({
            value: reason.code,
            label: reason[lang],
          }))}
        />
        <Textarea
          name="text"
          label={say(lang, 'link.object.text')}
          hint={say(lang, 'link.object.hint')}
          maxLength={OBJECTION_TEXT}
        />
        <Button>{say(lang, 'link.object.submit')}</Button>
      </Form>
    </section>
  );
}

function NoticeItem({ token, notice }: { token: string; notice: StoredCase<Notice> }): VNode {
  const { lang } = usePage();
  const { paper } = notice.state;
  const href = `/l/${token}/paper/${noticeName(notice.state)}`;
  return (
    <div>
      <p class="govuk-body">
        <a class="govuk-link" href={href} lang="zh-CN">
          {paper.title}（{paper.number}）
        </a>
        {notice.status === 'delivered' ? ` ${say(lang, 'link.paper.received')}` : ''}
      </p>
      {notice.status === 'sent' ? (
        <Form action={`${href}/receipt`} values={{}}>
          <p class="govuk-hint">{say(lang, 'link.paper.receiptText')}</p>
          <Button look="secondary">{say(lang, 'link.paper.receipt')}</Button>
        </Form>
      ) : null}
    </div>
  );
}

/** The notice as it is printed. */
export function LinkPaperPage({ token, notice }: { token: string; notice: Notice }): VNode {
  return (
    <PaperPage title={notice.paper.title} back={{ href: `/l/${token}` }}>
      <NoticePaper notice={notice} />
    </PaperPage>
  );
}
