import type { VNode } from 'preact';
import { annulmentReasons } from '../../../../shared/law/penaltyProcedure.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { yuanText } from '../../../../shared/money.ts';
import { contentText } from '../../../../shared/penalty/decisionWords.ts';
import type { PenaltyCase } from '../../../../shared/penalty/penaltyCase.ts';
import { usePage } from '../../kit/context.tsx';
import { FactTable, Section } from '../dossier/dossierTable.tsx';
import { dayText } from '../moment.ts';
import type { PenaltySectionProps } from './caseSections.tsx';
import { Acts, type Line, line, servedLine } from './lines.tsx';

export function DecisionSection({ dossier: { state } }: PenaltySectionProps): VNode {
  const { lang } = usePage();
  const { decision, payments, corrected, enforcement, notes } = state;
  return (
    <Section title={text(lang, 'penaltyDossier.decision')}>
      <Acts
        lines={[
          ...considerationLines(lang, state),
          line(decision?.decided, decisionText(lang, state)),
          servedLine(lang, decision?.served, 'decision'),
          ...payments.map((one) =>
            line(
              one,
              text(lang, 'penaltyDossier.payment', {
                on: dayText(lang, one.on),
                amount: yuanText(one.amount),
                receipt: one.receipt,
              }),
            ),
          ),
          line(
            corrected,
            corrected === undefined
              ? ''
              : text(lang, 'penaltyDossier.corrected', { on: dayText(lang, corrected.on) }),
          ),
          ...enforcement.map((one) =>
            line(one, text(lang, `penaltyDossier.${one.step}`, { on: dayText(lang, one.on) })),
          ),
          ...notes
            .filter((one) => one.text !== '')
            .map((one) => line(one, text(lang, 'penaltyDossier.note', { text: one.text }))),
        ]}
      />
    </Section>
  );
}

function considerationLines(lang: Lang, { consideration }: PenaltyCase): readonly (Line | undefined)[] {
  if (consideration === undefined) return [];
  const { adopted, group } = consideration;
  const said = {
    adopted: text(lang, `penalty.adopted.${adopted}`),
    text: consideration.text,
  };
  return [
    line(consideration, text(lang, 'penaltyDossier.considered', said)),
    group === undefined
      ? undefined
      : line(
          consideration,
          text(lang, 'penaltyDossier.group', {
            on: dayText(lang, group.on),
            members: group.members.join('、'),
            text: group.text,
          }),
        ),
  ];
}

function decisionText(lang: Lang, { decision, draft }: PenaltyCase): string {
  if (decision === undefined || draft === undefined) return '';
  return text(lang, 'penaltyDossier.decision.text', {
    number: decision.number ?? '',
    outcome: text(lang, `penalty.outcome.${decision.outcome}`),
    content: decision.outcome === 'penalty' ? contentText(draft.charges) : draft.reason,
  }).trim();
}

export function PublicitySection({ dossier: { state } }: PenaltySectionProps): VNode {
  const { lang } = usePage();
  const { publicity, annulment } = state;
  const title = text(lang, 'penaltyDossier.publicity');
  if (publicity === undefined && annulment === undefined)
    return (
      <Section title={title}>
        <p>{text(lang, 'dossierPage.none')}</p>
      </Section>
    );
  return (
    <Section title={title}>
      <FactTable rows={[...publicityRows(lang, state), annulmentRow(lang, state)]} />
    </Section>
  );
}

type FactRow = readonly [label: string, value: string] | undefined;

function publicityRows(lang: Lang, { publicity }: PenaltyCase): readonly FactRow[] {
  if (publicity === undefined) return [];
  const { earliest, ended } = publicity;
  return [
    [text(lang, 'penaltyDossier.class'), text(lang, `penalty.law.class.${publicity.class}`)],
    [text(lang, 'penaltyDossier.publishedOn'), dayText(lang, publicity.on)],
    [
      text(lang, 'penaltyDossier.gsxt'),
      text(lang, publicity.gsxt ? 'penaltyDossier.yes' : 'penaltyDossier.no'),
    ],
    [text(lang, 'penaltyDossier.until'), dayText(lang, publicity.until)],
    earliest === undefined ? undefined : [text(lang, 'penaltyDossier.earliest'), dayText(lang, earliest)],
    ended === undefined
      ? undefined
      : [
          text(lang, 'penaltyDossier.end'),
          text(lang, `penaltyDossier.end.${ended.reason}`, { on: dayText(lang, ended.on) }),
        ],
  ];
}

function annulmentRow(lang: Lang, { annulment }: PenaltyCase): FactRow {
  if (annulment === undefined) return undefined;
  const { reference, reason, on } = annulment;
  const ground = annulmentReasons.find(({ rule }) => rule === annulment.ground)?.[lang] ?? annulment.ground;
  return [
    text(lang, 'penaltyDossier.annulment'),
    text(lang, 'penaltyDossier.annulment.text', { ground, reference, on: dayText(lang, on), reason }),
  ];
}
