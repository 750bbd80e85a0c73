import type { VNode } from 'preact';
import type { LocalDate } from '../../../shared/calendar/localDate.ts';
import type { Evidence } from '../../../shared/evidence/evidence.ts';
import type { EvidenceForm } from '../../../shared/evidence/evidenceStore.ts';
import { evidenceMessages } from '../../../shared/evidence/messages.ts';
import { currentRound } from '../../../shared/inspection/inspectionCase.ts';
import { roundEvidence } from '../../../shared/inspection/rectifying.ts';
import type { Problem } from '../../../shared/problem.ts';
import { dateText, timeText } from '../../publicity-worker/words.ts';
import { Button, ButtonGroup } from '../../web/kit/components/button.tsx';
import { EvidenceList, type EvidenceRow, EvidenceUpload } from '../../web/kit/components/evidenceUpload.tsx';
import { Form } from '../../web/kit/components/form.tsx';
import { Panel, Warning } from '../../web/kit/components/notices.tsx';
import { SummaryList } from '../../web/kit/components/summaryList.tsx';
import { Textarea } from '../../web/kit/components/textFields.tsx';
import { usePage, type Values } from '../../web/kit/context.tsx';
import { PublicPage } from '../../web/kit/layouts/publicPage.tsx';
import { RECTIFICATION_TEXT } from './forms.ts';
import type { OwnInspection } from './ownInspections.ts';
import { inspectionPath } from './paths.ts';
import { say } from './words.ts';

interface ReportProps {
  readonly token: string;
  readonly own: OwnInspection;
  readonly publicityUrl: string;
}

function useRows({ token, own }: ReportProps): readonly EvidenceRow[] {
  const { lang } = usePage();
  const path = inspectionPath(token, own.state.number);
  return roundEvidence(own.state).map(({ id, fileName, type, size, sha256, at }: Evidence) => ({
    id,
    fileName,
    type,
    size,
    sha256,
    purpose: evidenceMessages['evidence.purpose.rectification'][lang],
    at: timeText(lang, at),
    by: say(lang, 'linkRectify.files.by'),
    href: `${path}/file/${id}`,
  }));
}

/** Material first, then the text: an upload loads the page anew. */
export function ReportPage(
  props: ReportProps & {
    readonly form: EvidenceForm;
    readonly values?: Values;
    readonly problems?: readonly Problem[];
  },
): VNode {
  const { lang } = usePage();
  const { own, token } = props;
  const path = inspectionPath(token, own.state.number);
  const round = currentRound(own.state);
  return (
    <PublicPage
      title={say(lang, 'linkRectify.report.title')}
      lead={say(lang, 'linkRectify.report.lead')}
      problems={props.problems ?? []}
      home={props.publicityUrl}
      back={{ href: path, label: say(lang, 'linkInspection.backInspection') }}
    >
      {round === undefined ? null : (
        <SummaryList
          rows={[
            { label: say(lang, 'linkRectify.text'), value: <span class="dr-lines">{round.text}</span> },
            {
              label: say(lang, 'linkRectify.due'),
              value: say(lang, 'linkRectify.due.value', {
                days: round.days,
                date: dateText(lang, round.due),
              }),
            },
          ]}
        />
      )}
      <EvidenceUpload
        label={say(lang, 'linkRectify.files')}
        hint={say(lang, 'linkRectify.files.hint')}
        files={useRows(props)}
        form={props.form}
      />
      <Form action={`${path}/rectification/check`} values={props.values ?? {}}>
        <Textarea
          name="text"
          label={say(lang, 'linkRectify.report.text')}
          hint={say(lang, 'linkRectify.report.hint')}
          maxLength={RECTIFICATION_TEXT}
          rows={10}
        />
        <Button>{say(lang, 'linkRectify.report.next')}</Button>
      </Form>
    </PublicPage>
  );
}

/** What will be handed in, once more; the text travels in the form and is kept nowhere yet. */
export function CheckReportPage(
  props: ReportProps & { readonly text: string; readonly form: Values },
): VNode {
  const { lang } = usePage();
  const path = inspectionPath(props.token, props.own.state.number);
  return (
    <PublicPage title={say(lang, 'linkRectify.check.title')} home={props.publicityUrl}>
      <SummaryList
        rows={[
          {
            label: say(lang, 'linkRectify.answer'),
            value: <span class="dr-lines">{props.text}</span>,
          },
        ]}
      />
      <EvidenceList caption={say(lang, 'linkRectify.files')} files={useRows(props)} />
      <Warning>{say(lang, 'linkRectify.check.once')}</Warning>
      <Form action={`${path}/rectification`} values={props.form} hidden={{ text: props.text }}>
        <Button look="irreversible">{say(lang, 'linkRectify.check.submit')}</Button>
      </Form>
      <Form action={`${path}/rectification/change`} hidden={{ text: props.text }}>
        <ButtonGroup>
          <Button look="secondary">{say(lang, 'linkRectify.check.change')}</Button>
        </ButtonGroup>
      </Form>
    </PublicPage>
  );
}

/** The receipt of a report. */
export function ReportDonePage(
  props: ReportProps & { readonly at: string; readonly until?: LocalDate },
): VNode {
  const { lang } = usePage();
  const { own, token, until } = props;
  const path = inspectionPath(token, own.state.number);
  return (
    <PublicPage
      title={say(lang, 'linkRectify.done.title')}
      titleHidden
      home={props.publicityUrl}
      back={{ href: path, label: say(lang, 'linkInspection.backInspection') }}
    >
      <Panel title={say(lang, 'linkRectify.done.title')}>
        {say(lang, 'linkRectify.done.at', { at: timeText(lang, props.at) })}
      </Panel>
      {until === undefined ? null : (
        <p class="govuk-body">{say(lang, 'linkRectify.done.next', { date: dateText(lang, until) })}</p>
      )}
      <EvidenceList caption={say(lang, 'linkRectify.files')} files={useRows(props)} />
      <p class="govuk-body">{say(lang, 'linkRectify.done.keep')}</p>
    </PublicPage>
  );
}
