import type { VNode } from 'preact';
import {
  followsOf,
  MOST_RETURNS,
  RECTIFY_DAYS,
  resultsFound,
} from '../../../../shared/inspection/reviewing.ts';
import { Button } from '../../kit/components/button.tsx';
import { Checkboxes, Radios } from '../../kit/components/choiceFields.tsx';
import { Inset, Warning } from '../../kit/components/notices.tsx';
import { Textarea, TextInput } from '../../kit/components/textFields.tsx';
import { fieldOf } from '../commandFields.ts';
import { Act, type ActionProps, FoldedAct } from './actForm.tsx';
import { resultsText, words } from './inspectionWords.ts';

/** The review: back to the team, or approved with what has to and may follow from the results. */

export function Return(props: ActionProps): VNode {
  const { lang, stored } = props;
  const returned = stored.state.reviews.filter(({ outcome }) => outcome === 'returned').length;
  return (
    <FoldedAct {...props} command="return" title={words(lang, 'inspectionPage.return.title')}>
      <p class="govuk-body">{words(lang, 'inspectionPage.return.lead', { returned, most: MOST_RETURNS })}</p>
      <Textarea
        name={fieldOf('return')('reason')}
        label={words(lang, 'inspectionPage.return.reason')}
        rows={3}
        maxLength={1000}
      />
      <Button look="secondary">{words(lang, 'inspectionPage.return.send')}</Button>
    </FoldedAct>
  );
}

export function Approve(props: ActionProps): VNode {
  const { lang, stored } = props;
  const field = fieldOf('approve');
  const { rectifyMust, rectifyMay, handOverMust, handOverMay } = followsOf(stored.state);
  return (
    <Act
      {...props}
      command="approve"
      title={words(lang, 'inspectionPage.approve.title')}
      start={{ rectify: rectifyMust ? 'yes' : '', handOver: handOverMust ?? '' }}
    >
      <p class="govuk-body">
        {words(lang, 'inspectionPage.approve.found', {
          results: resultsText(lang, resultsFound(stored.state)),
        })}
      </p>
      {rectifyMay || handOverMay ? null : <Inset>{words(lang, 'inspectionPage.approve.nothing')}</Inset>}
      {rectifyMay ? (
        <Checkboxes
          name={field('rectify')}
          label={words(lang, 'inspectionPage.approve.rectify')}
          hint={words(lang, rectifyMust ? 'inspectionPage.approve.must' : 'inspectionPage.approve.may')}
          choices={[
            {
              value: 'yes',
              label: words(lang, 'inspectionPage.approve.rectify.yes'),
              conditional: <RectifyFields {...props} />,
            },
          ]}
        />
      ) : null}
      {handOverMay ? (
        <>
          <Radios
            name={field('handOver')}
            label={words(lang, 'inspectionPage.approve.handOver')}
            hint={words(
              lang,
              handOverMust === undefined ? 'inspectionPage.approve.may' : 'inspectionPage.approve.must',
            )}
            choices={[
              { value: '', label: words(lang, 'inspectionPage.approve.handOver.none') },
              { value: 'penalty', label: words(lang, 'inspection.handOver.penalty') },
              { value: 'listing', label: words(lang, 'inspection.handOver.listing') },
            ]}
          />
          <Textarea
            name={field('handOverReason')}
            label={words(lang, 'inspectionPage.approve.handOver.reason')}
            hint={words(lang, 'inspectionPage.approve.handOver.reason.hint')}
            rows={3}
            maxLength={1000}
          />
        </>
      ) : null}
      <Textarea
        name={field('comment')}
        label={words(lang, 'inspectionPage.approve.comment')}
        rows={2}
        maxLength={1000}
        optional
      />
      <Warning>{words(lang, 'inspectionPage.approve.warn')}</Warning>
      <Button look="irreversible">{words(lang, 'inspectionPage.approve.send')}</Button>
    </Act>
  );
}

function RectifyFields({ lang }: ActionProps): VNode {
  const field = fieldOf('approve');
  const { least, most } = RECTIFY_DAYS;
  return (
    <>
      <Textarea
        name={field('rectifyText')}
        label={words(lang, 'inspectionPage.approve.rectify.text')}
        hint={words(lang, 'inspectionPage.approve.rectify.text.hint')}
        rows={4}
        maxLength={2000}
      />
      <TextInput
        name={field('rectifyDays')}
        label={words(lang, 'inspectionPage.approve.rectify.days')}
        hint={words(lang, 'inspectionPage.approve.rectify.days.hint', { least, most })}
        inputMode="numeric"
        width={3}
        suffix={words(lang, 'inspectionPage.days')}
      />
    </>
  );
}
