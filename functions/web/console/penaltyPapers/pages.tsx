import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { StoredCasePaper } from '../../../../shared/notice/casePaper.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Inset } from '../../kit/components/notices.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { paperColumns } from '../casePapers/paperPages.tsx';
import { penaltyPath } from '../penaltyPaths.ts';

const byCaseId = ({ caseId }: StoredCasePaper) => caseId;

/** The papers of a penalty case with the state of their service. */
export function PenaltyPapersPage(props: {
  id: string;
  number: string;
  papers: readonly StoredCasePaper[];
}): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage
      title={text(lang, 'penaltyPapers.title', { number: props.number })}
      back={{ href: penaltyPath(props.id), label: props.number }}
    >
      <Inset>{text(lang, 'penaltyPapers.serving')}</Inset>
      <DataTable
        caption={text(lang, 'complaintPapers.papers')}
        columns={paperColumns(lang)}
        rows={props.papers}
        rowKey={byCaseId}
        empty={text(lang, 'complaintPapers.none')}
      />
    </ConsolePage>
  );
}

/** What somebody has still to serve, of all penalty cases. */
export function OpenPenaltyPapersPage({ papers }: { papers: readonly StoredCasePaper[] }): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage
      title={text(lang, 'penaltyPapers.open')}
      lead={text(lang, 'penaltyPapers.open.lead', { total: papers.length })}
    >
      <DataTable
        caption={text(lang, 'complaintPapers.papers')}
        columns={paperColumns(lang)}
        rows={papers}
        rowKey={byCaseId}
        empty={text(lang, 'penaltyPapers.open.none')}
      />
    </ConsolePage>
  );
}
