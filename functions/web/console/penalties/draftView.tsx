import type { VNode } from 'preact';
import {
  aggravatingFactors,
  mitigatingFactors,
  notPunishingGrounds,
} from '../../../../shared/law/decisionReasons.ts';
import { listingGrounds } from '../../../../shared/law/listingGrounds.ts';
import { assessed } from '../../../../shared/penalty/drafting.ts';
import { Inset } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { usePage } from '../../kit/context.tsx';
import { momentText } from '../moment.ts';
import { AssessmentView } from './assessmentView.tsx';
import type { CasePageProps } from './casePage.tsx';
import { joined, termText, words } from './penaltyWords.ts';

/** The draft as it stands, with what the law makes of it today; of a decided case what it came to is shown instead. */
export function DraftView(props: CasePageProps): VNode | null {
  const { lang, stored, today, at } = props;
  const { problemText } = usePage();
  const { draft, decision } = stored.state;
  if (draft === undefined) return null;
  const checked =
    decision === undefined ? assessed(stored.state, draft.outcome, draft.charges, at) : undefined;
  const factors = [...mitigatingFactors, ...aggravatingFactors].filter(({ rule }) =>
    draft.factors.includes(rule),
  );
  return (
    <section aria-labelledby="draft">
      <h2 class="govuk-heading-m" id="draft">
        {words(lang, 'penaltyDraft.standing')}
      </h2>
      <SummaryList
        rows={[
          {
            label: words(lang, 'penaltyDraft.outcome'),
            value: joined(lang, [
              words(lang, `penalty.outcome.${draft.outcome}`),
              ...(draft.ground === undefined ? [] : [termText(lang, notPunishingGrounds, draft.ground)]),
              ...(draft.to === undefined ? [] : [draft.to]),
              `${draft.name} · ${momentText(lang, draft.at)}`,
            ]),
          },
          {
            label: words(lang, 'penaltyDraft.facts'),
            value: <div class="dr-told">{draft.facts}</div>,
          },
          {
            label: words(lang, 'penaltyDraft.reason'),
            value: <div class="dr-told">{draft.reason}</div>,
          },
          factors.length === 0
            ? undefined
            : {
                label: words(lang, 'penaltyDraft.factors'),
                value: joined(
                  lang,
                  factors.map((row) => row[lang]),
                ),
              },
          draft.listing === undefined
            ? undefined
            : {
                label: words(lang, 'penaltyDraft.listing'),
                value: joined(lang, [
                  termText(lang, listingGrounds, draft.listing.ground),
                  draft.listing.reason,
                ]),
              },
        ]}
      />
      {checked === undefined ? null : !checked.ok ? (
        <Inset>
          {words(lang, 'penaltyDraft.refusedToday')}
          <ul class="govuk-list govuk-list--bullet">
            {checked.problems.map((one) => (
              <li key={problemText(one)}>{problemText(one)}</li>
            ))}
          </ul>
        </Inset>
      ) : checked.value === undefined ? null : (
        <AssessmentView lang={lang} assessment={checked.value} charges={draft.charges} today={today} />
      )}
    </section>
  );
}
