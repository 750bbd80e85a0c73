import type { VNode } from 'preact';
import type { RiskFormula } from '../../../../shared/law/riskFormula.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import { riskClassIn } from '../../../../shared/register/riskClassIn.ts';
import { riskClasses } from '../../../../shared/register/vocabulary.ts';
import type { StoredLedger } from '../../../../shared/risk/ports.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Filters } from '../../kit/components/filters.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { RiskFormulaPart } from '../../risk/formulaPart.tsx';
import { monthText } from '../moment.ts';
import { riskPath } from './paths.ts';

export interface RiskListProps {
  readonly month: string;
  /** All agencies of the register. */
  readonly agencies: readonly Agency[];
  /** Those that were looked for, when somebody did. */
  readonly found: readonly Agency[] | undefined;
  readonly reviews: readonly StoredLedger[];
  readonly formula: RiskFormula;
}

/** How many agencies stand in each class, which are about to change, and what waits for a second person. */
export function RiskListPage(props: RiskListProps): VNode {
  const { lang } = usePage();
  const { month, agencies, reviews } = props;
  const names = new Map(agencies.map(({ uscc, name }) => [uscc, name]));
  const pending = agencies.filter(({ nextRisk }) => nextRisk !== undefined && nextRisk.from > month);
  return (
    <ConsolePage title={text(lang, 'riskPage.title')} lead={text(lang, 'riskPage.lead')}>
      <CountTable {...props} />
      <h2 class="govuk-heading-m">{text(lang, 'riskPage.find')}</h2>
      <Filters apply={text(lang, 'riskPage.find.go')} clear={text(lang, 'riskPage.find.clear')}>
        <TextInput name="agency" label={text(lang, 'riskPage.find.label')} type="search" width={20} />
      </Filters>
      {props.found === undefined ? null : (
        <AgencyTable caption={text(lang, 'riskPage.found')} month={month} agencies={props.found} />
      )}
      <AgencyTable
        caption={text(lang, 'riskPage.pending')}
        month={month}
        agencies={pending}
        empty={text(lang, 'riskPage.pending.none')}
      />
      <DataTable
        caption={text(lang, 'riskPage.reviews')}
        rows={reviews}
        rowKey={({ caseId }) => caseId}
        empty={text(lang, 'riskPage.reviews.none')}
        columns={[
          {
            key: 'agency',
            label: text(lang, 'riskPage.agency'),
            rowHeader: true,
            cell: ({ state }) => (
              <a class="govuk-link" href={riskPath(state.uscc)}>
                {names.get(state.uscc) ?? state.uscc}
              </a>
            ),
          },
        ]}
      />
      <h2 class="govuk-heading-m">{text(lang, 'riskPage.formula')}</h2>
      <RiskFormulaPart formula={props.formula} />
    </ConsolePage>
  );
}

function CountTable({ month, agencies }: RiskListProps): VNode {
  const { lang } = usePage();
  const open = agencies.filter(({ status }) => status !== 'closed');
  return (
    <DataTable
      caption={text(lang, 'riskPage.counts', { month: monthText(lang, month) })}
      rows={riskClasses.map(({ code }) => ({
        code,
        count: open.filter((agency) => riskClassIn(agency, month) === code).length,
      }))}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'class',
          label: text(lang, 'riskPage.class'),
          rowHeader: true,
          cell: ({ code }) => code,
        },
        {
          key: 'agencies',
          label: text(lang, 'riskPage.agencies'),
          numeric: true,
          cell: ({ count }) => count,
        },
      ]}
    />
  );
}

function AgencyTable(props: {
  caption: string;
  month: string;
  agencies: readonly Agency[];
  empty?: string;
}): VNode {
  const { lang } = usePage();
  const { month } = props;
  return (
    <DataTable
      caption={props.caption}
      rows={props.agencies}
      rowKey={({ uscc }) => uscc}
      {...(props.empty === undefined ? {} : { empty: props.empty })}
      columns={[
        {
          key: 'agency',
          label: text(lang, 'riskPage.agency'),
          rowHeader: true,
          cell: ({ uscc, name }) => (
            <a class="govuk-link" href={riskPath(uscc)}>
              {name}
            </a>
          ),
        },
        {
          key: 'now',
          label: text(lang, 'riskPage.now', { month: monthText(lang, month) }),
          cell: (agency) => riskClassIn(agency, month),
        },
        {
          key: 'next',
          label: text(lang, 'riskPage.next'),
          cell: ({ nextRisk }) => (nextRisk !== undefined && nextRisk.from > month ? nextRisk.class : '—'),
        },
        {
          key: 'from',
          label: text(lang, 'riskPage.from'),
          cell: ({ nextRisk }) =>
            nextRisk !== undefined && nextRisk.from > month ? monthText(lang, nextRisk.from) : '—',
        },
      ]}
    />
  );
}
