import { addDays, type LocalDate } from '../../../shared/calendar/localDate.ts';
import type { Agency } from '../../../shared/register/agency.ts';
import type { Practitioner } from '../../../shared/register/practitioner.ts';
import { personName } from './personNames.ts';
import { scatter } from './scatter.ts';

/** One to three fictional patent attorneys (专利代理师) for each patent agency that is not closed. */
export function fictionalPractitioners(
  agencies: readonly Agency[],
  today: LocalDate,
): readonly Practitioner[] {
  return agencies
    .filter(({ kinds, status }) => kinds.includes('patent') && status !== 'closed')
    .flatMap((agency, a) =>
      Array.from({ length: 1 + scatter(a, 'attorneys', 3) }, (_, i): Practitioner => {
        const n = a * 3 + i;
        return {
          licenceNo: `11${String(10_000 + n).padStart(9, '0')}`,
          name: personName(n, 'attorney'),
          agencyUscc: agency.uscc,
          practisingSince: addDays(today, -200 - scatter(n, 'since', 5000)),
          status: n % 40 === 7 ? 'suspended' : 'practising',
        };
      }),
    );
}
