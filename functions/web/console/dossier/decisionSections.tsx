import type { ComponentChildren, VNode } from 'preact';
import type { Act } from '../../../../shared/draw/ceremony/drawCase.ts';
import type { InspectionCase } from '../../../../shared/inspection/inspectionCase.ts';
import { catalogue, text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { withdrawalReasons } from '../../../../shared/publicity/withdrawal.ts';
import { usePage } from '../../kit/context.tsx';
import { dayText, preciseText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';
import { FactTable, RowTable, Section } from './dossierTable.tsx';
import { resultText, type SectionProps } from './recordSections.tsx';

/** A code of a closed list that has its words in the catalogue. */
const worded = (lang: Lang, code: string) => catalogue.problemText(lang, { code });

export function ResultSection({ dossier: { state }, names }: SectionProps): VNode {
  const { lang } = usePage();
  const { agencySignature } = state;
  return (
    <Section title={text(lang, 'dossierPage.results')}>
      <RowTable
        head={[text(lang, 'dossierPage.what'), text(lang, 'dossierPage.who'), text(lang, 'dossierPage.when')]}
        rows={[
          ...state.arrivals.map((one) => row(lang, text(lang, 'dossierPage.arrived'), one)),
          ...state.letters.map(({ no, tracking, outcome, entered }) => {
            const said = text(lang, `dossierPage.letter.${outcome}`);
            return row(lang, text(lang, 'dossierPage.letter', { no, tracking, outcome: said }), entered);
          }),
          ...(agencySignature === undefined
            ? []
            : [
                [
                  signatureText(lang, agencySignature),
                  names.get(agencySignature.by) ?? agencySignature.by,
                  preciseText(lang, agencySignature.at),
                ],
              ]),
        ]}
      />
      <FactTable
        rows={[
          ...Object.entries(state.results).map(([item, { results, note, unreachable }]) => {
            const why = unreachable === undefined ? '' : text(lang, `inspection.unreachable.${unreachable}`);
            const found = results.map((code) => resultText(lang, code));
            return [item, [...found, why, note].filter((part) => part !== '').join(' · ')] as const;
          }),
          state.statement === '' ? undefined : [text(lang, 'dossierPage.statement'), state.statement],
        ]}
      />
    </Section>
  );
}

function signatureText(lang: Lang, signature: NonNullable<InspectionCase['agencySignature']>): string {
  if (signature.type === 'signed') {
    const { signer, capacity } = signature;
    return text(lang, 'dossierPage.agencySigned', { signer, capacity });
  }
  const reason = text(lang, `inspection.noSignature.${signature.reason}`);
  return text(lang, 'dossierPage.agencyUnsigned', { reason, witness: signature.witness });
}

type Line = readonly ComponentChildren[];

const row = (lang: Lang, what: string, { name, at }: Act, ...more: readonly (string | undefined)[]): Line => [
  [what, ...more].filter((part) => part !== undefined && part !== '').join(' · '),
  name,
  preciseText(lang, at),
];

export function DecisionSection({ dossier: { state } }: SectionProps): VNode {
  const { lang } = usePage();
  return (
    <Section title={text(lang, 'dossierPage.decisions')}>
      <RowTable
        head={[text(lang, 'dossierPage.what'), text(lang, 'dossierPage.who'), text(lang, 'dossierPage.when')]}
        rows={[...decisionRows(lang, state), ...publicRows(lang, state)]}
      />
    </Section>
  );
}

function decisionRows(lang: Lang, state: InspectionCase): readonly Line[] {
  const { submitted, handOver, penalty, cancelRequest, cancelled } = state;
  return [
    ...(cancelRequest === undefined
      ? []
      : [
          row(
            lang,
            text(lang, 'dossierPage.cancelRequest', {
              ground: text(lang, `inspection.cancel.${cancelRequest.ground}`),
            }),
            cancelRequest,
            cancelRequest.reason,
          ),
        ]),
    ...(cancelled === undefined ? [] : [row(lang, text(lang, 'dossierPage.cancelled'), cancelled.confirmed)]),
    ...(submitted === undefined ? [] : [row(lang, text(lang, 'dossierPage.submitted'), submitted)]),
    ...state.reviews.map((one) =>
      row(lang, text(lang, `dossierPage.review.${one.outcome}`), one, one.reason),
    ),
    ...state.rectification.flatMap(({ ordered, text: what, days, due, answer, recheck }) => [
      row(lang, text(lang, 'dossierPage.rectify', { days, due: dayText(lang, due) }), ordered, what),
      ...(answer === undefined
        ? []
        : [
            row(
              lang,
              text(lang, 'dossierPage.rectify.answer'),
              { by: '', name: state.agency.name, at: answer.at },
              answer.text,
              answer.evidence.join(' '),
            ),
          ]),
      ...(recheck === undefined
        ? []
        : [
            row(
              lang,
              text(lang, 'dossierPage.recheck', {
                outcome: text(lang, `inspection.recheck.${recheck.outcome}`),
              }),
              recheck,
              recheck.note,
            ),
          ]),
      ...(recheck?.confirmed === undefined
        ? []
        : [row(lang, text(lang, 'dossierPage.recheck.confirmed'), recheck.confirmed)]),
    ]),
    ...(handOver === undefined
      ? []
      : [row(lang, text(lang, `inspection.handOver.${handOver.to}`), handOver, handOver.reason)]),
    ...(penalty === undefined
      ? []
      : [
          row(
            lang,
            text(lang, 'dossierPage.penalty', {
              outcome: worded(lang, `inspection.penalty.${penalty.outcome}.word`),
            }),
            penalty,
          ),
        ]),
  ];
}

function publicRows(lang: Lang, { publicity, corrections }: InspectionCase): readonly Line[] {
  const system = text(lang, 'dossierPage.system');
  const until = publicity?.until;
  return [
    ...(publicity === undefined
      ? []
      : [
          row(
            lang,
            text(lang, 'dossierPage.publicity', { version: publicity.version }),
            { by: '', name: system, at: publicity.at },
            ...Object.values(publicity.results)
              .flat()
              .map((code) => resultText(lang, code)),
            until === undefined
              ? undefined
              : text(lang, 'dossierPage.publicity.until', { until: dayText(lang, until) }),
          ),
          ...publicity.tombstones.map(({ version, on, reason }) => [
            text(lang, 'dossierPage.tombstone', {
              version,
              reason: vocabularyText(lang, withdrawalReasons, reason),
            }),
            system,
            dayText(lang, on),
          ]),
        ]),
    ...corrections.flatMap(({ raised, text: what, proposed, settled }) => [
      row(lang, text(lang, 'dossierPage.correction'), raised, what),
      ...(proposed === undefined
        ? []
        : [row(lang, text(lang, 'dossierPage.correction.proposed'), proposed, proposed.reason)]),
      ...(settled === undefined
        ? []
        : [row(lang, text(lang, `dossierPage.correction.${settled.outcome}`), settled, settled.reason)]),
    ]),
  ];
}
