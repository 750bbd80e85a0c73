import type { VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import { inspectorDistricts } from '../../../../shared/register/district.ts';
import { inspectorQuals } from '../../../../shared/register/vocabulary.ts';
import { Hash } from '../../kit/components/hash.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { usePage } from '../../kit/context.tsx';
import { dayText, monthText } from '../moment.ts';
import { vocabularyText } from '../vocabularyText.ts';
import type { OwnInspectorRow } from './ownInspectorRow.ts';

/** What the sealed lists say of the inspector: to be checked while objections are open. */
export function OwnRowSection({ own }: { own: OwnInspectorRow | undefined }): VNode {
  const { lang } = usePage();
  const title = <h2 class="govuk-heading-m">{text(lang, 'assignments.row')}</h2>;
  if (own === undefined) {
    return (
      <section>
        {title}
        <p class="govuk-body">{text(lang, 'assignments.row.none')}</p>
      </section>
    );
  }
  const { row, objectionsUntil } = own;
  return (
    <section>
      {title}
      <SummaryList
        rows={[
          {
            label: text(lang, 'assignments.row.draw'),
            value:
              lang === 'zh' ? `${own.draw}（${monthText(lang, own.month)}）` : `${own.draw} (${own.month})`,
          },
          objectionsUntil === undefined
            ? undefined
            : { label: text(lang, 'assignments.row.until'), value: dayText(lang, objectionsUntil) },
          {
            label: text(lang, 'assignments.district'),
            value: vocabularyText(lang, inspectorDistricts, row.d),
          },
          {
            label: text(lang, 'assignments.row.quals'),
            value: row.quals
              .map((qual) => vocabularyText(lang, inspectorQuals, qual))
              .join(lang === 'zh' ? '、' : ', '),
          },
          {
            label: text(lang, 'assignments.row.certificate'),
            value: text(lang, row.cert ? 'assignments.row.yes' : 'assignments.row.no'),
          },
          { label: text(lang, 'assignments.row.cap'), value: row.cap },
          { label: text(lang, 'assignments.row.past'), value: row.past },
          { label: text(lang, 'assignments.row.relations'), value: own.relations },
          { label: text(lang, 'assignments.row.tid'), value: <Hash value={row.tid} /> },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href="/assignments/own-row/proof">
          {text(lang, 'assignments.row.proof')}
        </a>
      </p>
    </section>
  );
}
