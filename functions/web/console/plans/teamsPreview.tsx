import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { BlockedGroup, BlockedSeats, TeamPreview } from '../../../../shared/plan/teamPreview.ts';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { usePage } from '../../kit/context.tsx';
import { districtText, kindText, qualsText } from './planWords.ts';

/** Whether teams can be dealt for whoever is drawn, and where not, who is missing, in plain words. */
export function TeamsPreview({ teams }: { teams: TeamPreview }): VNode {
  const { lang } = usePage();
  const { expected, worst, predictability } = teams;
  return (
    <section>
      <h2 class="govuk-heading-m">{text(lang, 'plans.teams')}</h2>
      <SummaryList
        rows={[
          {
            label: text(lang, 'plans.teams.expected'),
            value: text(lang, 'plans.teams.expected.value', {
              visits: expected.visits,
              seats: expected.seats,
            }),
          },
          {
            label: text(lang, 'plans.teams.feasible'),
            value:
              teams.infeasible === 0
                ? text(lang, 'plans.teams.feasible.all', { selections: teams.selections })
                : text(lang, 'plans.teams.feasible.some', {
                    infeasible: teams.infeasible,
                    selections: teams.selections,
                    short: worst.short,
                  }),
          },
          worst.feasible
            ? { label: text(lang, 'plans.teams.level'), value: String(worst.highestLevel) }
            : undefined,
          predictability === undefined
            ? undefined
            : {
                label: text(lang, 'plans.teams.guess'),
                value: text(lang, predictability.thin ? 'plans.teams.guess.thin' : 'plans.teams.guess.fine', {
                  percent: Math.round(predictability.highest * 100),
                  deals: predictability.deals,
                }),
              },
        ]}
      />
      {worst.blocking.map((group) => (
        <Blocked key={group.inspectors.join(' ') + group.seats} group={group} />
      ))}
    </section>
  );
}

function Blocked({ group }: { group: BlockedGroup }): VNode {
  const { lang } = usePage();
  return (
    <>
      <p class="govuk-body">
        <strong>
          {text(lang, 'plans.blocked', {
            seats: group.seats,
            supply: group.supply,
            people: group.inspectors.length,
          })}
        </strong>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {group.asks.map((ask) => (
          <li key={`${ask.kind} ${ask.district} ${ask.seat}`}>{askText(lang, ask)}</li>
        ))}
      </ul>
    </>
  );
}

function askText(lang: 'zh' | 'en', ask: BlockedSeats): string {
  const missing = (['certificate', 'district', 'qualification', 'conflict', 'room'] as const)
    .map((reason) => [reason, ask.missing[reason]] as const)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => text(lang, `plans.missing.${reason}`, { count }));
  return text(lang, 'plans.blocked.ask', {
    seats: ask.seats,
    kind: kindText(lang, ask.kind),
    district: districtText(lang, ask.district),
    seat: ask.seat,
    quals: qualsText(lang, ask.quals),
    missing: missing.length === 0 ? '—' : missing.join(lang === 'zh' ? '，' : ', '),
  });
}
