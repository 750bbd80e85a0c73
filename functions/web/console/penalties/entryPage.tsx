import type { VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import { regimes } from '../../../../shared/law/catalogueRow.ts';
import { lawAt } from '../../../../shared/law/lawTable.ts';
import { penaltyCatalogue } from '../../../../shared/law/penaltyCatalogue.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { districts } from '../../../../shared/register/district.ts';
import { Button, ButtonGroup } from '../../kit/components/button.tsx';
import { Checkboxes, Radios, Select } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Details } from '../../kit/components/notices.tsx';
import { Textarea, TextInput } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { allValues } from '../../kit/links.ts';
import { vocabularyText } from '../vocabularyText.ts';
import { enteredSources, type Meant, partyKinds } from './entryForm.ts';
import { lineLimit, textLimit } from './formSchemas.ts';
import { citationHint, words } from './penaltyWords.ts';

export interface EntryPageProps {
  readonly values: Values;
  readonly problems: readonly Problem[];
  /** Rows of the register that the text may mean. */
  readonly meant: Meant;
  /** Id of the case, made with the form: sent twice it opens one. */
  readonly id: string;
  readonly today: LocalDate;
}

/** Opens a case by hand: where it comes from, against whom, and what is suspected. */
export function EntryPage(props: EntryPageProps): VNode {
  const { lang } = usePage();
  const { today } = props;
  return (
    <ConsolePage
      title={words(lang, 'penaltyEntry.title')}
      lead={words(lang, 'penaltyEntry.lead')}
      back={{ href: '/penalties', label: words(lang, 'penaltyPage.board.title') }}
      problems={props.problems}
    >
      <Form action="/penalties/new" values={props.values} hidden={{ id: props.id }} class="dr-long-form">
        {/* Enter in a field presses the first button of a form: it has to be this one, not the look-up. */}
        <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
          {words(lang, 'penaltyEntry.send')}
        </button>
        <h2 class="govuk-heading-m">{words(lang, 'penaltyEntry.came')}</h2>
        <Radios
          name="source"
          label={words(lang, 'penaltyPage.source')}
          choices={enteredSources.map((value) => ({
            value,
            label: words(lang, `penalty.source.${value}`),
            ...(value === 'transfer'
              ? {
                  conditional: (
                    <TextInput
                      name="reference"
                      label={words(lang, 'penaltyEntry.reference')}
                      maxLength={lineLimit}
                    />
                  ),
                }
              : {}),
          }))}
        />
        <DateInput
          name="receivedOn"
          label={words(lang, 'penaltyEntry.receivedOn')}
          hint={words(lang, 'penaltyEntry.receivedOn.hint')}
          value={today}
        />
        <Against {...props} />
        <h2 class="govuk-heading-m">{words(lang, 'penaltyPage.suspicion')}</h2>
        <Textarea
          name="text"
          label={words(lang, 'penaltyEntry.text')}
          hint={words(lang, 'penaltyEntry.text.hint')}
          rows={6}
          maxLength={textLimit}
        />
        <DateInput
          name="actOn"
          label={words(lang, 'penaltyPage.actEnded')}
          hint={words(lang, 'penaltyEntry.actOn.hint')}
          optional
        />
        <Entries {...props} />
        <p class="govuk-body">{words(lang, 'penaltyEntry.follows')}</p>
        <Button>{words(lang, 'penaltyEntry.send')}</Button>
      </Form>
    </ConsolePage>
  );
}

/** The party is looked up by a button of the same form, so that nothing that was typed is lost. */
function Against({ meant }: EntryPageProps): VNode {
  const { lang } = usePage();
  const rows = [
    ...meant.agencies.map(({ uscc, name }) => ({ value: uscc, label: name, hint: uscc })),
    ...meant.practitioners.map(({ licenceNo, name, agencyUscc }) => ({
      value: licenceNo,
      label: name,
      hint: `${licenceNo} · ${agencyUscc}`,
    })),
  ];
  return (
    <>
      <h2 class="govuk-heading-m">{words(lang, 'penaltyPage.party')}</h2>
      <Radios
        name="kind"
        label={words(lang, 'penaltyEntry.kind')}
        choices={partyKinds.map((value) => ({
          value,
          label: words(lang, `penaltyPage.partyKind.${value}`),
          ...(value === 'other' ? { conditional: <Other /> } : {}),
        }))}
      />
      <TextInput
        name="party"
        label={words(lang, 'penaltyEntry.party')}
        hint={words(lang, 'penaltyEntry.party.hint')}
        maxLength={100}
      />
      {rows.length === 0 ? null : (
        <Radios
          name="row"
          label={words(lang, 'penaltyEntry.row')}
          {...(rows.length === 1 ? { value: rows[0]?.value ?? '' } : {})}
          choices={rows}
        />
      )}
      <ButtonGroup>
        <Button look="secondary" name="look" value="yes">
          {words(lang, 'penaltyEntry.look')}
        </Button>
      </ButtonGroup>
    </>
  );
}

function Other(): VNode {
  const { lang } = usePage();
  return (
    <>
      <TextInput name="otherName" label={words(lang, 'penaltyEntry.other')} maxLength={100} />
      <Radios
        name="organisation"
        label={words(lang, 'penaltyEntry.organisation')}
        hint={words(lang, 'penaltyEntry.organisation.hint')}
        inline
        choices={(['yes', 'no'] as const).map((value) => ({
          value,
          label: words(lang, `penaltyPage.organisation.${value}`),
        }))}
      />
      <TextInput name="otherUscc" label={words(lang, 'penaltyPage.uscc')} width={20} code optional />
      <TextInput
        name="representative"
        label={words(lang, 'penaltyPage.representative')}
        width={20}
        maxLength={60}
        optional
      />
      <Select
        name="district"
        label={words(lang, 'penaltyPage.district')}
        choices={districts.map(({ code }) => ({ value: code, label: vocabularyText(lang, districts, code) }))}
        optional
      />
    </>
  );
}

function Entries({ today, values }: EntryPageProps): VNode {
  const { lang } = usePage();
  const rows = lawAt(penaltyCatalogue, today);
  return (
    <>
      <p class="govuk-body">{words(lang, 'penaltyEntry.entries')}</p>
      {regimes.map((regime) => {
        const name = `entries-${regime}`;
        return (
          <Details
            key={regime}
            summary={words(lang, `penaltyPage.regime.${regime}`)}
            open={allValues(values, name).length > 0}
          >
            <Checkboxes
              name={name}
              label={words(lang, `penaltyPage.regime.${regime}`)}
              choices={rows
                .filter((row) => row.regime === regime)
                .map((row) => ({
                  value: row.rule,
                  label: row[lang],
                  hint: `${row.appliesTo.map((kind) => words(lang, `penaltyPage.partyKind.${kind}`)).join(' / ')} · ${citationHint(lang, row)}`,
                }))}
              optional
            />
          </Details>
        );
      })}
    </>
  );
}
