import type { ComponentChildren, VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import { regimes } from '../../../../shared/law/catalogueRow.ts';
import {
  aggravatingFactors,
  mitigatingFactors,
  notPunishingGrounds,
} from '../../../../shared/law/decisionReasons.ts';
import { lawAt } from '../../../../shared/law/lawTable.ts';
import { penaltyCatalogue } from '../../../../shared/law/penaltyCatalogue.ts';
import type { Charge } from '../../../../shared/penalty/charge.ts';
import type { Assessment } from '../../../../shared/penalty/measures.ts';
import { outcomes } from '../../../../shared/penalty/penaltyCase.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { Button, ButtonGroup } from '../../kit/components/button.tsx';
import { Checkboxes, Radios, Select } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Inset, Warning } from '../../kit/components/notices.tsx';
import { Textarea, TextInput } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { penaltyName, penaltyPath } from '../penaltyPaths.ts';
import { AssessmentView } from './assessmentView.tsx';
import { ChargeFields } from './chargeFields.tsx';
import { hasSpoken, listingsWithPenalty } from './draftForm.ts';
import { lineLimit, textLimit } from './formSchemas.ts';
import { choicesAt, words } from './penaltyWords.ts';
import { Said } from './proceedings.tsx';

export interface LongFormProps {
  readonly stored: StoredPenalty;
  readonly values: Values;
  readonly problems: readonly Problem[];
  readonly today: LocalDate;
  /** What follows from what was entered, once it was asked for and nothing is wrong. */
  readonly preview?: { readonly assessment: Assessment | undefined; readonly charges: readonly Charge[] };
}

/** The frame of both long forms: which case, the version that was seen, and the preview above the last button. */
function LongForm(
  props: LongFormProps & {
    command: 'draft' | 'consider';
    /** Whether charges can be added. */
    adds: boolean;
    top: ComponentChildren;
    rest: ComponentChildren;
  },
): VNode {
  const { lang } = usePage();
  const { stored, command, values, today, preview } = props;
  const { state, version } = stored;
  return (
    <ConsolePage
      title={words(lang, `penaltyDraft.title.${command}`)}
      lead={`${penaltyName(state)} · ${state.party.name}`}
      back={{ href: penaltyPath(state.id), label: words(lang, 'penaltyDraft.back') }}
      problems={props.problems}
    >
      <Form
        action={`${penaltyPath(state.id)}/${command}`}
        values={values}
        version={version}
        class="dr-long-form"
      >
        {/* Enter in a field presses the first button of a form: it has to be one that sends nothing. */}
        <button
          type="submit"
          name="step"
          value="look"
          class="govuk-visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
        >
          {words(lang, 'penaltyDraft.refresh')}
        </button>
        {props.top}
        <h2 class="govuk-heading-m">{words(lang, 'penaltyDraft.charges')}</h2>
        <ChargeFields values={values} party={state.party.kind} today={today} />
        {props.adds ? <AddCharge stored={stored} today={today} /> : null}
        {props.rest}
        {preview === undefined ? null : <Preview {...preview} today={today} />}
        <p class="govuk-body">{words(lang, `penaltyDraft.follows.${command}`)}</p>
        <ButtonGroup>
          <Button name="step" value="send">
            {words(lang, `penaltyDraft.send.${command}`)}
          </Button>
          <Button look="secondary" name="step" value="preview">
            {words(lang, 'penaltyDraft.preview')}
          </Button>
        </ButtonGroup>
      </Form>
    </ConsolePage>
  );
}

function Preview({
  assessment,
  charges,
  today,
}: NonNullable<LongFormProps['preview']> & { today: LocalDate }): VNode {
  const { lang } = usePage();
  return assessment === undefined ? (
    <Inset>{words(lang, 'penaltyDraft.preview.none')}</Inset>
  ) : (
    <AssessmentView lang={lang} assessment={assessment} charges={charges} today={today} />
  );
}

/** The book of rules first: the list of its entries is short enough to choose from. */
function AddCharge({ stored, today }: Pick<LongFormProps, 'stored' | 'today'>): VNode {
  const { lang } = usePage();
  const { kind } = stored.state.party;
  const reached = regimes.filter((regime) =>
    lawAt(penaltyCatalogue, today).some((row) => row.regime === regime && row.appliesTo.includes(kind)),
  );
  return (
    <>
      <Select
        name="addRegime"
        label={words(lang, 'penaltyDraft.add.regime')}
        choices={reached.map((value) => ({ value, label: words(lang, `penaltyPage.regime.${value}`) }))}
      />
      <p>
        <Button look="secondary" name="step" value="add">
          {words(lang, 'penaltyDraft.add')}
        </Button>
      </p>
    </>
  );
}

/** Drafts what is to become of the case. */
export function DraftPage(props: LongFormProps): VNode {
  const { lang } = usePage();
  const { stored, today } = props;
  return (
    <LongForm
      {...props}
      command="draft"
      adds
      top={
        <Radios
          name="outcome"
          label={words(lang, 'penaltyDraft.outcome')}
          choices={outcomes.map((value) => ({
            value,
            label: words(lang, `penalty.outcome.${value}`),
            hint: words(lang, `penaltyDraft.outcome.${value}.hint`),
            ...(value === 'no-penalty'
              ? {
                  conditional: (
                    <Radios
                      name="ground"
                      label={words(lang, 'penaltyDraft.ground')}
                      choices={choicesAt(lang, notPunishingGrounds, today)}
                    />
                  ),
                }
              : {}),
            ...(value === 'transfer'
              ? {
                  conditional: (
                    <TextInput name="to" label={words(lang, 'penaltyPage.to')} maxLength={lineLimit} />
                  ),
                }
              : {}),
          }))}
        />
      }
      rest={
        <>
          <h2 class="govuk-heading-m">{words(lang, 'penaltyDraft.whole')}</h2>
          <Textarea
            name="facts"
            label={words(lang, 'penaltyDraft.facts')}
            hint={words(lang, 'penaltyDraft.facts.hint')}
            rows={6}
            maxLength={textLimit}
          />
          <Textarea
            name="reason"
            label={words(lang, 'penaltyDraft.reason')}
            hint={words(lang, 'penaltyDraft.reason.hint')}
            rows={5}
            maxLength={textLimit}
          />
          <Factors today={today} />
          {stored.state.party.kind === 'agency' ? <Listing today={today} /> : null}
        </>
      }
    />
  );
}

function Factors({ today }: { today: LocalDate }): VNode {
  const { lang } = usePage();
  const mitigating = choicesAt(lang, mitigatingFactors, today).map((one) => ({
    ...one,
    label: words(lang, 'penaltyDraft.factor.mitigating', { what: one.label }),
  }));
  const aggravating = choicesAt(lang, aggravatingFactors, today).map((one) => ({
    ...one,
    label: words(lang, 'penaltyDraft.factor.aggravating', { what: one.label }),
  }));
  return (
    <Checkboxes
      name="factors"
      label={words(lang, 'penaltyDraft.factors')}
      hint={words(lang, 'penaltyDraft.factors.hint')}
      choices={[...mitigating, ...aggravating]}
      optional
    />
  );
}

/** The serious-breach list, when it is decided together with the penalty (令44号 art. 13). */
function Listing({ today }: { today: LocalDate }): VNode {
  const { lang } = usePage();
  return (
    <Checkboxes
      name="listing"
      label={words(lang, 'penaltyDraft.listing')}
      hint={words(lang, 'penaltyDraft.listing.hint')}
      choices={[
        {
          value: 'yes',
          label: words(lang, 'penaltyDraft.listing.yes'),
          conditional: (
            <>
              <Radios
                name="listingGround"
                label={words(lang, 'penaltyDraft.listing.ground')}
                choices={choicesAt(lang, listingsWithPenalty, today)}
              />
              <Textarea
                name="listingReason"
                label={words(lang, 'penaltyDraft.listing.reason')}
                rows={3}
                maxLength={textLimit}
              />
            </>
          ),
        },
      ]}
      optional
    />
  );
}

/** What is made of what the party said, never heavier than what it was told. */
export function ConsiderPage(props: LongFormProps): VNode {
  const { lang } = usePage();
  const { stored, today } = props;
  const spoken = hasSpoken(stored.state);
  return (
    <LongForm
      {...props}
      command="consider"
      adds={false}
      top={
        <>
          <Said lang={lang} penalty={stored.state} />
          {spoken ? (
            <Radios
              name="adopted"
              label={words(lang, 'penaltyDraft.adopted')}
              choices={(['all', 'part', 'none'] as const).map((value) => ({
                value,
                label: words(lang, `penalty.adopted.${value}`),
              }))}
            />
          ) : (
            <p class="govuk-body">{words(lang, 'penalty.adopted.nothing-said')}</p>
          )}
          <Textarea
            name="text"
            label={words(lang, 'penaltyDraft.consideration')}
            rows={5}
            maxLength={textLimit}
          />
          <Warning>{words(lang, 'penaltyDraft.never')}</Warning>
        </>
      }
      rest={
        <>
          <h2 class="govuk-heading-m">{words(lang, 'penaltyDraft.groupTalk')}</h2>
          <p class="govuk-body">{words(lang, 'penaltyDraft.groupTalk.lead')}</p>
          <DateInput name="group.on" label={words(lang, 'penaltyDraft.group.on')} value={today} optional />
          <Textarea
            name="group.members"
            label={words(lang, 'penaltyDraft.group.members')}
            hint={words(lang, 'penaltyDraft.group.members.hint')}
            rows={3}
            maxLength={textLimit}
            optional
          />
          <Textarea
            name="group.text"
            label={words(lang, 'penaltyDraft.group.text')}
            rows={3}
            maxLength={textLimit}
            optional
          />
        </>
      }
    />
  );
}
