import type { VNode } from 'preact';
import { annulmentReasons } from '../../../../shared/law/penaltyProcedure.ts';
import { contentText } from '../../../../shared/penalty/decisionWords.ts';
import type { Payment } from '../../../../shared/penalty/penaltyCase.ts';
import { owed } from '../../../../shared/penalty/performing.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { SummaryList, type SummaryRow } from '../../kit/components/summaryList.tsx';
import { dayText } from '../moment.ts';
import { act, servedText } from './actText.ts';
import type { CasePageProps } from './casePage.tsx';
import { amountText, joined, termText, words } from './penaltyWords.ts';

/** What was decided, how it was served and published, and what became of it. */
export function Decided({ lang, stored }: CasePageProps): VNode | null {
  const { decision, publicity, annulment, corrected, draft } = stored.state;
  if (decision === undefined) return null;
  const rows: (SummaryRow | undefined)[] = [
    {
      label: words(lang, 'penaltyPage.decision'),
      value: (
        <>
          {words(lang, `penalty.outcome.${decision.outcome}`)}
          {decision.number === undefined ? null : ` · ${decision.number}`} · {dayText(lang, decision.on)} ·{' '}
          {decision.decided.name}
        </>
      ),
    },
    decision.outcome !== 'penalty' || draft === undefined
      ? undefined
      : { label: words(lang, 'penaltyPage.content'), value: contentText(draft.charges) },
    decision.outcome !== 'penalty'
      ? undefined
      : { label: words(lang, 'penaltyPage.service.served'), value: servedText(lang, decision.served) },
    decision.fine + decision.confiscated === 0
      ? undefined
      : {
          label: words(lang, 'penaltyPage.owed'),
          value: words(lang, 'penaltyPage.owed.of', {
            owed: amountText(lang, owed(stored.state)),
            all: amountText(lang, decision.fine + decision.confiscated),
          }),
        },
    corrected === undefined
      ? undefined
      : {
          label: words(lang, 'penaltyPage.corrected'),
          value: `${dayText(lang, corrected.on)} · ${corrected.name}`,
        },
    publicity === undefined
      ? undefined
      : {
          label: words(lang, 'penaltyPage.publicity'),
          value: joined(lang, [
            words(lang, `penalty.law.class.${publicity.class}`),
            words(lang, 'penaltyPage.fromTo', {
              from: dayText(lang, publicity.on),
              to: dayText(lang, publicity.until),
            }),
            ...(publicity.earliest === undefined
              ? []
              : [words(lang, 'penaltyPage.publicity.earliest', { on: dayText(lang, publicity.earliest) })]),
            ...(publicity.ended === undefined
              ? []
              : [
                  words(lang, `penaltyPage.publicity.ended.${publicity.ended.reason}`, {
                    on: dayText(lang, publicity.ended.on),
                  }),
                ]),
          ]),
        },
    annulment === undefined
      ? undefined
      : {
          label: words(lang, 'penaltyPage.annulment'),
          value: joined(lang, [
            `${termText(lang, annulmentReasons, annulment.ground)} · ${annulment.reference} · ${dayText(lang, annulment.on)}`,
            annulment.reason,
            act(lang, annulment.proposed),
            annulment.decided === undefined
              ? words(lang, 'penaltyPage.waitsForSecond')
              : act(lang, annulment.decided),
          ]),
        },
  ];
  return <SummaryList title={words(lang, 'penaltyPage.decision')} rows={rows} />;
}

/** What was paid, and how the rest is pursued. */
export function Payments({ lang, stored }: CasePageProps): VNode | null {
  const { payments, enforcement } = stored.state;
  if (payments.length === 0 && enforcement.length === 0) return null;
  return (
    <>
      {payments.length === 0 ? null : (
        <DataTable
          caption={words(lang, 'penaltyPage.payments')}
          rows={payments}
          rowKey={({ receipt }: Payment) => receipt}
          columns={[
            {
              key: 'on',
              label: words(lang, 'penaltyPage.payment.on'),
              rowHeader: true,
              cell: ({ on }) => dayText(lang, on),
            },
            {
              key: 'amount',
              label: words(lang, 'penaltyPage.payment.amount'),
              numeric: true,
              cell: ({ amount }) => amountText(lang, amount),
            },
            {
              key: 'receipt',
              label: words(lang, 'penaltyPage.payment.receipt'),
              cell: ({ receipt }) => receipt,
            },
            { key: 'by', label: words(lang, 'penaltyPage.by'), cell: (one) => act(lang, one) },
          ]}
        />
      )}
      {enforcement.length === 0 ? null : (
        <SummaryList
          title={words(lang, 'penaltyPage.enforcement')}
          rows={enforcement.map((one) => ({
            label: words(lang, `penaltyPage.enforcement.${one.step}`),
            value: `${dayText(lang, one.on)} · ${act(lang, one)}`,
          }))}
        />
      )}
    </>
  );
}
