import type { VNode } from 'preact';
import { textLimits } from '../../shared/complaint/filing.ts';
import { yuanText } from '../../shared/money.ts';
import { DateInput } from '../web/kit/components/dateInput.tsx';
import { Textarea, TextInput } from '../web/kit/components/textFields.tsx';
import { usePage } from '../web/kit/context.tsx';
import { Hint } from './seenBy.tsx';
import { StepPage } from './stepPage.tsx';
import type { PlainProps } from './stepRoutes.tsx';
import { say } from './words.ts';

export function FactsPage(props: PlainProps): VNode {
  const { lang } = usePage();
  const { answers } = props;
  const { facts } = answers;
  return (
    <StepPage {...props} name="facts" title={say(lang, 'intake.facts.title')}>
      <Textarea
        name="facts"
        label={say(lang, 'intake.field.facts')}
        hint={
          <Hint field="facts" answers={answers}>
            {say(lang, 'intake.facts.hint', { most: textLimits.facts })}
          </Hint>
        }
        rows={9}
        value={facts?.facts ?? ''}
      />
      <DateInput
        name="knownSince"
        label={say(lang, 'intake.field.knownSince')}
        optional
        hint={
          <Hint field="knownSince" answers={answers}>
            {say(lang, 'intake.knownSince.hint')}
          </Hint>
        }
        value={facts?.knownSince ?? ''}
      />
      <TextInput
        name="practitioner"
        label={say(lang, 'intake.field.practitioner')}
        optional
        hint={
          <Hint field="practitioner" answers={answers}>
            {say(lang, 'intake.practitioner.hint')}
          </Hint>
        }
        value={facts?.practitioner ?? ''}
      />
    </StepPage>
  );
}

export function MatterPage(props: PlainProps): VNode {
  const { lang } = usePage();
  const { answers } = props;
  const { matter } = answers;
  return (
    <StepPage
      {...props}
      name="matter"
      title={say(lang, 'intake.matter.title')}
      lead={say(lang, 'intake.matter.lead')}
    >
      <TextInput
        name="applicationNumber"
        label={say(lang, 'intake.field.applicationNumber')}
        optional
        code
        width={20}
        hint={
          <Hint field="applicationNumber" answers={answers}>
            {say(lang, 'intake.applicationNumber.hint')}
          </Hint>
        }
        value={matter?.applicationNumber ?? ''}
      />
      <TextInput
        name="contract"
        label={say(lang, 'intake.field.contract')}
        optional
        hint={<Hint field="contract" answers={answers} />}
        value={matter?.contract ?? ''}
      />
      <TextInput
        name="amountFen"
        label={say(lang, 'intake.field.amountFen')}
        optional
        inputMode="decimal"
        width={10}
        suffix={say(lang, 'intake.yuan')}
        hint={
          <Hint field="amountFen" answers={answers}>
            {say(lang, 'intake.amountFen.hint')}
          </Hint>
        }
        value={matter?.amountFen === undefined ? '' : yuanText(matter.amountFen)}
      />
    </StepPage>
  );
}

export function RightsPage(props: PlainProps): VNode {
  const { lang } = usePage();
  const { answers } = props;
  return (
    <StepPage {...props} name="rights" title={say(lang, 'intake.rights.title')} titleHidden>
      <DateInput
        name="rightsLostOn"
        label={say(lang, 'intake.rights.title')}
        heading
        hint={
          <Hint field="rightsLostOn" answers={answers}>
            {say(lang, 'intake.rights.hint')}
          </Hint>
        }
        value={answers.rights?.rightsLostOn ?? ''}
      />
    </StepPage>
  );
}

export function RequestPage(props: PlainProps): VNode {
  const { lang } = usePage();
  const { answers } = props;
  return (
    <StepPage {...props} name="request" title={say(lang, 'intake.request.title')} titleHidden>
      <Textarea
        name="request"
        label={say(lang, 'intake.request.title')}
        heading
        rows={5}
        hint={
          <Hint field="request" answers={answers}>
            {say(lang, 'intake.request.hint', { most: textLimits.request })}
          </Hint>
        }
        value={answers.request?.request ?? ''}
      />
    </StepPage>
  );
}
