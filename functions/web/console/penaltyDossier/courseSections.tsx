import type { VNode } from 'preact';
import { type LocalDate, shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import {
  aggravatingFactors,
  mitigatingFactors,
  notPunishingGrounds,
} from '../../../../shared/law/decisionReasons.ts';
import { citedText } from '../../../../shared/law/lawTable.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { Charge } from '../../../../shared/penalty/charge.ts';
import { appliedRows, contentText, measureWords } from '../../../../shared/penalty/decisionWords.ts';
import { usePage } from '../../kit/context.tsx';
import { FactTable, RowTable, Section } from '../dossier/dossierTable.tsx';
import { dayText } from '../moment.ts';
import type { PenaltySectionProps } from './caseSections.tsx';
import { Acts, line, servedLine } from './lines.tsx';

interface Term {
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
}

const termText = (lang: Lang, terms: readonly Term[], code: string) =>
  terms.find(({ rule }) => rule === code)?.[lang] ?? code;

/** What is found and drafted: each violation with its article and what it carries. */
export function DraftSection({ dossier: { state, made } }: PenaltySectionProps): VNode {
  const { lang } = usePage();
  const { draft, decision } = state;
  const on = decision?.on ?? shanghaiDate(new Date(made));
  if (draft === undefined)
    return (
      <Section title={text(lang, 'penaltyDossier.draft')}>
        <p>{text(lang, 'dossierPage.none')}</p>
      </Section>
    );
  const { ground, to, factors, listing } = draft;
  const weighed = factors.map((code) => termText(lang, [...mitigatingFactors, ...aggravatingFactors], code));
  return (
    <Section title={text(lang, 'penaltyDossier.draft')}>
      <FactTable
        rows={[
          [text(lang, 'penaltyDossier.outcome'), text(lang, `penalty.outcome.${draft.outcome}`)],
          [text(lang, 'penaltyDossier.facts'), draft.facts],
          [text(lang, 'penaltyDossier.reason'), draft.reason],
          ground === undefined
            ? undefined
            : [text(lang, 'penaltyDossier.ground'), termText(lang, notPunishingGrounds, ground)],
          to === undefined ? undefined : [text(lang, 'penaltyDossier.to'), to],
          weighed.length === 0 ? undefined : [text(lang, 'penaltyDossier.factors'), weighed.join('；')],
          listing === undefined ? undefined : [text(lang, 'penaltyDossier.listing'), listing.reason],
        ]}
      />
      <RowTable
        head={[
          text(lang, 'penaltyDossier.charge'),
          text(lang, 'penaltyDossier.when'),
          text(lang, 'penaltyDossier.basis'),
          text(lang, 'penaltyDossier.measures'),
        ]}
        rows={draft.charges.map((charge) => chargeRow(lang, charge, on))}
      />
    </Section>
  );
}

function chargeRow(lang: Lang, charge: Charge, on: LocalDate): readonly string[] {
  const [applied] = appliedRows([charge], on);
  const tier = applied?.row.tiers.find((one) => one.tier === applied.tier);
  return [
    text(lang, 'penaltyDossier.charge.text', {
      no: charge.no,
      conduct: applied?.row[lang] ?? charge.entry,
      facts: charge.facts,
    }),
    charge.actUntil === undefined
      ? dayText(lang, charge.actOn)
      : text(lang, 'penaltyDossier.span', {
          from: dayText(lang, charge.actOn),
          to: dayText(lang, charge.actUntil),
        }),
    tier === undefined ? '' : citedText(tier.citation),
    `${measureWords(charge.measures).join('、')} · ${text(lang, `penalty.law.discretion.${charge.discretion}`)}`,
  ];
}

export function ReviewSection({ dossier: { state } }: PenaltySectionProps): VNode {
  const { lang } = usePage();
  return (
    <Section title={text(lang, 'penaltyDossier.reviews')}>
      <Acts
        lines={state.reviews.map((one) => {
          const said = text(lang, `penaltyDossier.review.${one.stage}.${one.outcome}`);
          return line(one, [said, one.note].filter((part) => part !== '').join(' · '));
        })}
      />
    </Section>
  );
}

export function DefenceSection({ dossier: { state } }: PenaltySectionProps): VNode {
  const { lang } = usePage();
  const { notices, statements, hearing } = state;
  const fixed = hearing?.fixed;
  return (
    <Section title={text(lang, 'penaltyDossier.defence')}>
      <Acts
        lines={[
          ...notices.flatMap(({ no, charges, issued, served, superseded }) => [
            line(issued, text(lang, 'penaltyDossier.notice', { no, content: contentText(charges) })),
            servedLine(lang, served, 'notice'),
            line(superseded, text(lang, 'penaltyDossier.superseded', { no })),
          ]),
          ...statements.map((one) =>
            line(
              one,
              text(lang, 'penaltyDossier.statement', {
                kind: text(lang, `penalty.statement.${one.kind}`),
                on: dayText(lang, one.on),
                text: one.text,
              }),
            ),
          ),
          line(hearing?.chair, text(lang, 'penaltyDossier.chair', { chair: hearing?.chair?.chair ?? '' })),
          line(
            fixed,
            fixed === undefined
              ? ''
              : text(lang, fixed.public ? 'penaltyDossier.hearing.public' : 'penaltyDossier.hearing.closed', {
                  on: dayText(lang, fixed.on),
                  place: fixed.place,
                }),
          ),
          servedLine(lang, hearing?.noticeServed, 'hearing'),
          line(
            hearing?.held,
            text(
              lang,
              hearing?.held?.attended === true
                ? 'penaltyDossier.hearing.attended'
                : 'penaltyDossier.hearing.absent',
            ),
          ),
          line(
            hearing?.report,
            text(lang, 'penaltyDossier.hearing.report', { text: hearing?.report?.text ?? '' }),
          ),
          line(
            hearing?.withdrawn,
            text(lang, 'penaltyDossier.hearing.withdrawn', { reason: hearing?.withdrawn?.reason ?? '' }),
          ),
        ]}
      />
    </Section>
  );
}
