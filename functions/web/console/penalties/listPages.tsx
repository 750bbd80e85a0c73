import type { VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../../shared/calendar/workingDays.ts';
import { isOpen } from '../../../../shared/penalty/penaltyCase.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { CaseTable } from './caseTable.tsx';
import { words } from './penaltyWords.ts';

interface ListProps {
  readonly cases: readonly StoredPenalty[];
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
}

/** Every case received in a year, newest first, the ended ones too. */
export function YearPage(props: ListProps & { year: number; thisYear: number }): VNode {
  const { lang } = usePage();
  const { year, thisYear, cases } = props;
  const open = cases.filter(({ status }) => isOpen(status)).length;
  return (
    <List
      {...props}
      title={words(lang, 'penaltyPage.year.title', { year })}
      lead={words(lang, 'penaltyPage.year.count', { all: cases.length, open })}
    >
      <p class="govuk-body">
        <a class="govuk-link" href={`/penalties/years/${year - 1}`}>
          {words(lang, 'penaltyPage.year.before', { year: year - 1 })}
        </a>
        {year >= thisYear ? null : (
          <>
            {' · '}
            <a class="govuk-link" href={`/penalties/years/${year + 1}`}>
              {words(lang, 'penaltyPage.year.after', { year: year + 1 })}
            </a>
          </>
        )}
      </p>
    </List>
  );
}

/** The cases that somebody has handled, the ended ones too. */
export function MinePage(props: ListProps): VNode {
  const { lang } = usePage();
  return <List {...props} title={words(lang, 'penaltyPage.board.mine')} lead="" />;
}

function List(props: ListProps & { title: string; lead: string; children?: VNode }): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage
      title={props.title}
      lead={props.lead}
      back={{ href: '/penalties', label: words(lang, 'penaltyPage.board.title') }}
    >
      <CaseTable
        caption={props.title}
        captionHidden
        rows={props.cases}
        today={props.today}
        calendar={props.calendar}
        empty={words(lang, 'penaltyPage.list.empty')}
      />
      {props.children}
    </ConsolePage>
  );
}
