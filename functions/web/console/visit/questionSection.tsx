import type { VNode } from 'preact';
import type { ChecklistItem } from '../../../../shared/inspection/checklist.ts';
import { questionsOf } from '../../../../shared/inspection/record.ts';
import { answerOf, answersOf } from '../../../../shared/register/checklist.ts';
import { Button } from '../../kit/components/button.tsx';
import { Radios } from '../../kit/components/choiceFields.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { usePage } from '../../kit/context.tsx';
import { momentText } from '../moment.ts';
import { checklistDigests } from './caseChecklist.ts';
import { AddFile } from './evidenceSection.tsx';
import { actionOf, filesFor, type VisitView, valuesFor } from './visitView.ts';
import { words } from './visitWords.ts';

type Asked = ReturnType<typeof questionsOf>[number];

/** The checklist, one form for each question: an answer is saved by itself, with a script or without. */
export function QuestionsSection({ view }: { view: VisitView }): VNode {
  const { lang, checklist, inspection } = view;
  const asked = questionsOf(inspection, checklist);
  return (
    <section aria-labelledby="visit-questions">
      <h2 class="govuk-heading-m" id="visit-questions">
        {words(lang, 'visitPage.questions')}
      </h2>
      {checklist.items.map((item) => {
        const own = asked.filter((one) => one.item === refOf(item));
        return own.length === 0 ? null : (
          <div key={refOf(item)}>
            <h3 class="govuk-heading-s">
              {item.code} {item.name}
            </h3>
            {own.map((one) => (
              <Question key={one.key} view={view} asked={one} />
            ))}
          </div>
        );
      })}
    </section>
  );
}

export const refOf = ({ code, version }: Pick<ChecklistItem, 'code' | 'version'>) => `${code}@${version}`;

function Question({ view, asked }: { view: VisitView; asked: Asked }): VNode {
  const { lang, inspection, open } = view;
  const { key, question } = asked;
  const standing = inspection.answers[key];
  const label = words(lang, 'visitPage.question', question);
  return (
    <article class="dr-question" data-question={key}>
      {open ? (
        <AnswerForm view={view} asked={asked} label={label} />
      ) : (
        <p class="govuk-body">
          <strong>{label}</strong>{' '}
          {standing === undefined ? '—' : answerOf(question.answers, standing.value)?.[lang]}
        </p>
      )}
      <p class="dr-question__state" data-part="state" role="status">
        {standing === undefined
          ? null
          : words(lang, 'visitPage.answered', { name: standing.name, at: momentText(lang, standing.at) })}
      </p>
      <AddFile view={view} question={key} purpose="photo" count={filesFor(inspection, key).length} />
    </article>
  );
}

function AnswerForm({ view, asked, label }: { view: VisitView; asked: Asked; label: string }): VNode {
  const { lang, inspection } = view;
  const { key, question } = asked;
  const { newKey } = usePage();
  const standing = inspection.answers[key];
  const values = valuesFor(view, `answer ${key}`);
  const evidence =
    question.evidence === undefined
      ? ''
      : question.evidenceRequired
        ? words(lang, 'visitPage.evidence.required', { evidence: question.evidence })
        : question.evidence;
  const facts = [
    [words(lang, 'visitPage.law'), question.law],
    [words(lang, 'visitPage.method'), question.method],
    [words(lang, 'visitPage.evidence'), evidence],
  ].filter(([, text]) => text !== '');
  return (
    <Form
      action={actionOf(view, 'answer')}
      values={values}
      hidden={{ key, answerId: newKey(), checklists: checklistDigests(inspection).join(',') }}
    >
      <Radios
        name={key}
        label={label}
        hint={facts.map(([name, text]) => (
          <span class="dr-question__fact" key={name}>
            {name}
            {lang === 'zh' ? '：' : ': '}
            {text}
          </span>
        ))}
        {...(standing === undefined ? {} : { value: standing.value })}
        choices={answersOf(question.answers).map(({ code, ...text }) => ({ value: code, label: text[lang] }))}
      />
      <Textarea
        name={`note.${key}`}
        label={words(lang, 'visitPage.note')}
        optional
        rows={2}
        maxLength={1000}
        value={standing?.note ?? ''}
      />
      <Button look="secondary">{words(lang, 'visitPage.save')}</Button>
    </Form>
  );
}
