import type { VNode } from 'preact';
import type { ComplaintCase } from '../../../../shared/complaint/complaintCase.ts';
import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { CaseLink } from '../complaints/caseLine.tsx';
import { maySee } from '../complaints/complaintAccess.ts';
import { toneOf, words } from '../complaints/complaintWords.ts';
import { statusOf } from '../complaints/waiting.ts';
import { dayText } from '../moment.ts';
import type { FilePart } from './filePart.ts';

/** Complaints and reports: the cases for those who work on them, how many there are for everybody else. */
export const complaintsPart: FilePart<'complaintLists'> = async ({ complaintLists }, { uscc, user }) => {
  const cases = await complaintLists.ofAgency(uscc);
  return cases.every(({ state }) => maySee(user, state)) ? (
    <Complaints cases={cases} />
  ) : (
    <Counts cases={cases} />
  );
};

function Counts({ cases }: { cases: readonly StoredComplaint[] }): VNode {
  const { lang } = usePage();
  const count = (kind: ComplaintCase['kind']) => cases.filter(({ state }) => state.kind === kind).length;
  return (
    <section>
      <h2 class="govuk-heading-s">{text(lang, 'agencyFile.complaints')}</h2>
      <p class="govuk-body">
        {text(lang, 'agencyFile.complaints.counts', {
          complaints: count('complaint'),
          reports: count('report'),
        })}
      </p>
    </section>
  );
}

function Complaints({ cases }: { cases: readonly StoredComplaint[] }): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={text(lang, 'agencyFile.complaints')}
      rows={cases}
      rowKey={({ caseId }) => caseId}
      empty={text(lang, 'agencyFile.complaints.none')}
      columns={[
        {
          key: 'case',
          label: text(lang, 'agencyFile.complaints.case'),
          rowHeader: true,
          cell: (stored) => <CaseLink stored={stored} />,
        },
        {
          key: 'kind',
          label: text(lang, 'agencyFile.complaints.kind'),
          cell: ({ state }) => words(lang, `complaint.kind.${state.kind}`),
        },
        {
          key: 'received',
          label: text(lang, 'agencyFile.received'),
          cell: ({ state }) => dayText(lang, state.received.on),
        },
        {
          key: 'status',
          label: text(lang, 'agencyFile.status'),
          cell: (stored) => (
            <Tag tone={toneOf(statusOf(stored))}>{words(lang, `complaint.status.${statusOf(stored)}`)}</Tag>
          ),
        },
      ]}
    />
  );
}
