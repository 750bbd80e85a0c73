import type { VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import { collectiveReasons } from '../../../../shared/law/decisionReasons.ts';
import { hearingReasons } from '../../../../shared/law/hearingReasons.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { Charge } from '../../../../shared/penalty/charge.ts';
import { measureWords } from '../../../../shared/penalty/decisionWords.ts';
import type { Assessment } from '../../../../shared/penalty/measures.ts';
import { publicityTerm } from '../../../../shared/penalty/publicationTerms.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { dayText } from '../moment.ts';
import { amountText, joined, termText, words } from './penaltyWords.ts';

/** What follows from charges by law, before anybody presses: who decides, hearing, discussion, publicity, which law. */
export function AssessmentView(props: {
  lang: Lang;
  assessment: Assessment;
  charges: readonly Charge[];
  /** The day on which it would be decided. */
  today: LocalDate;
}): VNode {
  const { lang, assessment, charges, today } = props;
  const reasons = (table: Parameters<typeof termText>[1], codes: readonly string[]) =>
    joined(
      lang,
      codes.map((code) => termText(lang, table, code)),
    );
  return (
    <>
      <SummaryList
        title={words(lang, 'penaltyDraft.assessment')}
        rows={[
          {
            label: words(lang, 'penaltyDraft.authority'),
            value: words(lang, `penalty.law.authority.${assessment.authority}`),
          },
          {
            label: words(lang, 'penaltyDraft.sums'),
            value: words(lang, 'penaltyDraft.sums.of', {
              fine: amountText(lang, assessment.fine),
              confiscated: amountText(lang, assessment.confiscated),
            }),
          },
          {
            label: words(lang, 'penaltyDraft.hearing'),
            value: assessment.hearing
              ? words(lang, 'penaltyDraft.hearing.due', {
                  why: reasons(hearingReasons, assessment.hearingReasons),
                })
              : words(lang, 'penaltyDraft.hearing.none'),
          },
          {
            label: words(lang, 'penaltyDraft.group'),
            value: assessment.collective
              ? words(lang, 'penaltyDraft.group.due', {
                  why: reasons(collectiveReasons, assessment.collectiveReasons),
                })
              : words(lang, 'penaltyDraft.group.none'),
          },
          {
            label: words(lang, 'penaltyDraft.publication'),
            value: publicationText(lang, assessment, charges, today),
          },
          assessment.listing === undefined
            ? undefined
            : {
                label: words(lang, 'penaltyDraft.listing'),
                value: words(lang, 'penaltyDraft.listing.follows'),
              },
          { label: words(lang, 'penaltyDraft.basis'), value: joined(lang, assessment.citations) },
        ]}
      />
      <DataTable
        caption={words(lang, 'penaltyDraft.laws')}
        rows={charges}
        rowKey={({ no }) => String(no)}
        columns={[
          {
            key: 'charge',
            label: words(lang, 'penaltyDraft.charge.head'),
            rowHeader: true,
            cell: ({ no }) => `${no}. ${assessment.rows[indexOf(charges, no)]?.row[lang] ?? ''}`,
          },
          {
            key: 'measures',
            label: words(lang, 'penaltyDraft.measures'),
            cell: ({ measures }) => measureWords(measures).join('、'),
          },
          {
            key: 'discretion',
            label: words(lang, 'penaltyDraft.discretion'),
            cell: ({ discretion }) => words(lang, `penalty.law.discretion.${discretion}`),
          },
          {
            key: 'law',
            label: words(lang, 'penaltyDraft.version'),
            cell: ({ no }) => {
              const applied = assessment.rows[indexOf(charges, no)];
              return applied === undefined ? null : (
                <>
                  {words(lang, `penalty.law.reason.${applied.reason}`)}
                  <div class="dr-aside">{applied.version}</div>
                </>
              );
            },
          },
        ]}
      />
    </>
  );
}

const indexOf = (charges: readonly Charge[], no: number) => charges.findIndex((one) => one.no === no);

/** The class, where it stands, and until when, as if it were decided on this day. */
export function publicationText(
  lang: Lang,
  { publication }: Pick<Assessment, 'publication'>,
  charges: readonly Charge[],
  today: LocalDate,
): string {
  const months = Math.max(0, ...charges.map(({ measures }) => measures.suspension ?? 0));
  const term = publicityTerm(publication, today);
  return joined(lang, [
    words(lang, `penalty.law.class.${publication}`),
    words(lang, 'penaltyDraft.publication.until', { on: dayText(lang, term.until) }),
    term.earliest === undefined
      ? words(lang, 'penaltyDraft.publication.never')
      : words(lang, 'penaltyDraft.publication.earliest', { on: dayText(lang, term.earliest) }),
    ...(months > 0 ? [words(lang, 'penaltyDraft.publication.restriction')] : []),
  ]);
}
