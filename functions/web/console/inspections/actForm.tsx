import type { ComponentChildren, VNode } from 'preact';
import type { InspectionStatus } from '../../../../shared/inspection/inspectionCase.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { Form } from '../../kit/components/form.tsx';
import { Details } from '../../kit/components/notices.tsx';
import type { Values } from '../../kit/context.tsx';
import { fieldOf } from '../commandFields.ts';
import { inspectionPath } from './inspectionWords.ts';
import { type FormCommand, offered, type Person } from './offers.ts';

export interface ActionProps {
  readonly lang: Lang;
  readonly stored: StoredInspection;
  readonly user: Person;
  /** Inspections of the same agency that this one could join. */
  readonly joinable: readonly StoredInspection[];
  /** Names of the items by `code@version`. */
  readonly itemNames: ReadonlyMap<string, string>;
  /** The refused form that comes back, if one did. */
  readonly refused?: { readonly command: FormCommand; readonly values: Values };
}

export const statusOf = ({ status }: Pick<StoredInspection, 'status'>) => status as InspectionStatus;

/** The commands whose forms this person sees now. */
export function offeredTo({ stored, user, joinable }: ActionProps): readonly FormCommand[] {
  const status = statusOf(stored);
  return offered({ inspection: stored.state, status, user, joinable: joinable.length });
}

interface ActProps extends ActionProps {
  readonly command: FormCommand;
  readonly title: string;
  /** Entries to start from. */
  readonly start?: Values;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children: ComponentChildren;
}

/** The form of a command under its title. */
export function Act(props: ActProps): VNode {
  return (
    <section class="dr-act">
      <h3 class="govuk-heading-s">{props.title}</h3>
      <ActForm {...props} />
    </section>
  );
}

/** It names the version that was seen; a refused one comes back with its entries. */
function ActForm(props: ActProps): VNode {
  const { stored, command, refused, hidden } = props;
  const field = fieldOf(command);
  const start = Object.entries(props.start ?? {}).map(([name, value]) => [field(name), value] as const);
  return (
    <Form
      action={`${inspectionPath(stored.state.number)}/${command}`}
      version={stored.version}
      values={refused?.command === command ? refused.values : Object.fromEntries(start)}
      {...(hidden === undefined ? {} : { hidden })}
    >
      {props.children}
    </Form>
  );
}

/** A form that is seldom needed: folded away until it is asked for or comes back refused. */
export function FoldedAct(props: ActProps): VNode {
  const { title, command, refused } = props;
  return (
    <Details summary={title} open={refused?.command === command}>
      <ActForm {...props} />
    </Details>
  );
}
