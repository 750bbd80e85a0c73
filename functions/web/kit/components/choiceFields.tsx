import type { ComponentChildren, VNode } from 'preact';
import { usePage } from '../context.tsx';
import { words } from '../words.ts';
import { Field, FieldGroup, type FieldProps, useField } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** Further questions, shown when the choice is taken; folded away by the stylesheet, not by a script. */
  readonly conditional?: ComponentChildren;
}

export interface SelectProps extends FieldProps {
  readonly value?: string;
  readonly choices: readonly Choice[];
  /** Text of the empty first line; `false` leaves the line out. */
  readonly empty?: string | false;
}

export function Select(props: SelectProps): VNode {
  const { lang } = usePage();
  const state = useField(props);
  const chosen = state.wasPosted ? state.posted : (props.value ?? '');
  return (
    <Field {...props} state={state}>
      <select
        class={state.error === undefined ? 'govuk-select' : 'govuk-select govuk-select--error'}
        id={state.id}
        name={props.name}
        aria-describedby={state.describedBy}
        aria-invalid={state.error === undefined ? undefined : 'true'}
      >
        {props.empty === false ? null : (
          <option value="" selected={chosen === ''}>
            {props.empty ?? words(lang, 'kit.choose')}
          </option>
        )}
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === chosen}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

function ChoiceItem(props: {
  kind: 'radios' | 'checkboxes';
  id: string;
  name: string;
  choice: Choice;
  checked: boolean;
}): VNode {
  const { kind, id, choice } = props;
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={props.name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={choice.value}
          checked={props.checked}
          aria-describedby={choice.hint === undefined ? undefined : `${id}-item-hint`}
        />
        <label class={`govuk-label govuk-${kind}__label`} for={id}>
          {choice.label}
        </label>
        {choice.hint === undefined ? null : (
          <div id={`${id}-item-hint`} class={`govuk-hint govuk-${kind}__hint`}>
            {choice.hint}
          </div>
        )}
      </div>
      {choice.conditional === undefined ? null : <div class="dr-conditional">{choice.conditional}</div>}
    </>
  );
}

/** The console shows more at once; the public gets the large controls. */
function useSize(kind: 'radios' | 'checkboxes'): string {
  return usePage().user === undefined ? '' : ` govuk-${kind}--small`;
}

function itemId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}

export interface RadiosProps extends FieldProps {
  readonly value?: string;
  readonly choices: readonly Choice[];
  readonly inline?: boolean;
}

export function Radios(props: RadiosProps): VNode {
  const state = useField(props);
  const chosen = state.wasPosted ? state.posted : props.value;
  const size = useSize('radios');
  return (
    <FieldGroup {...props} state={state}>
      <div class={`govuk-radios${size}${props.inline === true ? ' govuk-radios--inline' : ''}`}>
        {props.choices.map((choice, index) => (
          <ChoiceItem
            key={choice.value}
            kind="radios"
            id={itemId(state.id, index)}
            name={props.name}
            choice={choice}
            checked={choice.value === chosen}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

export interface CheckboxesProps extends FieldProps {
  readonly values?: readonly string[];
  readonly choices: readonly Choice[];
}

/** Several may be taken; the form carries one value per box under the same name. */
export function Checkboxes(props: CheckboxesProps): VNode {
  const state = useField(props);
  const chosen = state.wasPosted ? state.postedAll : (props.values ?? []);
  const size = useSize('checkboxes');
  return (
    <FieldGroup {...props} state={state}>
      <div class={`govuk-checkboxes${size}`}>
        {props.choices.map((choice, index) => (
          <ChoiceItem
            key={choice.value}
            kind="checkboxes"
            id={itemId(state.id, index)}
            name={props.name}
            choice={choice}
            checked={chosen.includes(choice.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
