import type { VNode } from 'preact';
import { citedText } from '../../../shared/law/lawTable.ts';
import { parameterRow } from '../../../shared/law/penaltyParameters.ts';
import { publicityTermAt } from '../../../shared/law/publicityTerms.ts';
import { repairConditions, repairMaterials } from '../../../shared/law/repairRules.ts';
import { yuanText } from '../../../shared/money.ts';
import { contentText } from '../../../shared/penalty/decisionWords.ts';
import { applicableRow } from '../../../shared/penalty/measures.ts';
import type { Decision, Draft, PenaltyCase } from '../../../shared/penalty/penaltyCase.ts';
import { owed } from '../../../shared/penalty/performing.ts';
import { publicityOf } from '../../../shared/penalty/publicityOf.ts';
import { dateText } from '../../publicity-worker/words.ts';
import { SummaryList } from '../../web/kit/components/summaryList.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { say, unverifiedMark } from './words.ts';

/** The decision, how it is paid, how long it is published, and what can be repaired: nothing before it is decided. */
export function DecisionPart({ penalty }: { penalty: PenaltyCase }): VNode | null {
  const { lang } = usePage();
  const { decision, draft, annulment } = penalty;
  if (decision?.number === undefined || draft === undefined) return null;
  const punished = decision.outcome === 'penalty';
  const annulled = annulment?.decided !== undefined;
  return (
    <section>
      <h2 class="govuk-heading-m">{say(lang, 'linkPenalty.decision')}</h2>
      <SummaryList
        rows={[
          { label: say(lang, 'linkPenalty.decision.number'), value: decision.number },
          { label: say(lang, 'linkPenalty.decision.on'), value: dateText(lang, decision.on) },
          {
            label: say(lang, 'linkPenalty.decision.content'),
            value: punished ? (
              <span lang="zh-CN">{contentText(draft.charges)}</span>
            ) : (
              say(lang, 'linkPenalty.decision.none')
            ),
          },
          decision.served === undefined
            ? undefined
            : { label: say(lang, 'linkPenalty.decision.served'), value: dateText(lang, decision.served.on) },
        ]}
      />
      {annulled ? (
        <p class="govuk-body">{say(lang, 'linkPenalty.annulled', { reference: annulment.reference })}</p>
      ) : null}
      {punished && !annulled ? (
        <>
          <PaymentPart penalty={penalty} decision={decision} />
          <PublicityPart penalty={penalty} decision={decision} draft={draft} />
        </>
      ) : null}
    </section>
  );
}

interface Decided {
  readonly penalty: PenaltyCase;
  readonly decision: Decision;
}

function PaymentPart({ penalty, decision }: Decided): VNode | null {
  const { lang } = usePage();
  if (decision.fine + decision.confiscated === 0) return null;
  const left = owed(penalty);
  const daily = parameterRow('late.daily', decision.on);
  return (
    <>
      <h3 class="govuk-heading-s">{say(lang, 'linkPenalty.pay')}</h3>
      {left === 0 ? (
        <p class="govuk-body">{say(lang, 'linkPenalty.pay.paid')}</p>
      ) : (
        <>
          <SummaryList rows={[{ label: say(lang, 'linkPenalty.pay.owed'), value: `¥${yuanText(left)}` }]} />
          <p class="govuk-body">
            {say(lang, 'linkPenalty.pay.how', { daily: daily.value, citation: citedText(daily.citation) })}
          </p>
        </>
      )}
    </>
  );
}

function PublicityPart({ penalty, decision, draft }: Decided & { draft: Draft }): VNode {
  const { lang } = usePage();
  const { publicity } = penalty;
  // Before it takes effect nothing is published: the same days as the decision itself tells.
  const term = publicity ?? publicityOf(draft.charges, penalty.party, decision.on);
  const row = publicityTermAt(term.class, decision.on);
  const ended = publicity?.ended;
  return (
    <>
      <h3 class="govuk-heading-s">{say(lang, 'linkPenalty.publicity')}</h3>
      <SummaryList
        rows={[
          {
            label: say(lang, 'linkPenalty.publicity.class'),
            value: (
              <>
                {say(lang, `penalty.law.class.${term.class}`)}
                <br />
                <span lang="zh-CN">{row.citation.text}</span>
                {unverifiedMark(lang, row)}
              </>
            ),
          },
          { label: say(lang, 'linkPenalty.publicity.until'), value: dateText(lang, term.until) },
          {
            label: say(lang, 'linkPenalty.publicity.earliest'),
            value:
              term.earliest === undefined
                ? say(lang, 'linkPenalty.publicity.never')
                : dateText(lang, term.earliest),
          },
        ]}
      />
      {ended === undefined ? null : (
        <p class="govuk-body">
          {say(lang, 'linkPenalty.publicity.ended', { date: dateText(lang, ended.on) })}
        </p>
      )}
      {ended === undefined && term.earliest !== undefined ? (
        <RepairPart draft={draft} decision={decision} from={term.earliest} />
      ) : null}
    </>
  );
}

/** What can be repaired, from when, and with which papers. */
function RepairPart(props: { draft: Draft; decision: Decision; from: Decision['on'] }): VNode {
  const { lang } = usePage();
  const { draft, decision, from } = props;
  const own = draft.charges.flatMap(({ entry, actOn, actUntil, tier }) => {
    const applied = applicableRow(entry, actUntil ?? actOn, decision.on, tier);
    return applied.ok ? [applied.value.row.repair[lang]] : [];
  });
  const conditions = repairConditions.filter(({ subjects }) => subjects.some((one) => one === 'penalty'));
  return (
    <>
      <h3 class="govuk-heading-s">{say(lang, 'linkPenalty.repair')}</h3>
      <p class="govuk-body">{say(lang, 'linkPenalty.repair.from', { date: dateText(lang, from) })}</p>
      <ul class="govuk-list govuk-list--bullet">
        {[...conditions.map((one) => one[lang]), ...new Set(own)].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p class="govuk-body">{say(lang, 'linkPenalty.repair.materials')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {repairMaterials.map((one) => (
          <li key={one.rule}>{one[lang]}</li>
        ))}
      </ul>
    </>
  );
}
