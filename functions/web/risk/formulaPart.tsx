import type { VNode } from 'preact';
import { formatDateEn, formatDateZh } from '../../../shared/calendar/localDate.ts';
import { isUnverified } from '../../../shared/law/lawTable.ts';
import type { RiskFormula } from '../../../shared/law/riskFormula.ts';
import { createCatalogue } from '../../../shared/messages/message.ts';
import { riskMessages } from '../../../shared/risk/messages.ts';
import { riskFactKinds } from '../../../shared/risk/riskEvent.ts';
import { riskNever } from '../../../shared/risk/riskNever.ts';
import { DataTable } from '../kit/components/dataTable.tsx';
import { Tag } from '../kit/components/tag.tsx';
import { usePage } from '../kit/context.tsx';

const { text: say } = createCatalogue(riskMessages);

/** The formula in words, with its numbers, its version and its basis. */
export function RiskFormulaPart({ formula }: { formula: RiskFormula }): VNode {
  const { lang } = usePage();
  const { base, from, cleanInspection, quietTime, imported } = formula;
  const day = lang === 'zh' ? formatDateZh(formula.validFrom) : formatDateEn(formula.validFrom);
  const counted = riskFactKinds.filter((kind) => formula.facts[kind].points > 0);
  return (
    <>
      <p class="govuk-body">{say(lang, 'risk.formula.sum', { base })}</p>
      <p class="govuk-body">{say(lang, 'risk.formula.classes', from)}</p>
      <DataTable
        caption={say(lang, 'risk.formula.caption')}
        rows={counted.map((kind) => ({ kind, ...formula.facts[kind] }))}
        rowKey={({ kind }) => kind}
        columns={[
          {
            key: 'kind',
            label: say(lang, 'risk.formula.kind'),
            rowHeader: true,
            cell: ({ kind }) => say(lang, `risk.kind.${kind}`),
          },
          {
            key: 'each',
            label: say(lang, 'risk.formula.each'),
            numeric: true,
            cell: ({ points }) => points,
          },
          { key: 'most', label: say(lang, 'risk.formula.most'), numeric: true, cell: ({ most }) => most },
          { key: 'full', label: say(lang, 'risk.formula.full'), numeric: true, cell: ({ full }) => full },
          { key: 'gone', label: say(lang, 'risk.formula.gone'), numeric: true, cell: ({ gone }) => gone },
        ]}
      />
      <ul class="govuk-list govuk-list--bullet">
        <li>{say(lang, 'risk.formula.later', { percent: formula.laterPercent })}</li>
        <li>{say(lang, 'risk.formula.cured', { percent: formula.curedPercent })}</li>
        <li>{say(lang, 'risk.formula.clean', cleanInspection)}</li>
        <li>{say(lang, 'risk.formula.quiet', quietTime)}</li>
        <li>{say(lang, 'risk.formula.imported', imported)}</li>
        <li>{say(lang, 'risk.formula.next')}</li>
      </ul>
      <p class="govuk-body">{say(lang, 'risk.formula.never')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {riskNever
          .filter(({ code }) => formula.never.includes(code))
          .map((one) => (
            <li key={one.code}>{one[lang]}</li>
          ))}
      </ul>
      <p class="govuk-body">
        {say(lang, 'risk.formula.version', {
          version: formula.validFrom,
          from: day,
          citation: formula.citation.text,
        })}{' '}
        {isUnverified(formula) ? <Tag tone="waiting">{say(lang, 'risk.formula.unverified')}</Tag> : null}
      </p>
      {formula.citation.note === undefined ? null : (
        <p class="govuk-hint" lang="zh-CN">
          {formula.citation.note}
        </p>
      )}
    </>
  );
}
