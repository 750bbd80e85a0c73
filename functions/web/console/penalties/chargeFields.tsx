import type { VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import {
  type CatalogueTier,
  type MeasureRange,
  type PartyKind,
  regimes,
} from '../../../../shared/law/catalogueRow.ts';
import { isUnverified, lawAt } from '../../../../shared/law/lawTable.ts';
import { penaltyCatalogue } from '../../../../shared/law/penaltyCatalogue.ts';
import { parameterRow } from '../../../../shared/law/penaltyParameters.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { readYuan } from '../../../../shared/money.ts';
import { discretionOf, fineRangeOf, fineSplit } from '../../../../shared/penalty/fineRange.ts';
import { Button } from '../../kit/components/button.tsx';
import { Checkboxes, Radios, Select } from '../../kit/components/choiceFields.tsx';
import { DateInput } from '../../kit/components/dateInput.tsx';
import { Inset } from '../../kit/components/notices.tsx';
import { Textarea, TextInput } from '../../kit/components/textFields.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { firstValue } from '../../kit/links.ts';
import { asksGains, chargeName, chargeNumbers, flagKinds, provisionIn, rangesOf } from './chargeForm.ts';
import { textLimit } from './formSchemas.ts';
import { measureRangeText } from './measureText.ts';
import { amountText, citationHint, termText, words } from './penaltyWords.ts';

export interface ChargeFieldsProps {
  readonly values: Values;
  readonly party: PartyKind;
  readonly today: LocalDate;
}

/** Every charge of the form: its entry first, then its tier, then what that tier orders and allows. */
export function ChargeFields(props: ChargeFieldsProps): VNode {
  return (
    <>
      {chargeNumbers(props.values).map((no) => (
        <OneCharge key={no} {...props} no={no} />
      ))}
    </>
  );
}

type OneProps = ChargeFieldsProps & { readonly no: number };

function OneCharge(props: OneProps): VNode {
  const { lang } = usePage();
  const { no, values, today } = props;
  const name = (part: string) => chargeName(no, part);
  const provision = provisionIn(values, no, today);
  const id = `charge-${no}`;
  return (
    <section class="dr-act" aria-labelledby={id}>
      <h3 class="govuk-heading-s" id={id}>
        {words(lang, 'penaltyDraft.charge', { no })}
      </h3>
      <input type="hidden" name="no" value={String(no)} />
      <EntryField {...props} />
      {provision === undefined ? null : <Inset>{citationHint(lang, provision.row)}</Inset>}
      {provision === undefined || provision.row.tiers.length < 2 ? null : (
        <Radios
          name={name('tier')}
          label={words(lang, 'penaltyDraft.tier')}
          choices={provision.row.tiers.map((tier) => ({
            value: tier.tier,
            label: words(lang, `penalty.law.tier.${tier.tier}`),
            hint: `${words(lang, `penalty.law.authority.${tier.authority}`)} · ${rangesOf(tier)
              .map((range) => measureRangeText(lang, range))
              .join(lang === 'zh' ? '、' : ', ')}`,
          }))}
        />
      )}
      <p>
        <Button look="secondary" name="step" value="look">
          {words(lang, 'penaltyDraft.look', { no })}
        </Button>
      </p>
      <DateInput name={name('actOn')} label={words(lang, 'penaltyDraft.actOn')} />
      <DateInput
        name={name('actUntil')}
        label={words(lang, 'penaltyDraft.actUntil')}
        hint={words(lang, 'penaltyDraft.actUntil.hint')}
        optional
      />
      <SameAct {...props} />
      <Checkboxes
        name={name('graveHarm')}
        label={words(lang, 'penaltyDraft.graveHarm')}
        choices={[
          {
            value: 'yes',
            label: words(lang, 'penaltyDraft.graveHarm.yes'),
            hint: citationHint(lang, parameterRow('limitation.grave', today)),
          },
        ]}
        optional
      />
      <Textarea
        name={name('facts')}
        label={words(lang, 'penaltyDraft.chargeFacts')}
        rows={3}
        maxLength={textLimit}
      />
      {provision?.tier === undefined ? null : <MeasureFields {...props} tier={provision.tier} />}
      <p>
        <Button look="secondary" name="drop" value={String(no)}>
          {words(lang, 'penaltyDraft.drop', { no })}
        </Button>
      </p>
    </section>
  );
}

/** The entries of the book of rules that was chosen, as far as they reach this kind of party. */
function EntryField({ no, values, party, today }: OneProps): VNode {
  const { lang } = usePage();
  const chosen = firstValue(values, chargeName(no, 'entry'));
  const regime =
    penaltyCatalogue.find(({ rule }) => rule === chosen)?.regime ??
    regimes.find((one) => one === firstValue(values, chargeName(no, 'regime')));
  const rows = lawAt(penaltyCatalogue, today).filter(
    (row) => row.appliesTo.includes(party) && (regime === undefined || row.regime === regime),
  );
  const known = rows.some(({ rule }) => rule === chosen);
  return (
    <>
      {regime === undefined ? null : <input type="hidden" name={chargeName(no, 'regime')} value={regime} />}
      <Select
        name={chargeName(no, 'entry')}
        label={
          regime === undefined
            ? words(lang, 'penaltyDraft.entry')
            : words(lang, 'penaltyDraft.entryOf', { regime: words(lang, `penaltyPage.regime.${regime}`) })
        }
        choices={[
          ...rows.map((row) => ({ value: row.rule, label: row[lang] })),
          // What was charged under a provision that has ended since stays what it is.
          ...(chosen === '' || known
            ? []
            : [{ value: chosen, label: termText(lang, penaltyCatalogue, chosen) }]),
        ]}
      />
    </>
  );
}

/** One act is fined once: which charges are about the same act is said by a person. */
function SameAct({ no, values }: OneProps): VNode {
  const { lang } = usePage();
  const earlier = chargeNumbers(values).filter((one) => one < no);
  if (earlier.length === 0) return <input type="hidden" name={chargeName(no, 'act')} value={String(no)} />;
  return (
    <Select
      name={chargeName(no, 'act')}
      label={words(lang, 'penaltyDraft.act')}
      hint={words(lang, 'penaltyDraft.act.hint')}
      empty={false}
      choices={[
        { value: String(no), label: words(lang, 'penaltyDraft.act.own') },
        ...earlier.map((one) => ({
          value: String(one),
          label: words(lang, 'penaltyDraft.act.same', { no: one }),
        })),
      ]}
    />
  );
}

/** Only what the tier knows can be entered, each with its range beside it. */
function MeasureFields({ no, values, today, tier }: OneProps & { tier: CatalogueTier }): VNode {
  const { lang } = usePage();
  const name = (part: string) => chargeName(no, part);
  const ranges = rangesOf(tier);
  const flags = ranges.filter(({ kind }) => flagKinds.some((one) => one === kind));
  const range = (kind: MeasureRange['kind']) => ranges.find((one) => one.kind === kind);
  const fine = range('fine');
  const correct = range('correct');
  const months = range('suspension');
  const confiscation = range('confiscation');
  return (
    <>
      {flags.length === 0 ? null : (
        <Checkboxes
          name={name('measures')}
          label={words(lang, 'penaltyDraft.measures')}
          hint={citationHint(lang, tier)}
          choices={flags.map((one) => ({ value: one.kind, label: measureRangeText(lang, one) }))}
        />
      )}
      {correct === undefined ? null : (
        <DateInput
          name={name('correct')}
          label={words(lang, 'penaltyDraft.correct')}
          hint={words(lang, `penaltyPage.need.${correct.need}`)}
        />
      )}
      {asksGains(tier) ? (
        <TextInput
          name={name('gains')}
          label={words(lang, 'penaltyDraft.gains')}
          hint={words(lang, 'penaltyDraft.gains.hint')}
          inputMode="decimal"
          suffix={words(lang, 'penaltyDraft.yuan')}
          width={10}
        />
      ) : null}
      {fine === undefined ? null : (
        <TextInput
          name={name('fine')}
          label={words(lang, 'penalty.law.measure.fine')}
          hint={<FineHint lang={lang} range={fine} values={values} no={no} today={today} />}
          inputMode="decimal"
          suffix={words(lang, 'penaltyDraft.yuan')}
          width={10}
        />
      )}
      {confiscation === undefined ? null : (
        <TextInput
          name={name('confiscation')}
          label={words(lang, 'penalty.law.measure.confiscation')}
          hint={words(lang, 'penaltyDraft.confiscation.hint')}
          inputMode="decimal"
          suffix={words(lang, 'penaltyDraft.yuan')}
          width={10}
        />
      )}
      {months === undefined ? null : (
        <TextInput
          name={name('suspension')}
          label={words(lang, 'penalty.law.measure.suspension')}
          hint={measureRangeText(lang, months)}
          inputMode="numeric"
          suffix={words(lang, 'penaltyDraft.months.unit')}
          width={4}
        />
      )}
    </>
  );
}

/** The range, how it is split, and what the amount that was entered amounts to. */
function FineHint(props: {
  lang: Lang;
  range: MeasureRange;
  values: Values;
  no: number;
  today: LocalDate;
}): VNode {
  const { lang, range, values, no, today } = props;
  const gains = readYuan(firstValue(values, chargeName(no, 'gains')));
  const limits = fineRangeOf(range, gains);
  const fen = readYuan(firstValue(values, chargeName(no, 'fine')));
  const split = limits === undefined ? undefined : fineSplit(limits, today);
  const stands = limits === undefined || fen === undefined ? undefined : discretionOf(fen, limits, today);
  const doubtful = isUnverified(parameterRow('discretion.lighter', today));
  return (
    <>
      {measureRangeText(lang, range)}
      {limits === undefined || split === undefined ? null : (
        <span class="dr-hint-line">
          {words(lang, 'penaltyDraft.split', {
            min: amountText(lang, limits.min),
            lighterTo: amountText(lang, split.lighterTo),
            heavierFrom: amountText(lang, split.heavierFrom),
            max: amountText(lang, limits.max),
          })}
          {doubtful ? ` · ${words(lang, 'calendarPage.unverified')}` : null}
        </span>
      )}
      {stands === undefined ? null : (
        <strong class="dr-hint-line">
          {words(lang, 'penaltyDraft.stands', { stands: words(lang, `penalty.law.discretion.${stands}`) })}
        </strong>
      )}
    </>
  );
}
