import type { VNode } from 'preact';
import type { Choice } from '../../kit/components/choiceFields.tsx';
import { useField } from '../../kit/components/field.tsx';

interface CellProps {
  readonly name: string;
  /** Read aloud; on the screen the heads of row and column say it. */
  readonly label: string;
}

function CellError({ id, error }: { id: string; error: string | undefined }): VNode | null {
  return error === undefined ? null : (
    <p id={`${id}-error`} class="govuk-error-message">
      {error}
    </p>
  );
}

/** A choice inside a table. The value is what the form holds. */
export function CellSelect(
  props: CellProps & { choices: readonly Pick<Choice, 'value' | 'label'>[]; empty?: string },
): VNode {
  const { id, error, describedBy, posted } = useField({ name: props.name });
  return (
    <>
      <label class="govuk-visually-hidden" for={id}>
        {props.label}
      </label>
      <CellError id={id} error={error} />
      <select
        class={error === undefined ? 'govuk-select' : 'govuk-select govuk-select--error'}
        id={id}
        name={props.name}
        aria-describedby={describedBy}
        aria-invalid={error === undefined ? undefined : 'true'}
      >
        {props.empty === undefined ? null : (
          <option value="" selected={posted === ''}>
            {props.empty}
          </option>
        )}
        {props.choices.map(({ value, label }) => (
          <option key={value} value={value} selected={value === posted}>
            {label}
          </option>
        ))}
      </select>
    </>
  );
}

/** A short entry inside a table. */
export function CellInput(props: CellProps & { width: 3 | 5 | 10; suffix?: string }): VNode {
  const { id, error, describedBy, posted } = useField({ name: props.name });
  const classes = ['govuk-input', `govuk-input--width-${props.width}`];
  if (error !== undefined) classes.push('govuk-input--error');
  const input = (
    <input
      class={classes.join(' ')}
      id={id}
      name={props.name}
      type="text"
      value={posted}
      autocomplete="off"
      aria-describedby={describedBy}
      aria-invalid={error === undefined ? undefined : 'true'}
    />
  );
  return (
    <>
      <label class="govuk-visually-hidden" for={id}>
        {props.label}
      </label>
      <CellError id={id} error={error} />
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
    </>
  );
}

/** A small button inside the form that changes its lines and saves nothing. */
export function LineButton(props: { op: string; label: string; children: string }): VNode {
  return (
    <button type="submit" class="dr-link-button" name="op" value={props.op} aria-label={props.label}>
      {props.children}
    </button>
  );
}
