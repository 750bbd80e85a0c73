import type { VNode } from 'preact';
import { type PublicityTermRow, publicityTerms } from '../../../shared/law/publicityTerms.ts';
import { repairConditions } from '../../../shared/law/repairRules.ts';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { citationText } from '../catalogueWords.ts';
import { say } from '../words.ts';

const conditions = repairConditions.filter(({ subjects }) =>
  subjects.some((subject) => subject === 'penalty'),
);

/** How long each class is public, and what an early end asks for. */
export function PublicationTerms(): VNode {
  const { lang } = usePage();
  const rows: readonly PublicityTermRow[] = publicityTerms;
  return (
    <>
      <DataTable
        caption={say(lang, 'site.catalogue.terms')}
        rows={rows}
        rowKey={({ rule }) => rule}
        columns={[
          {
            key: 'class',
            label: say(lang, 'site.catalogue.termClass'),
            rowHeader: true,
            cell: (row) => row[lang],
          },
          {
            key: 'gsxt',
            label: say(lang, 'site.catalogue.onGsxt'),
            cell: ({ gsxt }) => say(lang, gsxt ? 'site.catalogue.yes' : 'site.catalogue.no'),
          },
          {
            key: 'longest',
            label: say(lang, 'site.catalogue.longest'),
            cell: ({ longest, untilRestrictionEnds }) =>
              `${say(lang, 'site.catalogue.afterMonths', { n: longest })}${untilRestrictionEnds ? say(lang, 'site.catalogue.restriction') : ''}`,
          },
          {
            key: 'shortest',
            label: say(lang, 'site.catalogue.shortest'),
            cell: ({ shortest, untilRestrictionEnds }) =>
              shortest === undefined
                ? say(lang, 'site.catalogue.never')
                : `${say(lang, 'site.catalogue.fromMonths', { n: shortest })}${untilRestrictionEnds ? say(lang, 'site.catalogue.restriction') : ''}`,
          },
          {
            key: 'basis',
            label: say(lang, 'site.catalogue.basis'),
            cell: ({ citation }) => citationText(lang, citation),
          },
        ]}
      />
      <h2 class="govuk-heading-m">{say(lang, 'site.catalogue.conditions')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {conditions.map((row) => (
          <li key={row.rule}>
            {row[lang]}
            {lang === 'zh' ? '：' : ': '}
            {citationText(lang, row.citation)}
          </li>
        ))}
      </ul>
    </>
  );
}
