import type { VNode } from 'preact';
import type { Problem } from '../../../shared/problem.ts';
import type { StoredRepair } from '../../../shared/repair/ports.ts';
import type { RepairStatus } from '../../../shared/repair/repairCase.ts';
import { dateText } from '../../publicity-worker/words.ts';
import { Button } from '../../web/kit/components/button.tsx';
import { Form } from '../../web/kit/components/form.tsx';
import { Inset } from '../../web/kit/components/notices.tsx';
import { SummaryList } from '../../web/kit/components/summaryList.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { PublicPage } from '../../web/kit/layouts/publicPage.tsx';
import type { OwnAgency } from './ownAgency.ts';
import type { RecordLine } from './ownRecords.ts';
import { recordsPath, repairPath } from './paths.ts';
import { say } from './words.ts';

/** What stands in public about the agency, when each can be repaired, and its applications. */
export function RecordsPage(props: {
  readonly agency: OwnAgency;
  readonly records: readonly RecordLine[];
  readonly own: readonly StoredRepair[];
  readonly publicityUrl: string;
  readonly problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const { agency, records, own } = props;
  return (
    <PublicPage
      title={say(lang, 'linkRepair.title')}
      lead={say(lang, 'linkRepair.lead')}
      problems={props.problems ?? []}
      home={props.publicityUrl}
      back={{ href: agency.home }}
    >
      <Inset>{say(lang, 'linkRepair.competence')}</Inset>
      <h2 class="govuk-heading-m">{say(lang, 'linkRepair.records')}</h2>
      {records.length === 0 ? <p class="govuk-body">{say(lang, 'linkRepair.records.none')}</p> : null}
      {records.map((line) => (
        <RecordPart key={line.standing.subject.id} agency={agency} line={line} />
      ))}
      <h2 class="govuk-heading-m">{say(lang, 'linkRepair.own')}</h2>
      {own.length === 0 ? <p class="govuk-body">{say(lang, 'linkRepair.own.none')}</p> : null}
      <ul class="govuk-list">
        {own.map(({ state, status }) => (
          <li key={state.id}>
            <a class="govuk-link" href={repairPath(agency.home, state.id)}>
              {say(lang, `repair.subject.${state.subject.kind}`)} {state.subject.number}
            </a>{' '}
            {say(lang, `repair.status.${status as RepairStatus}`)}
          </li>
        ))}
      </ul>
    </PublicPage>
  );
}

function RecordPart({ agency, line }: { agency: OwnAgency; line: RecordLine }): VNode {
  const { lang, problemText } = usePage();
  const { standing, problems, pending } = line;
  const { subject, words } = standing;
  return (
    <section>
      <SummaryList
        title={`${say(lang, `repair.subject.${subject.kind}`)} ${subject.number}`}
        rows={[
          { label: say(lang, 'linkRepair.words'), value: <span lang="zh-CN">{words}</span> },
          { label: say(lang, 'linkRepair.since'), value: dateText(lang, subject.since) },
          {
            label: say(lang, 'linkRepair.until'),
            value:
              subject.until === undefined
                ? say(lang, 'linkRepair.until.open')
                : dateText(lang, subject.until),
          },
          {
            label: say(lang, 'linkRepair.early'),
            value:
              problems.length === 0
                ? say(lang, 'linkRepair.early.now')
                : problems.map((one) => (
                    <span key={one.code}>
                      {problemText(one)}
                      <br />
                    </span>
                  )),
          },
        ]}
      />
      {pending === undefined ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={repairPath(agency.home, pending)}>
            {say(lang, 'linkRepair.resume')}
          </a>
        </p>
      )}
      {pending !== undefined || problems.length > 0 ? null : (
        <Form
          action={`${recordsPath(agency.home)}/start`}
          hidden={{ kind: subject.kind, subject: subject.id }}
        >
          <Button>{say(lang, 'linkRepair.start')}</Button>
        </Form>
      )}
    </section>
  );
}
