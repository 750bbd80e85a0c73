import type { VNode } from 'preact';
import { evidenceMessages } from '../../../../shared/evidence/messages.ts';
import type { CaseEvidence, Letter } from '../../../../shared/inspection/inspectionCase.ts';
import { createCatalogue } from '../../../../shared/messages/message.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Hash } from '../../kit/components/hash.tsx';
import { sizeText } from '../../kit/fileSize.ts';
import { dayText, momentText } from '../moment.ts';
import type { CasePageProps } from './casePage.tsx';
import { inspectionPath, words } from './inspectionWords.ts';

const { text } = createCatalogue(evidenceMessages);

/** The files of the case with what they weigh and their hash; one that was taken out stays with who took it out. */
export function EvidenceList({ lang, stored, names }: CasePageProps): VNode {
  const { number, evidence, agency } = stored.state;
  const senderOf = ({ by }: CaseEvidence) => (by === agency.uscc ? agency.name : (names.get(by) ?? by));
  return (
    <DataTable
      caption={words(lang, 'inspectionPage.evidence')}
      rows={evidence}
      rowKey={({ id }) => id}
      empty={words(lang, 'inspectionPage.evidence.none')}
      columns={[
        {
          key: 'file',
          label: words(lang, 'inspectionPage.evidence.file'),
          rowHeader: true,
          cell: ({ id, fileName, removed }) =>
            removed === undefined ? (
              <a class="govuk-link" href={`${inspectionPath(number)}/evidence/${encodeURIComponent(id)}`}>
                {fileName}
              </a>
            ) : (
              <>
                <s>{fileName}</s>
                <div>
                  {words(lang, 'inspectionPage.evidence.removed', {
                    by: removed.name,
                    at: momentText(lang, removed.at),
                  })}
                </div>
              </>
            ),
        },
        {
          key: 'purpose',
          label: words(lang, 'inspectionPage.evidence.purpose'),
          cell: ({ purpose }) => text(lang, `evidence.purpose.${purpose}`),
        },
        {
          key: 'question',
          label: words(lang, 'inspectionPage.evidence.question'),
          cell: ({ question }) => question ?? '—',
        },
        {
          key: 'size',
          label: words(lang, 'inspectionPage.evidence.size'),
          numeric: true,
          cell: ({ size }) => sizeText(lang, size),
        },
        { key: 'hash', label: 'SHA-256', cell: ({ sha256 }) => <Hash value={sha256} short /> },
        {
          key: 'by',
          label: words(lang, 'inspectionPage.by'),
          cell: (file) => `${senderOf(file)} · ${momentText(lang, file.at)}`,
        },
      ]}
    />
  );
}

/** Special letters to an agency that could not be reached. */
export function Letters({ lang, stored }: CasePageProps): VNode | null {
  const { letters } = stored.state;
  if (letters.length === 0) return null;
  return (
    <DataTable
      caption={words(lang, 'inspectionPage.letters')}
      rows={letters}
      rowKey={({ no }: Letter) => String(no)}
      columns={[
        { key: 'no', label: words(lang, 'inspectionPage.letter.no'), rowHeader: true, cell: ({ no }) => no },
        {
          key: 'sent',
          label: words(lang, 'inspectionPage.letter.sent'),
          cell: ({ sentOn }) => dayText(lang, sentOn),
        },
        {
          key: 'tracking',
          label: words(lang, 'inspectionPage.letter.tracking'),
          cell: ({ tracking }) => tracking,
        },
        {
          key: 'outcome',
          label: words(lang, 'inspectionPage.letter.outcome'),
          cell: ({ outcome, outcomeOn }) =>
            [
              words(lang, `inspection.letter.${outcome}`),
              ...(outcomeOn === undefined ? [] : [dayText(lang, outcomeOn)]),
            ].join(' · '),
        },
        {
          key: 'by',
          label: words(lang, 'inspectionPage.by'),
          cell: ({ entered }) => `${entered.name} · ${momentText(lang, entered.at)}`,
        },
      ]}
    />
  );
}
