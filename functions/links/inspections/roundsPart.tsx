import type { VNode } from 'preact';
import type { InspectionStatus, RectificationRound } from '../../../shared/inspection/inspectionCase.ts';
import { dateText } from '../../publicity-worker/words.ts';
import { SummaryList } from '../../web/kit/components/summaryList.tsx';
import { usePage } from '../../web/kit/context.tsx';
import type { OwnInspection } from './ownInspections.ts';
import { dayText, say, sayCode } from './words.ts';

/** Every order to put something right: what, until when, what was reported and what the check has shown. */
export function RoundsPart({ own }: { own: OwnInspection }): VNode | null {
  const { lang } = usePage();
  const { rectification } = own.state;
  if (rectification.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{say(lang, 'linkRectify.title')}</h2>
      {rectification.map((round, index) => (
        <RoundPart
          key={round.ordered.at}
          no={index + 1}
          round={round}
          status={index === rectification.length - 1 ? own.status : 'closed'}
        />
      ))}
    </>
  );
}

function RoundPart(props: { no: number; round: RectificationRound; status: InspectionStatus }): VNode {
  const { lang } = usePage();
  const { round } = props;
  const { answer, recheck } = round;
  const unanswered = props.status === 'rectifying' ? 'none' : 'expired';
  return (
    <>
      <h3 class="govuk-heading-s">{say(lang, 'linkRectify.round', { no: props.no })}</h3>
      <SummaryList
        rows={[
          { label: say(lang, 'linkRectify.ordered'), value: dayText(lang, round.ordered.at) },
          { label: say(lang, 'linkRectify.text'), value: <span class="dr-lines">{round.text}</span> },
          {
            label: say(lang, 'linkRectify.due'),
            value: say(lang, 'linkRectify.due.value', { days: round.days, date: dateText(lang, round.due) }),
          },
          {
            label: say(lang, 'linkRectify.answer'),
            value:
              answer === undefined ? (
                say(lang, `linkRectify.answer.${unanswered}`)
              ) : (
                <>
                  {say(lang, 'linkRectify.answer.on', {
                    date: dayText(lang, answer.at),
                    count: answer.evidence.length,
                  })}
                  <br />
                  <span class="dr-lines">{answer.text}</span>
                </>
              ),
          },
          {
            label: say(lang, 'linkRectify.recheck'),
            // What one member has found counts once a second one has confirmed it.
            value:
              recheck?.confirmed === undefined
                ? say(lang, 'linkRectify.recheck.none')
                : say(lang, 'linkRectify.recheck.value', {
                    outcome: sayCode(lang, `inspection.recheck.${recheck.outcome}`),
                    date: dayText(lang, recheck.confirmed.at),
                    note: recheck.note,
                  }),
          },
        ]}
      />
    </>
  );
}
