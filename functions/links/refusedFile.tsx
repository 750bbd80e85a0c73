import type { VNode } from 'preact';
import { EVIDENCE_FIELD } from '../../shared/evidence/receiveEvidence.ts';
import type { Problem } from '../../shared/problem.ts';
import { fieldId } from '../web/kit/components/field.tsx';
import { usePage } from '../web/kit/context.tsx';

/** Why a file that arrived is not taken. The error summary leads here: the reason once more, in the same words. */
export function RefusedFile({ problems }: { problems: readonly Problem[] }): VNode {
  const { problemText } = usePage();
  return (
    <div id={fieldId(EVIDENCE_FIELD)} tabIndex={-1}>
      {problems.map((one) => (
        <p class="govuk-error-message" key={one.code}>
          {problemText(one)}
        </p>
      ))}
    </div>
  );
}
