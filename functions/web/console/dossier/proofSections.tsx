import type { VNode } from 'preact';
import { entryDigest } from '../../../../shared/audit/entry.ts';
import { dropOutReasonText } from '../../../../shared/draw/ceremony/dropOutReasons.ts';
import type { Verification } from '../../../../shared/draw/verify.ts';
import { catalogue, text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { Hash } from '../../kit/components/hash.tsx';
import { usePage } from '../../kit/context.tsx';
import { dayText, momentText, preciseText } from '../moment.ts';
import { FactTable, RowTable, Section } from './dossierTable.tsx';
import type { SectionProps } from './recordSections.tsx';

/** The words of a code, or the code itself where a chain holds one that this version does not know. */
function wordsOf(lang: Lang, code: string, otherwise: string): string {
  return catalogue.has(code) ? catalogue.problemText(lang, { code }) : otherwise;
}

const statusText = (lang: Lang, status: string) =>
  status === '' ? '—' : wordsOf(lang, `inspection.status.${status}`, status);

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

export function ChainSection({ dossier: { audit, state }, names }: SectionProps): VNode {
  const { lang } = usePage();
  const nameOf = (actor: string) => {
    if (actor === 'system') return text(lang, 'dossierPage.system');
    return actor.startsWith('link:') ? state.agency.name : (names.get(actor) ?? actor);
  };
  const { anchor, entries } = audit;
  return (
    <Section title={text(lang, 'dossierPage.audit')}>
      <RowTable
        head={[
          '#',
          text(lang, 'dossierPage.what'),
          text(lang, 'dossierPage.who'),
          text(lang, 'dossierPage.step'),
          text(lang, 'dossierPage.entry'),
        ]}
        rows={entries.map((entry) => [
          String(entry.seq),
          <>
            {wordsOf(lang, `dossier.command.${entry.command}`, entry.command)}
            {entry.ground === undefined ? '' : ` (${entry.ground})`}
            <br />
            {preciseText(lang, entry.at)}
          </>,
          nameOf(entry.actor),
          entry.from === entry.to
            ? statusText(lang, entry.to)
            : `${statusText(lang, entry.from)} → ${statusText(lang, entry.to)}`,
          <Hash key="hash" value={entryDigest(entry)} />,
        ])}
      />
      {anchor === undefined ? null : (
        <p>
          {text(lang, 'dossierPage.anchor', { day: dayText(lang, anchor.day), seq: anchor.seq })}{' '}
          <Hash value={anchor.root} />
        </p>
      )}
    </Section>
  );
}

export function CheckSection({ verification }: { verification: Verification }): VNode {
  const { lang } = usePage();
  const { checks, consistent } = verification;
  return (
    <Section title={text(lang, 'dossierPage.checks')}>
      <p>
        <strong>
          {text(lang, consistent ? 'dossier.verdict.consistent' : 'dossier.verdict.inconsistent')}
        </strong>
      </p>
      <RowTable
        head={[text(lang, 'dossierPage.check'), text(lang, 'dossierPage.status')]}
        rows={checks.map(({ name, subject, ok, note, expected, found }) => [
          <>
            {wordsOf(lang, `dossier.check.${name}`, name)}
            {subject === undefined ? '' : ` · ${subject}`}
            {note === undefined ? null : <div>{wordsOf(lang, `dossier.note.${note}`, note)}</div>}
            {ok ? null : <div>{[expected, found].filter(Boolean).join(' ≠ ')}</div>}
          </>,
          text(lang, ok ? 'dossierPage.ok' : 'dossierPage.differs'),
        ])}
      />
    </Section>
  );
}
