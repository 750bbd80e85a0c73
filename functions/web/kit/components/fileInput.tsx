import type { VNode } from 'preact';
import { usePage } from '../context.tsx';
import { words } from '../words.ts';
import { Field, type FieldProps, useField } from './field.tsx';

export interface FileInputProps extends Omit<FieldProps, 'hint'> {
  /** Extensions such as `.pdf`, named to the person before choosing and given to the browser's picker. */
  readonly types: readonly string[];
  readonly megabytes: number;
  readonly count?: number;
  readonly hint?: string;
}

/** A file to send. What is accepted stands before the control, not in the refusal afterwards. */
export function FileInput(props: FileInputProps): VNode {
  const { lang } = usePage();
  const count = props.count ?? 1;
  const limits = words(lang, 'kit.file.limits', {
    types: props.types.map((type) => type.replace('.', '').toUpperCase()).join(lang === 'zh' ? '、' : ', '),
    megabytes: props.megabytes,
    count,
  });
  const hint = (
    <>
      {props.hint === undefined ? null : <>{props.hint} </>}
      {limits}
    </>
  );
  const state = useField({ name: props.name, hint });
  return (
    <Field {...props} hint={hint} state={state}>
      <input
        class={`govuk-file-upload${state.error === undefined ? '' : ' govuk-file-upload--error'}`}
        id={state.id}
        name={props.name}
        type="file"
        accept={props.types.join(',')}
        multiple={count > 1}
        aria-describedby={state.describedBy}
        aria-invalid={state.error === undefined ? undefined : 'true'}
      />
    </Field>
  );
}
