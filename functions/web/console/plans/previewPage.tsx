import type { VNode } from 'preact';
import { catalogue, text } from '../../../../shared/messages/catalogue.ts';
import { cellText } from '../../../../shared/plan/cellText.ts';
import type { MonthPlan } from '../../../../shared/plan/monthPlan.ts';
import type { Preview, PreviewCell } from '../../../../shared/plan/preview.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import { Button, ButtonGroup } from '../../kit/components/button.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details, Inset, Warning } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { dayText, monthText } from '../moment.ts';
import { type AgencyOddsShown, OddsLookup } from './oddsLookup.tsx';
import { chanceText, percentOf } from './percent.ts';
import { TeamsPreview } from './teamsPreview.tsx';

export interface PreviewPageProps {
  readonly plan: MonthPlan;
  /** Version of the stored draft; none when the plan is published already. */
  readonly draftVersion: number | undefined;
  readonly preview: Preview | undefined;
  readonly looked: AgencyOddsShown | undefined;
  readonly edits: boolean;
  /** Why the registers and the plan give no draw, or why publishing was refused. */
  readonly problems: readonly Problem[];
}

/** Expected numbers keep two digits: they are sums of chances. */
function expectedText(value: number): string {
  return value.toFixed(2).replace(/\.?0+$/, '');
}

/** What a plan would do with the registers of this moment, before anything is committed. */
export function PreviewPage(props: PreviewPageProps): VNode {
  const { lang } = usePage();
  const { plan, preview } = props;
  const { month } = plan;
  return (
    <ConsolePage
      title={text(lang, 'plans.preview.title', { month: monthText(lang, month) })}
      lead={plan.title}
      back={{ href: `/plans/${month}`, label: text(lang, 'plans.back') }}
      problems={props.problems}
    >
      {preview === undefined ? (
        <Inset>{text(lang, 'plans.preview.none')}</Inset>
      ) : (
        <>
          <Totals preview={preview} />
          {preview.warnings.map((warning) => (
            <Warning key={warning.code}>{catalogue.problemText(lang, warning)}</Warning>
          ))}
          <CellTable cells={preview.cells} />
          <OddsLookup month={month} drawsLeft={preview.drawsLeft} looked={props.looked} />
          <Outside preview={preview} />
          {preview.teams === undefined ? null : <TeamsPreview teams={preview.teams} />}
          <Certificates preview={preview} />
        </>
      )}
      {props.edits && props.draftVersion !== undefined ? (
        <Publish month={month} version={props.draftVersion} blinded={preview?.agencyPool === 'blinded'} />
      ) : null}
    </ConsolePage>
  );
}

function Totals({ preview }: { preview: Preview }): VNode {
  const { lang } = usePage();
  const { drawn } = preview;
  return (
    <SummaryList
      rows={[
        { label: text(lang, 'plans.total.pool'), value: String(preview.agencies) },
        {
          label: text(lang, 'plans.total.drawn'),
          value: text(lang, 'plans.total.range', {
            expected: expectedText(drawn.expected),
            low: drawn.low,
            high: drawn.high,
          }),
        },
        { label: text(lang, 'plans.total.mandatory'), value: String(preview.mandatory) },
        { label: text(lang, 'plans.total.names'), value: text(lang, `plans.pool.${preview.agencyPool}`) },
      ]}
    />
  );
}

function CellTable({ cells }: { cells: readonly PreviewCell[] }): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={text(lang, 'plans.cells')}
      columns={[
        {
          key: 'cell',
          label: text(lang, 'plans.cell'),
          rowHeader: true,
          cell: (cell: PreviewCell) => cellText(lang, cell.cell),
        },
        {
          key: 'size',
          label: text(lang, 'plans.cell.size'),
          numeric: true,
          cell: ({ size }: PreviewCell) => String(size),
        },
        {
          key: 'rate',
          label: text(lang, 'plans.rate.percent'),
          numeric: true,
          cell: ({ ppm }: PreviewCell) => `${percentOf(ppm)} %`,
        },
        {
          key: 'expected',
          label: text(lang, 'plans.cell.expected'),
          numeric: true,
          cell: ({ expected }: PreviewCell) => expectedText(expected),
        },
        {
          key: 'range',
          label: text(lang, 'plans.cell.range'),
          numeric: true,
          cell: ({ low, high }: PreviewCell) => (low === high ? String(low) : `${low}–${high}`),
        },
        {
          key: 'min',
          label: text(lang, 'plans.rate.min'),
          numeric: true,
          cell: ({ min }: PreviewCell) => (min === undefined ? '—' : String(min)),
        },
        {
          key: 'odds',
          label: text(lang, 'plans.cell.odds'),
          numeric: true,
          cell: ({ odds }: PreviewCell) => chanceText(odds),
        },
      ]}
      rows={cells}
      rowKey={({ cell }) => cell}
    />
  );
}

const outsideParts = ['listed', 'capped', 'excluded', 'suspended', 'closed'] as const;

/** Who is not drawn by lot, part by part with the reason. */
function Outside({ preview }: { preview: Preview }): VNode {
  const { lang } = usePage();
  return (
    <section>
      <h2 class="govuk-heading-m">{text(lang, 'plans.outside')}</h2>
      {outsideParts.map((part) => {
        const agencies = preview.outside[part];
        return agencies.length === 0 ? null : (
          <Details
            key={part}
            summary={text(lang, 'plans.outside.part', {
              name: cellText(lang, part),
              count: agencies.length,
            })}
          >
            <p class="govuk-body">{text(lang, `plans.outside.${part}`)}</p>
            <ul class="govuk-list">
              {agencies.map((agency) => (
                <li key={agency.uscc}>
                  <a class="govuk-link" href={`/registers/agencies/${encodeURIComponent(agency.uscc)}`}>
                    {agency.name}
                  </a>
                  {reasonText(part, agency)}
                </li>
              ))}
            </ul>
          </Details>
        );
      })}
      {outsideParts.every((part) => preview.outside[part].length === 0) ? (
        <p class="govuk-body">{text(lang, 'plans.outside.none')}</p>
      ) : null}
    </section>
  );
}

function reasonText(part: (typeof outsideParts)[number], agency: Agency): string {
  return part === 'excluded' && agency.exclusion !== undefined ? `（${agency.exclusion}）` : '';
}

function Certificates({ preview }: { preview: Preview }): VNode | null {
  const { lang } = usePage();
  if (preview.certificatesEnding.length === 0) return null;
  return (
    <DataTable
      caption={text(lang, 'plans.certificates')}
      columns={[
        {
          key: 'name',
          label: text(lang, 'registers.inspector'),
          rowHeader: true,
          cell: ({ id, name }: Preview['certificatesEnding'][number]) => (
            <a class="govuk-link" href={`/registers/inspectors/${encodeURIComponent(id)}`}>
              {name}
            </a>
          ),
        },
        {
          key: 'to',
          label: text(lang, 'plans.certificates.to'),
          cell: ({ certificateValidTo }: Preview['certificatesEnding'][number]) =>
            dayText(lang, certificateValidTo),
        },
      ]}
      rows={preview.certificatesEnding}
      rowKey={({ id }) => id}
    />
  );
}

/** What becomes public stands before the button. */
function Publish(props: { month: string; version: number; blinded: boolean }): VNode {
  const { lang } = usePage();
  return (
    <section>
      <h2 class="govuk-heading-m">{text(lang, 'plans.publish')}</h2>
      <p class="govuk-body">{text(lang, 'plans.publish.what')}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{text(lang, 'plans.publish.items')}</li>
        <li>{text(lang, 'plans.publish.rates')}</li>
        <li>{text(lang, 'plans.publish.ceremony')}</li>
        <li>{text(lang, props.blinded ? 'plans.publish.blinded' : 'plans.publish.open')}</li>
      </ul>
      <Form action={`/plans/${props.month}/publish`} version={props.version}>
        <ButtonGroup>
          <Button>{text(lang, 'plans.publish')}</Button>
          <a class="govuk-link" href={`/plans/${props.month}`}>
            {text(lang, 'plans.change')}
          </a>
        </ButtonGroup>
      </Form>
    </section>
  );
}
