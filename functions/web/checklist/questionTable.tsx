import type { VNode } from 'preact';
import { checklistMessages } from '../../../shared/messages/checklist.ts';
import { createCatalogue } from '../../../shared/messages/message.ts';
import { answersOf, type Question } from '../../../shared/register/checklist.ts';
import { DataTable } from '../kit/components/dataTable.tsx';
import { usePage } from '../kit/context.tsx';

const { text } = createCatalogue(checklistMessages);

/** The questions of one version of an item: the same table for the office and for the public. */
export function QuestionTable({ questions }: { questions: readonly Question[] }): VNode {
  const { lang } = usePage();
  const evidenceText = ({ evidence, evidenceRequired }: Question): string => {
    if (evidence === undefined) return '—';
    return evidenceRequired ? text(lang, 'checklist.evidence.required', { evidence }) : evidence;
  };
  return (
    <DataTable
      caption={text(lang, 'checklist.title', { count: questions.length })}
      rows={questions}
      rowKey={({ code }) => code}
      empty={text(lang, 'checklist.none')}
      columns={[
        { key: 'code', label: text(lang, 'checklist.code'), cell: ({ code }) => code },
        {
          key: 'question',
          label: text(lang, 'checklist.question'),
          rowHeader: true,
          cell: (question) => question.text,
        },
        { key: 'method', label: text(lang, 'checklist.method'), cell: ({ method }) => method },
        { key: 'law', label: text(lang, 'checklist.law'), cell: ({ law }) => law },
        {
          key: 'answers',
          label: text(lang, 'checklist.answers'),
          cell: ({ answers }) =>
            answersOf(answers)
              .map((answer) => answer[lang])
              .join(' / '),
        },
        { key: 'evidence', label: text(lang, 'checklist.evidence'), cell: evidenceText },
      ]}
    />
  );
}
