import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import { itemRef } from '../../../../shared/plan/monthPlan.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import type { InspectionItem } from '../../../../shared/register/inspectionItem.ts';
import { agencyKinds, inspectionMethods } from '../../../../shared/register/vocabulary.ts';
import { MOST_REASON } from '../../../../shared/targeted/orderChecks.ts';
import { Checkboxes } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Inset } from '../../kit/components/notices.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { usePage } from '../../kit/context.tsx';
import { vocabularyText } from '../vocabularyText.ts';

/** What a visit is to be about: items that fit the agency, period, reason. */
export function TermsFields(props: {
  /** Published items. */
  items: readonly InspectionItem[];
  /** Whose visit it is; without one all items are offered. */
  agency: Pick<Agency, 'kinds'> | undefined;
}): VNode {
  const { lang } = usePage();
  const { agency } = props;
  const fitting = props.items.filter(
    ({ kinds }) => agency === undefined || kinds.some((kind) => agency.kinds.includes(kind)),
  );
  const separator = lang === 'zh' ? '、' : ', ';
  return (
    <>
      {fitting.length === 0 ? (
        <Inset>{text(lang, 'targetedPage.items.empty')}</Inset>
      ) : (
        <Checkboxes
          name="items"
          label={text(lang, 'targetedPage.items')}
          hint={text(lang, 'targetedPage.items.hint')}
          choices={fitting.map((item) => ({
            value: itemRef(item),
            label: `${itemRef(item)} ${item.name}`,
            hint: [
              vocabularyText(lang, inspectionMethods, item.method),
              ...item.kinds.map((kind) => vocabularyText(lang, agencyKinds, kind)),
            ].join(separator),
          }))}
        />
      )}
      <DateInput name="from" label={text(lang, 'targetedPage.from')} />
      <DateInput name="to" label={text(lang, 'targetedPage.to')} />
      <Textarea
        name="reason"
        label={text(lang, 'targetedPage.reason')}
        hint={text(lang, 'targetedPage.reason.hint')}
        rows={4}
        maxLength={MOST_REASON}
      />
    </>
  );
}
