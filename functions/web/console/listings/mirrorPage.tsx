import type { VNode } from 'preact';
import type { MirrorLine } from '../../../../shared/listing/mirror.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import {
  MOST_BYTES,
  type UploadForm as UploadFields,
} from '../../../../shared/register/commands/importPorts.ts';
import { megabytes } from '../../../../shared/spreadsheet/limits.ts';
import { Button } from '../../kit/components/button.tsx';
import { Checkboxes } from '../../kit/components/choiceFields.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { FileInput } from '../../kit/components/fileInput.tsx';
import { Form, UploadForm } from '../../kit/components/form.tsx';
import { Inset } from '../../kit/components/notices.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { dateEntries } from '../plans/planForm.ts';
import { BOARD, MIRROR } from './listingWords.ts';

/** Step one: CNIPA's list of agencies without an annual report, as a file or pasted as it stands in the spreadsheet. */
export function MirrorPage(props: {
  upload: UploadFields;
  values?: Values;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const limit = megabytes(MOST_BYTES);
  return (
    <ConsolePage
      title={text(lang, 'listingPage.mirror')}
      lead={text(lang, 'listingPage.mirror.lead')}
      back={{ href: BOARD, label: text(lang, 'listingPage.title') }}
      problems={props.problems ?? []}
    >
      <h2 class="govuk-heading-m">{text(lang, 'listingPage.mirror.paste')}</h2>
      <Form action={MIRROR} values={props.values ?? {}}>
        <Textarea
          name="list"
          label={text(lang, 'listingPage.mirror.list')}
          hint={text(lang, 'listingPage.mirror.list.hint')}
          rows={10}
        />
        <Button>{text(lang, 'listingPage.mirror.check')}</Button>
      </Form>
      <h2 class="govuk-heading-m">{text(lang, 'listingPage.mirror.file')}</h2>
      <UploadForm action={props.upload.url} fields={props.upload.fields}>
        <FileInput
          name="file"
          label={text(lang, 'listingPage.mirror.list')}
          types={['.xlsx', '.csv']}
          megabytes={limit}
        />
        <Button look="secondary">{text(lang, 'listingPage.mirror.check')}</Button>
      </UploadForm>
    </ConsolePage>
  );
}

/** Step two: whom the list names, and which rows name nobody; nothing is proposed before this was looked through. */
export function MirrorCheckPage(props: {
  /** Day on which CNIPA listed them, as the parameter has it, and where that stands. */
  on: string;
  citation: string;
  lines: readonly MirrorLine[];
  values?: Values;
  problems?: readonly Problem[];
}): VNode {
  const { lang, problemText } = usePage();
  const { on, citation, lines } = props;
  const found = lines.flatMap((line) => ('agency' in line ? [line.agency] : []));
  const faults = lines.flatMap((line) => ('problem' in line ? [line] : []));
  return (
    <ConsolePage
      title={text(lang, 'listingPage.mirror.checked', { count: found.length })}
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
      >
        <DateInput
          name="on"
          label={text(lang, 'listingPage.mirror.on')}
          hint={text(lang, 'listingPage.mirror.on.hint', { citation })}
        />
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
