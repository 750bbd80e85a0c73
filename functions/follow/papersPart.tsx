import type { VNode } from 'preact';
import type { StoredPaper } from '../../shared/notice/casePapers.ts';
import { DataTable } from '../web/kit/components/dataTable.tsx';
import { usePage } from '../web/kit/context.tsx';
import { PaperPage } from '../web/kit/layouts/paperPage.tsx';
import { NoticePaper } from '../web/papers/noticePaper.tsx';
import { casePath } from './casePaths.ts';
import { dayText, say } from './words.ts';

const paperPath = (id: string, { state }: StoredPaper) =>
  casePath(id, `/papers/${encodeURIComponent(state.occasion)}`);

/** The official papers to the filer. Whoever filed without a name finds them here and nowhere else. */
export function PapersPart({ id, papers }: { id: string; papers: readonly StoredPaper[] }): VNode {
  const { lang } = usePage();
  return (
    <>
      <h2 class="govuk-heading-m" id="papers">
        {say(lang, 'followCase.papers')}
      </h2>
      <DataTable
        caption={say(lang, 'followCase.papers')}
        captionHidden
        rows={papers}
        rowKey={({ caseId }: StoredPaper) => caseId}
        empty={say(lang, 'followCase.papers.none')}
        columns={[
          {
            key: 'paper',
            label: say(lang, 'followCase.papers.paper'),
            rowHeader: true,
            cell: (paper) => (
              <a class="govuk-link" href={paperPath(id, paper)} lang="zh-CN">
                {paper.state.paper.title}
              </a>
            ),
          },
          {
            key: 'number',
            label: say(lang, 'followCase.papers.number'),
            cell: ({ state }) => <span lang="zh-CN">{state.number}</span>,
          },
          {
            key: 'date',
            label: say(lang, 'followCase.papers.date'),
            cell: ({ state }) => dayText(lang, state.date),
          },
        ]}
      />
    </>
  );
}

/** One of them, to be read and printed. */
export function FilerPaperPage({ id, paper }: { id: string; paper: StoredPaper }): VNode {
  const { lang } = usePage();
  const { state } = paper;
  return (
    <PaperPage title={state.paper.title} back={{ href: casePath(id), label: say(lang, 'followCase.back') }}>
      <NoticePaper notice={state} />
    </PaperPage>
  );
}
