import type { VNode } from 'preact';
import type { LocalDate } from '../../../shared/calendar/localDate.ts';
import { createCatalogue } from '../../../shared/messages/message.ts';
import { visitCheckMessages } from '../../../shared/messages/visitCheck.ts';
import type { Office } from '../../../shared/notice/office.ts';
import type { InspectionItem } from '../../../shared/register/inspectionItem.ts';
import { dateText } from '../../publicity-worker/words.ts';
import { Inset, Panel, Warning } from '../../web/kit/components/notices.tsx';
import { SummaryList } from '../../web/kit/components/summaryList.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { PublicPage } from '../../web/kit/layouts/publicPage.tsx';
import { ItemTable, type ShownMember } from './teamAndItems.tsx';

const say = createCatalogue(visitCheckMessages).text;

/** Why a code is no proof that the visit is real. */
export type VisitWarning = 'wrong' | 'otherDay' | 'cancelled' | 'merged' | 'few';

export interface GenuineVisit {
  readonly number: string;
  readonly day: LocalDate;
  readonly agency: string;
  readonly team: readonly ShownMember[];
  /** Pseudonyms of those who may act on that day. */
  readonly valid: ReadonlySet<string>;
  readonly items: readonly InspectionItem[];
}

export type Checked = { readonly warning: VisitWarning } | { readonly visit: GenuineVisit };

interface PageProps {
  readonly office: Office;
  readonly publicityUrl: string;
}

/** Whether the people at the door are the office's. What a page like this says first decides what happens there. */
export function VisitCheckPage({ checked, ...props }: PageProps & { checked: Checked }): VNode {
  return 'visit' in checked ? (
    <GenuinePage {...props} visit={checked.visit} />
  ) : (
    <WarningPage {...props} warning={checked.warning} />
  );
}

function GenuinePage({ visit, office, publicityUrl }: PageProps & { visit: GenuineVisit }): VNode {
  const { lang } = usePage();
  const name = lang === 'zh' ? office.name : office.nameEn;
  return (
    <PublicPage title={say(lang, 'visitCheck.genuine')} titleHidden home={publicityUrl}>
      <Panel title={say(lang, 'visitCheck.genuine')}>{dateText(lang, visit.day)}</Panel>
      <p class="govuk-body">{say(lang, 'visitCheck.genuine.text', { office: name })}</p>
      <SummaryList
        rows={[
          { label: say(lang, 'visitCheck.office'), value: name },
          { label: say(lang, 'visitCheck.day'), value: dateText(lang, visit.day) },
          { label: say(lang, 'visitCheck.agency'), value: <span lang="zh-CN">{visit.agency}</span> },
          { label: say(lang, 'visitCheck.number'), value: <span class="dr-code">{visit.number}</span> },
        ]}
      />
      <OfficerList visit={visit} />
      <ItemTable caption={say(lang, 'visitCheck.items')} items={visit.items} />
      <Inset>{say(lang, 'visitCheck.two')}</Inset>
      <CallPart office={office} />
    </PublicPage>
  );
}

function WarningPage({ warning, office, publicityUrl }: PageProps & { warning: VisitWarning }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, `visitCheck.${warning}`)} home={publicityUrl}>
      <Warning>{say(lang, `visitCheck.${warning}.text`)}</Warning>
      <p class="govuk-body govuk-!-font-weight-bold">{say(lang, 'visitCheck.doNot')}</p>
      <CallPart office={office} />
      <Inset>{say(lang, 'visitCheck.two')}</Inset>
      <p class="govuk-body">
        <a class="govuk-link" href="/visit-check">
          {say(lang, 'visitCheck.where.title')}
        </a>
      </p>
    </PublicPage>
  );
}

/** One below the other, so that nobody has to scroll sideways at the door to see a certificate number. */
function OfficerList({ visit }: { visit: GenuineVisit }): VNode {
  const { lang } = usePage();
  return (
    <SummaryList
      title={say(lang, 'visitCheck.team')}
      rows={visit.team.map(({ tid, name, inspector, leader }) => ({
        label: leader ? say(lang, 'visitCheck.leader', { name }) : name,
        value: (
          <>
            {say(lang, 'visitCheck.certificate')}
            <span class="dr-code">{inspector?.certificateNo ?? '—'}</span>
            <br />
            {say(lang, 'visitCheck.unit')}
            <span lang="zh-CN">{inspector?.unit ?? '—'}</span>
            <br />
            {say(lang, visit.valid.has(tid) ? 'visitCheck.valid.yes' : 'visitCheck.valid.no')}
          </>
        ),
      }))}
    />
  );
}

function CallPart({ office }: { office: Office }): VNode {
  const { lang } = usePage();
  const { contactPhone, contactUnit } = office;
  return (
    <p class="govuk-body">
      {say(lang, 'visitCheck.phone', { unit: contactUnit })}
      <a class="govuk-link" href={`tel:${contactPhone.replaceAll(/[^+\d]/g, '')}`}>
        {contactPhone}
      </a>
      <br />
      {say(lang, 'visitCheck.call')}
    </p>
  );
}

/** Where the code is found, for who has heard of it and has none. */
export function VisitCheckHelpPage({ office, origin, publicityUrl }: PageProps & { origin: string }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage
      title={say(lang, 'visitCheck.title')}
      lead={say(lang, 'visitCheck.where.lead')}
      home={publicityUrl}
    >
      <h2 class="govuk-heading-m">{say(lang, 'visitCheck.where.title')}</h2>
      <ol class="govuk-list govuk-list--number">
        <li>{say(lang, 'visitCheck.where.ask')}</li>
        <li>{say(lang, 'visitCheck.where.scan', { origin })}</li>
        <li>{say(lang, 'visitCheck.where.compare')}</li>
        <li>{say(lang, 'visitCheck.where.day')}</li>
      </ol>
      <Inset>{say(lang, 'visitCheck.two')}</Inset>
      <CallPart office={office} />
      <p class="govuk-body">{say(lang, 'visitCheck.doNot')}</p>
    </PublicPage>
  );
}
