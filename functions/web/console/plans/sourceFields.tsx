import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import { Radios, Select } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage } from '../../kit/context.tsx';

/** The last source of a draw: a lottery with its issue and hour, or dice. `planForm.sourceOf` reads it. */
export function SourceFields(): VNode {
  const { lang } = usePage();
  return (
    <Radios
      name="lastSource.type"
      label={text(lang, 'plans.source')}
      hint={text(lang, 'plans.source.hint')}
      choices={[
        {
          value: 'lottery',
          label: text(lang, 'plans.source.lottery'),
          conditional: (
            <>
              <Select
                name="lastSource.game"
                label={text(lang, 'plans.source.game')}
                choices={(['ssq', 'dlt'] as const).map((value) => ({
                  value,
                  label: text(lang, `plans.source.${value}`),
                }))}
              />
              <TextInput
                name="lastSource.issue"
                label={text(lang, 'plans.source.issue')}
                hint={text(lang, 'plans.source.issue.hint')}
                width={10}
                inputMode="numeric"
              />
              <DateInput
                name="lastSource.at"
                label={text(lang, 'plans.source.day')}
                hint={text(lang, 'plans.source.day.hint')}
              />
              <TextInput
                name="lastSource.time"
                label={text(lang, 'plans.source.time')}
                hint={text(lang, 'plans.source.time.hint')}
                width={5}
              />
            </>
          ),
        },
        { value: 'dice', label: text(lang, 'plans.source.dice') },
      ]}
    />
  );
}
