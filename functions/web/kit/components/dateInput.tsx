import type { VNode } from 'preact';
import { useFormState, usePage } from '../context.tsx';
import { firstValue } from '../links.ts';
import { words } from '../words.ts';
import { FieldGroup, type FieldProps, fieldId, useField } from './field.tsx';

const parts = [
  { part: 'year', label: 'kit.date.year', width: 4 },
  { part: 'month', label: 'kit.date.month', width: 2 },
  { part: 'day', label: 'kit.date.day', width: 2 },
] as const;

/**
 * A date as three entries, in the order of the Chinese calendar; `readDate` puts them together.
 * The form carries `<name>.year`, `<name>.month` and `<name>.day`. `value` is 'YYYY-MM-DD'.
 */
export function DateInput(props: FieldProps & { value?: string }): VNode {
  const { lang } = usePage();
  const { values } = useFormState();
  const state = useField(props);
  const stored = (props.value ?? '').split('-');
  return (
    <FieldGroup {...props} state={state} role="group">
      <div class="govuk-date-input">
        {parts.map(({ part, label, width }, index) => {
          const name = `${props.name}.${part}`;
          // The error summary links to the name of the whole date: its first entry carries that id.
          const id = index === 0 ? state.id : fieldId(name);
          const value = Object.hasOwn(values, name) ? firstValue(values, name) : (stored[index] ?? '');
          return (
            <div class="govuk-date-input__item" key={part}>
              <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for={id}>
                  {words(lang, label)}
                </label>
                <input
                  class={`govuk-input govuk-date-input__input govuk-input--width-${width}${state.error === undefined ? '' : ' govuk-input--error'}`}
                  id={id}
                  name={name}
                  type="text"
                  inputMode="numeric"
                  autocomplete="off"
                  value={value}
                />
              </div>
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
