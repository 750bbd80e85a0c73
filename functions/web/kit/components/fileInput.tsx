import type { ComponentChildren, VNode } from 'preact';
import { usePage } from '../context.tsx';
import { words } from '../words.ts';
import { Field, type FieldProps, useField } from './field.tsx';

export interface FileInputProps extends Omit<FieldProps, 'hint'> {
  /** Extensions such as `.pdf`, named to the person before choosing and given to the browser's picker. */
  readonly types: readonly string[];
  readonly megabytes: number;
  readonly count?: number;
  /** What is accepted, in place of the usual sentence. */
  readonly limits?: ComponentChildren;
  /** Media types for the picker, where they say more to a phone than extensions. */
  readonly accept?: string;
  /** Opens the camera on the back of a phone instead of the picker. */
  readonly capture?: boolean;
  /** Name under which the file is sent, where it is not `name`: the file store wants `file`. */
  readonly control?: string;
  readonly hint?: string;
}

/** A file to send. What is accepted stands before the control, not in the refusal afterwards. */
export function FileInput(props: FileInputProps): VNode {
  const { lang } = usePage();
  const count = props.count ?? 1;
  const limits =
    props.limits ??
    words(lang, 'kit.file.limits', {
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
        name={props.control ?? props.name}
        type="file"
        accept={props.accept ?? props.types.join(',')}
        capture={props.capture === true ? 'environment' : undefined}
        multiple={count > 1}
        aria-describedby={state.describedBy}
        aria-invalid={state.error === undefined ? undefined : 'true'}
      />
    </Field>
  );
}
