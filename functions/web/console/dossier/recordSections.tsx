import type { VNode } from 'preact';
import { utf8 } from '../../../../shared/draw/bytes.ts';
import { dropOutReasonText } from '../../../../shared/draw/ceremony/dropOutReasons.ts';
import { originText } from '../../../../shared/draw/ceremony/visitOrigin.ts';
import { type ChecklistQuestion, readChecklist } from '../../../../shared/inspection/checklist.ts';
import type { Dossier } from '../../../../shared/inspection/dossier/dossier.ts';
import { type Answer, members } from '../../../../shared/inspection/inspectionCase.ts';
import { questionsOf, recordDigest } from '../../../../shared/inspection/record.ts';
import { publicityResults } from '../../../../shared/law/inspectionVocabulary.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import { answerOf } from '../../../../shared/register/checklist.ts';
import { districts } from '../../../../shared/register/district.ts';
import { Hash } from '../../kit/components/hash.tsx';
import { usePage } from '../../kit/context.tsx';
import { dayText, momentText, preciseText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';
import { FactTable, RowTable, Section } from './dossierTable.tsx';

export interface SectionProps {
  readonly dossier: Dossier;
  /** Names of the people of the office by user id. */
  readonly names: ReadonlyMap<string, string>;
}

/** A result of an item in words. */
export function resultText(lang: 'zh' | 'en', code: string): string {
  return publicityResults.find(({ rule }) => rule === code)?.[lang] ?? code;
}

export function CaseSection({ dossier: { state, status } }: SectionProps): VNode {
  const { lang } = usePage();
  const { agency, period, ended, closed, outcome, lead } = state;
  return (
    <Section title={text(lang, 'dossierPage.case')}>
      <FactTable
        rows={[
          [text(lang, 'dossierPage.agency'), agency.name],
          [text(lang, 'dossierPage.uscc'), agency.uscc],
          [text(lang, 'dossierPage.district'), vocabularyText(lang, districts, agency.district)],
          [text(lang, 'dossierPage.origin'), originText(lang, state.origin)],
          [text(lang, 'dossierPage.status'), text(lang, `inspection.status.${status}`)],
          [text(lang, 'dossierPage.opened'), momentText(lang, state.opened)],
          [
            text(lang, 'dossierPage.period'),
            text(lang, 'dossierPage.span', {
              from: dayText(lang, period.from),
              to: dayText(lang, period.to),
            }),
          ],
          ended === undefined ? undefined : [text(lang, 'dossierPage.ended'), dayText(lang, ended)],
          closed === undefined ? undefined : [text(lang, 'dossierPage.closed'), momentText(lang, closed)],
          outcome === undefined
            ? undefined
            : [text(lang, 'dossierPage.outcome'), text(lang, `inspection.outcome.${outcome}`)],
          lead === undefined ? undefined : [text(lang, 'dossierPage.lead'), lead],
        ]}
      />
    </Section>
  );
}

export function TeamSection({ dossier: { state, inspectors } }: SectionProps): VNode {
  const { lang } = usePage();
  const certificate = (inspectorId: string) =>
    inspectors.find(({ id }) => id === inspectorId)?.certificateNo ?? '—';
  const seated = new Set(members(state).map(({ inspectorId }) => inspectorId));
  const former = inspectors.filter(({ id }) => !seated.has(id));
  const requests = state.staffing.map(({ name, reason, requested, decided }) => [
    text(lang, 'dossierPage.staffing', { name, reason: dropOutReasonText(lang, reason) }),
    `${requested.name} · ${momentText(lang, requested.at)}`,
    decided === undefined
      ? '—'
      : `${text(lang, `dossierPage.staffing.${decided.outcome}`)} · ${decided.name} · ${momentText(lang, decided.at)}`,
  ]);
  const recusals = state.recusals.map(({ name, text: why, at, decided }) => [
    [text(lang, 'dossierPage.recusal', { name }), why].filter((part) => part !== '').join(' · '),
    `${state.agency.name} · ${momentText(lang, at)}`,
    decided === undefined
      ? '—'
      : [
          text(lang, `dossierPage.recusal.${decided.outcome}`),
          decided.reason,
          decided.name,
          momentText(lang, decided.at),
        ]
          .filter((part) => part !== '')
          .join(' · '),
  ]);
  return (
    <Section title={text(lang, 'dossierPage.team')}>
      <RowTable
        head={[
          text(lang, 'dossierPage.seat'),
          text(lang, 'dossierPage.name'),
          text(lang, 'dossierPage.certificate'),
        ]}
        rows={[
          ...state.team.map(({ draw, seat, name, inspectorId }) => [
            `${draw} / ${seat}`,
            name === '' ? text(lang, 'dossierPage.vacant') : name,
            certificate(inspectorId),
          ]),
          ...former.map(({ name, certificateNo }) => [text(lang, 'dossierPage.former'), name, certificateNo]),
        ]}
      />
      {requests.length + recusals.length === 0 ? null : (
        <RowTable
          head={[
            text(lang, 'dossierPage.what'),
            text(lang, 'dossierPage.who'),
            text(lang, 'dossierPage.status'),
          ]}
          rows={[...requests, ...recusals]}
        />
      )}
    </Section>
  );
}

export function AnswerSection({ dossier }: SectionProps): VNode {
  const { lang } = usePage();
  const { state, checklists, answers } = dossier;
  const answerText = (question: ChecklistQuestion, { value, note, name, at }: Answer) =>
    [answerOf(question.answers, value)?.[lang] ?? value, note, name, preciseText(lang, at)]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <Section title={text(lang, 'dossierPage.checklist')}>
      {state.parts.map((part) => {
        const { digest } = part.checklist;
        const sealed = checklists.find((one) => one.digest === digest);
        const read = readChecklist(utf8(sealed?.text ?? ''), digest);
        if (!read.ok) return <p key={digest}>{text(lang, 'dossierPage.checklist.unread')}</p>;
        const questions = questionsOf({ parts: [part] }, read.value);
        return (
          <div key={part.inspection}>
            <p>
              {text(lang, 'dossierPage.checklist.digest')} <Hash value={digest} />
            </p>
            <RowTable
              head={[
                text(lang, 'dossierPage.item'),
                text(lang, 'dossierPage.question'),
                text(lang, 'dossierPage.law'),
                text(lang, 'dossierPage.answer'),
              ]}
              rows={questions.map(({ key, item, question }) => {
                const standing = state.answers[key];
                const earlier = answers.filter(
                  (one) =>
                    one.key === key &&
                    !(one.answer.id === standing?.id && one.answer.before === standing.before),
                );
                return [
                  item,
                  `${question.code} ${question.text}`,
                  question.law,
                  <>
                    {standing === undefined ? '—' : answerText(question, standing)}
                    {earlier.map(({ answer }) => (
                      <div key={`${answer.id} ${answer.before}`}>
                        {text(lang, 'dossierPage.earlier')} {answerText(question, answer)}
                      </div>
                    ))}
                  </>,
                ];
              })}
            />
          </div>
        );
      })}
    </Section>
  );
}

export function EvidenceSection({ dossier: { state }, names }: SectionProps): VNode {
  const { lang } = usePage();
  return (
    <Section title={text(lang, 'dossierPage.evidence')}>
      <RowTable
        head={[
          text(lang, 'dossierPage.file'),
          'SHA-256',
          text(lang, 'dossierPage.who'),
          text(lang, 'dossierPage.when'),
        ]}
        rows={state.evidence.map(({ fileName, type, size, question, sha256, by, at, removed }) => [
          <>
            {fileName}
            <br />
            {text(lang, 'dossierPage.bytes', { type, size })}
            {question === undefined ? '' : ` · ${question}`}
            {removed === undefined ? null : (
              <div>
                {text(lang, 'dossierPage.removed', {
                  name: removed.name,
                  at: momentText(lang, removed.at),
                })}
              </div>
            )}
          </>,
          <Hash key="hash" value={sha256} />,
          by === state.agency.uscc ? state.agency.name : (names.get(by) ?? by),
          preciseText(lang, at),
        ])}
      />
    </Section>
  );
}

export function SignatureSection({ dossier: { state } }: SectionProps): VNode {
  const { lang } = usePage();
  const record = recordDigest(state);
  return (
    <Section title={text(lang, 'dossierPage.signatures')}>
      <RowTable
        head={[
          text(lang, 'dossierPage.name'),
          text(lang, 'dossierPage.when'),
          text(lang, 'dossierPage.signature'),
          text(lang, 'dossierPage.status'),
        ]}
        rows={state.signatures.map((signature) => [
          signature.name,
          preciseText(lang, signature.at),
          <Hash key="hash" value={signature.record} />,
          text(lang, signature.record === record ? 'dossierPage.stands' : 'dossierPage.stale'),
        ])}
      />
    </Section>
  );
}
