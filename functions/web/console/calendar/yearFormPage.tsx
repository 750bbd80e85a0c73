import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { Button, ButtonGroup } from '../../kit/components/button.tsx';
import { Checkboxes, Radios } from '../../kit/components/choiceFields.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Inset } from '../../kit/components/notices.tsx';
import { Textarea, TextInput } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';

/** Enters the table of a year from the notice. `version` is that of the case, undefined for a new year. */
export function YearFormPage(props: {
  year: number;
  values: Values;
  version: number | undefined;
  problems: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const { year } = props;
  const back = '/calendar';
  return (
    <ConsolePage
      title={text(lang, 'calendarPage.yearTitle', { year })}
      back={{ href: back, label: text(lang, 'calendarPage.title') }}
      problems={props.problems}
    >
      <Inset>{text(lang, 'calendarPage.form.about')}</Inset>
      <Form
        action={`/calendar/${year}`}
        values={props.values}
        {...(props.version === undefined ? {} : { version: props.version })}
      >
        <TextInput
          name="source"
          label={text(lang, 'calendarPage.source')}
          hint={text(lang, 'calendarPage.source.hint', { year })}
          maxLength={300}
        />
        <Radios
          name="verification"
          label={text(lang, 'calendarPage.verification')}
          choices={(['V', 'P', 'M'] as const).map((value) => ({
            value,
            label: text(lang, `calendarPage.verification.${value}`),
          }))}
        />
        <Textarea
          name="off"
          label={text(lang, 'calendarPage.off')}
          hint={text(lang, 'calendarPage.off.hint', { year })}
          rows={8}
        />
        <Textarea
          name="work"
          label={text(lang, 'calendarPage.work')}
          hint={text(lang, 'calendarPage.work.hint')}
          rows={6}
        />
        <Checkboxes
          name="complete"
          label={text(lang, 'calendarPage.complete')}
          hint={text(lang, 'calendarPage.complete.hint')}
          choices={[{ value: 'yes', label: text(lang, 'calendarPage.complete.yes') }]}
        />
        <ButtonGroup>
          <Button>{text(lang, 'calendarPage.save')}</Button>
          <a class="govuk-link" href={back}>
            {text(lang, 'kit.cancel')}
          </a>
        </ButtonGroup>
      </Form>
    </ConsolePage>
  );
}
