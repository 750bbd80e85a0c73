import type { LocalDate } from '../calendar/localDate.ts';
import type { Citation, LawRow, Verification } from './lawTable.ts';

export type PeriodUnit = 'workingDay' | 'day' | 'month';

/** A statutory period: the day of the event is not counted (民法典 201; 令121号 45; 令2号 80). */
export type DeadlineRow = LawRow & {
  readonly label: { readonly zh: string; readonly en: string };
  /** The event that starts the period (or ends it, when `direction` is `before`). */
  readonly trigger: { readonly zh: string; readonly en: string };
  readonly length: number;
  readonly unit: PeriodUnit;
  /** `before`: the act is due at least that long before the event. */
  readonly direction: 'after' | 'before';
  /** Whose period it is. */
  readonly side: 'office' | 'party';
  /** How much longer with the approval named; in the unit of the period. */
  readonly extension?: { readonly length: number; readonly needs: string };
};

type Text = readonly [zh: string, en: string];
type Extra = Partial<Pick<DeadlineRow, 'direction' | 'side' | 'extension' | 'validTo'>> & {
  readonly status?: Verification;
  readonly note?: string;
};

function citation(text: string, extra: Extra): Citation {
  return {
    text,
    verification: extra.status ?? 'V',
    ...(extra.note === undefined ? {} : { note: extra.note }),
  };
}

/** One row, written in the order a reader of the law asks: what, from when, how long, where it stands. */
export function deadlineRow<Rule extends string>(
  rule: Rule,
  label: Text,
  trigger: Text,
  period: readonly [length: number, unit: PeriodUnit],
  cited: string,
  validFrom: LocalDate,
  extra: Extra = {},
): DeadlineRow & { readonly rule: Rule } {
  return {
    rule,
    label: { zh: label[0], en: label[1] },
    trigger: { zh: trigger[0], en: trigger[1] },
    length: period[0],
    unit: period[1],
    direction: extra.direction ?? 'after',
    side: extra.side ?? 'office',
    citation: citation(cited, extra),
    validFrom,
    ...(extra.validTo === undefined ? {} : { validTo: extra.validTo }),
    ...(extra.extension === undefined ? {} : { extension: extra.extension }),
  };
}
