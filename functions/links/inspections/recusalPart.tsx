import type { VNode } from 'preact';
import type { LocalDate } from '../../../shared/calendar/localDate.ts';
import { type InspectionCase, members } from '../../../shared/inspection/inspectionCase.ts';
import { Button } from '../../web/kit/components/button.tsx';
import { Select } from '../../web/kit/components/choiceFields.tsx';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { Form } from '../../web/kit/components/form.tsx';
import { Inset } from '../../web/kit/components/notices.tsx';
import { Textarea } from '../../web/kit/components/textFields.tsx';
import { usePage, type Values } from '../../web/kit/context.tsx';
import { RECUSAL_TEXT } from './forms.ts';
import { dayText, periodOfLaw, say } from './words.ts';

/** What became of the applications; their texts are confidential and are shown to nobody here. */
export function RecusalList({ inspection }: { inspection: InspectionCase }): VNode | null {
  const { lang } = usePage();
  if (inspection.recusals.length === 0) return null;
  return (
    <DataTable
      caption={say(lang, 'linkInspection.recusal.made')}
      rows={inspection.recusals}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: say(lang, 'linkInspection.team.name'),
          rowHeader: true,
          cell: ({ name }) => <span lang="zh-CN">{name}</span>,
        },
        {
          key: 'at',
          label: say(lang, 'linkInspection.recusal.received'),
          cell: ({ at }) => dayText(lang, at),
        },
        {
          key: 'decision',
          label: say(lang, 'linkInspection.recusal.decision'),
          cell: ({ decided }) =>
            decided === undefined
              ? say(lang, 'linkInspection.recusal.pending')
              : say(lang, `linkInspection.recusal.${decided.outcome}`, {
                  date: dayText(lang, decided.at),
                  reason: decided.reason,
                }),
        },
      ]}
    />
  );
}

/** Asks who should step back, and why. */
export function RecusalForm(props: {
  action: string;
  inspection: InspectionCase;
  today: LocalDate;
  values: Values;
}): VNode {
  const { lang } = usePage();
  return (
    <section>
      <h2 class="govuk-heading-m">{say(lang, 'linkInspection.recusal')}</h2>
      <Inset>
        {say(lang, 'linkInspection.recusal.goesOn', periodOfLaw(lang, 'inspection.recusal', props.today))}
      </Inset>
      <Form action={props.action} values={props.values}>
        <Select
          name="tid"
          label={say(lang, 'linkInspection.recusal.who')}
          choices={members(props.inspection).map(({ tid, name }) => ({ value: tid, label: name }))}
        />
        <Textarea
          name="text"
          label={say(lang, 'linkInspection.recusal.text')}
          hint={say(lang, 'linkInspection.recusal.hint')}
          maxLength={RECUSAL_TEXT}
        />
        <Button>{say(lang, 'linkInspection.recusal.submit')}</Button>
      </Form>
    </section>
  );
}
