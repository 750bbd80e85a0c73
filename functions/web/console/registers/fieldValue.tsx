import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Column } from '../../../../shared/register/column.ts';
import { Details } from '../../kit/components/notices.tsx';
import { usePage } from '../../kit/context.tsx';
import { fieldText } from './fieldText.ts';

/** The value of a field in a table: a text of many lines is folded, so that the table stays one. */
export function FieldValue({ column, value }: { column: Column; value: unknown }): VNode {
  const { lang } = usePage();
  const shown = fieldText(lang, column, value);
  const lines = column.codec.lines === true ? shown.split('\n').length : 1;
  if (lines === 1) return <>{shown}</>;
  return (
    <Details summary={text(lang, 'registers.lines', { count: lines })}>
      <span class="dr-lines">{shown}</span>
    </Details>
  );
}
