import type { VNode } from 'preact';
import { dropOutReasonText } from '../../../../shared/draw/ceremony/dropOutReasons.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { Hash } from '../../kit/components/hash.tsx';
import { usePage } from '../../kit/context.tsx';
import { momentText } from '../moment.ts';
import { FactTable, Section } from './dossierTable.tsx';
import type { SectionProps } from './recordSections.tsx';

export function DrawSection({ dossier: { draws } }: SectionProps): VNode {
  const { lang } = usePage();
  return (
    <Section title={text(lang, 'dossierPage.draw')}>
      {draws.map(({ draw, visit, commitment, committedAt, records, events }) => (
        <FactTable
          key={draw}
          rows={[
            [text(lang, 'dossierPage.drawNumber'), `${draw} / ${visit}`],
            [
              text(lang, 'dossierPage.commitment'),
              <>
                <Hash value={commitment} /> {momentText(lang, committedAt)}
              </>,
            ],
            [
              text(lang, 'dossierPage.record'),
              records.map(({ sha256, at }) => (
                <div key={sha256}>
                  <Hash value={sha256} /> {momentText(lang, at)}
                </div>
              )),
            ],
            ...events.map(
              ({ event, at }) =>
                [
                  text(lang, 'dossierPage.event', {
                    e: event.e,
                    reason: dropOutReasonText(lang, event.reason),
                  }),
                  `${event.tid} · ${momentText(lang, at)}`,
                ] as const,
            ),
          ]}
        />
      ))}
    </Section>
  );
}
