import type { VNode } from 'preact';
import { isA } from '../../shared/complaint/form/steps.ts';
import { Radios } from '../web/kit/components/choiceFields.tsx';
import { TextInput } from '../web/kit/components/textFields.tsx';
import { usePage } from '../web/kit/context.tsx';
import { Hint } from './seenBy.tsx';
import { StepPage } from './stepPage.tsx';
import type { PlainProps } from './stepRoutes.tsx';
import { say } from './words.ts';

/** With the name or without it: what speaks for each, in words. */
export function NamingPage(props: PlainProps): VNode {
  const { lang } = usePage();
  const { answers } = props;
  return (
    <StepPage {...props} name="naming" title={say(lang, 'intake.naming.title')} titleHidden>
      <Radios
        name="naming"
        label={say(lang, 'intake.naming.title')}
        heading
        hint={<Hint field="naming" answers={answers} />}
        value={answers.naming?.naming ?? ''}
        choices={(['named', 'anonymous'] as const).map((value) => ({
          value,
          label: say(lang, `intake.value.naming.${value}`),
          hint: say(lang, `intake.naming.${value}.hint`),
        }))}
      />
    </StepPage>
  );
}

export function IdentityPage(props: PlainProps): VNode {
  const { lang } = usePage();
  const { answers } = props;
  const { identity } = answers;
  return (
    <StepPage
      {...props}
      name="identity"
      title={say(lang, 'intake.identity.title')}
      lead={say(lang, isA(answers, 'complaint') ? 'intake.identity.complaint' : 'intake.identity.report')}
    >
      <TextInput
        name="name"
        label={say(lang, 'intake.field.name')}
        autocomplete="name"
        hint={<Hint field="name" answers={answers} />}
        value={identity?.name ?? ''}
      />
      <TextInput
        name="phone"
        label={say(lang, 'intake.field.phone')}
        type="tel"
        inputMode="tel"
        autocomplete="tel"
        width={20}
        hint={<Hint field="phone" answers={answers} />}
        value={identity?.phone ?? ''}
      />
      <TextInput
        name="address"
        label={say(lang, 'intake.field.address')}
        autocomplete="street-address"
        hint={
          <Hint field="address" answers={answers}>
            {say(lang, 'intake.address.hint')}
          </Hint>
        }
        value={identity?.address ?? ''}
      />
      <TextInput
        name="mail"
        label={say(lang, 'intake.field.mail')}
        type="email"
        inputMode="email"
        autocomplete="email"
        spellcheck={false}
        optional
        hint={
          <Hint field="mail" answers={answers}>
            {say(lang, 'intake.mail.hint')}
          </Hint>
        }
        value={identity?.mail ?? ''}
      />
    </StepPage>
  );
}

export function ProxyPage(props: PlainProps): VNode {
  const { lang } = usePage();
  const { answers } = props;
  const { proxy } = answers;
  const acting = proxy?.acting === 'proxy' ? proxy : undefined;
  return (
    <StepPage {...props} name="proxy" title={say(lang, 'intake.proxy.title')} titleHidden>
      <Radios
        name="acting"
        label={say(lang, 'intake.proxy.title')}
        heading
        hint={
          <Hint field="acting" answers={answers}>
            {say(lang, 'intake.proxy.hint')}
          </Hint>
        }
        value={proxy?.acting ?? ''}
        choices={[
          { value: 'self', label: say(lang, 'intake.value.acting.self') },
          {
            value: 'proxy',
            label: say(lang, 'intake.value.acting.proxy'),
            conditional: (
              <>
                <TextInput
                  name="proxyName"
                  label={say(lang, 'intake.field.proxyName')}
                  hint={<Hint field="proxyName" answers={answers} />}
                  value={acting?.proxyName ?? ''}
                />
                <TextInput
                  name="proxyAuthority"
                  label={say(lang, 'intake.field.proxyAuthority')}
                  hint={
                    <Hint field="proxyAuthority" answers={answers}>
                      {say(lang, 'intake.proxyAuthority.hint')}
                    </Hint>
                  }
                  value={acting?.proxyAuthority ?? ''}
                />
              </>
            ),
          },
        ]}
      />
    </StepPage>
  );
}
