import type { VNode } from 'preact';
import type { Correction, RectificationRound } from '../../../../shared/inspection/inspectionCase.ts';
import { type WithdrawalReason, withdrawalReasons } from '../../../../shared/publicity/withdrawal.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Inset } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { dayText, momentText } from '../moment.ts';
import { PenaltyLine } from '../penalties/sourceLink.tsx';
import { vocabularyText } from '../vocabularyText.ts';
import type { CasePageProps } from './casePage.tsx';
import { resultsText, words } from './inspectionWords.ts';

/** What was ordered, what the agency reported, what the check has shown; and what the case was handed over for. */
export function Rounds(props: CasePageProps): VNode | null {
  const { lang, stored, itemNames, penalty: penaltyCase } = props;
  const { rectification, handOver, penalty } = stored.state;
  if (rectification.length === 0 && handOver === undefined) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{words(lang, 'inspectionPage.followed')}</h2>
      {rectification.map((round, i) => (
        <Round key={round.ordered.at} {...props} round={round} no={i + 1} />
      ))}
      {handOver === undefined ? null : (
        <SummaryList
          rows={[
            {
              label: words(lang, 'inspectionPage.handOver'),
              value: words(lang, `inspection.handOver.${handOver.to}`),
            },
            {
              label: words(lang, 'inspectionPage.by'),
              value: `${handOver.name} · ${momentText(lang, handOver.at)}`,
            },
            {
              label: words(lang, 'inspectionPage.handOver.findings'),
              value: (
                <ul class="govuk-list">
                  {handOver.findings.map(({ item, results }) => (
                    <li key={item}>{`${itemNames.get(item) ?? item}：${resultsText(lang, results)}`}</li>
                  ))}
                </ul>
              ),
            },
            { label: words(lang, 'inspectionPage.reason'), value: handOver.reason },
            handOver.to !== 'penalty'
              ? undefined
              : {
                  label: words(lang, 'inspectionPage.penalty.outcome'),
                  value:
                    penalty === undefined
                      ? words(lang, 'inspectionPage.penalty.open')
                      : words(lang, `inspection.penalty.${penalty.outcome}.word`),
                },
            penaltyCase === undefined
              ? undefined
              : {
                  label: words(lang, 'inspectionPage.penalty.case'),
                  value: <PenaltyLine stored={penaltyCase} />,
                },
          ]}
        />
      )}
    </section>
  );
}

function Round({ lang, round, no }: CasePageProps & { round: RectificationRound; no: number }): VNode {
  const { ordered, text, days, due, answer, recheck } = round;
  return (
    <SummaryList
      rows={[
        {
          label: words(lang, 'inspectionPage.round', { no }),
          value: words(lang, 'inspectionPage.round.ordered', {
            by: ordered.name,
            at: momentText(lang, ordered.at),
            days,
            due: dayText(lang, due),
          }),
        },
        { label: words(lang, 'inspectionPage.round.text'), value: <Inset>{text}</Inset> },
        {
          label: words(lang, 'inspectionPage.round.answer'),
          value:
            answer === undefined ? (
              words(lang, 'inspectionPage.round.answer.none')
            ) : (
              <>
                {momentText(lang, answer.at)} ·{' '}
                {words(lang, 'inspectionPage.round.files', { count: answer.evidence.length })}
                <Inset>{answer.text}</Inset>
              </>
            ),
        },
        {
          label: words(lang, 'inspectionPage.round.recheck'),
          value:
            recheck === undefined ? (
              '—'
            ) : (
              <>
                {words(lang, `inspection.recheck.${recheck.outcome}`)} · {recheck.name} ·{' '}
                {momentText(lang, recheck.at)}
                <Inset>{recheck.note}</Inset>
                {recheck.confirmed === undefined
                  ? words(lang, 'inspectionPage.round.unconfirmed')
                  : words(lang, 'inspectionPage.round.confirmed', { by: recheck.confirmed.name })}
              </>
            ),
        },
      ]}
    />
  );
}

/** What the public sees of it, until when, and what is left of earlier versions. */
export function PublicityState({ lang, stored, itemNames }: CasePageProps): VNode | null {
  const { publicity, ended } = stored.state;
  if (publicity === undefined) return null;
  const reasonText = (reason: WithdrawalReason) => vocabularyText(lang, withdrawalReasons, reason);
  const { withdrawn, until } = publicity;
  return (
    <section>
      <SummaryList
        title={words(lang, 'inspectionPage.publicity')}
        rows={[
          {
            label: words(lang, 'inspectionPage.publicity.state'),
            value:
              withdrawn === undefined
                ? words(lang, 'inspectionPage.publicity.shown', {
                    on: dayText(lang, publicity.on),
                    version: publicity.version,
                  })
                : words(lang, 'inspectionPage.publicity.down', {
                    on: dayText(lang, withdrawn.on),
                    reason: reasonText(withdrawn.reason),
                  }),
          },
          ended === undefined
            ? undefined
            : { label: words(lang, 'inspectionPage.ended'), value: dayText(lang, ended) },
          withdrawn !== undefined
            ? undefined
            : {
                label: words(lang, 'inspectionPage.publicity.until'),
                value:
                  until === undefined ? words(lang, 'inspectionPage.publicity.open') : dayText(lang, until),
              },
          {
            label: words(lang, 'inspectionPage.publicity.says'),
            value:
              withdrawn === undefined ? (
                <ul class="govuk-list">
                  {Object.entries(publicity.results).map(([item, results]) => (
                    <li key={item}>{`${itemNames.get(item) ?? item}：${resultsText(lang, results)}`}</li>
                  ))}
                </ul>
              ) : (
                words(lang, 'inspectionPage.publicity.nothing')
              ),
          },
        ]}
      />
      {publicity.tombstones.length === 0 ? null : (
        <DataTable
          caption={words(lang, 'inspectionPage.tombstones')}
          rows={publicity.tombstones}
          rowKey={({ version, on }) => `${version} ${on}`}
          columns={[
            {
              key: 'version',
              label: words(lang, 'inspectionPage.tombstone.version'),
              numeric: true,
              rowHeader: true,
              cell: ({ version }) => version,
            },
            {
              key: 'on',
              label: words(lang, 'inspectionPage.tombstone.on'),
              cell: ({ on }) => dayText(lang, on),
            },
            {
              key: 'reason',
              label: words(lang, 'inspectionPage.reason'),
              cell: ({ reason }) => reasonText(reason),
            },
          ]}
        />
      )}
    </section>
  );
}

/** Who said that the published result is wrong, and what was decided. */
export function Corrections({ lang, stored }: CasePageProps): VNode | null {
  const { corrections } = stored.state;
  if (corrections.length === 0) return null;
  const proposal = ({ proposed }: Correction) => {
    if (proposed === undefined) return words(lang, 'inspectionPage.correct.unproposed');
    const what = proposed.results === undefined ? 'withdraw' : 'correct';
    return `${words(lang, `inspectionPage.propose.${what}`)} · ${proposed.name} · ${proposed.reason}`;
  };
  return (
    <DataTable
      caption={words(lang, 'inspectionPage.corrections')}
      rows={corrections}
      rowKey={({ raised }: Correction) => raised.at}
      columns={[
        {
          key: 'raised',
          label: words(lang, 'inspectionPage.correct.raised'),
          rowHeader: true,
          cell: ({ raised }) => `${raised.name} · ${momentText(lang, raised.at)}`,
        },
        { key: 'text', label: words(lang, 'inspectionPage.correct.text'), cell: ({ text }) => text },
        { key: 'proposal', label: words(lang, 'inspectionPage.correct.proposal'), cell: proposal },
        {
          key: 'settled',
          label: words(lang, 'inspectionPage.decision'),
          cell: ({ settled }) =>
            settled === undefined
              ? words(lang, 'inspectionPage.correct.open')
              : [
                  words(lang, `inspectionPage.correct.${settled.outcome}`),
                  settled.name,
                  momentText(lang, settled.at),
                  ...(settled.reason === undefined ? [] : [settled.reason]),
                ].join(' · '),
        },
      ]}
    />
  );
}
