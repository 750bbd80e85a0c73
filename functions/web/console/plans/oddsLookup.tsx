import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { AgencyOdds } from '../../../../shared/plan/odds.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Filters } from '../../kit/components/filters.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage } from '../../kit/context.tsx';
import { chanceText } from './percent.ts';

/** The agencies that were asked for, with their odds; none for who is in no pool. */
export interface AgencyOddsShown {
  readonly text: string;
  readonly found: readonly { readonly agency: Agency; readonly odds: AgencyOdds | undefined }[];
  readonly total: number;
}

/** The chance of one agency: in this draw, and at least once to December on the assumption that is stated. */
export function OddsLookup(props: {
  month: string;
  drawsLeft: number;
  looked: AgencyOddsShown | undefined;
}): VNode {
  const { lang } = usePage();
  const { looked } = props;
  type Line = AgencyOddsShown['found'][number];
  return (
    <section>
      <h2 class="govuk-heading-m">{text(lang, 'plans.odds')}</h2>
      <Filters apply={text(lang, 'plans.odds.look')} clear={text(lang, 'plans.odds.clear')}>
        <TextInput name="agency" label={text(lang, 'plans.odds.agency')} type="search" width={20} />
      </Filters>
      {looked === undefined ? null : (
        <DataTable
          caption={text(lang, 'plans.odds.found', { text: looked.text, total: looked.total })}
          columns={[
            {
              key: 'name',
              label: text(lang, 'registers.agency'),
              rowHeader: true,
              cell: ({ agency }: Line) => agency.name,
            },
            {
              key: 'now',
              label: text(lang, 'plans.odds.now'),
              numeric: true,
              cell: ({ odds }: Line) =>
                odds === undefined ? text(lang, 'plans.odds.none') : chanceText(odds.odds),
            },
            {
              key: 'year',
              label: text(lang, 'plans.odds.year'),
              numeric: true,
              cell: ({ odds }: Line) => (odds === undefined ? '—' : chanceText(odds.thisYear)),
            },
          ]}
          rows={looked.found}
          rowKey={({ agency }) => agency.uscc}
        />
      )}
      <p class="govuk-body">{text(lang, 'plans.odds.assumption', { draws: props.drawsLeft })}</p>
      <p class="govuk-body">
        {text(lang, 'plans.odds.files')}{' '}
        <a class="govuk-link" href={`/plans/${props.month}/odds.xlsx`}>
          {text(lang, 'registers.export.xlsx')}
        </a>{' '}
        <a class="govuk-link" href={`/plans/${props.month}/odds.csv`}>
          {text(lang, 'registers.export.csv')}
        </a>
      </p>
    </section>
  );
}
