import type { VNode } from 'preact';
import { targetedGrounds } from '../../../../shared/law/targetedGrounds.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import type { InspectionItem } from '../../../../shared/register/inspectionItem.ts';
import { MOST_REFERENCE } from '../../../../shared/targeted/orderChecks.ts';
import { Button } from '../../kit/components/button.tsx';
import { Radios } from '../../kit/components/choiceFields.tsx';
import { Form } from '../../kit/components/form.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { TermsFields } from './orderFields.tsx';
import { basisText } from './orderWords.ts';

/** The form of a new order. */
export function NewOrderPage(props: {
  values: Values;
  agency: Agency | undefined;
  items: readonly InspectionItem[];
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage
      title={text(lang, 'targetedPage.new')}
      {...(props.agency === undefined ? {} : { lead: props.agency.name })}
      back={{ href: '/targeted', label: text(lang, 'targetedPage.title') }}
      problems={props.problems ?? []}
    >
      <Form action="/targeted" values={props.values}>
        <TextInput
          name="uscc"
          code
          width={20}
          label={text(lang, 'targetedPage.uscc')}
          hint={text(lang, 'targetedPage.uscc.hint')}
        />
        <Radios
          name="ground"
          label={text(lang, 'targetedPage.ground')}
          choices={targetedGrounds.map((ground) => ({
            value: ground.rule,
            label: ground[lang],
            hint: basisText(lang, ground.rule),
          }))}
        />
        <TextInput
          name="reference"
          label={text(lang, 'targetedPage.reference')}
          hint={text(lang, 'targetedPage.reference.hint')}
          maxLength={MOST_REFERENCE}
        />
        <TermsFields items={props.items} agency={props.agency} />
        <Button>{text(lang, 'targetedPage.submit')}</Button>
      </Form>
    </ConsolePage>
  );
}
