import type { VNode } from 'preact';
import type { Problem } from '../../../../shared/problem.ts';
import type { Standing } from '../../../../shared/repair/standing.ts';
import { Button } from '../../kit/components/button.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Filters } from '../../kit/components/filters.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Inset } from '../../kit/components/notices.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { dayText } from '../moment.ts';
import { words } from './repairWords.ts';

export interface EntryLine {
  readonly standing: Standing;
  /** Why it cannot be applied for today. */
  readonly problems: readonly Problem[];
}

/** At the counter: whose record it is, then which; the papers are entered on the page of the application. */
export function EntryPage(props: {
  readonly uscc: string;
  /** Undefined before anybody was looked up. */
  readonly lines?: readonly EntryLine[];
  readonly problems?: readonly Problem[];
}): VNode {
  const { lang, problemText } = usePage();
  const { uscc, lines } = props;
  return (
    <ConsolePage
      title={words(lang, 'repairPage.entry.title')}
      back={{ href: '/repairs', label: words(lang, 'repairPage.board.title') }}
      problems={props.problems ?? []}
    >
      <Inset>{words(lang, 'repairPage.competence')}</Inset>
      <Filters apply={words(lang, 'repairPage.entry.find')}>
        <TextInput
          name="uscc"
          label={words(lang, 'repairPage.entry.uscc')}
          hint={words(lang, 'repairPage.entry.uscc.hint')}
          value={uscc}
        />
      </Filters>
      {lines === undefined ? null : (
        <DataTable
          caption={words(lang, 'repairPage.entry.find')}
          rows={lines}
          rowKey={({ standing }) => standing.subject.id}
          empty={words(lang, 'repairPage.entry.none')}
          columns={[
            {
              key: 'subject',
              label: words(lang, 'repairPage.subject'),
              rowHeader: true,
              cell: ({ standing: { subject } }) =>
                `${words(lang, `repair.subject.${subject.kind}`)} ${subject.number}`,
            },
            {
              key: 'applicant',
              label: words(lang, 'repairPage.applicant'),
              cell: ({ standing }) => standing.applicant.name,
            },
            {
              key: 'until',
              label: words(lang, 'repairPage.until'),
              cell: ({ standing: { subject } }) =>
                subject.until === undefined ? '' : dayText(lang, subject.until),
            },
            {
              key: 'may',
              label: words(lang, 'repairPage.entry.may'),
              cell: ({ standing, problems }) =>
                problems.length > 0 ? (
                  problems.map(problemText).join(' ')
                ) : (
                  <Form
                    action="/repairs/new"
                    hidden={{ uscc, kind: standing.subject.kind, subject: standing.subject.id }}
                  >
                    <Button look="secondary">{words(lang, 'repairPage.entry.start')}</Button>
                  </Form>
                ),
            },
          ]}
        />
      )}
    </ConsolePage>
  );
}
