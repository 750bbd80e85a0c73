import type { VNode } from 'preact';
import type { User } from '../../../../shared/access/user.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { itemRef } from '../../../../shared/plan/monthPlan.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { InspectionItem } from '../../../../shared/register/inspectionItem.ts';
import { inspectionMethods } from '../../../../shared/register/vocabulary.ts';
import { Button, ButtonGroup } from '../../kit/components/button.tsx';
import { Checkboxes } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { TextInput } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { monthText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';
import { RatesTable } from './ratesTable.tsx';
import { SourceFields } from './sourceFields.tsx';
import { TeamFields, WitnessFields } from './teamFields.tsx';

export interface PlanFormProps {
  readonly month: string;
  /** Entries of the form: of the stored plan, of the proposal, or as they were sent. */
  readonly values: Values;
  /** Version of the stored plan that the form was made from; none for a month without a plan. */
  readonly version: number | undefined;
  readonly items: readonly InspectionItem[];
  readonly witnesses: readonly User[];
  readonly problems?: readonly Problem[];
}

/** The plan of a month as one form. Its small buttons change lines and save nothing. */
export function PlanFormPage(props: PlanFormProps): VNode {
  const { lang } = usePage();
  const { month, values, version } = props;
  return (
    <ConsolePage
      title={text(lang, 'plans.edit', { month: monthText(lang, month) })}
      lead={
        <Tag tone="active">
          {text(lang, version === undefined ? 'plans.status.new' : 'plans.status.draft')}
        </Tag>
      }
      back={{ href: '/plans', label: text(lang, 'plans.title') }}
      problems={props.problems ?? []}
    >
      <Form action={`/plans/${month}`} values={values} {...(version === undefined ? {} : { version })}>
        {/* Enter in a field presses the first button of a form: it has to be this one, not a line's. */}
        <button
          type="submit"
          name="op"
          value="save"
          class="govuk-visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
        >
          {text(lang, 'plans.save')}
        </button>
        <TextInput name="title" label={text(lang, 'plans.name')} />
        <ItemChoice items={props.items} values={values} />
        <RatesTable values={values} />
        <Checkboxes
          name="splitByDistrict"
          label={text(lang, 'plans.split')}
          choices={[{ value: 'yes', label: text(lang, 'plans.split.yes') }]}
          values={[]}
        />
        <div class="dr-fields">
          <NumberField name="recentMonths" code="plans.recentMonths" />
          <NumberField name="earlierMonths" code="plans.earlierMonths" />
          <NumberField name="yearlyCap" code="plans.yearlyCap" />
          <NumberField name="alternates" code="plans.alternates" />
        </div>
        <h2 class="govuk-heading-m">{text(lang, 'plans.section.teams')}</h2>
        <TeamFields />
        <h2 class="govuk-heading-m">{text(lang, 'plans.section.ceremony')}</h2>
        <NumberField name="objectionWorkingDays" code="plans.objectionDays" />
        <WitnessFields values={values} users={props.witnesses} />
        <SourceFields />
        <h2 class="govuk-heading-m">{text(lang, 'plans.section.visits')}</h2>
        <div class="dr-fields">
          <DateInput name="visits.from" label={text(lang, 'plans.visits.from')} />
          <DateInput name="visits.to" label={text(lang, 'plans.visits.to')} />
        </div>
        <Checkboxes
          name="openDrawnRows"
          label={text(lang, 'plans.openRows')}
          hint={text(lang, 'plans.openRows.hint')}
          choices={[{ value: 'yes', label: text(lang, 'plans.openRows.yes') }]}
          values={[]}
        />
        <ButtonGroup>
          <Button name="op" value="preview">
            {text(lang, 'plans.saveAndPreview')}
          </Button>
          <Button name="op" value="save" look="secondary">
            {text(lang, 'plans.save')}
          </Button>
          <a class="govuk-link" href="/plans">
            {text(lang, 'kit.cancel')}
          </a>
        </ButtonGroup>
      </Form>
    </ConsolePage>
  );
}

/** Only what stands on the published list can be chosen; an item of the plan that no longer does stays visible. */
function ItemChoice(props: { items: readonly InspectionItem[]; values: Values }): VNode {
  const { lang } = usePage();
  return (
    <Checkboxes
      name="items"
      label={text(lang, 'plans.items')}
      hint={text(lang, props.items.length === 0 ? 'plans.items.none' : 'plans.items.hint')}
      values={[]}
      choices={props.items.map((item) => ({
        value: itemRef(item),
        label: `${item.code} ${item.name}`,
        hint: `${vocabularyText(lang, inspectionMethods, item.method)} · ${item.legalBasis}`,
      }))}
    />
  );
}

type NumberCode =
  | 'plans.recentMonths'
  | 'plans.earlierMonths'
  | 'plans.yearlyCap'
  | 'plans.alternates'
  | 'plans.objectionDays';

function NumberField(props: { name: string; code: NumberCode }): VNode {
  const { lang } = usePage();
  return (
    <TextInput
      name={props.name}
      label={text(lang, props.code)}
      hint={text(lang, `${props.code}.hint`)}
      width={3}
      inputMode="numeric"
    />
  );
}
