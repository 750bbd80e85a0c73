import type { VNode } from 'preact';
import { usePage } from '../context.tsx';
import { words } from '../words.ts';
import { DataTable } from './dataTable.tsx';

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Drawn in the colour of overdue things; say so in the label as well. */
  readonly overdue?: boolean;
}

const rowHeight = 28;
// A narrow drawing, so that its text is still readable when it is fitted to a phone.
const labelWidth = 120;
const plotWidth = 210;
const valueWidth = 50;

/** The next round number (1, 2 or 5 times a power of ten) at or above the largest value; at least 1. */
export function scaleEnd(values: readonly number[]): number {
  const largest = Math.max(1, ...values);
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= largest) ?? 10;
  return step * power;
}

/** Horizontal bars from zero, with the table of the same figures beside them. */
export function BarChart(props: {
  caption: string;
  labelHead: string;
  valueHead: string;
  bars: readonly Bar[];
  format?: (value: number) => string;
}): VNode {
  const { lang } = usePage();
  const format = props.format ?? String;
  const end = scaleEnd(props.bars.map((bar) => bar.value));
  const height = props.bars.length * rowHeight + 4;
  const width = labelWidth + plotWidth + valueWidth;
  return (
    <figure class="dr-chart">
      <svg
        class="dr-chart__plot"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${props.caption}${lang === 'zh' ? '。' : '. '}${words(lang, 'kit.chart.seeTable')}`}
      >
        <line class="dr-chart__axis" x1={labelWidth} x2={labelWidth} y1={0} y2={height} />
        {props.bars.map((bar, index) => {
          const y = index * rowHeight + 4;
          const length = (Math.max(0, bar.value) / end) * plotWidth;
          return (
            <g key={bar.label}>
              <text class="dr-chart__label" x={labelWidth - 8} y={y + 15} text-anchor="end">
                {bar.label}
              </text>
              <rect
                class={bar.overdue === true ? 'dr-chart__bar dr-chart__bar--overdue' : 'dr-chart__bar'}
                x={labelWidth}
                y={y}
                width={length}
                height={rowHeight - 8}
              />
              <text class="dr-chart__value" x={labelWidth + length + 6} y={y + 15}>
                {format(bar.value)}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption class="dr-chart__table">
        <DataTable
          caption={props.caption}
          columns={[
            { key: 'label', label: props.labelHead, rowHeader: true, cell: (bar: Bar) => bar.label },
            { key: 'value', label: props.valueHead, numeric: true, cell: (bar: Bar) => format(bar.value) },
          ]}
          rows={props.bars}
          rowKey={(bar) => bar.label}
        />
      </figcaption>
    </figure>
  );
}
