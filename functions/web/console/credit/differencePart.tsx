import type { ComponentChildren, VNode } from 'preact';
import { mayAct } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { MOST_REASON } from '../../../../shared/credit/decisions.ts';
import { type CreditDifference, remedies, type Side } from '../../../../shared/credit/differences.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { Button } from '../../kit/components/button.tsx';
import { Radios } from '../../kit/components/choiceFields.tsx';
import { Details, Inset } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { usePage } from '../../kit/context.tsx';
import { momentText } from '../moment.ts';
import { ActForm, type Refused } from './actForm.tsx';
import { type DifferenceAct, differenceActs, formName } from './creditActs.ts';
import { say } from './creditWords.ts';

export interface DifferenceProps {
  readonly difference: CreditDifference;
  readonly position: number;
  readonly version: number;
  readonly user: Pick<User, 'userId' | 'roles'>;
  readonly refused: Refused | undefined;
}

function sideText(lang: Lang, side: Side | undefined): string {
  return side === undefined
    ? say(lang, 'creditPage.side.none')
    : say(lang, 'creditPage.side', {
        version: side.version,
        state: say(lang, `credit.state.${side.state}`),
      });
}

/** One difference between the two sides, with what this person may do about it. */
export function DifferencePart(props: DifferenceProps): VNode {
  const { lang } = usePage();
  const { key, kind, found, ours, theirs, settled } = props.difference;
  return (
    <section class="dr-act">
      <h3 class="govuk-heading-s">
        {say(lang, `credit.difference.${kind}`)} <code>{key}</code>
      </h3>
      <SummaryList
        rows={[
          { label: say(lang, 'creditPage.ours'), value: sideText(lang, ours) },
          { label: say(lang, 'creditPage.theirs'), value: sideText(lang, theirs) },
          { label: say(lang, 'creditPage.difference.found'), value: momentText(lang, found) },
          settled === undefined
            ? undefined
            : {
                label: say(lang, 'creditPage.status'),
                value: `${say(lang, `credit.settled.${settled.how}`)} ${momentText(lang, settled.at)}`,
              },
        ]}
      />
      <Acts {...props} />
    </section>
  );
}

function Acts(props: DifferenceProps): VNode | null {
  const { lang } = usePage();
  const { difference, user } = props;
  const { status, proposal, kind } = difference;
  const may = (act: DifferenceAct) => mayAct(user.roles, differenceActs[act].access);
  if (status === 'settled') return null;
  if (status === 'proposed' && proposal !== undefined) {
    const confirms = may('confirm') && proposal.by !== user.userId;
    return (
      <>
        <Inset>
          {say(lang, 'creditPage.act.proposed', {
            name: proposal.name,
            remedy: say(lang, `creditPage.act.remedy.${proposal.remedy}`),
            reason: proposal.reason,
          })}
          {confirms ? null : ` ${say(lang, 'creditPage.act.second')}`}
        </Inset>
        {confirms ? (
          <Act {...props} act="confirm">
            <Button look="irreversible">{say(lang, 'creditPage.act.confirm')}</Button>
          </Act>
        ) : null}
        {may('decline') ? (
          <Act {...props} act="decline">
            <Button look="secondary">{say(lang, 'creditPage.act.decline')}</Button>
          </Act>
        ) : null}
      </>
    );
  }
  return (
    <>
      {kind !== 'unknown-here' && difference.ours !== undefined && may('resend') ? (
        <Act {...props} act="resend">
          <Button>{say(lang, 'creditPage.act.resend')}</Button>
        </Act>
      ) : null}
      {may('propose') ? <Propose {...props} /> : null}
    </>
  );
}

function Act(props: DifferenceProps & { act: DifferenceAct; children: ComponentChildren }): VNode {
  const { difference, act, position } = props;
  return (
    <ActForm
      uscc={difference.uscc}
      version={props.version}
      to={`differences/${act}`}
      form={formName(act, position)}
      about={difference.key}
      refused={props.refused}
    >
      {props.children}
    </ActForm>
  );
}

function Propose(props: DifferenceProps): VNode {
  const { lang } = usePage();
  const form = formName('propose', props.position);
  const choices = remedies.filter(
    (remedy) => remedy === 'accept' || props.difference.kind === 'unknown-here',
  );
  return (
    <Details summary={say(lang, 'creditPage.act.propose')} open={props.refused?.form === form}>
      <Act {...props} act="propose">
        <Radios
          name={`${form}.remedy`}
          label={say(lang, 'creditPage.act.remedy')}
          choices={choices.map((value) => ({ value, label: say(lang, `creditPage.act.remedy.${value}`) }))}
        />
        <Textarea
          name={`${form}.reason`}
          label={say(lang, 'creditPage.act.reason')}
          hint={say(lang, 'creditPage.act.second')}
          rows={2}
          maxLength={MOST_REASON}
        />
        <Button look="secondary">{say(lang, 'creditPage.act.propose')}</Button>
      </Act>
    </Details>
  );
}
