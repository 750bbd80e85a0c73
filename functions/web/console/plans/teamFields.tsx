import type { VNode } from 'preact';
import { roleLabels } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { Select } from '../../kit/components/choiceFields.tsx';
import { TableFrame } from '../../kit/components/tableFrame.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { CellInput, CellSelect, LineButton } from './cellFields.tsx';
import { MOST_SEATS, MOST_WITNESSES, teamKinds, witnessCount } from './planForm.ts';
import { kindText, seatChoices } from './planWords.ts';

const seatNumbers = Array.from({ length: MOST_SEATS }, (_, at) => at);

/** Who sits in a team: for each kind of agency up to six seats with the qualifications they ask for. */
export function TeamFields(): VNode {
  const { lang } = usePage();
  return (
    <>
      <TableFrame label={text(lang, 'plans.seats')}>
        <table class="govuk-table dr-table">
          <caption class="govuk-table__caption govuk-table__caption--s">{text(lang, 'plans.seats')}</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                {text(lang, 'plans.rate.kind')}
              </th>
              {seatNumbers.map((at) => (
                <th key={at} scope="col" class="govuk-table__header">
                  {text(lang, at === 0 ? 'plans.seat.leader' : 'plans.seat', { seat: at + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {teamKinds.map((kind) => (
              <tr key={kind} class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  {kindText(lang, kind)}
                </th>
                {seatNumbers.map((at) => (
                  <td key={at} class="govuk-table__cell">
                    <CellSelect
                      name={`team.seats.${kind}.${at}`}
                      label={text(lang, 'plans.seat.cell', { kind: kindText(lang, kind), seat: at + 1 })}
                      choices={seatChoices(lang)}
                      empty={text(lang, 'plans.seat.none')}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <Select
        name="team.district"
        label={text(lang, 'plans.teamDistrict')}
        empty={false}
        choices={(['any', 'cross', 'home'] as const).map((value) => ({
          value,
          label: text(lang, `plans.teamDistrict.${value}`),
        }))}
      />
      <TextInput
        name="team.slack"
        label={text(lang, 'plans.slack')}
        hint={text(lang, 'plans.slack.hint')}
        width={3}
        inputMode="numeric"
      />
    </>
  );
}

/** The witnesses of the ceremony, chosen among the people of the office who have that role. */
export function WitnessFields(props: { values: Values; users: readonly User[] }): VNode {
  const { lang } = usePage();
  const count = witnessCount(props.values);
  const choices = props.users.map((user) => ({
    value: user.userId,
    label: `${user.name}（${user.roles
      .filter((role) => role === 'official' || role === 'notary')
      .map((role) => roleLabels[role][lang])
      .join('、')}）`,
  }));
  return (
    <TableFrame label={text(lang, 'plans.witnesses')}>
      <table class="govuk-table dr-table">
        <caption class="govuk-table__caption govuk-table__caption--s">
          {text(lang, 'plans.witnesses')}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              {text(lang, 'plans.witness.seat')}
            </th>
            <th scope="col" class="govuk-table__header">
              {text(lang, 'plans.witness.person')}
            </th>
            <th scope="col" class="govuk-table__header">
              {text(lang, 'plans.rate.change')}
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {Array.from({ length: count }, (_, at) => (
            <tr key={String(at)} class="govuk-table__row">
              <td class="govuk-table__cell">
                <CellInput
                  name={`witnesses.${at}.id`}
                  label={text(lang, 'plans.witness.seat.cell', { line: at + 1 })}
                  width={10}
                />
              </td>
              <td class="govuk-table__cell">
                <CellSelect
                  name={`witnesses.${at}.userId`}
                  label={text(lang, 'plans.witness.person.cell', { line: at + 1 })}
                  choices={choices}
                  empty={text(lang, 'kit.choose')}
                />
              </td>
              <td class="govuk-table__cell">
                <LineButton
                  op={`witnesses.remove.${at}`}
                  label={text(lang, 'plans.witness.remove', { line: at + 1 })}
                >
                  {text(lang, 'plans.remove')}
                </LineButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="govuk-hint">{text(lang, 'plans.witnesses.hint')}</p>
      {count >= MOST_WITNESSES ? null : (
        <p class="govuk-body">
          <LineButton op="witnesses.add" label={text(lang, 'plans.witness.add')}>
            {text(lang, 'plans.witness.add')}
          </LineButton>
        </p>
      )}
    </TableFrame>
  );
}
