import type { VNode } from 'preact';
import type { LocalDate } from '../../../shared/calendar/localDate.ts';
import type { Correction, InspectionCase, Publicity } from '../../../shared/inspection/inspectionCase.ts';
import { publicityResults } from '../../../shared/law/inspectionVocabulary.ts';
import { itemRef } from '../../../shared/plan/monthPlan.ts';
import { withdrawalReasons } from '../../../shared/publicity/withdrawal.ts';
import type { InspectionItem } from '../../../shared/register/inspectionItem.ts';
import { dateText } from '../../publicity-worker/words.ts';
import { Button } from '../../web/kit/components/button.tsx';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { Form } from '../../web/kit/components/form.tsx';
import { Inset } from '../../web/kit/components/notices.tsx';
import { SummaryList } from '../../web/kit/components/summaryList.tsx';
import { Textarea } from '../../web/kit/components/textFields.tsx';
import { usePage, type Values } from '../../web/kit/context.tsx';
import { CORRECTION_TEXT } from './forms.ts';
import { dayText, periodOfLaw, say } from './words.ts';

/** The result exactly as the public reads it, and until when. */
export function ResultPart(props: { publicity: Publicity; items: readonly InspectionItem[] }): VNode {
  const { lang } = usePage();
  const { publicity } = props;
  const { withdrawn } = publicity;
  const nameOf = (ref: string) => props.items.find((item) => itemRef(item) === ref)?.name ?? ref;
  if (withdrawn !== undefined) {
    const reason =
      withdrawalReasons.find(({ code }) => code === withdrawn.reason)?.[lang] ?? withdrawn.reason;
    return (
      <>
        <h2 class="govuk-heading-m">{say(lang, 'linkInspection.result')}</h2>
        <Inset>
          {say(lang, 'linkInspection.result.withdrawn', { date: dateText(lang, withdrawn.on), reason })}
        </Inset>
      </>
    );
  }
  return (
    <>
      <h2 class="govuk-heading-m">{say(lang, 'linkInspection.result')}</h2>
      <DataTable
        caption={say(lang, 'linkInspection.result.version', { version: publicity.version })}
        rows={Object.entries(publicity.results)}
        rowKey={([item]) => item}
        columns={[
          {
            key: 'item',
            label: say(lang, 'linkInspection.items.name'),
            rowHeader: true,
            cell: ([item]) => <span lang="zh-CN">{nameOf(item)}</span>,
          },
          {
            key: 'results',
            label: say(lang, 'linkInspection.result.results'),
            cell: ([, results]) =>
              results
                .map((code) => publicityResults.find(({ rule }) => rule === code)?.[lang] ?? code)
                .join(lang === 'zh' ? '；' : '; '),
          },
        ]}
      />
      <SummaryList
        rows={[
          { label: say(lang, 'linkInspection.result.on'), value: dateText(lang, publicity.on) },
          {
            label: say(lang, 'linkInspection.result.until'),
            value:
              publicity.until === undefined
                ? say(lang, 'linkInspection.result.until.none')
                : dateText(lang, publicity.until),
          },
        ]}
      />
    </>
  );
}

/** What came of the requests to correct. */
export function CorrectionList({ inspection }: { inspection: InspectionCase }): VNode | null {
  const { lang } = usePage();
  if (inspection.corrections.length === 0) return null;
  const outcome = ({ settled }: Correction) =>
    settled === undefined
      ? say(lang, 'linkInspection.correction.open')
      : say(lang, `linkInspection.correction.${settled.outcome}`, { date: dayText(lang, settled.at) });
  return (
    <DataTable
      caption={say(lang, 'linkInspection.correction.made')}
      rows={inspection.corrections}
      rowKey={({ raised }) => raised.at}
      columns={[
        {
          key: 'raised',
          label: say(lang, 'linkInspection.correction.raised'),
          rowHeader: true,
          cell: ({ raised }) => dayText(lang, raised.at),
        },
        { key: 'outcome', label: say(lang, 'linkInspection.correction.outcome'), cell: outcome },
      ]}
    />
  );
}

export function CorrectionForm(props: { action: string; today: LocalDate; values: Values }): VNode {
  const { lang } = usePage();
  return (
    <section>
      <h2 class="govuk-heading-m">{say(lang, 'linkInspection.correction')}</h2>
      <p class="govuk-body">
        {say(
          lang,
          'linkInspection.correction.lead',
          periodOfLaw(lang, 'publicity.correct_inspection', props.today),
        )}
      </p>
      <Form action={props.action} values={props.values}>
        <Textarea
          name="text"
          label={say(lang, 'linkInspection.correction.text')}
          hint={say(lang, 'linkInspection.correction.hint')}
          maxLength={CORRECTION_TEXT}
        />
        <Button>{say(lang, 'linkInspection.correction.submit')}</Button>
      </Form>
    </section>
  );
}
