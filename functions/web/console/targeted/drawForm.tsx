import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { StoredOrder } from '../../../../shared/targeted/targetedOrder.ts';
import { Button } from '../../kit/components/button.tsx';
import { Checkboxes } from '../../kit/components/choiceFields.tsx';
import { Form } from '../../kit/components/form.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { SourceFields } from '../plans/sourceFields.tsx';
import { groundText } from './orderWords.ts';

/** Opens the draw of inspectors for approved orders; all are chosen at first, by dice. */
export function DrawForm(props: { orders: readonly StoredOrder[]; values?: Values }): VNode | null {
  const { lang } = usePage();
  const { orders } = props;
  if (orders.length === 0) return null;
  const numbers = orders.map(({ state }) => state.number);
  return (
    <section class="dr-act">
      <h2 class="govuk-heading-m">{text(lang, 'targetedPage.draw.title')}</h2>
      <Form action="/targeted/draws" values={props.values ?? { orders: numbers, 'lastSource.type': 'dice' }}>
        <Checkboxes
          name="orders"
          label={text(lang, 'targetedPage.draw.orders')}
          hint={text(lang, 'targetedPage.draw.hint')}
          choices={orders.map(({ state }) => ({
            value: state.number,
            label: `${state.number} ${state.agencyName}`,
            hint: groundText(lang, state.ground),
          }))}
        />
        <SourceFields />
        <Button>{text(lang, 'targetedPage.draw.button')}</Button>
      </Form>
    </section>
  );
}
