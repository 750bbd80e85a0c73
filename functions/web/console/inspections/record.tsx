import type { VNode } from 'preact';
import { originText } from '../../../../shared/draw/ceremony/visitOrigin.ts';
import { questionKey } from '../../../../shared/inspection/checklist.ts';
import type { ItemResult, Part } from '../../../../shared/inspection/inspectionCase.ts';
import { standingSignatures } from '../../../../shared/inspection/submitting.ts';
import { obstructionGrounds } from '../../../../shared/law/inspectionVocabulary.ts';
import { itemRef } from '../../../../shared/plan/monthPlan.ts';
import { answerOf } from '../../../../shared/register/checklist.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { Details, Inset, Warning } from '../../kit/components/notices.tsx';
import { SummaryList } from '../../kit/components/summaryList.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { momentText } from '../moment.ts';
import type { CasePageProps } from './casePage.tsx';
import { listed, resultText, words } from './inspectionWords.ts';

/** What the team has found and recorded, part by part in a joint visit. Read only. */
export function Results(props: CasePageProps): VNode {
  const { lang, stored } = props;
  const { parts, statement } = stored.state;
  return (
    <section>
      <h2 class="govuk-heading-m">{words(lang, 'inspectionPage.results')}</h2>
      {parts.map((part) => (
        <PartResults key={part.inspection} {...props} part={part} joint={parts.length > 1} />
      ))}
      {statement === '' ? null : (
        <>
          <h3 class="govuk-heading-s">{words(lang, 'inspectionPage.statement')}</h3>
          <Inset>{statement}</Inset>
        </>
      )}
    </section>
  );
}

function PartResults(props: CasePageProps & { part: Part; joint: boolean }): VNode {
  const { lang, stored, part, joint, checklists, itemNames } = props;
  const { results } = stored.state;
  const title = joint
    ? words(lang, 'inspectionPage.results.part', {
        number: part.inspection,
        origin: originText(lang, part.origin),
      })
    : words(lang, 'inspectionPage.results.items');
  return (
    <>
      <DataTable
        caption={title}
        rows={part.items}
        rowKey={(item) => item}
        empty={words(lang, 'inspectionPage.results.covered')}
        columns={[
          {
            key: 'item',
            label: words(lang, 'inspectionPage.item'),
            rowHeader: true,
            cell: (item) => `${itemNames.get(item) ?? ''} (${item})`,
          },
          {
            key: 'result',
            label: words(lang, 'inspectionPage.result'),
            cell: (item) => <ItemResultCell {...props} result={results[item]} />,
          },
          {
            key: 'note',
            label: words(lang, 'inspectionPage.note'),
            cell: (item) => results[item]?.note ?? '',
          },
        ]}
      />
      {checklists.has(part.inspection) ? (
        <Answers {...props} />
      ) : (
        <Warning>{words(lang, 'inspectionPage.checklist.unreadable')}</Warning>
      )}
    </>
  );
}

function ItemResultCell({ lang, result }: CasePageProps & { result: ItemResult | undefined }): VNode {
  if (result === undefined) return <>{words(lang, 'inspectionPage.result.none')}</>;
  const obstruction = obstructionGrounds.find(({ rule }) => rule === result.obstruction);
  return (
    <>
      {listed(
        lang,
        result.results.map((one) => resultText(lang, one)),
      )}
      {obstruction === undefined ? null : <div>{obstruction[lang]}</div>}
      {result.unreachable === undefined ? null : (
        <div>{words(lang, `inspection.unreachable.${result.unreachable}`)}</div>
      )}
    </>
  );
}

function Answers({ lang, stored, part, checklists }: CasePageProps & { part: Part }): VNode {
  const { answers, evidence } = stored.state;
  const items = checklists.get(part.inspection)?.items ?? [];
  const questions = items
    .filter((item) => part.items.includes(itemRef(item)))
    .flatMap((item) => item.questions.map((question) => ({ key: questionKey(item, question), question })));
  const given = questions.filter(({ key }) => answers[key] !== undefined).length;
  return (
    <Details
      summary={words(lang, 'inspectionPage.answers', { given, asked: questions.length })}
      open={given > 0}
    >
      <DataTable
        caption={words(lang, 'inspectionPage.answers', { given, asked: questions.length })}
        captionHidden
        rows={questions}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'question',
            label: words(lang, 'inspectionPage.question'),
            rowHeader: true,
            cell: ({ question }) => question.text,
          },
          {
            key: 'answer',
            label: words(lang, 'inspectionPage.answer'),
            cell: ({ key, question }) => {
              const answer = answers[key];
              if (answer === undefined) return words(lang, 'inspectionPage.answer.none');
              const term = answerOf(question.answers, answer.value);
              const said = term?.[lang] ?? answer.value;
              return term?.problem === true ? <Tag tone="waiting">{said}</Tag> : said;
            },
          },
          {
            key: 'note',
            label: words(lang, 'inspectionPage.note'),
            cell: ({ key }) => answers[key]?.note ?? '',
          },
          {
            key: 'by',
            label: words(lang, 'inspectionPage.by'),
            cell: ({ key }) => {
              const answer = answers[key];
              return answer === undefined ? '' : `${answer.name} · ${momentText(lang, answer.at)}`;
            },
          },
          {
            key: 'evidence',
            label: words(lang, 'inspectionPage.evidence.count'),
            numeric: true,
            cell: ({ key }) =>
              evidence.filter(({ question, removed }) => question === key && removed === undefined).length,
          },
        ]}
      />
    </Details>
  );
}

/** Who has signed the record, and whether it is still the record that they signed. */
export function Signatures({ lang, stored }: CasePageProps): VNode {
  const inspection = stored.state;
  const { agencySignature, signatures } = inspection;
  const standing = new Set(standingSignatures(inspection).map(({ inspectorId }) => inspectorId));
  return (
    <SummaryList
      title={words(lang, 'inspectionPage.signatures')}
      rows={[
        {
          label: words(lang, 'inspectionPage.signature.agency'),
          value:
            agencySignature === undefined
              ? words(lang, 'inspectionPage.signature.none')
              : agencySignature.type === 'signed'
                ? words(lang, 'inspectionPage.signature.signed', {
                    signer: agencySignature.signer,
                    capacity: agencySignature.capacity,
                    at: momentText(lang, agencySignature.at),
                  })
                : words(lang, 'inspectionPage.signature.refused', {
                    reason: words(lang, `inspection.noSignature.${agencySignature.reason}`),
                    witness: agencySignature.witness === '' ? '—' : agencySignature.witness,
                  }),
        },
        {
          label: words(lang, 'inspectionPage.signature.inspectors'),
          value:
            signatures.length === 0 ? (
              words(lang, 'inspectionPage.signature.none')
            ) : (
              <ul class="govuk-list">
                {signatures.map(({ inspectorId, name, at }) => (
                  <li key={inspectorId}>
                    {name} · {momentText(lang, at)}{' '}
                    {standing.has(inspectorId) ? (
                      <Tag tone="done">{words(lang, 'inspectionPage.signature.stands')}</Tag>
                    ) : (
                      <Tag tone="overdue">{words(lang, 'inspectionPage.signature.void')}</Tag>
                    )}
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}
