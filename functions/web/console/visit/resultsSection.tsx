import type { VNode } from 'preact';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { ChecklistItem } from '../../../../shared/inspection/checklist.ts';
import { itemsOfCase, unreachableGrounds } from '../../../../shared/inspection/inspectionCase.ts';
import { obstructionGrounds, publicityResults } from '../../../../shared/law/inspectionVocabulary.ts';
import { lawAt } from '../../../../shared/law/lawTable.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { Button } from '../../kit/components/button.tsx';
import { Checkboxes, Radios } from '../../kit/components/choiceFields.tsx';
import { Form } from '../../kit/components/form.tsx';
import { Textarea } from '../../kit/components/textFields.tsx';
import { refOf } from './questionSection.tsx';
import { actionOf, type VisitView, valuesFor } from './visitView.ts';
import { words } from './visitWords.ts';

/** 企业公示信息抽查办法 art. 14: binds the market regulators; here by analogy. */
const UNREACHABLE_BASIS = '企业公示信息抽查办法第十四条';

/** The result of every item, a form each, and what the agency says to it. */
export function ResultsSection({ view, now }: { view: VisitView; now: Date }): VNode {
  const { lang, checklist, inspection, open } = view;
  const wanted = new Set(itemsOfCase(inspection));
  const items = checklist.items.filter((item) => wanted.has(refOf(item)));
  return (
    <section aria-labelledby="visit-results">
      <h2 class="govuk-heading-m" id="visit-results">
        {words(lang, 'visitPage.results')}
      </h2>
      {items.map((item) =>
        open ? (
          <ResultForm key={refOf(item)} view={view} item={item} now={now} />
        ) : (
          <p class="govuk-body" key={refOf(item)}>
            {item.name}
            {lang === 'zh' ? '：' : ': '}
            {resultWords(lang, inspection.results[refOf(item)]?.results ?? [])}
          </p>
        ),
      )}
      <h2 class="govuk-heading-m">{words(lang, 'visitPage.statement')}</h2>
      {open ? (
        <Form action={actionOf(view, 'statement')} values={valuesFor(view, 'statement')}>
          <Textarea
            name="statement"
            label={words(lang, 'visitPage.statement')}
            hint={words(lang, 'visitPage.statement.hint')}
            value={inspection.statement}
            maxLength={2000}
          />
          <Button look="secondary">{words(lang, 'visitPage.statement.save')}</Button>
        </Form>
      ) : (
        <p class="govuk-body dr-lines">{inspection.statement || '—'}</p>
      )}
    </section>
  );
}

/** Results as the public reads them. */
export function resultWords(lang: Lang, results: readonly string[]): string {
  const found = publicityResults.filter(({ rule }) => results.includes(rule)).map((row) => row[lang]);
  return found.length === 0 ? '—' : found.join(lang === 'zh' ? '；' : '; ');
}

function ResultForm({ view, item, now }: { view: VisitView; item: ChecklistItem; now: Date }): VNode {
  const { lang, inspection } = view;
  const ref = refOf(item);
  const standing = inspection.results[ref];
  const today = shanghaiDate(now);
  const grounds = lawAt(obstructionGrounds, today);
  const analogy = (basis: string) => words(lang, 'visitPage.results.analogy', { basis });
  const further = {
    obstruction: (
      <Radios
        name={`obstruction.${ref}`}
        label={words(lang, 'visitPage.results.obstruction')}
        hint={analogy(grounds[0]?.citation.text ?? '')}
        {...(standing?.obstruction === undefined ? {} : { value: standing.obstruction })}
        choices={grounds.map((row) => ({ value: row.rule, label: row[lang] }))}
      />
    ),
    unreachable: (
      <Radios
        name={`unreachable.${ref}`}
        label={words(lang, 'visitPage.results.unreachable')}
        hint={analogy(UNREACHABLE_BASIS)}
        {...(standing?.unreachable === undefined ? {} : { value: standing.unreachable })}
        choices={unreachableGrounds.map((value) => ({
          value,
          label: words(lang, `inspection.unreachable.${value}`),
        }))}
      />
    ),
  };
  return (
    <Form
      action={actionOf(view, 'results')}
      values={valuesFor(view, `results ${ref}`)}
      hidden={{ item: ref }}
    >
      <Checkboxes
        name={`results.${ref}`}
        label={words(lang, 'visitPage.results.of', { item: item.name })}
        hint={words(lang, 'visitPage.results.hint')}
        values={standing?.results ?? []}
        choices={publicityResults.map(({ rule, ...row }) => ({
          value: rule,
          label: row[lang],
          ...(rule === 'obstruction' || rule === 'unreachable' ? { conditional: further[rule] } : {}),
        }))}
      />
      <Textarea
        name={`resultNote.${ref}`}
        label={words(lang, 'visitPage.note')}
        optional
        rows={2}
        maxLength={1000}
        value={standing?.note ?? ''}
      />
      <Button look="secondary">{words(lang, 'visitPage.results.save')}</Button>
    </Form>
  );
}
