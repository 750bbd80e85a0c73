import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import { Button } from '../../kit/components/button.tsx';
import { Form } from '../../kit/components/form.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { ChargeFields } from './chargeFields.tsx';
import { BOARD } from './listingWords.ts';

/** The form of a proposal. */
export function NewListingPage(props: {
  values: Values;
  agency: Agency | undefined;
  problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const { agency } = props;
  return (
    <ConsolePage
      title={text(lang, 'listingPage.new')}
      lead={agency?.name ?? text(lang, 'listingPage.new.lead')}
      back={{ href: BOARD, label: text(lang, 'listingPage.title') }}
      problems={props.problems ?? []}
    >
      <Form action={BOARD} values={props.values}>
        <TextInput
          name="uscc"
          code
          width={20}
          label={text(lang, 'listingPage.uscc')}
          hint={text(lang, 'listingPage.uscc.hint')}
        />
        <ChargeFields {...(agency === undefined ? {} : { kinds: agency.kinds })} />
        <Button>{text(lang, 'listingPage.propose')}</Button>
      </Form>
    </ConsolePage>
  );
}
