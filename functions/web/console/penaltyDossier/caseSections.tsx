import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { PenaltyDossier } from '../../../../shared/penalty/dossier/dossier.ts';
import { Hash } from '../../kit/components/hash.tsx';
import { usePage } from '../../kit/context.tsx';
import { FactTable, RowTable, Section } from '../dossier/dossierTable.tsx';
import { dayText, momentText, preciseText } from '../moment.ts';
import { Acts, clockStopText, line } from './lines.tsx';

export interface PenaltySectionProps {
  readonly dossier: PenaltyDossier;
  /** Names of the people of the office by user id. */
  readonly names: ReadonlyMap<string, string>;
}

export function CaseSection({ dossier: { state, status } }: PenaltySectionProps): VNode {
  const { lang } = usePage();
  const { party, source, received, suspicion, handler, officers, ended, number } = state;
  const fact = (label: string, value: string | undefined) =>
    value === undefined || value === '' ? undefined : ([label, value] as const);
  return (
    <Section title={text(lang, 'penaltyDossier.case')}>
      <FactTable
        rows={[
          fact(text(lang, 'penaltyDossier.number'), number),
          fact(text(lang, 'penaltyDossier.party'), party.name),
          fact(text(lang, 'penaltyDossier.uscc'), party.uscc),
          fact(text(lang, 'penaltyDossier.licence'), party.licenceNo),
          fact(text(lang, 'penaltyDossier.representative'), party.representative),
          fact(
            text(lang, 'penaltyDossier.source'),
            [text(lang, `penalty.source.${source.kind}`), source.reference].filter(Boolean).join(' · '),
          ),
          fact(
            text(lang, 'penaltyDossier.received'),
            `${dayText(lang, received.on)} · ${momentText(lang, received.at)}`,
          ),
          fact(text(lang, 'penaltyDossier.suspicion'), suspicion.text),
          fact(text(lang, 'penaltyDossier.handler'), handler?.name),
          fact(
            text(lang, 'penaltyDossier.officers'),
            officers.map(({ name, certificateNo }) => `${name} ${certificateNo}`).join('；'),
          ),
          fact(text(lang, 'penaltyDossier.status'), text(lang, `penalty.status.${status}`)),
          fact(text(lang, 'penaltyDossier.ended'), ended === undefined ? undefined : dayText(lang, ended)),
        ]}
      />
    </Section>
  );
}

export function FilingSection({ dossier: { state } }: PenaltySectionProps): VNode {
  const { lang } = usePage();
  const { filing, extensions, suspensions } = state;
  const outcome = filing === undefined ? '' : text(lang, `penaltyDossier.filing.${filing.outcome}`);
  const what = [outcome, filing?.to, filing?.reason].filter(Boolean).join(' · ');
  return (
    <Section title={text(lang, 'penaltyDossier.filing')}>
      <Acts
        lines={[
          line(filing?.proposed, text(lang, 'penaltyDossier.proposed', { what })),
          line(filing?.decided, text(lang, 'penaltyDossier.decided', { what: outcome })),
          ...extensions.flatMap(({ kind: code, reason, asked, decided }) => {
            const kind = text(lang, `penalty.deadline.${code}`);
            return [
              line(asked, `${text(lang, 'penaltyDossier.extension', { kind })} · ${reason}`),
              line(
                decided,
                decided === undefined
                  ? ''
                  : text(lang, `penaltyDossier.extension.${decided.outcome}`, { kind }),
              ),
            ];
          }),
          ...suspensions.flatMap(({ reason, from, to, begun, ended }) => [
            line(
              begun,
              text(lang, 'penaltyDossier.suspended', {
                from: dayText(lang, from),
                reason: clockStopText(lang, reason),
              }),
            ),
            line(
              ended,
              to === undefined ? '' : text(lang, 'penaltyDossier.resumed', { to: dayText(lang, to) }),
            ),
          ]),
        ]}
      />
    </Section>
  );
}

export function InquirySection({ dossier: { state } }: PenaltySectionProps): VNode {
  const { lang } = usePage();
  const nameOf = (id: string) => state.officers.find(({ inspectorId }) => inspectorId === id)?.name ?? id;
  return (
    <Section title={text(lang, 'penaltyDossier.inquiries')}>
      <Acts
        lines={state.inquiries.map((one) =>
          line(
            one,
            text(lang, 'penaltyDossier.inquiry', {
              on: dayText(lang, one.on),
              officers: one.officers.map(nameOf).join('、'),
              text: one.text,
            }),
          ),
        )}
      />
    </Section>
  );
}

export function EvidenceSection({ dossier: { state }, names }: PenaltySectionProps): VNode {
  const { lang } = usePage();
  const { evidence, party } = state;
  return (
    <Section title={text(lang, 'penaltyDossier.evidence')}>
      <RowTable
        head={[
          text(lang, 'penaltyDossier.file'),
          'SHA-256',
          text(lang, 'dossierPage.who'),
          text(lang, 'dossierPage.when'),
        ]}
        rows={evidence.map(({ fileName, type, size, sha256, by, at }) => [
          <>
            {fileName}
            <br />
            {text(lang, 'dossierPage.bytes', { type, size })}
          </>,
          <Hash key="hash" value={sha256} />,
          by === party.uscc || by.startsWith('link:') ? party.name : (names.get(by) ?? by),
          preciseText(lang, at),
        ])}
      />
    </Section>
  );
}
