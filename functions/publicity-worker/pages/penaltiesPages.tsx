import type { VNode } from 'preact';
import { type PublicPenalties, penaltyYears, yearOfKey } from '../../../shared/publicity/publicPenalties.ts';
import { usePage } from '../../web/kit/context.tsx';
import { PENALTIES_PAGE, penaltyYearPath } from '../penaltyPaths.ts';
import { say } from '../words.ts';
import { PenaltyTable, PenaltyTombstones } from './penaltyTables.tsx';
import { SitePage, useLink, usePageLink } from './sitePage.tsx';

/** The years, and the decisions of the newest one. */
export function PenaltiesPage({ all }: { all: PublicPenalties }): VNode {
  const { lang } = usePage();
  const page = usePageLink();
  const file = useLink();
  const years = penaltyYears(all);
  const [newest] = years;
  return (
    <SitePage title={say(lang, 'site.penalties.title')} lead={say(lang, 'site.penalties.lead')} wide>
      {newest === undefined ? (
        <p class="govuk-body">{say(lang, 'site.penalties.empty')}</p>
      ) : (
        <YearTables all={all} year={newest} />
      )}
      {years.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{say(lang, 'site.penalties.years')}</h2>
          <ul class="govuk-list">
            {years.map((year) => (
              <li key={year}>
                <a class="govuk-link" href={page(penaltyYearPath(year))}>
                  {say(lang, 'site.penalties.yearLink', { year, n: ofYear(all, year).penalties.length })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body">
        {say(lang, 'site.data.files')}
        {lang === 'zh' ? '：' : ': '}
        {['penalties.csv', 'penalties.json', 'penalty-tombstones.csv'].map((name) => (
          <span key={name}>
            <a class="govuk-link" href={file(`data/${name}`)} download>
              {name}
            </a>{' '}
          </span>
        ))}
      </p>
    </SitePage>
  );
}

/** The decisions of one year. */
export function PenaltyYearPage({ all, year }: { all: PublicPenalties; year: string }): VNode {
  const { lang } = usePage();
  return (
    <SitePage title={say(lang, 'site.penalties.year', { year })} back={PENALTIES_PAGE} wide>
      <YearTables all={all} year={year} />
    </SitePage>
  );
}

function ofYear({ penalties, tombstones }: PublicPenalties, year: string): PublicPenalties {
  const own = (one: { readonly key: string }) => yearOfKey(one) === year;
  return { penalties: penalties.filter(own), tombstones: tombstones.filter(own) };
}

function YearTables({ all, year }: { all: PublicPenalties; year: string }): VNode {
  const { lang } = usePage();
  const { penalties, tombstones } = ofYear(all, year);
  return (
    <>
      <PenaltyTable caption={say(lang, 'site.penalties.year', { year })} penalties={penalties} />
      <PenaltyTombstones tombstones={tombstones} />
    </>
  );
}
