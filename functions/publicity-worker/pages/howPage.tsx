import type { VNode } from 'preact';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { Hash } from '../../web/kit/components/hash.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { say } from '../words.ts';
import { exampleDraw } from './example.ts';
import { attacks, effects, intro, sections, steps } from './howText.ts';
import { SitePage } from './sitePage.tsx';

/** How the draw works, for readers who never heard of a hash. */
export function HowPage(): VNode {
  const { lang } = usePage();
  const example = exampleDraw();
  return (
    <SitePage title={say(lang, 'site.how.title')} lead={intro[lang]}>
      <Picture />
      {sections.map((section) => (
        <section key={section.heading.en}>
          <h2 class="govuk-heading-m">{section.heading[lang]}</h2>
          {section.paragraphs.map((paragraph) => (
            <p class="govuk-body" key={paragraph.en}>
              {paragraph[lang]}
            </p>
          ))}
        </section>
      ))}
      <h2 class="govuk-heading-m">{say(lang, 'site.how.example')}</h2>
      <p class="govuk-body">{say(lang, 'site.how.exampleText')}</p>
      <p class="govuk-body">
        {say(lang, 'site.how.seed')} <Hash value={example.seed} />
      </p>
      <DataTable
        caption={say(lang, 'site.how.exampleTable')}
        rows={example.lines.map((line, rank) => ({ ...line, rank: rank + 1 }))}
        rowKey={({ name }) => name}
        columns={[
          { key: 'rank', label: say(lang, 'site.how.rank'), numeric: true, cell: ({ rank }) => rank },
          { key: 'name', label: say(lang, 'site.how.agency'), rowHeader: true, cell: ({ name }) => name },
          {
            key: 'ticket',
            label: say(lang, 'site.draw.ticket'),
            cell: ({ ticket }) => <Hash value={ticket} short />,
          },
          {
            key: 'drawn',
            label: say(lang, 'site.lookup.outcome'),
            cell: ({ drawn }) => say(lang, drawn ? 'site.lookup.drawn' : 'site.lookup.notDrawn'),
          },
        ]}
      />
      <DataTable
        caption={say(lang, 'site.how.attacks')}
        rows={attacks}
        rowKey={({ attempt }) => attempt.en}
        columns={[
          {
            key: 'attempt',
            label: say(lang, 'site.how.attempt'),
            rowHeader: true,
            cell: ({ attempt }) => attempt[lang],
          },
          { key: 'answer', label: say(lang, 'site.how.answer'), cell: ({ answer }) => answer[lang] },
          { key: 'effect', label: say(lang, 'site.how.effect'), cell: ({ effect }) => effects[effect][lang] },
        ]}
      />
    </SitePage>
  );
}

const WIDTH = 320;
const STEP = 64;
const BOX = 44;

/** The six steps from top to bottom, so that the picture is as readable on a phone as on a desk. */
function Picture(): VNode {
  const { lang } = usePage();
  const height = steps.length * STEP - (STEP - BOX) + 4;
  return (
    <figure class="dr-chart">
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={steps.map((step) => step[lang]).join(lang === 'zh' ? '，然后' : ', then ')}
        class="dr-chart__plot"
        width={WIDTH}
      >
        {steps.map((step, index) => {
          const y = index * STEP + 2;
          return (
            <g key={step.en}>
              <rect
                x={2}
                y={y}
                width={WIDTH - 4}
                height={BOX}
                rx={4}
                fill="#f3f6f9"
                stroke="#1d70b8"
                stroke-width={1.5}
              />
              <circle cx={24} cy={y + BOX / 2} r={12} fill="#1d70b8" />
              <text x={24} y={y + BOX / 2 + 5} text-anchor="middle" font-size={13} fill="#ffffff">
                {index + 1}
              </text>
              <text x={46} y={y + BOX / 2 + 5} font-size={15} fill="#0b0c0c">
                {step[lang]}
              </text>
              {index === steps.length - 1 ? null : (
                <path
                  d={`M${WIDTH / 2} ${y + BOX} v${STEP - BOX - 6} m-5 0 h10 l-5 6 z`}
                  fill="#1d70b8"
                  stroke="#1d70b8"
                  stroke-width={1.5}
                />
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
