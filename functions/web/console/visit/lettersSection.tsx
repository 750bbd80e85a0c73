import type { VNode } from 'preact';
import type { Letter } from '../../../../shared/inspection/inspectionCase.ts';
import { parameter } from '../../../../shared/inspection/visitResults.ts';
import { Button } from '../../kit/components/button.tsx';
import { Select } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details } from '../../kit/components/notices.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { dayText } from '../moment.ts';
import { actionOf, type VisitView, valuesFor } from './visitView.ts';
import { words } from './visitWords.ts';

const outcomes = ['under-way', 'unsigned', 'signed'] as const;

/** The letters that show that nobody is at the registered premises; folded away while they are of no concern. */
export function LettersSection({ view, today }: { view: VisitView; today: string }): VNode {
  const { lang, inspection, open, refused } = view;
  const { letters, results } = inspection;
  const concerned =
    letters.length > 0 ||
    Object.values(results).some((one) => one.results.includes('unreachable')) ||
    refused?.form.startsWith('letter') === true ||
    refused?.problems.some(({ code }) => code.startsWith('inspection.letters')) === true;
  const forms = [...letters.filter(({ outcome }) => outcome === 'under-way'), undefined];
  return (
    <Details summary={words(lang, 'visitPage.letters')} open={concerned}>
      <p class="govuk-body">
        {words(lang, 'visitPage.letters.rule', {
          least: parameter('unreachable.gap_min', today),
          most: parameter('unreachable.gap_max', today),
        })}
      </p>
      <ul class="govuk-list">
        {letters.map(({ no, sentOn, tracking, outcome, outcomeOn }) => (
          <li key={no}>
            {words(lang, 'visitPage.letters.no', { no })} {dayText(lang, sentOn)} <code>{tracking}</code>{' '}
            {words(lang, `inspection.letter.${outcome}`)}
            {outcomeOn === undefined ? '' : ` ${dayText(lang, outcomeOn)}`}
          </li>
        ))}
      </ul>
      {open ? forms.map((letter) => <LetterForm key={letter?.no ?? 0} view={view} letter={letter} />) : null}
    </Details>
  );
}

function LetterForm({ view, letter }: { view: VisitView; letter: Letter | undefined }): VNode {
  const { lang } = view;
  const no = letter?.no ?? 0;
  const values = valuesFor(view, `letter ${no}`);
  // Several of these forms stand on the page: only the one that was refused shows the refusals, by its names.
  const field = (name: string) => `${name}.${no}`;
  return (
    <Form action={actionOf(view, 'letter')} values={values} hidden={{ no: String(no) }}>
      <h3 class="govuk-heading-s">
        {letter === undefined
          ? words(lang, 'visitPage.letters.new')
          : words(lang, 'visitPage.letters.no', { no })}
      </h3>
      {letter === undefined ? (
        <>
          <DateInput name={field('sentOn')} label={words(lang, 'visitPage.letters.sentOn')} />
          <TextInput name={field('tracking')} code label={words(lang, 'visitPage.letters.tracking')} />
        </>
      ) : null}
      <Select
        name={field('outcome')}
        label={words(lang, 'visitPage.letters.outcome')}
        empty={false}
        value={letter?.outcome ?? 'under-way'}
        choices={outcomes.map((value) => ({ value, label: words(lang, `inspection.letter.${value}`) }))}
      />
      <DateInput name={field('outcomeOn')} optional label={words(lang, 'visitPage.letters.outcomeOn')} />
      <Button look="secondary">{words(lang, 'visitPage.letters.save')}</Button>
    </Form>
  );
}
