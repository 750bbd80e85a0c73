import type { VNode } from 'preact';
import { monthOf, shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import { riskClassIn } from '../../../../shared/register/riskClassIn.ts';
import { currentAssessment, type RiskLedger } from '../../../../shared/risk/ledger.ts';
import { riskCaseId } from '../../../../shared/risk/riskRows.ts';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { usePage } from '../../kit/context.tsx';
import { dayText, monthText } from '../moment.ts';
import { riskPath } from '../risk/paths.ts';
import type { FilePart } from './filePart.ts';

/** The class that counts this month, the one that takes its place and from when, and what the ledger came to last. */
export const riskPart: FilePart<'register' | 'draws'> = async ({ register, draws }, { uscc }) => {
  const [agency, ledger] = await Promise.all([
    register.agency(uscc),
    draws.cases.load<RiskLedger>(riskCaseId(uscc)),
  ]);
  return <Risk agency={agency?.value} ledger={ledger?.state} month={monthOf(shanghaiDate(draws.now()))} />;
};

/** Whoever is in no register has no class. */
function Risk(props: {
  agency: Agency | undefined;
  ledger: RiskLedger | undefined;
  month: string;
}): VNode | null {
  const { lang } = usePage();
  const { agency, ledger, month } = props;
  if (agency === undefined) return null;
  const { nextRisk } = agency;
  const assessed = ledger === undefined ? undefined : currentAssessment(ledger);
  return (
    <section>
      <h2 class="govuk-heading-m">{text(lang, 'agencyFile.risk')}</h2>
      <SummaryList
        rows={[
          {
            label: text(lang, 'riskPage.now', { month: monthText(lang, month) }),
            value: riskClassIn(agency, month),
          },
          {
            label: text(lang, 'riskPage.next'),
            value:
              nextRisk !== undefined && nextRisk.from > month
                ? text(lang, 'riskPage.next.value', {
                    class: nextRisk.class,
                    month: monthText(lang, nextRisk.from),
                  })
                : text(lang, 'riskPage.next.none'),
          },
          assessed === undefined
            ? undefined
            : {
                label: text(lang, 'riskPage.score'),
                value: `${assessed.score} (${assessed.class}), ${dayText(lang, assessed.on)}`,
              },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={riskPath(agency.uscc)}>
          {text(lang, 'agencyFile.risk.ledger')}
        </a>
      </p>
    </section>
  );
}
