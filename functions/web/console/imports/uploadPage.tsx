import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import {
  MOST_BYTES,
  type UploadForm as SignedForm,
} from '../../../../shared/register/commands/importPorts.ts';
import type { Register } from '../../../../shared/register/register.ts';
import type { RegisterKind } from '../../../../shared/register/registerStore.ts';
import { defaultLimits, megabytes } from '../../../../shared/spreadsheet/limits.ts';
import { Button } from '../../kit/components/button.tsx';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { FileInput } from '../../kit/components/fileInput.tsx';
import { Form, UploadForm } from '../../kit/components/form.tsx';
import { Details } from '../../kit/components/notices.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { ConsoleScript } from '../consoleScript.tsx';

/** Step one of an import: the template, what is accepted, and the form that takes the file to the file store. */
export function UploadPage(props: {
  register: Pick<Register<RegisterKind>, 'label' | 'columns'>;
  base: string;
  form: SignedForm;
  held: boolean;
}): VNode {
  const { lang } = usePage();
  const { register, base } = props;
  const limit = megabytes(MOST_BYTES);
  return (
    <ConsolePage
      title={text(lang, 'imports.title', { register: register.label[lang] })}
      back={{ href: base, label: register.label[lang] }}
    >
      <ol class="govuk-list govuk-list--number">
        <li>
          {text(lang, 'imports.step.template')}{' '}
          <a class="govuk-link" href={`${base}/import/template.xlsx`}>
            {text(lang, 'imports.template.xlsx')}
          </a>{' '}
          <a class="govuk-link" href={`${base}/import/template.csv`}>
            {text(lang, 'imports.template.csv')}
          </a>
        </li>
        <li>{text(lang, 'imports.step.fill', { rows: defaultLimits.rows })}</li>
        <li>{text(lang, 'imports.step.upload')}</li>
        <li>{text(lang, 'imports.step.confirm')}</li>
      </ol>
      {props.held ? <p class="govuk-body">{text(lang, 'imports.held')}</p> : null}
      <div data-most-bytes={String(MOST_BYTES)} data-too-large={text(lang, 'imports.tooLarge', { limit })}>
        <UploadForm action={props.form.url} fields={props.form.fields}>
          <FileInput
            name="file"
            label={text(lang, 'imports.file')}
            types={['.xlsx', '.csv']}
            megabytes={limit}
            hint={text(lang, 'imports.file.hint')}
          />
          <Button>{text(lang, 'imports.upload')}</Button>
        </UploadForm>
      </div>
      <Details summary={text(lang, 'imports.columns')}>
        <DataTable
          caption={text(lang, 'imports.columns')}
          captionHidden
          columns={[
            {
              key: 'header',
              label: text(lang, 'imports.column'),
              rowHeader: true,
              cell: ({ header }: Register<RegisterKind>['columns'][number]) => header[lang],
            },
            {
              key: 'required',
              label: text(lang, 'imports.required'),
              cell: ({ required }) => text(lang, required ? 'imports.required.yes' : 'imports.required.no'),
            },
            { key: 'hint', label: text(lang, 'imports.what'), cell: ({ hint }) => hint[lang] },
          ]}
          rows={register.columns}
          rowKey={({ key }) => key}
        />
      </Details>
      <ConsoleScript />
    </ConsolePage>
  );
}

/** Where a browser lands whose upload cannot be shown to come from a page of this session: one press goes on. */
export function UploadedPage(props: { title: string; base: string; id: string }): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage title={props.title} back={{ href: `${props.base}/import` }}>
      <p class="govuk-body">{text(lang, 'imports.uploaded')}</p>
      <Form action={`${props.base}/import/uploaded`} hidden={{ id: props.id }}>
        <Button>{text(lang, 'imports.check')}</Button>
      </Form>
    </ConsolePage>
  );
}
