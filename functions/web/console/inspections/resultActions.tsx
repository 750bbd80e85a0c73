import type { VNode } from 'preact';
import { isDown, openCorrection } from '../../../../shared/inspection/correcting.ts';
import {
  currentRound,
  itemsOfCase,
  recheckOutcomes,
  unreachableGrounds,
} from '../../../../shared/inspection/inspectionCase.ts';
import { MOST_ROUNDS } from '../../../../shared/inspection/rectifying.ts';
import { RECTIFY_DAYS } from '../../../../shared/inspection/reviewing.ts';
import { obstructionGrounds, publicityResults } from '../../../../shared/law/inspectionVocabulary.ts';
import { Button } from '../../kit/components/button.tsx';
import { Checkboxes, Radios, Select } from '../../kit/components/choiceFields.tsx';
import { Inset, Warning } from '../../kit/components/notices.tsx';
import { Textarea, TextInput } from '../../kit/components/textFields.tsx';
import { fieldOf } from '../commandFields.ts';
import { momentText } from '../moment.ts';
import { Act, type ActionProps, FoldedAct } from './actForm.tsx';
import { correctionEntries } from './correctionForm.ts';
import { resultsText, words } from './inspectionWords.ts';

/** Forms about what follows from a result: rectification and correction. */

export function AnswerRectification(props: ActionProps): VNode {
  const { lang } = props;
  return (
    <FoldedAct {...props} command="answer-rectification" title={words(lang, 'inspectionPage.rectify.enter')}>
      <p class="govuk-body">{words(lang, 'inspectionPage.rectify.enter.lead')}</p>
      <Textarea
        name={fieldOf('answer-rectification')('text')}
        label={words(lang, 'inspectionPage.rectify.text')}
        rows={4}
        maxLength={2000}
      />
      <Button look="secondary">{words(lang, 'inspectionPage.rectify.enter')}</Button>
    </FoldedAct>
  );
}

export function Recheck(props: ActionProps): VNode {
  const { lang, stored } = props;
  const field = fieldOf('recheck');
  const round = currentRound(stored.state);
  const again = round?.recheck !== undefined;
  const last = stored.state.rectification.length >= MOST_ROUNDS;
  const Frame = again ? FoldedAct : Act;
  return (
    <Frame
      {...props}
      command="recheck"
      title={words(lang, again ? 'inspectionPage.recheck.again' : 'inspectionPage.recheck.title')}
    >
      <p class="govuk-body">{words(lang, 'inspectionPage.recheck.lead')}</p>
      <Radios
        name={field('outcome')}
        label={words(lang, 'inspectionPage.recheck.outcome')}
        choices={recheckOutcomes
          .filter((outcome) => outcome !== 'insufficient' || !last)
          .map((outcome) => ({ value: outcome, label: words(lang, `inspection.recheck.${outcome}`) }))}
      />
      <Textarea
        name={field('note')}
        label={words(lang, 'inspectionPage.recheck.note')}
        hint={words(lang, 'inspectionPage.recheck.note.hint')}
        rows={3}
        maxLength={1000}
      />
      <Button>{words(lang, 'inspectionPage.recheck.send')}</Button>
    </Frame>
  );
}

export function ConfirmRecheck(props: ActionProps): VNode | null {
  const { lang, stored } = props;
  const checked = currentRound(stored.state)?.recheck;
  if (checked === undefined) return null;
  const { least, most } = RECTIFY_DAYS;
  return (
    <Act {...props} command="confirm-recheck" title={words(lang, 'inspectionPage.recheck.confirm')}>
      <p class="govuk-body">
        {words(lang, 'inspectionPage.recheck.found', {
          by: checked.name,
          at: momentText(lang, checked.at),
          outcome: words(lang, `inspection.recheck.${checked.outcome}`),
        })}
      </p>
      <Inset>{checked.note}</Inset>
      {checked.outcome === 'insufficient' ? (
        <TextInput
          name={fieldOf('confirm-recheck')('days')}
          label={words(lang, 'inspectionPage.recheck.days')}
          hint={words(lang, 'inspectionPage.approve.rectify.days.hint', { least, most })}
          inputMode="numeric"
          width={3}
          suffix={words(lang, 'inspectionPage.days')}
        />
      ) : (
        <Warning>{words(lang, `inspectionPage.recheck.warn.${checked.outcome}`)}</Warning>
      )}
      <Button look="irreversible">{words(lang, 'inspectionPage.recheck.confirm')}</Button>
    </Act>
  );
}

export function RaiseCorrection(props: ActionProps): VNode {
  const { lang } = props;
  return (
    <FoldedAct {...props} command="raise-correction" title={words(lang, 'inspectionPage.correct.raise')}>
      <p class="govuk-body">{words(lang, 'inspectionPage.correct.raise.lead')}</p>
      <Textarea
        name={fieldOf('raise-correction')('text')}
        label={words(lang, 'inspectionPage.correct.text')}
        rows={3}
        maxLength={500}
      />
      <Button look="secondary">{words(lang, 'inspectionPage.correct.raise')}</Button>
    </FoldedAct>
  );
}

export function ProposeCorrection(props: ActionProps): VNode | null {
  const { lang, stored, itemNames } = props;
  const field = fieldOf('propose-correction');
  const open = openCorrection(stored.state);
  if (open === undefined) return null;
  const Frame = open.proposed === undefined ? Act : FoldedAct;
  return (
    <Frame
      {...props}
      command="propose-correction"
      title={words(
        lang,
        open.proposed === undefined ? 'inspectionPage.propose.title' : 'inspectionPage.propose.again',
      )}
      start={correctionEntries(stored.state)}
    >
      <Inset>{open.text}</Inset>
      <Radios
        name={field('proposal')}
        label={words(lang, 'inspectionPage.propose.kind')}
        choices={[
          {
            value: 'correct',
            label: words(lang, 'inspectionPage.propose.correct'),
            conditional: itemsOfCase(stored.state).map((item) => (
              <ItemFields key={item} {...props} item={item} name={itemNames.get(item) ?? item} />
            )),
          },
          { value: 'withdraw', label: words(lang, 'inspectionPage.propose.withdraw') },
        ]}
      />
      <Textarea
        name={field('reason')}
        label={words(lang, 'inspectionPage.propose.reason')}
        rows={2}
        maxLength={1000}
      />
      <Button>{words(lang, 'inspectionPage.propose.send')}</Button>
    </Frame>
  );
}

function ItemFields({ lang, item, name }: ActionProps & { item: string; name: string }): VNode {
  const field = fieldOf('propose-correction');
  return (
    <>
      <Checkboxes
        name={field(`results.${item}`)}
        label={words(lang, 'inspectionPage.propose.item', { name })}
        choices={publicityResults.map((row) => ({ value: row.rule, label: row[lang] }))}
      />
      <Select
        name={field(`obstruction.${item}`)}
        label={words(lang, 'inspectionPage.propose.obstruction')}
        choices={obstructionGrounds.map((row) => ({ value: row.rule, label: row[lang] }))}
        optional
      />
      <Select
        name={field(`unreachable.${item}`)}
        label={words(lang, 'inspectionPage.propose.unreachable')}
        choices={unreachableGrounds.map((ground) => ({
          value: ground,
          label: words(lang, `inspection.unreachable.${ground}`),
        }))}
        optional
      />
      <Textarea
        name={field(`note.${item}`)}
        label={words(lang, 'inspectionPage.propose.note')}
        rows={2}
        maxLength={1000}
        optional
      />
    </>
  );
}

export function SettleCorrection(props: ActionProps): VNode | null {
  const { lang, stored, itemNames } = props;
  const open = openCorrection(stored.state);
  if (open === undefined) return null;
  const { proposed } = open;
  const wanted = Object.entries(proposed?.results ?? {});
  const down = isDown(stored.state);
  const field = fieldOf('settle-correction');
  return (
    <Act {...props} command="settle-correction" title={words(lang, 'inspectionPage.settle.title')}>
      <p class="govuk-body">{words(lang, 'inspectionPage.settle.raised', { by: open.raised.name })}</p>
      <Inset>{open.text}</Inset>
      {proposed === undefined ? (
        down ? null : (
          <p class="govuk-body">{words(lang, 'inspectionPage.settle.unproposed')}</p>
        )
      ) : (
        <>
          <p class="govuk-body">
            {words(lang, 'inspectionPage.settle.proposed', { by: proposed.name, reason: proposed.reason })}
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {wanted.length === 0 ? <li>{words(lang, 'inspectionPage.propose.withdraw')}</li> : null}
            {wanted.map(([item, { results }]) => (
              <li key={item}>{`${itemNames.get(item) ?? item}：${resultsText(lang, results)}`}</li>
            ))}
          </ul>
        </>
      )}
      {down ? <p class="govuk-body">{words(lang, 'inspectionPage.settle.down')}</p> : null}
      <Radios
        name={field('decision')}
        label={words(lang, 'inspectionPage.settle.decision')}
        choices={[
          ...(proposed === undefined || down
            ? []
            : [{ value: 'follow', label: words(lang, 'inspectionPage.settle.follow') }]),
          {
            value: 'keep',
            label: words(lang, 'inspectionPage.settle.keep'),
            conditional: (
              <Textarea
                name={field('reason')}
                label={words(lang, 'inspectionPage.settle.reason')}
                hint={words(lang, 'inspectionPage.settle.reason.hint')}
                rows={3}
                maxLength={1000}
              />
            ),
          },
        ]}
      />
      <Warning>{words(lang, 'inspectionPage.settle.warn')}</Warning>
      <Button look="irreversible">{words(lang, 'inspectionPage.settle.send')}</Button>
    </Act>
  );
}
