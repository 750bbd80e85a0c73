import type { ComponentChildren, VNode } from 'preact';
import type { Role } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { commandsFor } from '../../../../shared/case/transition.ts';
import type { DrawCase, DrawStatus } from '../../../../shared/draw/ceremony/drawCase.ts';
import { voidGrounds } from '../../../../shared/draw/ceremony/drawCase.ts';
import {
  lastSourceExists,
  mayConfirmSource,
  revealDeadline,
} from '../../../../shared/draw/ceremony/lastSource.ts';
import { type DrawCommand, drawTransitions } from '../../../../shared/draw/ceremony/transitions.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { Button } from '../../kit/components/button.tsx';
import { Radios } from '../../kit/components/choiceFields.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details, Warning } from '../../kit/components/notices.tsx';
import { Textarea, TextInput } from '../../kit/components/textFields.tsx';
import type { Values } from '../../kit/context.tsx';
import { preciseText } from '../moment.ts';
import { sourceName, words } from './drawWords.ts';
import { WitnessForm } from './witnessForm.tsx';

export interface ActionProps {
  readonly lang: Lang;
  readonly draw: DrawCase;
  readonly status: DrawStatus;
  readonly user: Pick<User, 'userId' | 'roles'>;
  /** Instant of the request. */
  readonly at: string;
  /** The refused form that comes back, if one did. */
  readonly refused?: { readonly command: DrawCommand; readonly values: Values };
}

type Panel = (props: ActionProps) => VNode | undefined;

/** The forms of a draw by command. A form shows when the transition table and the case allow its command. */
const panels: Readonly<Partial<Record<DrawCommand, Panel>>> = {
  'end-objections': ({ lang, draw, at, ...rest }) =>
    draw.window !== undefined && at >= draw.window.until ? (
      <Act {...rest} draw={draw} command="end-objections">
        <Button>{words(lang, 'drawPage.do.endObjections')}</Button>
      </Act>
    ) : undefined,
  refreeze: ({ lang, ...rest }) => (
    <Details summary={words(lang, 'drawPage.do.refreeze')} open={rest.refused?.command === 'refreeze'}>
      <Act {...rest} command="refreeze">
        <Textarea name="reason" label={words(lang, 'drawPage.do.refreeze.reason')} rows={2} maxLength={500} />
        <Button look="secondary">{words(lang, 'drawPage.do.refreeze')}</Button>
      </Act>
    </Details>
  ),
  'commit-secret': (props) => {
    const seat = props.draw.witnesses.find(({ userId }) => userId === props.user.userId);
    return seat === undefined || seat.c !== undefined ? undefined : (
      <WitnessForm
        lang={props.lang}
        draw={props.draw}
        seat={seat}
        values={valuesFor(props, 'commit-secret')}
      />
    );
  },
  confirm: ({ lang, draw, user, ...rest }) =>
    draw.opened.by === user.userId ||
    draw.witnesses.some(({ userId }) => userId === user.userId) ? undefined : (
      <Act {...rest} draw={draw} command="confirm" title={words(lang, 'drawPage.do.confirm.title')}>
        <Warning>{words(lang, 'drawPage.do.confirm.warn')}</Warning>
        <Button look="irreversible">{words(lang, 'drawPage.do.confirm.button')}</Button>
      </Act>
    ),
  reveal: ({ lang, draw, user, ...rest }) => {
    const seat = draw.witnesses.find(({ userId }) => userId === user.userId);
    if (seat === undefined || seat.r !== undefined) return undefined;
    const deadline = revealDeadline(draw.plan.lastSource);
    return (
      <Act {...rest} draw={draw} command="reveal" title={words(lang, 'drawPage.do.reveal.title')}>
        {deadline === undefined ? null : (
          <p class="govuk-body">
            {words(lang, 'drawPage.do.reveal.deadline', { deadline: preciseText(lang, deadline) })}
          </p>
        )}
        <TextInput
          name="r"
          code
          label={words(lang, 'drawPage.do.reveal.r')}
          hint={words(lang, 'drawPage.do.reveal.hint')}
        />
        <Button>{words(lang, 'drawPage.do.reveal.button')}</Button>
      </Act>
    );
  },
  unseal: ({ lang, draw, user, ...rest }) => {
    const absent = draw.witnesses.filter(({ r, userId }) => r === undefined && userId !== user.userId);
    if (absent.length === 0) return undefined;
    const title = words(lang, 'drawPage.do.unseal.title');
    return (
      <Details summary={title} open={rest.refused?.command === 'unseal'}>
        <Act {...rest} draw={draw} command="unseal">
          <Radios
            name="id"
            label={words(lang, 'drawPage.do.unseal.who')}
            choices={absent.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextInput
            name="r"
            code
            label={words(lang, 'drawPage.do.reveal.r')}
            hint={words(lang, 'drawPage.do.reveal.hint')}
          />
          <Button look="secondary">{words(lang, 'drawPage.do.unseal.button')}</Button>
        </Act>
      </Details>
    );
  },
  'enter-source': ({ lang, draw, ...rest }) =>
    draw.source === undefined || draw.source.entered !== undefined ? undefined : (
      <Act {...rest} draw={draw} command="enter-source" title={words(lang, 'drawPage.do.enter.title')}>
        <SourceInput lang={lang} draw={draw} form={draw.source.form} />
        <Button>{words(lang, 'drawPage.do.enter.button')}</Button>
      </Act>
    ),
  'confirm-source': ({ lang, draw, user, ...rest }) =>
    draw.source?.entered === undefined ||
    draw.source.entered.by === user.userId ||
    !mayConfirmSource(draw, user.roles) ? undefined : (
      <Act {...rest} draw={draw} command="confirm-source" title={words(lang, 'drawPage.do.check.title')}>
        <Warning>{words(lang, 'drawPage.do.check.warn')}</Warning>
        <SourceInput lang={lang} draw={draw} form={draw.source.form} />
        <Button look="irreversible">{words(lang, 'drawPage.do.check.button')}</Button>
      </Act>
    ),
  'reject-source': ({ lang, draw, user, ...rest }) =>
    draw.source?.entered === undefined || draw.source.entered.by === user.userId ? undefined : (
      <Act {...rest} draw={draw} command="reject-source">
        <Button look="secondary">{words(lang, 'drawPage.do.reject.button')}</Button>
      </Act>
    ),
  'request-void': ({ lang, draw, at, ...rest }) =>
    draw.voidRequest !== undefined || lastSourceExists(draw, at) ? undefined : (
      <Details
        summary={words(lang, 'drawPage.do.void.title')}
        open={rest.refused?.command === 'request-void'}
      >
        <Act {...rest} draw={draw} command="request-void">
          <Warning>{words(lang, 'drawPage.do.void.warn')}</Warning>
          <Radios
            name="ground"
            label={words(lang, 'drawPage.do.void.ground')}
            choices={voidGrounds
              .filter((ground) => ground !== 'commitment-late')
              .map((ground) => ({ value: ground, label: words(lang, `ceremony.ground.${ground}`) }))}
          />
          <Textarea name="reason" label={words(lang, 'drawPage.do.void.reason')} rows={2} maxLength={500} />
          <Button look="secondary">{words(lang, 'drawPage.do.void.button')}</Button>
        </Act>
      </Details>
    ),
  'withdraw-void': ({ lang, draw, user, ...rest }) =>
    draw.voidRequest?.by !== user.userId ? undefined : (
      <Act {...rest} draw={draw} command="withdraw-void">
        <Button look="secondary">{words(lang, 'drawPage.do.withdrawVoid.button')}</Button>
      </Act>
    ),
  void: ({ lang, draw, user, ...rest }) =>
    draw.voidRequest === undefined || draw.voidRequest.by === user.userId ? undefined : (
      <Act {...rest} draw={draw} command="void">
        <Button look="irreversible">{words(lang, 'drawPage.do.confirmVoid.button')}</Button>
      </Act>
    ),
};

const order = Object.keys(panels);

/** The commands whose forms this person sees now, in the order above: what moves the draw on comes first. */
export function openPanels(props: ActionProps): readonly { command: DrawCommand; panel: VNode }[] {
  const roles: readonly Role[] = props.user.roles;
  const open = commandsFor(drawTransitions, props.status, roles).flatMap((command) => {
    const panel = panels[command]?.(props);
    return panel === undefined ? [] : [{ command, panel }];
  });
  return open.sort((one, other) => order.indexOf(one.command) - order.indexOf(other.command));
}

function valuesFor(props: Pick<ActionProps, 'refused'>, command: DrawCommand): Values {
  return props.refused?.command === command ? props.refused.values : {};
}

function Act(props: {
  draw: DrawCase;
  command: DrawCommand;
  title?: string;
  refused?: ActionProps['refused'];
  children: ComponentChildren;
}): VNode {
  return (
    <section class="dr-act">
      {props.title === undefined ? null : <h3 class="govuk-heading-s">{props.title}</h3>}
      <Form
        action={`/draws/${props.draw.number}/${props.command}`}
        values={valuesFor(
          { ...(props.refused === undefined ? {} : { refused: props.refused }) },
          props.command,
        )}
      >
        {props.children}
      </Form>
    </section>
  );
}

function SourceInput(props: { lang: Lang; draw: DrawCase; form: string }): VNode {
  const { lang, draw } = props;
  const dice = draw.plan.lastSource.type === 'dice';
  return (
    <TextInput
      name="value"
      code
      width={30}
      label={words(lang, 'drawPage.do.enter.value', { source: sourceName(lang, draw) })}
      hint={
        dice
          ? words(lang, 'drawPage.do.enter.dice.hint')
          : words(lang, 'drawPage.do.enter.lottery.hint', { form: props.form })
      }
    />
  );
}
