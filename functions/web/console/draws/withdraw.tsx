import type { VNode } from 'preact';
import type { DrawCase } from '../../../../shared/draw/ceremony/drawCase.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { withdrawalReasons } from '../../../../shared/publicity/withdrawal.ts';
import { Button } from '../../kit/components/button.tsx';
import { Radios } from '../../kit/components/choiceFields.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details, Warning } from '../../kit/components/notices.tsx';
import { words } from './drawWords.ts';

/** Takes down what was opened about the drawn agencies; the record itself always stays. */
export function Withdraw({ lang, draw }: { lang: Lang; draw: DrawCase }): VNode {
  return (
    <Details summary={words(lang, 'drawPage.withdraw.title')}>
      <Form action={`/draws/${draw.number}/withdraw-opened`}>
        <Warning>{words(lang, 'drawPage.withdraw.body')}</Warning>
        <Radios
          name="reason"
          label={words(lang, 'drawPage.withdraw.reason')}
          choices={withdrawalReasons.map((reason) => ({ value: reason.code, label: reason[lang] }))}
        />
        <Button look="irreversible">{words(lang, 'drawPage.withdraw.button')}</Button>
      </Form>
    </Details>
  );
}
