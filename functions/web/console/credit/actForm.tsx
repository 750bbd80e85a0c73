import type { ComponentChildren, VNode } from 'preact';
import { Form } from '../../kit/components/form.tsx';
import type { Values } from '../../kit/context.tsx';
import { ledgerPath } from './creditPaths.ts';

/** The refused form that comes back, if one did. */
export interface Refused {
  readonly form: string;
  readonly values: Values;
}

interface ActFormProps {
  readonly uscc: string;
  readonly version: number;
  /** Last parts of the address: `entries/retry`. */
  readonly to: string;
  readonly form: string;
  /** Id of the entry, or key of the difference. */
  readonly about: string;
  readonly refused: Refused | undefined;
  readonly children: ComponentChildren;
}

/** A form about one entry or difference; it names the version of the ledger that was seen. */
export function ActForm(props: ActFormProps): VNode {
  const { uscc, version, to, form, about, refused } = props;
  return (
    <Form
      action={`${ledgerPath(uscc)}/${to}`}
      version={version}
      values={refused?.form === form ? refused.values : {}}
      hidden={{ form, about }}
    >
      {props.children}
    </Form>
  );
}
