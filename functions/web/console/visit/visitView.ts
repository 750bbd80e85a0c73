import type { Checklist } from '../../../../shared/inspection/checklist.ts';
import type { InspectionCase } from '../../../../shared/inspection/inspectionCase.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Agency } from '../../../../shared/register/agency.ts';
import type { Inspector } from '../../../../shared/register/inspector.ts';
import type { Values } from '../../kit/context.tsx';

/** What the sections of the visit page show. */
export interface VisitView {
  readonly lang: Lang;
  readonly inspection: InspectionCase;
  /** Whether anything can be entered now. */
  readonly open: boolean;
  readonly checklist: Checklist;
  readonly agency: Agency | undefined;
  /** The members' rows of the register, by id. */
  readonly inspectors: ReadonlyMap<string, Inspector>;
  /** The agency's notice: the day it was served, `open` while it was not, `none` when there is none. */
  readonly notice: string;
  /** Names of the people of the office, by user id. */
  readonly names: ReadonlyMap<string, string>;
  /** The inspector who looks. */
  readonly own: string;
  /** The form that was refused, with what it held. */
  readonly refused?: RefusedForm;
}

export interface RefusedForm {
  /** Which form: the command, and for one of many the item, question or letter. */
  readonly form: string;
  readonly values: Values;
  readonly problems: readonly Problem[];
}

/** The entries of a refused form, none for all the other forms of the page. */
export function valuesFor(view: VisitView, form: string): Values {
  return view.refused?.form === form ? view.refused.values : {};
}

/** Where the forms of a section are sent. */
export function actionOf(view: VisitView, command: string): string {
  return `/inspections/${view.inspection.number}/visit/${command}`;
}

/** The files that stand, for a question or, with `undefined`, those of the whole visit. */
export function filesFor({ evidence }: InspectionCase, question: string | undefined) {
  return evidence.filter((one) => one.question === question && one.removed === undefined);
}
