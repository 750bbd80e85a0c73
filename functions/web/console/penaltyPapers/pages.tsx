import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { StoredPaper } from '../../../../shared/notice/casePapers.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Inset } from '../../kit/components/notices.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { byCaseId, paperColumns } from '../casePapers/pages.tsx';

/** The papers of a penalty case with the state of their service. */
export function PenaltyPapersPage(props: {
  id: string;
  number: string;
  papers: readonly StoredPaper[];
}): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage
      title={text(lang, 'casePapers.title', { number: props.number })}
      back={{ href: `/penalties/${encodeURIComponent(props.id)}`, label: props.number }}
    >
      <Inset>{text(lang, 'penaltyPapers.serving')}</Inset>
      <DataTable
        caption={text(lang, 'casePapers.papers')}
        columns={paperColumns(lang, '/penalties')}
        rows={props.papers}
        rowKey={byCaseId}
        empty={text(lang, 'casePapers.none')}
      />
    </ConsolePage>
  );
}

/** What somebody has still to serve, of all penalty cases. */
export function OpenPenaltyPapersPage({ papers }: { papers: readonly StoredPaper[] }): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage
      title={text(lang, 'penaltyPapers.open')}
      lead={text(lang, 'penaltyPapers.open.lead', { total: papers.length })}
    >
      <DataTable
        caption={text(lang, 'casePapers.papers')}
        columns={paperColumns(lang, '/penalties')}
        rows={papers}
        rowKey={byCaseId}
        empty={text(lang, 'penaltyPapers.open.none')}
      />
    </ConsolePage>
  );
}
