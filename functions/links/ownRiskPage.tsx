import type { VNode } from 'preact';
import { type LocalDate, monthOf } from '../../shared/calendar/localDate.ts';
import { formulaAt } from '../../shared/law/riskFormula.ts';
import { createCatalogue, type Lang } from '../../shared/messages/message.ts';
import { riskPageMessages } from '../../shared/messages/riskPages.ts';
import { cellText } from '../../shared/plan/cellText.ts';
import { dateText, monthText, percent } from '../publicity-worker/words.ts';
import { SummaryList } from '../web/kit/components/summaryList.tsx';
import { usePage } from '../web/kit/context.tsx';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import { RiskFormulaPart } from '../web/risk/formulaPart.tsx';
import { RiskLinesTable } from '../web/risk/linesTable.tsx';
import type { OwnRisk } from './ownRisk.ts';

const say = createCatalogue(riskPageMessages).text;
const MILLION = 1_000_000;

/** An agency's class, what made it, what comes next, and its odds. */
export function OwnRiskPage(props: {
  readonly token: string;
  readonly own: OwnRisk;
  readonly today: LocalDate;
  readonly contact: string;
  readonly publicityUrl: string;
}): VNode {
  const { lang } = usePage();
  const { own, today } = props;
  const month = monthOf(today);
  const { next, points, creditGrade } = own;
  return (
    <PublicPage
      title={say(lang, 'linkRisk.title')}
      lead={say(lang, 'linkRisk.lead')}
      home={props.publicityUrl}
      back={{ href: `/l/${props.token}` }}
    >
      <SummaryList
        rows={[
          { label: say(lang, 'riskPage.now', { month: monthText(lang, month) }), value: own.class },
          {
            label: say(lang, 'riskPage.next'),
            value:
              next === undefined
                ? say(lang, 'riskPage.next.none')
                : say(lang, 'riskPage.next.value', {
                    class: next.class,
                    month: monthText(lang, next.from),
                  }),
          },
          points === undefined ? undefined : { label: say(lang, 'riskPage.score'), value: points.score },
          oddsRow(lang, own),
          creditGrade === undefined
            ? undefined
            : { label: say(lang, 'riskPage.creditGrade'), value: creditGrade },
        ]}
      />
      {points === undefined ? (
        <p class="govuk-body">{say(lang, 'riskPage.noLedger', { class: own.class })}</p>
      ) : (
        <RiskLinesTable
          caption={say(lang, 'riskPage.lines', { day: dateText(lang, today) })}
          lines={points.lines}
        />
      )}
      <p class="govuk-body">{say(lang, 'linkRisk.wrong', { contact: props.contact })}</p>
      <h2 class="govuk-heading-m">{say(lang, 'riskPage.formula')}</h2>
      <RiskFormulaPart formula={formulaAt(today)} />
    </PublicPage>
  );
}

function oddsRow(lang: Lang, { plan }: OwnRisk) {
  if (plan === undefined)
    return { label: say(lang, 'linkRisk.odds.next'), value: say(lang, 'linkRisk.odds.none') };
  const label = say(lang, 'linkRisk.odds', { month: monthText(lang, plan.month) });
  const { odds } = plan;
  if (odds === undefined) return { label, value: say(lang, 'linkRisk.odds.outside') };
  const chance = percent(Math.round(odds.odds * MILLION));
  const cell = cellText(lang, odds.cell);
  return { label, value: say(lang, 'linkRisk.odds.value', { odds: chance, cell, size: odds.size }) };
}
