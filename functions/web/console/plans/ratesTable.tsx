import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import { TableFrame } from '../../kit/components/tableFrame.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { CellInput, CellSelect, LineButton } from './cellFields.tsx';
import { rateCount } from './planForm.ts';
import { classChoices, districtChoices, kindChoices, recencyChoices } from './planWords.ts';

const heads = ['kind', 'riskClass', 'recency', 'district', 'percent', 'round', 'min'] as const;

/** The rate table: the first line that fits an agency gives its rate, so the order of the lines counts. */
export function RatesTable({ values }: { values: Values }): VNode {
  const { lang } = usePage();
  const count = rateCount(values);
  const round = (['exact', 'ceil'] as const).map((value) => ({
    value,
    label: text(lang, `plans.round.${value}`),
  }));
  return (
    <TableFrame label={text(lang, 'plans.rates')}>
      <table class="govuk-table dr-table">
        <caption class="govuk-table__caption govuk-table__caption--s">{text(lang, 'plans.rates')}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              {text(lang, 'plans.line')}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" class="govuk-table__header">
                {text(lang, `plans.rate.${head}`)}
              </th>
            ))}
            <th scope="col" class="govuk-table__header">
              {text(lang, 'plans.rate.change')}
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {Array.from({ length: count }, (_, at) => (
            <RateLine key={String(at)} at={at} last={at === count - 1} round={round} />
          ))}
        </tbody>
      </table>
      <p class="govuk-body">
        <LineButton op="rates.add" label={text(lang, 'plans.rate.add')}>
          {text(lang, 'plans.rate.add')}
        </LineButton>
      </p>
    </TableFrame>
  );
}

function RateLine(props: {
  at: number;
  last: boolean;
  round: readonly { value: string; label: string }[];
}): VNode {
  const { lang } = usePage();
  const { at } = props;
  const line = at + 1;
  const label = (head: (typeof heads)[number]) =>
    text(lang, 'plans.rate.cell', { head: text(lang, `plans.rate.${head}`), line });
  const name = (head: (typeof heads)[number]) => `rates.${at}.${head}`;
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        {line}
      </th>
      <td class="govuk-table__cell">
        <CellSelect name={name('kind')} label={label('kind')} choices={kindChoices(lang)} />
      </td>
      <td class="govuk-table__cell">
        <CellSelect name={name('riskClass')} label={label('riskClass')} choices={classChoices(lang)} />
      </td>
      <td class="govuk-table__cell">
        <CellSelect name={name('recency')} label={label('recency')} choices={recencyChoices(lang)} />
      </td>
      <td class="govuk-table__cell">
        <CellSelect name={name('district')} label={label('district')} choices={districtChoices(lang)} />
      </td>
      <td class="govuk-table__cell">
        <CellInput name={name('percent')} label={label('percent')} width={5} suffix="%" />
      </td>
      <td class="govuk-table__cell">
        <CellSelect name={name('round')} label={label('round')} choices={props.round} />
      </td>
      <td class="govuk-table__cell">
        <CellInput name={name('min')} label={label('min')} width={3} />
      </td>
      <td class="govuk-table__cell">
        {at === 0 ? null : (
          <>
            <LineButton op={`rates.up.${at}`} label={text(lang, 'plans.rate.up', { line })}>
              ↑
            </LineButton>{' '}
          </>
        )}
        {props.last ? null : (
          <>
            <LineButton op={`rates.down.${at}`} label={text(lang, 'plans.rate.down', { line })}>
              ↓
            </LineButton>{' '}
          </>
        )}
        <LineButton op={`rates.remove.${at}`} label={text(lang, 'plans.rate.remove', { line })}>
          {text(lang, 'plans.remove')}
        </LineButton>
      </td>
    </tr>
  );
}
