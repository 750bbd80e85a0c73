import type { ComponentChildren, VNode } from 'preact';
import { usePage, type Values, ValuesProvider } from '../context.tsx';
import { firstValue } from '../links.ts';

export interface FormProps {
  readonly action: string;
  /** What was sent, so that a refused form comes back with the entries; give `request.form`. */
  readonly values?: Values;
  /** Version of the record that the page showed: the command is refused (409) when it has moved on. */
  readonly version?: number;
  /** Further fixed entries, such as the id of a row. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A form that changes something: CSRF token, idempotency key and expected version are always in it. */
export function Form(props: FormProps): VNode {
  const page = usePage();
  const values = props.values ?? {};
  // A form sent again after a refusal is still the same wish: it keeps its key.
  const key = firstValue(values, 'idempotencyKey') || page.newKey();
  return (
    <form method="post" action={props.action} class={props.class} noValidate>
      <input type="hidden" name="csrfToken" value={page.csrfToken()} />
      <input type="hidden" name="idempotencyKey" value={key} />
      {props.version === undefined ? null : (
        <input type="hidden" name="expectedVersion" value={String(props.version)} />
      )}
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ValuesProvider values={values}>{props.children}</ValuesProvider>
    </form>
  );
}

/**
 * A form whose file goes straight to the file store by a presigned POST: the fields come from the signature,
 * the file control must be the last one and is called `file`.
 */
export function UploadForm(props: {
  action: string;
  fields: Readonly<Record<string, string>>;
  children: ComponentChildren;
}): VNode {
  return (
    <form method="post" action={props.action} enctype="multipart/form-data" noValidate>
      {Object.entries(props.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ValuesProvider values={{}}>{props.children}</ValuesProvider>
    </form>
  );
}
