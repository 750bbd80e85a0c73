import type { LocalDate } from '../calendar/localDate.ts';
import type { RiskClass } from '../register/vocabulary.ts';
import type { RiskEvent, RiskFactKind } from './riskEvent.ts';

/** What stands about an agency, with what became of it. */
export interface RiskFact {
  readonly id: string;
  readonly kind: RiskFactKind;
  readonly on: LocalDate;
  readonly reference: string;
  readonly count: number;
  /** Its cause is gone since this day. */
  readonly cured?: LocalDate;
  /** It should never have stood. */
  readonly retracted?: LocalDate;
}

/** A class that the register had from elsewhere: an import, or a person who set it. */
export interface ImportedClass {
  readonly class: RiskClass;
  readonly on: LocalDate;
}

/** The facts that events tell, in whatever order they came: a cure may arrive before what it cures. */
export function factsOf(events: readonly RiskEvent[]): readonly RiskFact[] {
  const day = (type: 'cured' | 'retracted', id: string): LocalDate | undefined =>
    events
      .filter((event) => event.type === type && event.id === id)
      .map(({ on }) => on)
      .sort()[0];
  return events.flatMap((event): RiskFact[] => {
    if (event.type !== 'fact') return [];
    const { id, kind, on, reference, count = 1 } = event;
    const [cured, retracted] = [day('cured', id), day('retracted', id)];
    return [
      {
        id,
        kind,
        on,
        reference,
        count,
        ...(cured === undefined ? {} : { cured }),
        ...(retracted === undefined ? {} : { retracted }),
      },
    ];
  });
}
