import type { VNode } from 'preact';
import type { StoredCase } from '../../../../shared/case/caseStore.ts';
import type { Notice, NoticeStatus } from '../../../../shared/notice/notice.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { caseSegment } from '../casePath.ts';
import { dayText } from '../moment.ts';
import { NoticeTag } from '../notices/noticesPage.tsx';
import type { CasePageProps } from './casePage.tsx';
import { words } from './inspectionWords.ts';

/** The papers that went out about this visit, with how they stand. */
export function CaseNotices({ lang, notices, office }: CasePageProps): VNode | null {
  if (!office) return null;
  return (
    <DataTable
      caption={words(lang, 'inspectionPage.notices')}
      rows={notices}
      rowKey={({ caseId }: StoredCase<Notice>) => caseId}
      empty={words(lang, 'inspectionPage.notices.none')}
      columns={[
        {
          key: 'number',
          label: words(lang, 'inspectionPage.notice.number'),
          rowHeader: true,
          cell: ({ state }) => (
            <a class="govuk-link" href={`/notices/${caseSegment(state.id)}`}>
              {state.number}
            </a>
          ),
        },
        {
          key: 'title',
          label: words(lang, 'inspectionPage.notice.title'),
          cell: ({ state }) => state.paper.title,
        },
        {
          key: 'recipient',
          label: words(lang, 'inspectionPage.notice.recipient'),
          cell: ({ state }) => state.recipient.name,
        },
        {
          key: 'date',
          label: words(lang, 'inspectionPage.notice.date'),
          cell: ({ state }) => dayText(lang, state.date),
        },
        {
          key: 'state',
          label: words(lang, 'inspectionPage.status'),
          cell: ({ status }) => <NoticeTag status={status as NoticeStatus} />,
        },
      ]}
    />
  );
}
