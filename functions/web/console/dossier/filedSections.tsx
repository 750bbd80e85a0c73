import type { VNode } from 'preact';
import type { StoredDeadline } from '../../../../shared/calendar/storedDeadline.ts';
import type { DossierPaper } from '../../../../shared/dossier/dossierPaper.ts';
import { isUnverified } from '../../../../shared/law/lawTable.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { serviceMethods, serviceNotes } from '../../../../shared/notice/notice.ts';
import { usePage } from '../../kit/context.tsx';
import { dayText, momentText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';
import { RowTable, Section } from './dossierTable.tsx';

/** The dates that count, each with the law that it rests on. */
export function DeadlineSection<Kind extends string>(props: {
  readonly title: string;
  readonly deadlines: readonly StoredDeadline<Kind>[];
  readonly nameOf: (kind: Kind) => string;
}): VNode {
  const { lang } = usePage();
  return (
    <Section title={props.title}>
      <RowTable
        head={[text(lang, 'dossierPage.what'), text(lang, 'dossierPage.due'), text(lang, 'dossierPage.law')]}
        rows={props.deadlines.map(({ kind, deadline }) => {
          const marks = [
            ...(deadline.provisional ? [text(lang, 'calendarPage.provisional')] : []),
            ...(isUnverified(deadline) ? [text(lang, 'calendarPage.unverified')] : []),
          ];
          return [
            props.nameOf(kind),
            [dayText(lang, deadline.dueLegal), ...marks].join(' · '),
            `${deadline.citation.text} · ${deadline.lawVersion}`,
          ];
        })}
      />
    </Section>
  );
}

/** Papers with their service. */
export function PaperSection(props: {
  readonly title: string;
  readonly papers: readonly DossierPaper[];
  /** Names of the people of the office by user id. */
  readonly names: ReadonlyMap<string, string>;
}): VNode {
  const { lang } = usePage();
  return (
    <Section title={props.title}>
      <RowTable
        head={[
          text(lang, 'dossierPage.number'),
          text(lang, 'dossierPage.recipient'),
          text(lang, 'dossierPage.service'),
        ]}
        rows={props.papers.map(({ number, paper, recipient, status, sentAt, receiptAt, served }) => [
          `${number} ${paper.title}`,
          recipient.name,
          [
            text(lang, `notice.status.${status}`),
            ...[sentAt, receiptAt].filter((at) => at !== undefined).map((at) => momentText(lang, at)),
            ...(served === undefined
              ? []
              : [
                  dayText(lang, served.on),
                  vocabularyText(lang, serviceMethods, served.method),
                  vocabularyText(lang, serviceNotes, served.note),
                  props.names.get(served.by) ?? served.by,
                ]),
          ].join(' · '),
        ])}
      />
    </Section>
  );
}
