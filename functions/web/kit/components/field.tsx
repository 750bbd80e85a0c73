import { type ComponentChildren, Fragment, type VNode } from 'preact';
import { useFormState, usePage } from '../context.tsx';
import { allValues, firstValue } from '../links.ts';
import { words } from '../words.ts';

export interface FieldProps {
  /** Name in the form; also the `field` of a Problem that belongs here. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** Marks the field as optional in words; everything else is asked for. */
  readonly optional?: boolean;
  /** The label is the page's only question and therefore its heading. */
  readonly heading?: boolean;
}

/** The id that the error summary links to; safe for any field name, such as `rows[3].name`. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^\w-]/g, '-')}`;
}

export interface FieldState {
  readonly id: string;
  /** The first of `errors`: whether the field is marked. */
  readonly error: string | undefined;
  /** Everything that is wrong with the entry: several for an entry of many lines. */
  readonly errors: readonly string[];
  /** Ids of the hint and the error message, for aria-describedby. */
  readonly describedBy: string | undefined;
  readonly posted: string;
  readonly postedAll: readonly string[];
  readonly wasPosted: boolean;
}

/** What a field needs from its form: the value that was sent and the problem that belongs to it. */
export function useField(props: Pick<FieldProps, 'name' | 'hint'>): FieldState {
  const page = usePage();
  const { values, problems } = useFormState();
  const id = fieldId(props.name);
  const own = problems.filter((one) => one.field === props.name).map((one) => page.problemText(one));
  const errors = [...new Set(own)];
  const ids = [
    ...(props.hint === undefined ? [] : [`${id}-hint`]),
    ...(errors.length === 0 ? [] : [`${id}-error`]),
  ];
  return {
    id,
    error: errors[0],
    errors,
    describedBy: ids.length === 0 ? undefined : ids.join(' '),
    posted: firstValue(values, props.name),
    postedAll: allValues(values, props.name),
    wasPosted: Object.hasOwn(values, props.name),
  };
}

function FieldNotes(props: { id: string; hint: ComponentChildren; errors: readonly string[] }): VNode {
  const { lang } = usePage();
  return (
    <>
      {props.hint === undefined ? null : (
        <div id={`${props.id}-hint`} class="govuk-hint">
          {props.hint}
        </div>
      )}
      {props.errors.length === 0 ? null : (
        <p id={`${props.id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">{words(lang, 'kit.error.prefix')}</span>
          {props.errors.map((error, i) => (
            <Fragment key={error}>
              {i === 0 ? null : <br />}
              {error}
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}

function groupClass(error: string | undefined): string {
  return error === undefined ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error';
}

/** Label, hint and error around one control. */
export function Field(props: FieldProps & { state: FieldState; children: ComponentChildren }): VNode {
  const { lang } = usePage();
  const { id, error } = props.state;
  const label = (
    <label class={props.heading === true ? 'govuk-label govuk-label--l' : 'govuk-label'} for={id}>
      {props.label}
      {props.optional === true ? words(lang, 'kit.optional') : null}
    </label>
  );
  return (
    <div class={groupClass(error)}>
      {props.heading === true ? <h1 class="govuk-label-wrapper">{label}</h1> : label}
      <FieldNotes id={id} hint={props.hint} errors={props.state.errors} />
      {props.children}
    </div>
  );
}

/** Legend, hint and error around several controls that answer one question. */
export function FieldGroup(
  props: FieldProps & { state: FieldState; role?: 'group'; children: ComponentChildren },
): VNode {
  const { lang } = usePage();
  const { id, error, describedBy } = props.state;
  const text = (
    <>
      {props.label}
      {props.optional === true ? words(lang, 'kit.optional') : null}
    </>
  );
  return (
    <div class={groupClass(error)}>
      <fieldset
        class="govuk-fieldset"
        {...(props.role === undefined ? {} : { role: props.role })}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      >
        <legend
          class={`govuk-fieldset__legend ${props.heading === true ? 'govuk-fieldset__legend--l' : 'govuk-fieldset__legend--s'}`}
        >
          {props.heading === true ? <h1 class="govuk-fieldset__heading">{text}</h1> : text}
        </legend>
        <FieldNotes id={id} hint={props.hint} errors={props.state.errors} />
        {props.children}
      </fieldset>
    </div>
  );
}
