import type { VNode } from 'preact';
import type { RiskFormula } from '../../../shared/law/riskFormula.ts';
import type { PublicRiskCounts } from '../../../shared/statistics/riskCounts.ts';
import { SMALLEST_PUBLISHED } from '../../../shared/statistics/suppression.ts';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { Inset } from '../../web/kit/components/notices.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { RiskFormulaPart } from '../../web/risk/formulaPart.tsx';
import { monthText, say } from '../words.ts';
import { SitePage } from './sitePage.tsx';

/** The formula of the risk class, and how many agencies stand in each; never which. */
export function RiskPage(props: {
  readonly formula: RiskFormula;
  readonly counts: PublicRiskCounts | undefined;
}): VNode {
  const { lang } = usePage();
  const { counts } = props;
  return (
    <SitePage title={say(lang, 'site.risk.title')} lead={say(lang, 'site.risk.lead')}>
      {counts === undefined ? null : (
        <>
          <DataTable
            caption={say(lang, 'site.risk.counts', { month: monthText(lang, counts.month) })}
            rows={counts.lines}
            rowKey={(line) => line.class}
            columns={[
              {
                key: 'class',
                label: say(lang, 'riskPage.class'),
                rowHeader: true,
                cell: (line) => line.class,
              },
              {
                key: 'agencies',
                label: say(lang, 'riskPage.agencies'),
                numeric: true,
                cell: ({ count }) => count ?? say(lang, 'site.risk.hidden'),
              },
            ]}
          />
          <Inset>{say(lang, 'site.risk.hiddenWhy', { least: SMALLEST_PUBLISHED })}</Inset>
        </>
      )}
      <h2 class="govuk-heading-m">{say(lang, 'site.risk.formula')}</h2>
      <RiskFormulaPart formula={props.formula} />
    </SitePage>
  );
}
