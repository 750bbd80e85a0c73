import type { VNode } from 'preact';
import { listingGrounds } from '../../../../shared/law/listingGrounds.ts';
import { MOST_TEXT } from '../../../../shared/listing/command.ts';
import type { Charge } from '../../../../shared/listing/listingCase.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { AgencyKind } from '../../../../shared/register/vocabulary.ts';
import { Radios } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Textarea, TextInput } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { dateEntries } from '../plans/planForm.ts';
import { citationText } from './listingWords.ts';

/** What an agency is to be listed for. The ground of the three years is the system's to propose. */
export function ChargeFields({ kinds }: { kinds?: readonly AgencyKind[] }): VNode {
  const { lang } = usePage();
  const fitting = listingGrounds.filter(
    ({ basis, kinds: reached }) =>
      basis !== 'years' && (kinds === undefined || reached.some((kind) => kinds.includes(kind))),
  );
  return (
    <>
      <Radios
        name="ground"
        label={text(lang, 'listingPage.ground')}
        choices={fitting.map((row) => ({
          value: row.rule,
          label: row[lang],
          hint: `${text(lang, `listing.list.${row.list}`)} · ${citationText(lang, row)}`,
        }))}
      />
      <Textarea name="facts" label={text(lang, 'listingPage.facts')} rows={4} maxLength={MOST_TEXT} />
      <TextInput
        name="penalty"
        optional
        label={text(lang, 'listingPage.penalty')}
        hint={text(lang, 'listingPage.penalty.hint')}
        width={20}
      />
      <DateInput
        name="restrictedUntil"
        optional
        label={text(lang, 'listingPage.restricted')}
        hint={text(lang, 'listingPage.restricted.hint')}
      />
    </>
  );
}

/** A charge as the entries of its form. */
export function chargeEntries(charge: Charge | undefined): Values {
  if (charge === undefined) return {};
  return {
    ground: charge.ground,
    facts: charge.facts,
    penalty: charge.penalty ?? '',
    ...(charge.restrictedUntil === undefined ? {} : dateEntries('restrictedUntil', charge.restrictedUntil)),
  };
}
