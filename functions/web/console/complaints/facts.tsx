import type { VNode } from 'preact';
import type { CaseFile } from '../../../../shared/complaint/complaintCase.ts';
import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import { conducts } from '../../../../shared/law/conducts.ts';
import { isUnverified } from '../../../../shared/law/lawTable.ts';
import { districts } from '../../../../shared/register/district.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Hash } from '../../kit/components/hash.tsx';
import { Details } from '../../kit/components/notices.tsx';
import { SummaryList, type SummaryRow } from '../../kit/components/summaryList.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { sizeText } from '../../kit/fileSize.ts';
import { dayText, momentText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';
import { CaseLink } from './caseLine.tsx';
import type { CasePageProps } from './casePage.tsx';
import { amountText, complaintPath, words } from './complaintWords.ts';
import { statusOf } from './waiting.ts';

/** What it is about: the agency, what it is said to have done, under which law, and what was told. */
export function Matter(props: CasePageProps): VNode {
  const { lang, stored } = props;
  const { matter, urgent, channel, received, enteredBy, countedFrom } = stored.state;
  const row = (label: string, value: string | undefined): SummaryRow | undefined =>
    value === undefined ? undefined : { label, value };
  return (
    <SummaryList
      title={words(lang, 'complaintPage.matter')}
      rows={[
        { label: words(lang, 'complaintPage.agency'), value: <Agency {...props} /> },
        row(words(lang, 'complaintPage.service'), words(lang, `complaintPage.service.${matter.service}`)),
        row(words(lang, 'complaintPage.practitioner'), matter.practitioner),
        { label: words(lang, 'complaintPage.conducts'), value: <Conducts {...props} /> },
        {
          label: words(lang, 'complaintPage.facts'),
          value: <p class="govuk-body dr-told">{matter.facts}</p>,
        },
        matter.request === undefined
          ? undefined
          : {
              label: words(lang, 'complaintPage.request'),
              value: <p class="govuk-body dr-told">{matter.request}</p>,
            },
        row(words(lang, 'complaintPage.application'), matter.applicationNumber),
        row(words(lang, 'complaintPage.contract'), matter.contract),
        row(
          words(lang, 'complaintPage.amount'),
          matter.amountFen === undefined ? undefined : amountText(matter.amountFen),
        ),
        row(
          words(lang, 'complaintPage.knownSince'),
          matter.knownSince === undefined ? undefined : dayText(lang, matter.knownSince),
        ),
        row(
          words(lang, 'complaintPage.rightsLost'),
          urgent === undefined ? undefined : dayText(lang, urgent),
        ),
        row(
          words(lang, 'complaintPage.received'),
          [
            dayText(lang, received.on),
            words(lang, `complaint.channel.${channel}`),
            ...(enteredBy === undefined
              ? []
              : [words(lang, 'complaintPage.enteredBy', { by: enteredBy.name })]),
            ...(countedFrom === received.on
              ? []
              : [words(lang, 'complaintPage.countedFrom', { on: dayText(lang, countedFrom) })]),
          ].join(' · '),
        ),
      ]}
    />
  );
}

function Agency({ lang, stored, othersOfAgency }: CasePageProps): VNode {
  const { agency } = stored.state.matter;
  return (
    <>
      {agency.listed ? (
        <>
          <a class="govuk-link" href={`/registers/agencies/${encodeURIComponent(agency.uscc)}`}>
            {agency.name} ({agency.uscc})
          </a>
          {' · '}
          {vocabularyText(lang, districts, agency.district)}
        </>
      ) : (
        <>
          {agency.name} {agency.uscc === undefined ? null : `(${agency.uscc}) `}
          <Tag tone="neutral">{words(lang, 'complaintPage.unlisted')}</Tag>
          <div>{words(lang, 'complaintPage.whereabouts', { where: agency.whereabouts })}</div>
        </>
      )}
      {agency.uscc === undefined ? null : <OthersOfAgency others={othersOfAgency} />}
    </>
  );
}

/** How often the agency has been complained of, with each case behind it: the ended ones too. */
function OthersOfAgency({ others }: { others: readonly StoredComplaint[] }): VNode {
  const { lang } = usePage();
  if (others.length === 0) return <div>{words(lang, 'complaintPage.others.none')}</div>;
  return (
    <Details summary={words(lang, 'complaintPage.others', { count: others.length })}>
      <ul class="govuk-list">
        {others.slice(0, OTHERS_SHOWN).map((one) => (
          <li key={one.caseId}>
            <CaseLink stored={one} /> {words(lang, `complaint.kind.${one.state.kind}`)} ·{' '}
            {dayText(lang, one.state.received.on)} · {words(lang, `complaint.status.${statusOf(one)}`)}
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** Most other cases of an agency that are listed, newest first. */
const OTHERS_SHOWN = 50;

function Conducts({ lang, stored }: CasePageProps): VNode {
  const named = conducts.filter(({ rule }) => stored.state.matter.conducts.includes(rule));
  return (
    <ul class="govuk-list">
      {named.map((row) => (
        <li key={row.rule}>
          {row[lang]}
          <div class="dr-aside">
            {row.citation.text}{' '}
            {isUnverified(row) ? <Tag tone="waiting">{words(lang, 'calendarPage.unverified')}</Tag> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What may be known of the person without the vault, and the way to the function that may open it. */
export function Filer({ lang, stored }: CasePageProps): VNode {
  const { filer, id } = stored.state;
  return (
    <SummaryList
      title={words(lang, 'complaintPage.filer')}
      rows={[
        {
          label: words(lang, 'complaintPage.filer.who'),
          value: (
            <>
              {words(lang, filer.anonymous ? 'complaintPage.filer.anonymous' : 'complaintPage.filer.named')}
              {filer.proxy ? ` · ${words(lang, 'complaintPage.filer.proxy')}` : null}
              {filer.erased === undefined
                ? null
                : ` · ${words(lang, 'complaintPage.filer.erased', { on: dayText(lang, filer.erased) })}`}
              {filer.anonymous ? null : (
                <div>
                  <a class="govuk-link" href={`${complaintPath(id)}/identity`}>
                    {words(lang, 'complaintPage.filer.identity')}
                  </a>
                </div>
              )}
            </>
          ),
        },
        {
          label: words(lang, 'complaintPage.filer.standing'),
          value: words(lang, `complaintPage.standing.${filer.standing}`),
        },
        {
          label: words(lang, 'complaintPage.filer.lang'),
          value: words(lang, `complaintPage.lang.${filer.lang}`),
        },
        {
          label: words(lang, 'complaintPage.filer.mail'),
          value: words(lang, `complaintPage.mail.${filer.mail}`),
        },
      ]}
    />
  );
}

/** Files are handed out only when they have left the quarantine, and then only to be saved. */
export function Files({ lang, stored }: CasePageProps): VNode | null {
  const { files, id } = stored.state;
  if (files.length === 0) return null;
  return (
    <DataTable
      caption={words(lang, 'complaintPage.files')}
      rows={files}
      rowKey={(file) => file.id}
      columns={[
        {
          key: 'name',
          label: words(lang, 'complaintPage.file'),
          rowHeader: true,
          cell: (file) =>
            file.checked && file.erased === undefined ? (
              <a class="govuk-link" href={`${complaintPath(id)}/files/${encodeURIComponent(file.id)}`}>
                {file.fileName}
              </a>
            ) : (
              <>
                {file.fileName} <FileState file={file} />
              </>
            ),
        },
        {
          key: 'size',
          label: words(lang, 'complaintPage.file.size'),
          numeric: true,
          cell: ({ size }) => sizeText(lang, size),
        },
        { key: 'hash', label: 'SHA-256', cell: ({ sha256 }) => <Hash value={sha256} short /> },
        { key: 'at', label: words(lang, 'complaintPage.at'), cell: ({ at }) => momentText(lang, at) },
      ]}
    />
  );
}

/** Why a file cannot be opened: erased, lost on the way, or not looked at yet. */
function FileState({ file }: { readonly file: CaseFile }) {
  const { lang } = usePage();
  if (file.erased !== undefined)
    return (
      <Tag tone="done">{words(lang, 'complaint.erased.files', { on: dayText(lang, file.erased.on) })}</Tag>
    );
  if (file.lost === 'gone') return <Tag tone="overdue">{words(lang, 'complaint.file.lost.gone')}</Tag>;
  if (file.lost === 'changed') return <Tag tone="overdue">{words(lang, 'complaint.file.lost.changed')}</Tag>;
  return <Tag tone="waiting">{words(lang, 'complaintPage.file.unchecked')}</Tag>;
}
