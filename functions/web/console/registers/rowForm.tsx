import type { VNode } from 'preact';
import type { Column } from '../../../../shared/register/column.ts';
import type { Fields } from '../../../../shared/register/rowFields.ts';
import { Checkboxes, Radios, Select } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Textarea, TextInput } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { allValues, firstValue } from '../../kit/links.ts';
import { entryKind } from './fieldText.ts';

/** Columns whose text runs to several lines. */
const LONG = new Set(['legalBasis', 'reason', 'exclusion', 'address']);
const CODES = new Set([
  'uscc',
  'headOf',
  'agencyUscc',
  'agencyCode',
  'filingNo',
  'certificateNo',
  'id',
  'code',
]);

/** One control per column, made from the same table as the template and the import. */
export function RowFields(props: { columns: readonly Column[]; fields: Fields }): VNode {
  return (
    <>
      {props.columns.map((column) => (
        <ColumnField key={column.key} column={column} value={props.fields.get(column.key)} />
      ))}
    </>
  );
}

function ColumnField({ column, value }: { column: Column; value: unknown }): VNode {
  const { lang } = usePage();
  const { key, codec, required } = column;
  const kind = entryKind(column);
  const terms = (codec.vocabulary ?? []).map((term) => ({ value: term.code, label: term[lang] }));
  const field = {
    name: key,
    label: column.header[lang],
    ...(required ? {} : { optional: true }),
  };
  // The words of a closed list are the choices themselves; repeating them as a hint helps nobody.
  const hint = codec.vocabulary === undefined && column.hint[lang] !== '' ? { hint: column.hint[lang] } : {};
  const text = value === undefined ? {} : { value: codec.format(value) };
  switch (kind) {
    case 'date':
      return <DateInput {...field} {...text} />;
    case 'yesNo':
      return (
        <Radios
          {...field}
          {...(value === undefined ? {} : { value: value === true ? 'yes' : 'no' })}
          inline
          choices={[
            { value: 'yes', label: { zh: '是', en: 'Yes' }[lang] },
            { value: 'no', label: { zh: '否', en: 'No' }[lang] },
          ]}
        />
      );
    case 'choices':
      return <Checkboxes {...field} values={Array.isArray(value) ? value.map(String) : []} choices={terms} />;
    case 'choice':
      return <Select {...field} {...(value === undefined ? {} : { value: String(value) })} choices={terms} />;
    case 'lines':
      return <Textarea {...field} {...hint} {...text} rows={12} />;
    case 'text':
      return LONG.has(key) ? (
        <Textarea {...field} {...hint} {...text} rows={3} />
      ) : (
        <TextInput {...field} {...hint} {...text} code={CODES.has(key)} />
      );
  }
}

/**
 * The entries of the form by column, as an import would find them in cells. Every column of the form is in it:
 * a box that is not ticked and a field that was emptied clear the value.
 */
export function rowEntries(columns: readonly Column[], form: Values): Map<string, string> {
  return new Map(columns.map((column) => [column.key, entryOf(column, form)]));
}

function entryOf(column: Column, form: Values): string {
  const { key } = column;
  switch (entryKind(column)) {
    case 'date': {
      const parts = ['year', 'month', 'day'].map((part) => firstValue(form, `${key}.${part}`).trim());
      return parts.every((part) => part === '') ? '' : parts.join('-');
    }
    case 'choices':
      return allValues(form, key).join('、');
    case 'lines':
      return firstValue(form, key);
    default:
      // A textarea of one-line texts: what a browser adds as line breaks is no part of them.
      return firstValue(form, key).replaceAll(/\s*[\r\n]+\s*/g, ' ');
  }
}
