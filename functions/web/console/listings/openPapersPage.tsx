import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { StoredCasePaper } from '../../../../shared/notice/casePaper.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { paperColumns } from '../casePapers/paperPages.tsx';
import { BOARD } from './listingWords.ts';

/** Papers about entries that somebody has still to serve, the longest waiting first. */
export function OpenListingPapersPage(props: { title: string; papers: readonly StoredCasePaper[] }): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage title={props.title} back={{ href: BOARD, label: text(lang, 'listingPage.title') }}>
      <DataTable
        caption={props.title}
        captionHidden
        columns={paperColumns(lang)}
        rows={props.papers}
        rowKey={({ caseId }) => caseId}
        empty={text(lang, 'listingPage.open.none')}
      />
    </ConsolePage>
  );
}
