import type { VNode } from 'preact';
import type { StoredComplaint } from '../../shared/complaint/ports.ts';
import { waitingReveals } from '../../shared/complaint/revealing.ts';
import { DataTable } from '../web/kit/components/dataTable.tsx';
import { usePage } from '../web/kit/context.tsx';
import { ConsolePage } from '../web/kit/layouts/consolePage.tsx';
import { actText, caseName, identityPath, kindText, words } from './words.ts';

/** The wishes to see an identity that wait for a second person, whatever the state of their case. */
export function WishesPage({ cases }: { cases: readonly StoredComplaint[] }): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage
      title={words(lang, 'identityPage.wishes.title')}
      back={{ href: '/complaints', label: words(lang, 'identityPage.back.list') }}
    >
      <p class="govuk-body">{words(lang, 'identityPage.wishes.lead')}</p>
      <DataTable
        caption={words(lang, 'identityPage.wishes.title')}
        captionHidden
        rows={cases}
        rowKey={({ caseId }) => caseId}
        empty={words(lang, 'identityPage.wishes.none')}
        columns={[
          {
            key: 'case',
            label: words(lang, 'identityPage.case'),
            rowHeader: true,
            cell: ({ state }) => (
              <a class="govuk-link dr-nowrap" href={identityPath(state.id)}>
                {caseName(state)}
              </a>
            ),
          },
          {
            key: 'kind',
            label: words(lang, 'identityPage.kind'),
            cell: ({ state }) => kindText(lang, state),
          },
          {
            key: 'asked',
            label: words(lang, 'identityPage.wishes.asked'),
            cell: ({ state }) =>
              waitingReveals(state).map(({ no, asked, reason }) => (
                <div key={no}>
                  {actText(lang, asked)}: {reason}
                </div>
              )),
          },
        ]}
      />
    </ConsolePage>
  );
}
