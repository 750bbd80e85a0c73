import type { VNode } from 'preact';
import type { MirrorLine } from '../../../../shared/listing/mirror.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { Button } from '../../kit/components/button.tsx';
import { Checkboxes } from '../../kit/components/choiceFields.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Inset } from '../../kit/components/notices.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { dateEntries } from '../plans/planForm.ts';
import { BOARD, MIRROR } from './listingWords.ts';

/** Step one: CNIPA's list of agencies without an annual report, pasted as it stands in the spreadsheet. */
export function MirrorPage(props: {
  year: number;
  /** What is written on each side of the day: where it comes from, and that it is not checked. */
  on: string;
  citation: string;
  values?: Values;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage
      title={text(lang, 'listingPage.mirror')}
      lead={text(lang, 'listingPage.mirror.lead')}
      back={{ href: BOARD, label: text(lang, 'listingPage.title') }}
      problems={props.problems ?? []}
    >
      <Form
        action={MIRROR}
        values={props.values ?? dateEntries('on', props.on)}
        hidden={{ year: String(props.year) }}
      >
        <DateInput
          name="on"
          label={text(lang, 'listingPage.mirror.on')}
          hint={text(lang, 'listingPage.mirror.on.hint', { citation: props.citation })}
        />
        <Textarea
          name="list"
          label={text(lang, 'listingPage.mirror.list')}
          hint={text(lang, 'listingPage.mirror.list.hint')}
          rows={12}
        />
        <Button>{text(lang, 'listingPage.mirror.check')}</Button>
      </Form>
    </ConsolePage>
  );
}

/** Step two: whom the list names, and which rows name nobody; nothing is proposed before this was looked through. */
export function MirrorCheckPage(props: {
  year: number;
  on: string;
  lines: readonly MirrorLine[];
  values?: Values;
  problems?: readonly Problem[];
}): VNode {
  const { lang, problemText } = usePage();
  const { year, on, lines } = props;
  const found = lines.flatMap((line) => ('agency' in line ? [line.agency] : []));
  const faults = lines.flatMap((line) => ('problem' in line ? [line] : []));
  return (
    <ConsolePage
      title={text(lang, 'listingPage.mirror.checked', { year, count: found.length })}
      back={{ href: MIRROR, label: text(lang, 'listingPage.mirror') }}
      problems={props.problems ?? []}
    >
      {faults.length === 0 ? null : (
        <>
          <Inset>{text(lang, 'listingPage.mirror.faults', { count: faults.length })}</Inset>
          <DataTable
            caption={text(lang, 'listingPage.mirror.faults', { count: faults.length })}
            captionHidden
            rows={faults}
            rowKey={({ line }) => String(line)}
            columns={[
              {
                key: 'line',
                label: text(lang, 'listingPage.mirror.line'),
                rowHeader: true,
                cell: ({ line }) => line,
              },
              { key: 'given', label: text(lang, 'listingPage.mirror.given'), cell: ({ given }) => given },
              {
                key: 'why',
                label: text(lang, 'listingPage.mirror.why'),
                cell: ({ problem }) => problemText(problem),
              },
            ]}
          />
        </>
      )}
      <Form
        action={`${MIRROR}/propose`}
        values={props.values ?? { usccs: found.map(({ uscc }) => uscc), ...dateEntries('on', on) }}
        hidden={{ year: String(year), ...hiddenDate(on) }}
      >
        <Checkboxes
          name="usccs"
          label={text(lang, 'listingPage.mirror.which')}
          choices={found.map(({ uscc, name }) => ({ value: uscc, label: `${name} ${uscc}` }))}
        />
        <Button>{text(lang, 'listingPage.mirror.propose')}</Button>
      </Form>
    </ConsolePage>
  );
}

function hiddenDate(on: string): Readonly<Record<string, string>> {
  const [year = '', month = '', day = ''] = on.split('-');
  return { 'on.year': year, 'on.month': month, 'on.day': day };
}
