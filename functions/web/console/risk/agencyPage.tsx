import type { ComponentChildren, VNode } from 'preact';
import { mayAct } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { commandsFor } from '../../../../shared/case/transition.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import { latestRiskClass, riskClassIn } from '../../../../shared/register/riskClassIn.ts';
import {
  classSince,
  currentAssessment,
  type LedgerStatus,
  openReview,
} from '../../../../shared/risk/ledger.ts';
import { officeLines, ownLines } from '../../../../shared/risk/ownLedger.ts';
import type { StoredLedger } from '../../../../shared/risk/ports.ts';
import { MOST_REASON } from '../../../../shared/risk/reviewing.ts';
import { factsOf, type RiskFact } from '../../../../shared/risk/riskFact.ts';
import { riskTransitions } from '../../../../shared/risk/transitions.ts';
import { Button } from '../../kit/components/button.tsx';
import { Select } from '../../kit/components/choiceFields.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { RiskLinesTable } from '../../risk/linesTable.tsx';
import { deskRoles } from '../complaints/complaintAccess.ts';
import { dayText, monthText } from '../moment.ts';
import { RISK_PATH, riskPath, sourcePath } from './paths.ts';

export interface RiskAgencyProps {
  readonly agency: Agency;
  readonly ledger: StoredLedger | undefined;
  readonly month: string;
  readonly user: Pick<User, 'userId' | 'roles'>;
  readonly values?: Values;
  readonly problems?: readonly Problem[];
}

/** One agency: its class, since when, what made it, and what the next plan counts. */
export function RiskAgencyPage(props: RiskAgencyProps): VNode {
  const { lang } = usePage();
  const { agency, ledger, month } = props;
  const current = ledger === undefined ? undefined : currentAssessment(ledger.state);
  const register = `/registers/agencies/${encodeURIComponent(agency.uscc)}`;
  return (
    <ConsolePage
      title={agency.name}
      lead={agency.uscc}
      back={{ href: RISK_PATH, label: text(lang, 'riskPage.title') }}
      problems={props.problems ?? []}
    >
      <SummaryList
        rows={[
          {
            label: text(lang, 'riskPage.now', { month: monthText(lang, month) }),
            value: riskClassIn(agency, month),
          },
          { label: text(lang, 'riskPage.next'), value: nextText(lang, props) },
          current === undefined
            ? undefined
            : { label: text(lang, 'riskPage.score'), value: `${current.score} (${current.class})` },
          ledger === undefined
            ? undefined
            : {
                label: text(lang, 'riskPage.since'),
                value: dayText(lang, classSince(ledger.state) ?? ''),
              },
          {
            label: text(lang, 'riskPage.creditGrade'),
            value: agency.creditGrade ?? text(lang, 'riskPage.creditGrade.none'),
          },
          {
            label: text(lang, 'riskPage.register'),
            value: (
              <a class="govuk-link" href={register}>
                {agency.name}
              </a>
            ),
          },
        ]}
      />
      {ledger === undefined || current === undefined ? (
        <p class="govuk-body">{text(lang, 'riskPage.noLedger', { class: riskClassIn(agency, month) })}</p>
      ) : (
        <>
          <Review {...props} ledger={ledger} />
          <Lines {...props} ledger={ledger} day={current.on} />
          <History ledger={ledger} />
        </>
      )}
    </ConsolePage>
  );
}

function nextText(lang: Lang, { agency, ledger, month }: RiskAgencyProps): string {
  const { nextRisk } = agency;
  const assessed = ledger === undefined ? undefined : currentAssessment(ledger.state)?.class;
  const begins =
    nextRisk !== undefined && nextRisk.from > month
      ? text(lang, 'riskPage.next.value', { class: nextRisk.class, month: monthText(lang, nextRisk.from) })
      : text(lang, 'riskPage.next.none');
  const waits = assessed !== undefined && assessed !== latestRiskClass(agency);
  return waits ? `${begins} · ${text(lang, 'riskPage.waits', { class: assessed })}` : begins;
}

type WithLedger = RiskAgencyProps & { readonly ledger: StoredLedger };

/** Facts that came from reports are for those who handle them; everybody else reads what the agency reads. */
function Lines({ ledger, day, user }: WithLedger & { day: Parameters<typeof ownLines>[1] }): VNode {
  const { lang } = usePage();
  const desk = mayAct(user.roles, deskRoles);
  return (
    <RiskLinesTable
      caption={text(lang, 'riskPage.lines', { day: dayText(lang, day) })}
      lines={desk ? officeLines(ledger.state, day) : ownLines(ledger.state, day)}
      source={sourceOf}
    />
  );
}

/** The number of the case that a fact comes from, as a link where it has a page. */
function sourceOf({ id, reference }: RiskFact): ComponentChildren {
  const path = sourcePath(id);
  return path === undefined ? (
    reference
  ) : (
    <a class="govuk-link" href={path}>
      {reference}
    </a>
  );
}

function Review({ ledger, user, values }: WithLedger): VNode | null {
  const { lang } = usePage();
  const { state, status, version } = ledger;
  const given = commandsFor(riskTransitions, status as LedgerStatus, user.roles);
  const open = openReview(state);
  const path = riskPath(state.uscc);
  const facts = factsOf(state.events);
  const label = ({ kind, on, reference }: RiskFact) =>
    `${text(lang, `risk.kind.${kind}`)} · ${dayText(lang, on)} · ${reference}`;
  if (open !== undefined && given.includes('decide-review')) {
    const fact = facts.find(({ id }) => id === open.fact);
    const asked = text(lang, 'riskPage.review.open', {
      name: open.asked.name,
      fact: fact === undefined ? open.fact : label(fact),
      reason: open.reason,
    });
    return (
      <section class="dr-todo">
        <p class="govuk-body">{asked}</p>
        {open.asked.by === user.userId ? (
          <p class="govuk-body">{text(lang, 'riskPage.review.own')}</p>
        ) : (
          <Form action={`${path}/decide-review`} version={version} values={{}}>
            <Button look="irreversible" name="outcome" value="agree">
              {text(lang, 'riskPage.review.agree')}
            </Button>
            <Button look="secondary" name="outcome" value="keep">
              {text(lang, 'riskPage.review.keep')}
            </Button>
          </Form>
        )}
      </section>
    );
  }
  const standing = facts.filter(({ retracted }) => retracted === undefined);
  if (open !== undefined || standing.length === 0 || !given.includes('ask-review')) return null;
  return (
    <Details summary={text(lang, 'riskPage.review')} open={values !== undefined}>
      <p class="govuk-body">{text(lang, 'riskPage.review.hint')}</p>
      <Form action={`${path}/ask-review`} version={version} values={values ?? {}}>
        <Select
          name="fact"
          label={text(lang, 'riskPage.review.fact')}
          choices={standing.map((fact) => ({ value: fact.id, label: label(fact) }))}
        />
        <Textarea
          name="reason"
          label={text(lang, 'riskPage.review.reason')}
          rows={3}
          maxLength={MOST_REASON}
        />
        <Button look="secondary">{text(lang, 'riskPage.review.ask')}</Button>
      </Form>
    </Details>
  );
}

function History({ ledger }: { ledger: StoredLedger }): VNode {
  const { lang } = usePage();
  return (
    <DataTable
      caption={text(lang, 'riskPage.history')}
      rows={[...ledger.state.assessments].reverse()}
      rowKey={({ at, score }) => `${at} ${score}`}
      columns={[
        {
          key: 'on',
          label: text(lang, 'riskPage.history.on'),
          rowHeader: true,
          cell: ({ on }) => dayText(lang, on),
        },
        { key: 'score', label: text(lang, 'riskPage.score'), numeric: true, cell: ({ score }) => score },
        { key: 'class', label: text(lang, 'riskPage.class'), cell: (one) => one.class },
        {
          key: 'formula',
          label: text(lang, 'riskPage.history.formula'),
          cell: ({ formula }) => formula.slice(formula.indexOf('@') + 1),
        },
      ]}
    />
  );
}
