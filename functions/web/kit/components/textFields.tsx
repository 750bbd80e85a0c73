import type { InputHTMLAttributes, VNode } from 'preact';
import { Field, type FieldProps, useField } from './field.tsx';

/** Width of the control as a hint of how much is expected, in characters. */
type Width = 2 | 3 | 4 | 5 | 10 | 20 | 30;

export interface TextInputProps extends FieldProps {
  readonly value?: string | number;
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'password';
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  readonly autocomplete?: InputHTMLAttributes['autocomplete'];
  readonly width?: Width;
  readonly suffix?: string;
  readonly spellcheck?: boolean;
  readonly maxLength?: number;
  /** Codes and hashes: monospace, no correction by the keyboard. */
  readonly code?: boolean;
}

type SharedAttributes = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'role' | 'list'>;

// One element per type: preact's types tie what an input may carry to its literal type.
function inputOf(type: NonNullable<TextInputProps['type']>, attributes: SharedAttributes): VNode {
  switch (type) {
    case 'email':
      return <input type="email" {...attributes} />;
    case 'tel':
      return <input type="tel" {...attributes} />;
    case 'search':
      return <input type="search" {...attributes} />;
    case 'password':
      return <input type="password" {...attributes} />;
    case 'text':
      return <input type="text" {...attributes} />;
  }
}

export function TextInput(props: TextInputProps): VNode {
  const state = useField(props);
  const classes = [
    'govuk-input',
    ...(props.width === undefined ? [] : [`govuk-input--width-${props.width}`]),
    ...(props.code === true ? ['dr-code'] : []),
    ...(state.error === undefined ? [] : ['govuk-input--error']),
  ];
  const attributes = {
    class: classes.join(' '),
    id: state.id,
    name: props.name,
    value: state.wasPosted ? state.posted : String(props.value ?? ''),
    'aria-describedby': state.describedBy,
    'aria-invalid': state.error === undefined ? undefined : ('true' as const),
    inputMode: props.inputMode,
    autocomplete: props.autocomplete ?? (props.code === true ? ('off' as const) : undefined),
    autocapitalize: props.code === true ? ('characters' as const) : undefined,
    spellcheck: props.code === true ? false : props.spellcheck,
    maxLength: props.maxLength,
  };
  const input = inputOf(props.type ?? 'text', attributes);
  return (
    <Field {...props} state={state}>
      {props.suffix === undefined ? (
        input
      ) : (
        <div class="govuk-input__wrapper">
          {input}
          <div class="govuk-input__suffix" aria-hidden="true">
            {props.suffix}
          </div>
        </div>
      )}
    </Field>
  );
}

export interface TextareaProps extends FieldProps {
  readonly value?: string;
  readonly rows?: number;
  readonly maxLength?: number;
}

export function Textarea(props: TextareaProps): VNode {
  const state = useField(props);
  return (
    <Field {...props} state={state}>
      <textarea
        class={state.error === undefined ? 'govuk-textarea' : 'govuk-textarea govuk-textarea--error'}
        id={state.id}
        name={props.name}
        rows={props.rows ?? 5}
        aria-describedby={state.describedBy}
        aria-invalid={state.error === undefined ? undefined : 'true'}
        maxLength={props.maxLength}
      >
        {/* The parser drops the first line break of a textarea: the added one keeps what was entered. */}
        {`\n${state.wasPosted ? state.posted : (props.value ?? '')}`}
      </textarea>
    </Field>
  );
}
