import type { ComponentChildren, VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { Form } from '../../kit/components/form.tsx';
import { Details } from '../../kit/components/notices.tsx';
import type { Values } from '../../kit/context.tsx';
import { fieldOf } from '../commandFields.ts';
import { complaintPath } from './complaintWords.ts';
import { type OfferedCommand, offered, type Person } from './offers.ts';
import { statusOf } from './waiting.ts';

export interface ActionProps {
  readonly lang: Lang;
  readonly stored: StoredComplaint;
  readonly user: Person;
  readonly today: LocalDate;
  /** Cases of the same kind that this one could be attached to. */
  readonly attachable: readonly StoredComplaint[];
  /** Who may be put in charge. */
  readonly handlers: readonly { readonly userId: string; readonly name: string }[];
  /** Id of the case that a split or a found breach would make: the same form sent twice makes one. */
  readonly newId: string;
  /** The refused form that comes back, if one did. */
  readonly refused?: { readonly command: OfferedCommand; readonly values: Values };
}

/** The commands whose forms this person sees now. */
export function offeredTo({ stored, user, today, attachable }: ActionProps): readonly OfferedCommand[] {
  return offered({
    complaint: stored.state,
    status: statusOf(stored),
    user,
    today,
    attachable: attachable.length,
  });
}

interface ActProps extends ActionProps {
  readonly command: OfferedCommand;
  readonly title: string;
  /** Entries to start from. */
  readonly start?: Values;
  readonly hidden?: Readonly<Record<string, string>>;
  /** Last part of the address where it is not the command's name. */
  readonly to?: string;
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
  const { stored, command, refused, hidden, to } = props;
  const field = fieldOf(command);
  const start = Object.entries(props.start ?? {}).map(([name, value]) => [field(name), value] as const);
  return (
    <Form
      action={`${complaintPath(stored.state.id)}/${to ?? command}`}
      version={stored.version}
      values={refused?.command === command ? refused.values : Object.fromEntries(start)}
      {...(hidden === undefined ? {} : { hidden })}
    >
      {props.children}
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
