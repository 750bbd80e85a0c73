import type { VNode } from 'preact';
import { useFormState, usePage } from '../context.tsx';
import { words } from '../words.ts';
import { fieldId } from './field.tsx';

/**
 * The list of what is wrong, on top of the page, in the same words as at the fields, each linked to its field.
 * The layouts put it in place; it shows nothing when there is no problem.
 */
export function ErrorSummary(): VNode | null {
  const page = usePage();
  const { problems } = useFormState();
  if (problems.length === 0) return null;
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{words(page.lang, 'kit.errorSummary.title')}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {problems.map((problem) => (
              <li key={`${problem.field ?? ''} ${page.problemText(problem)}`}>
                {problem.field === undefined ? (
                  page.problemText(problem)
                ) : (
                  <a href={`#${fieldId(problem.field)}`}>{page.problemText(problem)}</a>
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
