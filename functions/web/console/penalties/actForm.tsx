import type { ComponentChildren, VNode } from 'preact';
import type { Lang } from '../../../../shared/messages/message.ts';
import { Form } from '../../kit/components/form.tsx';
import { Details } from '../../kit/components/notices.tsx';
import type { Values } from '../../kit/context.tsx';
import { fieldOf } from '../commandFields.ts';
import { penaltyPath } from '../penaltyPaths.ts';
import type { CaseView } from './caseView.ts';
import { type FormCommand, type OfferedCommand, offered, type Person } from './offers.ts';
import { statusOf } from './waiting.ts';

export interface ActionProps extends CaseView {
  readonly lang: Lang;
  readonly user: Person;
  /** The refused form that comes back, if one did. */
  readonly refused?: { readonly command: FormCommand; readonly values: Values };
}

/** The commands whose forms this person sees now. */
export function offeredTo({ stored, user, at }: ActionProps): readonly OfferedCommand[] {
  return offered({ penalty: stored.state, status: statusOf(stored), user, at });
}

interface ActProps extends ActionProps {
  readonly command: FormCommand;
  readonly title: string;
  /** Entries to start from. */
  readonly start?: Values;
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
function ActForm({ stored, command, refused, start, children }: ActProps): VNode {
  const field = fieldOf(command);
  const entries = Object.entries(start ?? {}).map(([name, value]) => [field(name), value] as const);
  return (
    <Form
      action={`${penaltyPath(stored.state.id)}/${command}`}
      version={stored.version}
      values={refused?.command === command ? refused.values : Object.fromEntries(entries)}
    >
      {children}
    </Form>
  );
}

/** A form that is not the next step: folded away until it is asked for or comes back refused. */
export function FoldedAct(props: ActProps): VNode {
  const { title, command, refused } = props;
  return (
    <Details summary={title} open={refused?.command === command}>
      <ActForm {...props} />
    </Details>
  );
}
